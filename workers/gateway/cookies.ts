import type { Config } from "../platform/config.ts";

export const SESSION_COOKIE = "reelay_session";
export const GUEST_COOKIE = "reelay_guest";
/** The longest a browser keeps a cookie, seconds (RFC 6265bis: 400 days). */
export const COOKIE_LIFETIME_S = 400 * 86_400;

/**
 * A `Set-Cookie` value: out of reach of scripts, not sent along with another site's requests, over HTTPS only. Plain
 * HTTP is let through outside production, where there may be no certificate.
 * @param lifetimeSeconds 0 removes the cookie
 */
export function setCookie(config: Pick<Config, "ENVIRONMENT">, url: string, name: string, value: string, lifetimeSeconds: number): string {
	const plain = config.ENVIRONMENT !== "production" && new URL(url).protocol === "http:";
	return `${name}=${value}; Path=/; Max-Age=${lifetimeSeconds}; HttpOnly; SameSite=Lax${plain ? "" : "; Secure"}`;
}

/** The value of one cookie of a `Cookie` header. */
export function readCookie(header: string | null, name: string): string | null {
	for (const pair of header?.split(";") ?? []) {
		const equals = pair.indexOf("=");
		if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
	}
	return null;
}
