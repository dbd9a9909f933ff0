import { ID_DIGITS } from "../../../contracts/ids.ts";
import { GRANT_LIFETIME_S } from "../../../contracts/limits.ts";

/** Grants end on a multiple of this, seconds: so that addresses made close together are the same and a browser's cache holds. */
const EXPIRY_STEP_S = 600;

/**
 * A user's right to read one video's objects for a while, as a path element: `t.{expiry}.{userId}.{signature}`. Relative
 * addresses in playlists inherit it. Expiry in seconds since 1970; the signature is HMAC-SHA256 over
 * `{videoId}.{expiry}.{userId}`, base64url. It says whose it is, and not that they may still watch: that is asked at each use.
 * @param now milliseconds since 1970
 */
export async function makeGrant(
	secret: string,
	videoId: string,
	userId: string,
	now: number,
	lifetimeS = GRANT_LIFETIME_S,
): Promise<string> {
	const expiry = Math.ceil((now / 1000 + lifetimeS) / EXPIRY_STEP_S) * EXPIRY_STEP_S;
	return `t.${expiry}.${userId}.${await sign(secret, videoId, expiry, userId)}`;
}

/** Whose grant a reviewer's is: nobody's account. It is made at the desk alone, for one case, and soon over. */
export const REVIEWER = "0";
/** Seconds a reviewer's lasts at least; the desk asks for another while a case is open. */
export const REVIEW_LIFETIME_S = 1_200;

const GRANT = new RegExp(`^t\\.(\\d{1,12})\\.(${ID_DIGITS})\\.([A-Za-z0-9_-]{43})$`);

export type GrantVerdict =
	| { readonly valid: true; readonly userId: string; readonly secondsLeft: number }
	| { readonly valid: false; readonly why: "forged" | "expired" };

/** Whether a path element grants the reading of this video now. */
export async function checkGrant(secret: string, videoId: string, grant: string, now: number): Promise<GrantVerdict> {
	const [, end, userId, signature] = GRANT.exec(grant) ?? [];
	if (userId === undefined || signature === undefined) return { valid: false, why: "forged" };
	const expiry = Number(end);
	const genuine = await crypto.subtle.verify("HMAC", await keyOf(secret), base64UrlBytes(signature), payload(videoId, expiry, userId));
	if (!genuine) return { valid: false, why: "forged" };
	const secondsLeft = Math.floor(expiry - now / 1000);
	return secondsLeft > 0 ? { valid: true, userId, secondsLeft } : { valid: false, why: "expired" };
}

const payload = (videoId: string, expiry: number, userId: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(new TextEncoder().encode(`${videoId}.${expiry}.${userId}`));

async function sign(secret: string, videoId: string, expiry: number, userId: string): Promise<string> {
	const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", await keyOf(secret), payload(videoId, expiry, userId)));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replaceAll("=", "");
}

const keys = new Map<string, CryptoKey>();

/** Imported once per isolate; there is one secret, and tests bring a few. */
async function keyOf(secret: string): Promise<CryptoKey> {
	const known = keys.get(secret);
	if (known !== undefined) return known;
	const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(secret), { name: "HMAC", hash: "SHA-256" }, false, [
		"sign",
		"verify",
	]);
	keys.set(secret, key);
	return key;
}

function base64UrlBytes(text: string): Uint8Array<ArrayBuffer> {
	const raw = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
	return Uint8Array.from(raw, (character) => character.charCodeAt(0));
}
