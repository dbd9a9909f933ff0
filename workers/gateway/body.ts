import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { ENDPOINTS } from "../../contracts/api.ts";
import { bodyNotJson, bodyTooLarge, fieldsInvalid } from "../../contracts/problems/gateway.ts";
import { pictureTooLarge } from "../../contracts/problems/pictures.ts";
import type { ProblemError } from "../../contracts/problems/problem-error.ts";
import { sentenceOf } from "./faults.ts";

/** Largest JSON body any operation takes, bytes: a full batch of watch events has some 40 KB. */
export const BODY_MAX_BYTES = 256 * 1024;

/**
 * Reads a request's JSON body; none at all counts as an empty object.
 * @throws `invalid_request` for what is not JSON, `invalid_fields` for text nobody can store
 */
export async function readJson(request: Request): Promise<unknown> {
	const text = await request.text();
	if (text === "") return {};
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw bodyNotJson(cause);
	}
	// In JSON the characters in question can stand as escapes alone: the walk is for bodies that have any.
	if (/\\u(?:0000|d[89a-f])/i.test(text)) refuseUnstorable(value, ["body"]);
	return value;
}

/**
 * Refuses a body larger than any operation takes, by its announced length or else without reading on. HTTP holds a body to the length
 * it announces. @throws `body_too_large`
 */
export const limitBodies: MiddlewareHandler = (context, next) =>
	(limits.get(`${context.req.method} ${context.req.path}`) ?? jsonLimit)(context, next);

const limitTo = (maxSize: number, refusal: () => ProblemError): MiddlewareHandler =>
	bodyLimit({
		maxSize,
		onError: () => {
			throw refusal();
		},
	});
const jsonLimit = limitTo(BODY_MAX_BYTES, () => bodyTooLarge(BODY_MAX_BYTES));
/** Operations that take a file, which are pictures all; their addresses have no parameters. */
const limits = new Map<string, MiddlewareHandler>(
	ENDPOINTS.flatMap(({ method, path, file }) =>
		file === undefined ? [] : [[`${method} ${path}`, limitTo(file.maxBytes, pictureTooLarge)] as const],
	),
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
		throw fieldsInvalid(sentenceOf(fault), [fault]);
	}
	if (typeof value !== "object" || value === null) return;
	for (const [key, inner] of Object.entries(value)) refuseUnstorable(inner, [...path, key]);
}
