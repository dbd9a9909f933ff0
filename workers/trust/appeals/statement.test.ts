import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ADVERSE, DECISIONS, type Decision, REASON_NAMES, SOURCES, SUBJECT_KINDS } from "../../../contracts/moderation.ts";
import { DsaStatement } from "../../../contracts/statements.ts";
import { type Decided, exportedStatement, puidOf, statementOf } from "./statement.ts";
import { withoutPeople } from "./without-people.ts";

const RULES = "https://reelay.example/rules";
const decided: Decided = {
	id: "251893218432512001",
	subjectKind: "video",
	decision: "remove",
	reason: "nudity",
	note: "",
	source: "report",
	operatorId: "17",
	policy: "2026-11",
	at: new Date("2026-11-30T21:00:00Z"),
	until: null,
	postedAt: new Date("2026-11-29T08:00:00Z"),
};

describe("a statement of reasons", () => {
	it("is one the transparency database takes, for every decision that restricts and every kind of thing", () => {
		const one = fc.record({
			id: fc.bigInt({ min: 1n, max: 2n ** 62n }).map(String),
			subjectKind: fc.constantFrom(...SUBJECT_KINDS),
			decision: fc.constantFrom(...DECISIONS),
			reason: fc.constantFrom(...REASON_NAMES),
			note: fc.string({ unit: "grapheme", maxLength: 9_000 }),
			source: fc.constantFrom(...SOURCES),
			operatorId: fc.constantFrom(null, "17"),
			policy: fc.constantFrom("", "2026-11"),
			at: fc.date({ min: new Date("2026-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
			until: fc.option(fc.date({ min: new Date("2030-01-01"), max: new Date("2037-01-01"), noInvalidDate: true })),
			postedAt: fc.date({ min: new Date("2024-01-01"), max: new Date("2026-01-01"), noInvalidDate: true }),
		});
		fc.assert(
			fc.property(one, (given) => {
				const statement = exportedStatement(given, RULES);
				expect(statement !== null).toBe(ADVERSE.has(given.decision));
				if (statement !== null) expect(DsaStatement.safeParse(statement).error).toBeUndefined();
			}),
		);
	});

	it.each<[Decision, Partial<DsaStatement>]>([
		["remove", { decision_visibility: ["DECISION_VISIBILITY_CONTENT_REMOVED"] }],
		["restrict_age", { decision_visibility: ["DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED"] }],
		["no_recommend", { decision_visibility: ["DECISION_VISIBILITY_CONTENT_DEMOTED"] }],
		["shadow_limit", { decision_visibility: ["DECISION_VISIBILITY_CONTENT_DEMOTED"] }],
		["mute_sound", { decision_visibility: ["DECISION_VISIBILITY_OTHER"], decision_visibility_other: "The sound of the video was muted" }],
		["child_account", { decision_account: "DECISION_ACCOUNT_TERMINATED" }],
		["suspend", { decision_account: "DECISION_ACCOUNT_TERMINATED" }],
	])("names %s as the database does", (decision, expected) => {
		expect(exportedStatement({ ...decided, decision }, RULES)).toMatchObject(expected);
	});

	it("says when a suspension ends, who found it, and that a person decided", () => {
		const statement = exportedStatement({ ...decided, decision: "suspend", until: new Date("2026-12-07T21:00:00Z") }, RULES);
		expect(statement).toMatchObject({
			decision_account: "DECISION_ACCOUNT_SUSPENDED",
			end_date_account_restriction: "2026-12-07",
			content_date: "2026-11-29",
			application_date: "2026-11-30",
			source_type: "SOURCE_ARTICLE_16",
			automated_detection: "No",
			automated_decision: "AUTOMATED_DECISION_NOT_AUTOMATED",
			decision_ground: "DECISION_GROUND_INCOMPATIBLE_CONTENT",
			decision_ground_reference_url: RULES,
			incompatible_content_ground: "Community rules, “Nudity” (version 2026-11)",
		});
		expect(statement?.decision_visibility).toBeUndefined();
	});

	it("says of what a machine found and decided that it did", () => {
		expect(exportedStatement({ ...decided, source: "machine", operatorId: null }, RULES)).toMatchObject({
			source_type: "SOURCE_VOLUNTARY",
			automated_detection: "Yes",
			automated_decision: "AUTOMATED_DECISION_FULLY",
		});
	});

	it("bears the same number each time, and another for each decision", () => {
		expect(puidOf("1")).toBe(puidOf("1"));
		expect(puidOf("1")).not.toBe(puidOf("2"));
		expect(puidOf("1")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	});

	it("names nobody, whatever the reviewer wrote", () => {
		const note =
			"Shows @ann.lee at 12:30; write to ann@mail.example or +49 170 1234567, see https://example.org/ann. From 192.168.7.12. Video 251893218432512001.";
		const text = JSON.stringify([statementOf({ ...decided, note }), exportedStatement({ ...decided, note }, RULES)]);
		for (const personal of ["ann", "170", "example.org", "192.168", "251893218432512001"]) expect(text).not.toContain(personal);
		expect(text).toContain("Shows [user] at 12:30");
	});
});

describe("the database's rules, as our schema has them", () => {
	const good = exportedStatement(decided, RULES);
	it.each([
		["no decision at all", { decision_visibility: undefined }],
		["an “other” that is not explained", { decision_visibility: ["DECISION_VISIBILITY_OTHER"] }],
		["facts that are too long", { decision_facts: "x".repeat(5_001) }],
		["no facts", { decision_facts: "" }],
		["a ground without its reference", { incompatible_content_ground: undefined }],
		["an illegal ground without the law", { decision_ground: "DECISION_GROUND_ILLEGAL_CONTENT" }],
		["a time where a day is meant", { content_date: "2026-11-29T08:00:00Z" }],
		["a country outside of the area", { territorial_scope: ["US"] }],
		["a puid with a dot", { puid: "a.b" }],
		["an attribute it does not know", { url: RULES }],
	])("refuses %s", (_, change) => {
		expect(DsaStatement.safeParse(good).success).toBe(true);
		expect(DsaStatement.safeParse({ ...good, ...change }).success).toBe(false);
	});
});

describe("a reviewer's words", () => {
	it.each([
		["Removed in 2026 after 3 reports.", "Removed in 2026 after 3 reports."],
		["At 0:12 and 1:45 of 600 s", "At 0:12 and 1:45 of 600 s"],
		["Ask @bob", "Ask [user]"],
		["mail bob@site.example.", "mail [address]."],
		["2001:db8:0:1::7 did it", "[number] did it"],
		["call (030) 1234-5678", "call [number]"],
	])("“%s” become “%s”", (written, left) => {
		expect(withoutPeople(written)).toBe(left);
	});
});
