import type { Hono } from "hono";
import * as contract from "../../../contracts/reports.ts";
import { type AppEnv, reply, route } from "../../gateway/index.ts";
import { networkOf } from "../network.ts";
import { fileReport } from "./file.ts";
import { ownReports } from "./list.ts";
import type { FindReported } from "./thing.ts";

/** @param find what brings the things of other features; they stand above this one */
export function reportRoutes(app: Hono<AppEnv>, find: FindReported): void {
	route(app, contract.sendReport, async ({ services, viewer, body, context }) => {
		const thing = await find(services, viewer, body.subject);
		const network = networkOf(services, context.req.raw.headers);
		const { reportId, isNew } = await fileReport(services, viewer, { thing, reason: body.reason, note: body.note, network });
		return reply(isNew ? 201 : 200, { reportId });
	});
	route(app, contract.listReports, ({ services, viewer, query }) => ownReports(services, viewer, query));
}
