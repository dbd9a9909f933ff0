import type * as feed from "../../../contracts/feed.ts";
import type * as users from "../../../contracts/users.ts";
import { type CallInput, call } from "./request.ts";

export type { Account } from "../../../contracts/users.ts";
export type SessionInfo = Awaited<ReturnType<typeof listSessions>>["sessions"][number];

export const register = (body: CallInput<typeof users.register>["body"]) =>
	call<typeof users.register>("POST", "/api/v1/auth/register", { body });
export const login = (username: string, password: string) =>
	call<typeof users.login>("POST", "/api/v1/auth/login", { body: { username, password } });
export const logout = () => call<typeof users.logout>("POST", "/api/v1/auth/logout", {});
export const me = () => call<typeof users.me>("GET", "/api/v1/auth/me", {});
export const updateMe = (body: CallInput<typeof users.updateMe>["body"]) =>
	call<typeof users.updateMe>("PATCH", "/api/v1/auth/me", { body });
export const listSessions = () => call<typeof users.listSessions>("GET", "/api/v1/auth/sessions", {});
export const revokeSession = (sessionId: string) =>
	call<typeof users.revokeSession>("DELETE", "/api/v1/auth/sessions/:sessionId", { params: { sessionId } });
export const setInterests = (interests: string[]) =>
	call<typeof feed.setInterests>("POST", "/api/v1/onboarding/interests", { body: { interests } });
