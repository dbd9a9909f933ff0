import { createHmac } from "node:crypto";
import { Secret, TOTP } from "otpauth";

/** Codes of an authenticator (RFC 6238) as every app has them: SHA-1, six digits, thirty seconds. */
const PERIOD_S = 30;
/** Clocks may be this many periods apart. */
const WINDOW = 1;

const totpOf = (secret: string, email: string): TOTP =>
	new TOTP({ issuer: "Reelay desk", label: email, algorithm: "SHA1", digits: 6, period: PERIOD_S, secret: Secret.fromBase32(secret) });

/** The secret an invitation brings, base32: it is made of it, so that none has to be kept before it is proven. */
export const secretOfInvitation = (authSecret: string, invitation: string): string =>
	new Secret({ buffer: new Uint8Array(createHmac("sha256", authSecret).update(`totp:${invitation}`).digest().subarray(0, 20)).buffer })
		.base32;

/** What an authenticator scans. */
export const uriOf = (secret: string, email: string): string => totpOf(secret, email).toString();

/** The period a code belongs to, counted from 1970; null when it is wrong or too old. @param now milliseconds since 1970 */
export function periodOf(secret: string, code: string, now: number): number | null {
	const delta = totpOf(secret, "").validate({ token: code, timestamp: now, window: WINDOW });
	return delta === null ? null : Math.floor(now / 1_000 / PERIOD_S) + delta;
}
