import type { Hono } from "hono";
import * as contract from "../../../contracts/appeals.ts";
import { exportStatements as exportContract } from "../../../contracts/statements.ts";
import { type AppEnv, reply, route } from "../../gateway/index.ts";
import { exportStatements } from "./export.ts";
import { appealDecision, appealReport } from "./file.ts";
import { ownDecisions, readStanding } from "./own.ts";

export function appealRoutes(app: Hono<AppEnv>): void {
	route(app, contract.standing, ({ services, viewer }) => readStanding(services, viewer));
	route(app, contract.listDecisions, ({ services, viewer, query }) => ownDecisions(services, viewer, query));
	route(app, contract.appealDecision, async ({ services, viewer, params, body }) => {
		const { appeal, isNew } = await appealDecision(services, viewer.userId, params.decisionId, body.text);
		return reply(isNew ? 201 : 200, { appeal });
	});
	route(app, contract.appealReport, async ({ services, viewer, params, body }) => {
		const { appeal, isNew } = await appealReport(services, viewer.userId, params.reportId, body.text);
		return reply(isNew ? 201 : 200, { appeal });
	});
	route(app, exportContract, ({ services, query, context }) => exportStatements(services, query, new URL("/rules", context.req.url).href));
}
