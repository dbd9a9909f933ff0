import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Cursor } from "./ids.ts";

/**
 * A statement of reasons as the EU's DSA Transparency Database takes it: the attributes of its API as of 2025
 * (https://transparency.dsa.ec.europa.eu/page/api-documentation). What may be left out is left out, never null.
 */

/** Countries of the European Economic Area, as the database abbreviates them. */
export const EEA_COUNTRIES = [
	...["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE"],
	...["IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"],
] as const;

const day = (first: string) =>
	z.iso.date().refine((date) => date >= first && date <= "2038-01-01", `A date lies between ${first} and 2038-01-01.`);
const Words = (most: number) => z.string().min(1).max(most);

export const DsaStatement = z
	.object({
		decision_visibility: z
			.array(
				z.enum([
					"DECISION_VISIBILITY_CONTENT_REMOVED",
					"DECISION_VISIBILITY_CONTENT_DISABLED",
					"DECISION_VISIBILITY_CONTENT_DEMOTED",
					"DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED",
					"DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED",
					"DECISION_VISIBILITY_CONTENT_LABELLED",
					"DECISION_VISIBILITY_OTHER",
				]),
			)
			.min(1)
			.optional(),
		decision_visibility_other: Words(500).optional(),
		end_date_visibility_restriction: day("2020-01-01").optional(),
		decision_monetary: z.enum(["DECISION_MONETARY_SUSPENSION", "DECISION_MONETARY_TERMINATION", "DECISION_MONETARY_OTHER"]).optional(),
		decision_monetary_other: Words(500).optional(),
		end_date_monetary_restriction: day("2020-01-01").optional(),
		decision_provision: z
			.enum([
				"DECISION_PROVISION_PARTIAL_SUSPENSION",
				"DECISION_PROVISION_TOTAL_SUSPENSION",
				"DECISION_PROVISION_PARTIAL_TERMINATION",
				"DECISION_PROVISION_TOTAL_TERMINATION",
			])
			.optional(),
		end_date_service_restriction: day("2020-01-01").optional(),
		decision_account: z.enum(["DECISION_ACCOUNT_SUSPENDED", "DECISION_ACCOUNT_TERMINATED"]).optional(),
		end_date_account_restriction: day("2020-01-01").optional(),
		account_type: z.enum(["ACCOUNT_TYPE_BUSINESS", "ACCOUNT_TYPE_PRIVATE"]).optional(),
		decision_ground: z.enum(["DECISION_GROUND_ILLEGAL_CONTENT", "DECISION_GROUND_INCOMPATIBLE_CONTENT"]),
		decision_ground_reference_url: z.url().max(500).optional(),
		illegal_content_legal_ground: Words(500).optional(),
		illegal_content_explanation: Words(2_000).optional(),
		incompatible_content_ground: Words(500).optional(),
		incompatible_content_explanation: Words(2_000).optional(),
		incompatible_content_illegal: z.enum(["Yes", "No"]).optional(),
		category: z.enum([
			"STATEMENT_CATEGORY_ANIMAL_WELFARE",
			"STATEMENT_CATEGORY_CONSUMER_INFORMATION",
			"STATEMENT_CATEGORY_CYBER_VIOLENCE",
			"STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN",
			"STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
			"STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
			"STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS",
			"STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS",
			"STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE",
			"STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
			"STATEMENT_CATEGORY_PROTECTION_OF_MINORS",
			"STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY",
			"STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
			"STATEMENT_CATEGORY_SELF_HARM",
			"STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS",
			"STATEMENT_CATEGORY_VIOLENCE",
		]),
		content_type: z
			.array(
				z.enum([
					"CONTENT_TYPE_APP",
					"CONTENT_TYPE_AUDIO",
					"CONTENT_TYPE_IMAGE",
					"CONTENT_TYPE_PRODUCT",
					"CONTENT_TYPE_SYNTHETIC_MEDIA",
					"CONTENT_TYPE_TEXT",
					"CONTENT_TYPE_VIDEO",
					"CONTENT_TYPE_OTHER",
				]),
			)
			.min(1),
		content_type_other: Words(500).optional(),
		content_date: day("2000-01-01"),
		territorial_scope: z.array(z.enum(EEA_COUNTRIES)).min(1),
		application_date: day("2020-01-01"),
		decision_facts: Words(5_000),
		source_type: z.enum(["SOURCE_ARTICLE_16", "SOURCE_TRUSTED_FLAGGER", "SOURCE_TYPE_OTHER_NOTIFICATION", "SOURCE_VOLUNTARY"]),
		source_identity: Words(500).optional(),
		automated_detection: z.enum(["Yes", "No"]),
		automated_decision: z.enum(["AUTOMATED_DECISION_FULLY", "AUTOMATED_DECISION_PARTIALLY", "AUTOMATED_DECISION_NOT_AUTOMATED"]),
		puid: z.string().regex(/^[a-zA-Z0-9-_]{1,500}$/),
	})
	.strict()
	.superRefine((statement, { addIssue }) => {
		const wants = (field: keyof typeof statement, when: boolean) => {
			if (when !== (statement[field] !== undefined)) {
				addIssue({ code: "custom", path: [field], message: when ? "is missing" : "says nothing here" });
			}
		};
		const kinds = [statement.decision_visibility, statement.decision_monetary, statement.decision_provision, statement.decision_account];
		if (kinds.every((kind) => kind === undefined)) {
			addIssue({ code: "custom", path: ["decision_visibility"], message: "is missing: it is one decision at least" });
		}
		const isIllegal = statement.decision_ground === "DECISION_GROUND_ILLEGAL_CONTENT";
		wants("illegal_content_legal_ground", isIllegal);
		wants("illegal_content_explanation", isIllegal);
		wants("incompatible_content_ground", !isIllegal);
		wants("incompatible_content_explanation", !isIllegal);
		wants("decision_visibility_other", statement.decision_visibility?.includes("DECISION_VISIBILITY_OTHER") === true);
		wants("decision_monetary_other", statement.decision_monetary === "DECISION_MONETARY_OTHER");
		wants("content_type_other", statement.content_type.includes("CONTENT_TYPE_OTHER"));
	});
export type DsaStatement = z.infer<typeof DsaStatement>;

export const exportStatements = endpoint({
	id: "exportStatements",
	method: "GET",
	path: "/api/v1/admin/statements",
	tag: "Operators",
	access: "admin",
	status: 200,
	summary: "Statements of reasons as the EU's transparency database takes them, oldest first; the same decision always bears the same puid",
	query: z.object({
		from: z.iso.datetime().optional().describe("Decided at this time, or later"),
		to: z.iso.datetime().optional().describe("Decided before it"),
		// As many as the database takes in one request.
		limit: z.coerce.number().int().min(1).max(100).default(100),
		cursor: Cursor.optional(),
	}),
	answer: z.object({ statements: z.array(DsaStatement), nextCursor: Cursor.nullable() }),
});
