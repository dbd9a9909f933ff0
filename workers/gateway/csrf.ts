import { fromAnotherSite } from "../../contracts/problems/gateway.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

export const isSafe = (method: string): boolean => SAFE.has(method);

/** A WebSocket is opened by GET, from any page, and goes on for hours: it is admitted like what changes something. */
export const mayChange = ({ method, headers }: Pick<Request, "method" | "headers">): boolean =>
	!isSafe(method) || headers.get("upgrade") !== null;

/** What the headers say of where a request came from. */
type Origin = "same" | "foreign" | "unknown";

function originOf(request: Request): Origin {
	// The browser's own word; scripts can't set it. "none" is the person at the address bar.
	const site = request.headers.get("sec-fetch-site");
	if (site !== null) return site === "same-origin" || site === "none" ? "same" : "foreign";
	const origin = request.headers.get("origin");
	if (origin === null) return "unknown";
	return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host ? "same" : "foreign";
}

/**
 * Refuses unsafe requests another site may have sent. With a session cookie the same origin must be proven; without one
 * (signing in, or a guest) it is enough that nothing speaks against it. Requests with a bearer token don't come here:
 * no browser adds one by itself.
 * @throws `csrf_rejected`
 */
export function refuseForeign(request: Request, bySessionCookie: boolean): void {
	if (!mayChange(request)) return;
	const origin = originOf(request);
	if (origin === "same" || (origin === "unknown" && !bySessionCookie)) return;
	throw fromAnotherSite();
}
