import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Cursor, Timestamp } from "./ids.ts";

/** A message nobody could do anything with, as it is kept for the operators. */
export const DeadLetter = z.object({
	id: z.string(),
	queue: z.string().describe("The queue it came from"),
	messageId: z.string(),
	why: z.string(),
	keptAt: Timestamp,
	body: z.unknown().describe("What of the message may be kept: never an address or the text of a mail"),
	canRetry: z.boolean().describe("Whether it keeps to its queue's contract, so that it can be sent again"),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

const LetterParams = z.object({
	letterId: z
		.string()
		.max(400)
		.regex(/^[A-Za-z0-9_-]+$/),
});

export const listDeadLetters = endpoint({
	id: "listDeadLetters",
	method: "GET",
	path: "/internal/dead-letters",
	tag: "Operators",
	access: "admin",
	status: 200,
	summary: "Messages nobody could do anything with, newest day first",
	query: z.object({ limit: z.coerce.number().int().min(1).max(50).default(20), cursor: Cursor.optional() }),
	answer: z.object({ letters: z.array(DeadLetter), nextCursor: Cursor.nullable() }),
});
export const retryDeadLetter = endpoint({
	id: "retryDeadLetter",
	method: "POST",
	path: "/internal/dead-letters/:letterId/retry",
	tag: "Operators",
	access: "admin",
	status: 200,
	summary: "Send it to its queue again, and keep it no longer",
	params: LetterParams,
	answer: z.object({ queue: z.string() }),
	problems: ["not_found", "dead_letter_unreadable"],
});
export const dismissDeadLetter = endpoint({
	id: "dismissDeadLetter",
	method: "DELETE",
	path: "/internal/dead-letters/:letterId",
	tag: "Operators",
	access: "admin",
	status: 204,
	summary: "Keep it no longer; repeated, it changes nothing",
	params: LetterParams,
});
