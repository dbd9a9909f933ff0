import type { Services } from "../platform/services.ts";
import type { Operator } from "../rules/operator.ts";
import type { GuestViewer, UserViewer, Viewer } from "../rules/viewer.ts";
import { ACCOUNTS_COOKIE, COOKIE_LIFETIME_S, GUEST_COOKIE, readCookie, SESSION_COOKIE, setCookie } from "./cookies.ts";
import { mayChange, refuseForeign } from "./csrf.ts";
import { openToken, signToken } from "./signed-token.ts";

export interface Identity {
	readonly viewer: Viewer | null;
	/** A bearer token was given and is no good: the caller must hear of it, and not become a guest. */
	readonly rejectedBearer: boolean;
	/** `Set-Cookie` values the answer must carry. */
	readonly cookies: readonly string[];
}

/**
 * Whom a session token names, from whoever keeps the sessions; null when it is no good.
 * @param change the request changes something: a session that ended moments ago must not pass
 */
export type ReadSession = (services: Services, token: string, change: boolean) => Promise<UserViewer | null>;

/** Which operator sends a request, from whoever keeps their sessions and tokens; null when none does. @throws `csrf_rejected` */
export type ReadOperator = (services: Services, request: Request) => Promise<Operator | null>;

/**
 * Who sends this request: by bearer token, by session cookie, or as a guest by a signed guest cookie. A spoilt guest
 * cookie names nobody, and a new guest is made when one is needed.
 * @throws `csrf_rejected`
 */
export async function identify(services: Services, request: Request, readSession: ReadSession): Promise<Identity> {
	const change = mayChange(request);
	const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
	if (bearer !== undefined) {
		const viewer = await readSession(services, bearer, change);
		return { viewer, rejectedBearer: viewer === null, cookies: [] };
	}
	const cookie = readCookie(services.config, request, SESSION_COOKIE);
	refuseForeign(request, cookie !== null || readCookie(services.config, request, ACCOUNTS_COOKIE) !== null);
	const cookies: string[] = [];
	if (cookie !== null) {
		const viewer = await readSession(services, cookie, change);
		if (viewer !== null) return { viewer, rejectedBearer: false, cookies };
		cookies.push(setCookie(services.config, request.url, SESSION_COOKIE, "", 0));
	}
	// In a frame of another site no cookie comes along: the player there was given who it is with its page.
	const guest = readCookie(services.config, request, GUEST_COOKIE) ?? request.headers.get(GUEST_HEADER);
	const guestId = guest === null ? null : openToken(services.config.AUTH_SECRET, "guest", guest);
	return { viewer: guestId === null ? null : { kind: "guest", guestId }, rejectedBearer: false, cookies };
}

/** What an embedded player says who it is by, where there is no cookie. */
const GUEST_HEADER = "x-reelay-guest";

/** A new guest and the cookie that names them. */
export function newGuest(services: Services, url: string): { viewer: GuestViewer; cookie: string; token: string } {
	const guestId = services.newId();
	const token = signToken(services.config.AUTH_SECRET, "guest", guestId);
	return {
		viewer: { kind: "guest", guestId, isNew: true },
		token,
		cookie: setCookie(services.config, url, GUEST_COOKIE, token, COOKIE_LIFETIME_S),
	};
}
