import type * as accounts from "../../../contracts/accounts.ts";
import type { CallInput } from "../../../contracts/call.ts";
import type * as exportsContract from "../../../contracts/exports.ts";
import type * as feed from "../../../contracts/feed.ts";
import type * as screenTimeContract from "../../../contracts/screen-time.ts";
import type * as switching from "../../../contracts/switching.ts";
import type * as users from "../../../contracts/users.ts";
import { call } from "./request.ts";

export type { DeviceAccount } from "../../../contracts/switching.ts";
export type { Account } from "../../../contracts/users.ts";
export type SessionInfo = Awaited<ReturnType<typeof listSessions>>["sessions"][number];

export const register = (body: CallInput<typeof users.register>["body"]) =>
	call<typeof users.register>("POST", "/api/v1/auth/register", { body });
export const login = (body: CallInput<typeof users.login>["body"]) => call<typeof users.login>("POST", "/api/v1/auth/login", { body });
export const listAccounts = () => call<typeof switching.listAccounts>("GET", "/api/v1/auth/accounts", {});
export const switchAccount = (userId: string) => call<typeof switching.switchAccount>("POST", "/api/v1/auth/switch", { body: { userId } });
export const removeAccount = (userId: string) =>
	call<typeof switching.removeAccount>("DELETE", "/api/v1/auth/accounts/:userId", { params: { userId } });
export const logout = () => call<typeof users.logout>("POST", "/api/v1/auth/logout", {});
export const me = () => call<typeof users.me>("GET", "/api/v1/auth/me", {});
export const updateMe = (body: CallInput<typeof users.updateMe>["body"]) =>
	call<typeof users.updateMe>("PATCH", "/api/v1/auth/me", { body });
export const listSessions = () => call<typeof users.listSessions>("GET", "/api/v1/auth/sessions", {});
export const revokeSession = (sessionId: string) =>
	call<typeof users.revokeSession>("DELETE", "/api/v1/auth/sessions/:sessionId", { params: { sessionId } });
export const setInterests = (interests: string[]) =>
	call<typeof feed.setInterests>("POST", "/api/v1/onboarding/interests", { body: { interests } });
/** Every session, or all but this one. */
export const endSessions = (keep: "none" | "current") =>
	call<typeof accounts.endSessions>("DELETE", "/api/v1/auth/sessions", { query: { keep } });
export const changePassword = (body: CallInput<typeof accounts.changePassword>["body"]) =>
	call<typeof accounts.changePassword>("POST", "/api/v1/auth/password", { body });
export const forgotPassword = (name: string) =>
	call<typeof accounts.forgotPassword>("POST", "/api/v1/auth/password/forgot", { body: { name } });
export const resetPassword = (token: string, newPassword: string) =>
	call<typeof accounts.resetPassword>("POST", "/api/v1/auth/password/reset", { body: { token, newPassword } });
export const changeEmail = (body: CallInput<typeof accounts.changeEmail>["body"]) =>
	call<typeof accounts.changeEmail>("POST", "/api/v1/auth/email", { body });
export const confirmEmail = (token: string) =>
	call<typeof accounts.confirmEmail>("POST", "/api/v1/auth/email/confirm", { body: { token } });
export const undoEmail = (token: string) => call<typeof accounts.undoEmail>("POST", "/api/v1/auth/email/undo", { body: { token } });
export const deleteAccount = (body: CallInput<typeof accounts.deleteAccount>["body"]) =>
	call<typeof accounts.deleteAccount>("POST", "/api/v1/auth/deletion", { body });

export const comeOfAge = () => call<typeof accounts.comeOfAge>("PUT", "/api/v1/auth/me/adulthood", {});

const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export type { ScreenTime } from "../../../contracts/screen-time.ts";
export const screenTime = () =>
	call<typeof screenTimeContract.screenTime>("GET", "/api/v1/users/me/screen-time", { query: { zone: zone() } });
export const changeScreenTime = (body: CallInput<typeof screenTimeContract.changeScreenTime>["body"]) =>
	call<typeof screenTimeContract.changeScreenTime>("PUT", "/api/v1/users/me/screen-time", { query: { zone: zone() }, body });

export type { ExportAnswer } from "../../../contracts/exports.ts";
export const readExport = () => call<typeof exportsContract.readExport>("GET", "/api/v1/auth/me/export", {});
export const askForExport = () => call<typeof exportsContract.askForExport>("POST", "/api/v1/auth/me/export", {});
