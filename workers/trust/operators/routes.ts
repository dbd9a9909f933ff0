import { eq } from "drizzle-orm";
import type { Hono } from "hono";
import * as contract from "../../../contracts/operators.ts";
import { byTokenRefused } from "../../../contracts/problems/operators.ts";
import { operators } from "../../../db/schema/moderation.ts";
import {
	type AppContext,
	type AppEnv,
	limitAuthentication,
	OPERATOR_COOKIE,
	refuseForeign,
	route,
	setCookie,
} from "../../gateway/index.ts";
import type { Services } from "../../platform/services.ts";
import type { Operator } from "../../rules/operator.ts";
import { readWay } from "./identify.ts";
import { change, invite, listPeople, lookAt, recover, takeUp } from "./people.ts";
import { signIn } from "./sign-in.ts";
import { endWay, listTokensOf, makeTokenOf } from "./tokens.ts";

export function operatorRoutes(app: Hono<AppEnv>): void {
	route(app, contract.signInOperator, async ({ services, body, context }) => {
		refuseForeign(context.req.raw, false);
		await limitAuthentication(services, context.req.raw.headers);
		const { operator, secret, expiresAt } = await signIn(services, body);
		context.var.cookies.push(cookie(services, context, secret, Math.floor((expiresAt.getTime() - services.clock()) / 1_000)));
		return { operator, expiresAt: expiresAt.toISOString() };
	});
	route(app, contract.signOutOperator, async ({ services, context }) => {
		const way = await readWay(services, context.req.raw);
		if (way !== null) await endWay(services, way.id, way.sessionId);
		context.var.cookies.push(cookie(services, context, "", 0));
	});
	route(app, contract.operatorMe, async ({ services, operator }) => ({ operator: await meOf(services, operator) }));
	route(app, contract.lookAtInvitation, async ({ services, body, context }) => {
		await limitAuthentication(services, context.req.raw.headers);
		return lookAt(services, body.invitation);
	});
	route(app, contract.takeUpInvitation, async ({ services, body, context }) => {
		await limitAuthentication(services, context.req.raw.headers);
		await takeUp(services, body);
	});
	route(app, contract.listOperators, async ({ services }) => ({ operators: await listPeople(services) }));
	route(app, contract.inviteOperator, ({ services, operator, body }) => invite(services, operator, body));
	route(app, contract.changeOperator, async ({ services, operator, params, body }) => ({
		operator: await change(services, operator, params.operatorId, body),
	}));
	route(app, contract.recoverOperator, ({ services, operator, params }) => recover(services, operator, params.operatorId));
	route(app, contract.listTokens, async ({ services, operator }) => ({ tokens: await listTokensOf(services, operator.id) }));
	route(app, contract.makeToken, async ({ services, body, context }) => {
		const way = await readWay(services, context.req.raw);
		// What leaked must not make itself last.
		if (way?.by !== "session") throw byTokenRefused();
		return makeTokenOf(services, way.id, body);
	});
	route(app, contract.revokeToken, ({ services, operator, params }) => endWay(services, operator.id, params.tokenId));
}

const cookie = (services: Services, context: AppContext, value: string, seconds: number): string =>
	`${setCookie(services.config, context.req.url, OPERATOR_COOKIE, value, seconds).replace("SameSite=Lax", "SameSite=Strict")}`;

async function meOf(services: Services, { id, roles }: Operator): Promise<contract.Me> {
	const [row] = await services.db.directory().select().from(operators).where(eq(operators.id, id));
	return { id, name: row?.name ?? "Local token", email: row?.email ?? "local@reelay.test", roles: [...roles] };
}
