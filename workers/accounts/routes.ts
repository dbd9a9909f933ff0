import type { Hono } from "hono";
import * as accounts from "../../contracts/accounts.ts";
import * as appeals from "../../contracts/appeals.ts";
import { sessionNotFound } from "../../contracts/problems/accounts.ts";
import * as profile from "../../contracts/profile.ts";
import * as switching from "../../contracts/switching.ts";
import * as users from "../../contracts/users.ts";
import {
	type AppContext,
	type AppEnv,
	limitAuthentication,
	limitMedia,
	reply,
	route,
	SESSION_COOKIE,
	setCookie,
} from "../gateway/index.ts";
import { inBackground } from "../platform/background.ts";
import { emit } from "../platform/events.ts";
import type { Services } from "../platform/services.ts";
import type { Viewer } from "../rules/viewer.ts";
import { noteDevice } from "../trust/index.ts";
import { loadAccount } from "./account.ts";
import { isTeenOn } from "./age.ts";
import { comeOfAge } from "./coming-of-age/come-of-age.ts";
import { changeEmail } from "./email/change.ts";
import { confirmEmail } from "./email/confirm.ts";
import { undoEmail } from "./email/undo.ts";
import { leave } from "./leaving/leave.ts";
import { login } from "./login.ts";
import { askingOf } from "./mail/post.ts";
import { changePassword } from "./password/change.ts";
import { askForReset } from "./password/forgot.ts";
import { resetPassword } from "./password/reset.ts";
import { removeAvatar, setAvatar } from "./picture/change.ts";
import { serveAvatar } from "./picture/serve.ts";
import { updateProfile } from "./profile.ts";
import { register } from "./register.ts";
import { unlessTooYoung } from "./retry-block.ts";
import { endSessions, listSessions, revokeSession } from "./sessions/manage.ts";
import { presentSignedIn } from "./signed-in.ts";
import { appealSuspension, readSuspension } from "./suspended.ts";
import { noteSignIn } from "./switching/device.ts";
import { accountsOf, removeAccount, switchAccount } from "./switching/switch.ts";
import { changeUsername } from "./username/change.ts";

export function accountRoutes(app: Hono<AppEnv>): void {
	route(app, users.register, async ({ body, viewer, services, context, log }) => {
		const { headers } = context.req.raw;
		await limitAuthentication(services, headers);
		const signedIn = await unlessTooYoung(context, () => register(services, body, headers));
		log.info("account_registered", { userId: signedIn.userId });
		await join(services, viewer, signedIn.userId, body.birthdate);
		await noteSignIn(context, signedIn.userId, body.add);
		inBackground(log, "habits_not_noted", noteDevice(services, signedIn.userId, headers));
		return presentSignedIn(context, signedIn);
	});
	route(app, users.login, async ({ body, services, context, log }) => {
		const { headers } = context.req.raw;
		await limitAuthentication(services, headers);
		const signedIn = await login(services, body, headers);
		log.info("signed_in", { userId: signedIn.userId });
		await noteSignIn(context, signedIn.userId, body.add);
		inBackground(log, "habits_not_noted", noteDevice(services, signedIn.userId, headers));
		return presentSignedIn(context, signedIn);
	});
	route(app, appeals.readSuspension, async ({ body, services, context }) => {
		const { headers } = context.req.raw;
		await limitAuthentication(services, headers);
		return { suspension: await readSuspension(services, body, headers) };
	});
	route(app, appeals.appealSuspension, async ({ body, services, context }) => {
		const { headers } = context.req.raw;
		await limitAuthentication(services, headers);
		const { appeal, isNew } = await appealSuspension(services, body, headers);
		return reply(isNew ? 201 : 200, { appeal });
	});
	route(app, users.logout, async ({ viewer, services, context, log }) => {
		signOut(context);
		if (viewer?.kind !== "user") return;
		await revokeSession(services, viewer, viewer.sessionId);
		log.info("signed_out", { userId: viewer.userId });
	});
	route(app, users.me, async ({ viewer, services }) => ({ user: await loadAccount(services, viewer.userId) }));
	route(app, accounts.comeOfAge, async ({ viewer, services }) => ({ user: await comeOfAge(services, viewer) }));
	route(app, users.updateMe, async ({ viewer, body, services }) => ({ user: await updateProfile(services, viewer, body) }));
	route(app, users.listSessions, async ({ viewer, services }) => ({ sessions: await listSessions(services, viewer) }));
	route(app, users.revokeSession, async ({ viewer, params, services }) => {
		const revoked = await revokeSession(services, viewer, params.sessionId);
		if (!revoked) throw sessionNotFound();
	});
	route(app, accounts.endSessions, async ({ viewer, query, services, context, log }) => {
		const ended = await endSessions(services, viewer.userId, query.keep === "current" ? viewer.sessionId : undefined);
		if (query.keep === "none") signOut(context);
		log.info("sessions_ended", { ended, keep: query.keep });
		return { ended };
	});
	switchingRoutes(app);
	profileRoutes(app);
	passwordRoutes(app);
	emailRoutes(app);
	route(app, accounts.deleteAccount, async ({ viewer, body, services, context }) => {
		const leaving = await leave(services, viewer, body, askingOf(services, context.req.raw));
		signOut(context);
		return leaving;
	});
}

