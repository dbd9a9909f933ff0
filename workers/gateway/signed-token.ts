import { createHmac, timingSafeEqual } from "node:crypto";

/** What a signature is for; one made for a guest is worthless as a session. */
export type Purpose = "session" | "guest";

const signatureOf = (secret: string, purpose: Purpose, value: string): Buffer =>
	createHmac("sha256", secret).update(`${purpose}:${value}`).digest();

/** `value.signature` (HMAC-SHA256, base64url). `value` has no dot. */
export function signToken(secret: string, purpose: Purpose, value: string): string {
	return `${value}.${signatureOf(secret, purpose, value).toString("base64url")}`;
}

/** The value of a token that `signToken` made with this secret and purpose, else null. */
export function openToken(secret: string, purpose: Purpose, token: string): string | null {
	const dot = token.indexOf(".");
	if (dot < 1 || token.length > 256) return null;
	const value = token.slice(0, dot);
	const given = Buffer.from(token.slice(dot + 1), "base64url");
	const expected = signatureOf(secret, purpose, value);
	return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
}
