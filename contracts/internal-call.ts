import * as z from "zod";

/**
 * How one part of the house proves to another that a request is its own: an `Authorization: Bearer` token in the form of a JWT (RFC 7519, HS256),
 * made anew for each request from a key that both know and that is itself never sent. It is good for this request alone: its method, its
 * path with the query, and its body, once, for a short while.
 */
export const InternalCall = z.object({
	/** Whom the request is for. */
	aud: z.string(),
	/** Names the token: who checks it takes each but once. */
	jti: z.uuid(),
	/** When it was made and when it ends, Unix seconds. */
	iat: z.number().int(),
	exp: z.number().int(),
	/** HTTP method. */
	method: z.string(),
	/** Path and query, as sent. */
	path: z.string(),
	/** Of the body: `digestOf`. */
	digest: z.string(),
});
export type InternalCall = z.infer<typeof InternalCall>;

export const CALL_ALGORITHM = "HS256";
/** The transcoder, as a call's audience. */
export const TO_TRANSCODER = "reelay-transcoder";

/** A call ends after so long, seconds. Long enough for the first request to a container that is only just starting. */
export const CALL_LIFETIME_S = 120;
/** Two clocks of the house differ by at most this, seconds. */
export const CALL_SKEW_S = 30;

/** SHA-256 of a body, in hexadecimal; of nothing when there is none. */
export async function digestOf(body: string | ArrayBuffer | null | undefined): Promise<string> {
	const bytes = typeof body === "string" ? new TextEncoder().encode(body) : new Uint8Array(body ?? new ArrayBuffer(0));
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
