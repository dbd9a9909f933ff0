import type { Config } from "../platform/config.ts";

export const SESSION_COOKIE = "reelay_session";
export const GUEST_COOKIE = "reelay_guest";
/** The longest a browser keeps a cookie, seconds (RFC 6265bis: 400 days). */
export const COOKIE_LIFETIME_S = 400 * 86_400;

/**
 * Browsers take a cookie of this prefix only over HTTPS, for this very host and all its paths (RFC 6265bis §4.1.3.2): no
 * subdomain, and nobody between who spoils a plain HTTP answer, can put one of their own in its place.
 */
const HOST_ONLY = "__Host-";

/** Plain HTTP is let through outside production, where there may be no certificate. */
const isPlain = (config: Pick<Config, "ENVIRONMENT">, url: string): boolean =>
	config.ENVIRONMENT !== "production" && new URL(url).protocol === "http:";

/** The name a cookie goes by at an address: prefixed, but for plain HTTP, where browsers refuse the prefix. */
export const cookieName = (config: Pick<Config, "ENVIRONMENT">, url: string, name: string): string =>
	isPlain(config, url) ? name : `${HOST_ONLY}${name}`;

/**
 * A `Set-Cookie` value: out of reach of scripts, not sent along with another site's requests, over HTTPS only.
 * @param lifetimeSeconds 0 removes the cookie
 */
export function setCookie(config: Pick<Config, "ENVIRONMENT">, url: string, name: string, value: string, lifetimeSeconds: number): string {
	const secure = isPlain(config, url) ? "" : "; Secure";
	return `${cookieName(config, url, name)}=${value}; Path=/; Max-Age=${lifetimeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** The value of one cookie of a request. Over HTTPS one without the prefix, which anybody may have set, is none. */
export function readCookie(config: Pick<Config, "ENVIRONMENT">, request: Pick<Request, "url" | "headers">, name: string): string | null {
	const wanted = cookieName(config, request.url, name);
	for (const pair of request.headers.get("cookie")?.split(";") ?? []) {
		const equals = pair.indexOf("=");
		if (equals > 0 && pair.slice(0, equals).trim() === wanted) return pair.slice(equals + 1).trim();
	}
	return null;
}
