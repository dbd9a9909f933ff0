import type { Hono } from "hono";
import * as contract from "../../../contracts/search.ts";
import { type AppEnv, route } from "../../gateway/index.ts";
import { complete } from "./completions.ts";
import { rebuildSearch } from "./documents/follow.ts";
import { limitSearch } from "./limit.ts";
import { search } from "./search.ts";

export function searchRoutes(app: Hono<AppEnv>): void {
	route(app, contract.completeSearch, ({ services, viewer, query }) => complete(services, viewer, query.q));
	route(app, contract.search, async ({ services, viewer, query, context }) => {
		// Side by side: who is refused is answered nothing, and nobody else waits for the count.
		const found = search(services, viewer, query);
		found.catch(() => undefined);
		await limitSearch(services, viewer, context.req.raw.headers, query.q);
		return found;
	});
	route(app, contract.rebuildSearch, ({ services, query }) => rebuildSearch(services, query.after ?? null));
}