/** What a teen's account begins with must hold: where it could not be set at once, it is tried again. */
async function join(services: Services, viewer: Viewer | null, userId: string, birthdate: string): Promise<void> {
	const isTeen = isTeenOn(birthdate, services.clock());
	if (viewer?.kind !== "guest" && !isTeen) return;
	const joined = { guestId: viewer?.kind === "guest" ? viewer.guestId : null, userId, isTeen };
	const left = await emit(services, "joined", joined);
	if (left.length > 0 && isTeen) await emit(services, "joined", joined);
}

function switchingRoutes(app: Hono<AppEnv>): void {
	route(app, switching.listAccounts, async ({ context }) => ({ accounts: await accountsOf(context) }));
	route(app, switching.switchAccount, async ({ context, body, log }) => {
		const user = await switchAccount(context, body.userId);
		log.info("signed_in", { userId: user.id });
		return { user };
	});
	route(app, switching.removeAccount, ({ context, params }) => removeAccount(context, params.userId));
}

function profileRoutes(app: Hono<AppEnv>): void {
	route(app, profile.setAvatar, async ({ viewer, services, context }) => ({
		user: await setAvatar(services, viewer, await context.req.raw.arrayBuffer()),
	}));
	route(app, profile.removeAvatar, async ({ viewer, services }) => ({ user: await removeAvatar(services, viewer) }));
	route(app, profile.changeUsername, async ({ viewer, body, services }) => ({
		user: await changeUsername(services, viewer, body.username),
	}));
	app.get("/avatars/*", async (context) => {
		await limitMedia(context.var.services, context.req.raw.headers);
		return serveAvatar(context.var.services, context.req.raw);
	});
}

function passwordRoutes(app: Hono<AppEnv>): void {
	route(app, accounts.changePassword, ({ viewer, body, services, context }) =>
		changePassword(services, viewer, body, askingOf(services, context.req.raw)),
	);
	route(app, accounts.forgotPassword, async ({ body, services, context }) => {
		await limitAuthentication(services, context.req.raw.headers);
		await askForReset(services, body.name, askingOf(services, context.req.raw).origin);
		return { accepted: true };
	});
	route(app, accounts.resetPassword, async ({ body, services, context }) => {
		await limitAuthentication(services, context.req.raw.headers);
		await resetPassword(services, body.token, body.newPassword, askingOf(services, context.req.raw).origin);
	});
}

function emailRoutes(app: Hono<AppEnv>): void {
	route(app, accounts.changeEmail, ({ viewer, body, services, context }) =>
		changeEmail(services, viewer, body, askingOf(services, context.req.raw)),
	);
	route(app, accounts.confirmEmail, async ({ body, services, context }) => {
		await limitAuthentication(services, context.req.raw.headers);
		return confirmEmail(services, body.token);
	});
	route(app, accounts.undoEmail, async ({ body, services, context }) => {
		await limitAuthentication(services, context.req.raw.headers);
		const kept = await undoEmail(services, body.token);
		signOut(context);
		return kept;
	});
}

const signOut = ({ var: { services, cookies }, req }: AppContext) =>
	cookies.push(setCookie(services.config, req.url, SESSION_COOKIE, "", 0));
