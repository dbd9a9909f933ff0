import { GRANT_LIFETIME_S } from "../../../contracts/limits.ts";

/** Grants end on a multiple of this, seconds: so that addresses made close together are the same and a browser's cache holds. */
const EXPIRY_STEP_S = 600;

/**
 * A right to read one video's objects for a while, as a path element: `t.{expiry}.{signature}`. Relative addresses in
 * playlists inherit it. Expiry in seconds since 1970; the signature is HMAC-SHA256 over `{videoId}.{expiry}`, base64url.
 * @param now milliseconds since 1970
 */
export async function makeGrant(secret: string, videoId: string, now: number): Promise<string> {
	const expiry = Math.ceil((now / 1000 + GRANT_LIFETIME_S) / EXPIRY_STEP_S) * EXPIRY_STEP_S;
	return `t.${expiry}.${await sign(secret, videoId, expiry)}`;
}

export type GrantVerdict =
	| { readonly valid: true; readonly secondsLeft: number }
	| { readonly valid: false; readonly why: "forged" | "expired" };

/** Whether a path element grants the reading of this video now. */
export async function checkGrant(secret: string, videoId: string, grant: string, now: number): Promise<GrantVerdict> {
	const parts = /^t\.(\d{1,12})\.([A-Za-z0-9_-]{43})$/.exec(grant);
	const expiry = Number(parts?.[1]);
	const signature = base64UrlBytes(parts?.[2] ?? "");
	if (parts === null || signature === null) return { valid: false, why: "forged" };
	const genuine = await crypto.subtle.verify("HMAC", await keyOf(secret), signature, payload(videoId, expiry));
	if (!genuine) return { valid: false, why: "forged" };
	const secondsLeft = Math.floor(expiry - now / 1000);
	return secondsLeft > 0 ? { valid: true, secondsLeft } : { valid: false, why: "expired" };
}

const payload = (videoId: string, expiry: number): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(new TextEncoder().encode(`${videoId}.${expiry}`));

async function sign(secret: string, videoId: string, expiry: number): Promise<string> {
	const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", await keyOf(secret), payload(videoId, expiry)));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replaceAll("=", "");
}

const keys = new Map<string, Promise<CryptoKey>>();

/** Imported once per isolate; there is one secret, and tests bring a few. */
function keyOf(secret: string): Promise<CryptoKey> {
	const known = keys.get(secret);
	if (known !== undefined) return known;
	const key = crypto.subtle.importKey("raw", new TextEncoder().encode(secret), { name: "HMAC", hash: "SHA-256" }, false, [
		"sign",
		"verify",
	]);
	keys.set(secret, key);
	return key;
}

function base64UrlBytes(text: string): Uint8Array<ArrayBuffer> | null {
	if (text === "") return null;
	const raw = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
	return Uint8Array.from(raw, (character) => character.charCodeAt(0));
}
