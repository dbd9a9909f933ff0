import { parse, serialize } from "hono/utils/cookie";
import type { Config } from "../platform/config.ts";

export const SESSION_COOKIE = "reelay_session";
/** A session of the desk: an operator's, who has no account of the app by it. */
export const OPERATOR_COOKIE = "reelay_operator";
/** Sessions of other accounts of this device, to be switched to. */
export const ACCOUNTS_COOKIE = "reelay_accounts";
/** Until when no account is made in a browser in which a child's birthdate was given. */
export const UNDER_AGE_COOKIE = "reelay_under_age";
export const GUEST_COOKIE = "reelay_guest";
/** The longest a browser keeps a cookie, seconds (RFC 6265bis: 400 days). */
export const COOKIE_LIFETIME_S = 400 * 86_400;

/** Plain HTTP is let through outside production, where there may be no certificate. */
const isPlain = (config: Pick<Config, "ENVIRONMENT">, url: string): boolean =>
	config.ENVIRONMENT !== "production" && new URL(url).protocol === "http:";

/**
 * The name a cookie goes by at an address. Browsers take one with the prefix only over HTTPS, for this very host and all its paths
 * (RFC 6265bis §4.1.3.2): no subdomain, and nobody between who spoils a plain HTTP answer, can put one of their own in its place.
 * Over plain HTTP they refuse the prefix.
 */
export const cookieName = (config: Pick<Config, "ENVIRONMENT">, url: string, name: string): string =>
	isPlain(config, url) ? name : `__Host-${name}`;

/**
 * A `Set-Cookie` value: out of reach of scripts, not sent along with another site's requests, over HTTPS only.
 * @param lifetimeSeconds 0 removes the cookie
 */
export function setCookie(config: Pick<Config, "ENVIRONMENT">, url: string, name: string, value: string, lifetimeSeconds: number): string {
	const secure = !isPlain(config, url);
	return serialize(cookieName(config, url, name), value, { path: "/", maxAge: lifetimeSeconds, httpOnly: true, sameSite: "Lax", secure });
}

/** The value of one cookie of a request. Over HTTPS one without the prefix, which anybody may have set, is none. */
export function readCookie(config: Pick<Config, "ENVIRONMENT">, request: Pick<Request, "url" | "headers">, name: string): string | null {
	const wanted = cookieName(config, request.url, name);
	return parse(request.headers.get("cookie") ?? "", wanted)[wanted] ?? null;
}
