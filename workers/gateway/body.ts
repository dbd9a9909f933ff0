import { ProblemError } from "../../contracts/problem-error.ts";
import { sentenceOf } from "./faults.ts";

/** Largest JSON body any operation takes, bytes: a full batch of watch events has some 40 KB. Files never come here. */
export const BODY_MAX_BYTES = 256 * 1024;

/**
 * Reads a request's JSON body; none at all counts as an empty object.
 * @throws `body_too_large` without reading on, `invalid_request` for what is not JSON, `invalid_fields` for text nobody can store
 */
export async function readJson(request: Request): Promise<unknown> {
	const text = await readText(request);
	if (text === "") return {};
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw new ProblemError("invalid_request", "The request's body is not JSON. Send an object with content-type application/json.", {
			cause,
		});
	}
	// In JSON the characters in question can stand as escapes alone: the walk is for bodies that have any.
	if (/\\u(?:0000|d[89a-f])/i.test(text)) refuseUnstorable(value, ["body"]);
	return value;
}

/**
 * Reads a body as text, and no more of it than any operation takes: for what is to be checked as it was sent.
 * @throws `body_too_large` without reading on
 */
export async function readText(request: Request): Promise<string> {
	const announced = request.headers.get("content-length");
	if (Number(announced) > BODY_MAX_BYTES) throw tooLarge();
	// HTTP holds a body to the length it announces; one that announces none is counted as it comes.
	if (announced !== null || request.body === null) return request.text();
	const decoder = new TextDecoder();
	let text = "";
	let bytes = 0;
	for await (const chunk of request.body as ReadableStream<Uint8Array>) {
		bytes += chunk.length;
		if (bytes > BODY_MAX_BYTES) throw tooLarge();
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}

const tooLarge = () =>
	new ProblemError(
		"body_too_large",
		`The request has more than ${BODY_MAX_BYTES / 1024} KB. Send less at once; files go to the addresses of an upload.`,
	);

/** Whether Postgres can keep a text and UTF-8 carry it: it has no NUL character and no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/**
 * Refuses text that can't be stored, however deep it stands.
 * @throws `invalid_fields`, naming the place
 */
export function refuseUnstorable(value: unknown, path: readonly string[]): void {
	if (typeof value === "string") {
		if (isStorable(value)) return;
		const fault = { field: path.join("."), message: "This has a character that can't be stored. Type the text anew." };
		throw new ProblemError("invalid_fields", sentenceOf(fault), { errors: [fault] });
	}
	if (typeof value !== "object" || value === null) return;
	for (const [key, inner] of Object.entries(value)) refuseUnstorable(inner, [...path, key]);
}
