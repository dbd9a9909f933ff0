import type { Account } from "../../contracts/users.ts";
import type { AppContext } from "../gateway/index.ts";
import { SESSION_COOKIE, setCookie, signToken } from "../gateway/index.ts";
import { loadAccount } from "./account.ts";
import { SESSION_LIFETIME_S } from "./sessions/lifetime.ts";

/** A session just begun: its token as stored, not yet signed. */
export interface SignedIn {
	readonly userId: string;
	readonly token: string;
}

/** Answers with the account and the signed token, and sets the session cookie. */
export async function presentSignedIn(context: AppContext, { userId, token }: SignedIn): Promise<{ user: Account; token: string }> {
	const { services } = context.var;
	const user = await loadAccount(services, userId);
	const signed = signToken(services.config.AUTH_SECRET, "session", token);
	context.var.cookies.push(setCookie(services.config, context.req.url, SESSION_COOKIE, signed, SESSION_LIFETIME_S));
	return { user, token: signed };
}
