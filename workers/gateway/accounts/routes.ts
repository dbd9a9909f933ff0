import type { Hono } from "hono";
import * as users from "../../../contracts/users.ts";
import { adoptGuestSession } from "../../feed/index.ts";
import { SESSION_COOKIE, setCookie } from "../cookies.ts";
import { limitAuthentication } from "../limits.ts";
import { ProblemError } from "../problem.ts";
import { type AppEnv, route } from "../route.ts";
import { listSessions, revokeSession } from "../sessions/manage.ts";
import { loadAccount } from "./account.ts";
import { login } from "./login.ts";
import { updateProfile } from "./profile.ts";
import { register } from "./register.ts";
import { presentSignedIn } from "./signed-in.ts";

export function accountRoutes(app: Hono<AppEnv>): void {
	route(app, users.register, async ({ body, viewer, services, context, log }) => {
		const { headers } = context.req.raw;
		await limitAuthentication(services, headers);
		const signedIn = await register(services, body, headers);
		log.info("account_registered", { userId: signedIn.userId });
		if (viewer?.kind === "guest") await adoptGuestSession(services, viewer.guestId, signedIn.userId);
		return presentSignedIn(context, signedIn);
	});
	route(app, users.login, async ({ body, services, context, log }) => {
		const { headers } = context.req.raw;
		await limitAuthentication(services, headers);
		const signedIn = await login(services, body.username, body.password, headers);
		log.info("signed_in", { userId: signedIn.userId });
		return presentSignedIn(context, signedIn);
	});
	route(app, users.logout, async ({ viewer, services, context, log }) => {
		context.var.cookies.push(setCookie(services.config, context.req.url, SESSION_COOKIE, "", 0));
		if (viewer?.kind !== "user") return;
		await revokeSession(services, viewer, viewer.sessionId);
		log.info("signed_out", { userId: viewer.userId });
	});
	route(app, users.me, async ({ viewer, services }) => ({ user: await loadAccount(services, viewer.userId) }));
	route(app, users.updateMe, async ({ viewer, body, services }) => ({ user: await updateProfile(services, viewer, body) }));
	route(app, users.listSessions, async ({ viewer, services }) => ({ sessions: await listSessions(services, viewer) }));
	route(app, users.revokeSession, async ({ viewer, params, services }) => {
		const revoked = await revokeSession(services, viewer, params.sessionId);
		if (!revoked) throw new ProblemError("not_found", "There is no such session. It may have ended already.");
	});
}
