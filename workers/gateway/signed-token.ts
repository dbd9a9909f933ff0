import { createHmac, timingSafeEqual } from "node:crypto";
import { LRUCache } from "lru-cache";

/** What a signature is for; one made for a guest is worthless as a session. */
export type Purpose = "session" | "guest" | "unsubscribe" | "under_age" | "export";

const signatureOf = (secret: string, purpose: Purpose, value: string): Buffer =>
	createHmac("sha256", secret).update(`${purpose}:${value}`).digest();

/** `value.signature` (HMAC-SHA256, base64url). `value` has no dot. */
export function signToken(secret: string, purpose: Purpose, value: string): string {
	return `${value}.${signatureOf(secret, purpose, value).toString("base64url")}`;
}

/** Tokens found true, so that a viewer's next requests don't pay for the signature again. A true one stays true. */
const TRUE_TOKENS_MAX = 10_000;
const found = new LRUCache<string, string>({ max: TRUE_TOKENS_MAX });

/** The value of a token that `signToken` made with this secret and purpose, else null. */
export function openToken(secret: string, purpose: Purpose, token: string): string | null {
	const dot = token.indexOf(".");
	if (dot < 1 || token.length > 256) return null;
	const key = `${purpose}:${token}:${secret}`;
	const known = found.get(key);
	if (known !== undefined) return known;
	const value = token.slice(0, dot);
	const given = Buffer.from(token.slice(dot + 1), "base64url");
	const expected = signatureOf(secret, purpose, value);
	if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
	found.set(key, value);
	return value;
}
