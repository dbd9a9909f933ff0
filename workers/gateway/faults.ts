import type * as z from "zod";
import type { Problem } from "../../contracts/problems/codes.ts";

type Fault = NonNullable<Problem["errors"]>[number];

const KINDS: Readonly<Record<string, string>> = {
	string: "text",
	number: "a number",
	int: "a whole number",
	boolean: "true or false",
	array: "a list",
	object: "an object",
};
const FORMATS: Readonly<Record<string, string>> = {
	email: "an e-mail address, like name@example.com",
	uuid: "a UUID",
	date: "a date, as YYYY-MM-DD",
	datetime: "a time in UTC, as YYYY-MM-DDThh:mm:ssZ",
	url: "a web address",
};
/** What has a greatest number. */
const UNITS: Readonly<Record<string, string>> = { string: " characters", array: " entries" };

/** What is wrong with a field, for where its schema has no sentence of its own. To be given to `safeParse`. */
export const inWords = (issue: z.core.$ZodRawIssue): string | undefined => {
	switch (issue.code) {
		case "invalid_type":
			return issue.input === undefined ? "This is missing." : `This must be ${KINDS[issue.expected] ?? `a ${issue.expected}`}.`;
		case "too_small":
			return `This must ${issue.origin in UNITS ? "have" : "be"} at least ${issue.minimum}${UNITS[issue.origin] ?? ""}.`;
		case "too_big":
			return `This must ${issue.origin in UNITS ? "have" : "be"} at most ${issue.maximum}${UNITS[issue.origin] ?? ""}.`;
		case "invalid_format":
			return `This must be ${FORMATS[issue.format] ?? "of another form"}.`;
		case "invalid_value":
			return `This must be one of: ${issue.values.join(", ")}.`;
		default:
			return "This is not what is expected here.";
	}
};

/** An error's issues as faults by field, at least one. Of a choice between forms, those of the form that comes closest. */
export function faultsOf(error: z.core.$ZodError, where: string): [Fault, ...Fault[]] {
	const [first, ...rest] = error.issues
		.flatMap((issue) => leaves(issue))
		.map(({ path, message }) => ({ field: [where, ...path].join("."), message }));
	return first === undefined ? [{ field: where, message: "This is not what is expected here." }] : [first, ...rest];
}

function leaves(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string }[] {
	if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
	const closest = issue.errors.reduce((best, next) => (next.length < best.length ? next : best));
	return closest.flatMap((inner) => leaves(inner)).map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
}

/** A fault as a sentence that stands alone: it names the field. */
export function sentenceOf({ field, message }: Fault): string {
	const name = field.slice(field.indexOf(".") + 1);
	return message.replace(/^This /, `${name === field ? `The ${field}` : name} `);
}
