import { ApiError, sentenceOf } from "../api/problem.ts";

/** Faults of a form: by field, and one for the whole. */
export interface FormFaults {
	fields: Record<string, string>;
	whole: string | null;
}
export const NO_FAULTS: FormFaults = { fields: {}, whole: null };

const FIELD_OF_CODE: Record<string, string> = {
	username_taken: "username",
	username_changes_used: "username",
	email_taken: "email",
	under_age: "birthdate",
	wrong_password: "password",
};

/** Puts what the server said beside the field it is about. */
export function faultsOf(error: unknown): FormFaults {
	if (!(error instanceof ApiError)) return { fields: {}, whole: sentenceOf(error) };
	const field = FIELD_OF_CODE[error.code];
	if (field) return { fields: { [field]: sentenceOf(error) }, whole: null };
	if (error.fields.length === 0) return { fields: {}, whole: sentenceOf(error) };
	return { fields: Object.fromEntries(error.fields.map((fault) => [fault.field.replace(/^body\./, ""), fault.message])), whole: null };
}

/** Where to go after signing in: the page that asked, if it is one of ours. */
export function backTo(search: string, otherwise: string): string {
	const back = new URLSearchParams(search).get("back");
	return back?.startsWith("/") && !back.startsWith("//") && !back.startsWith("/\\") ? back : otherwise;
}

/** An account is added to the one in use, and does not take its place. */
export const isAdding = (search: string): boolean => new URLSearchParams(search).has("add");
