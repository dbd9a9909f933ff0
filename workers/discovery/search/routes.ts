import type { Hono } from "hono";
import * as contract from "../../../contracts/search.ts";
import { type AppEnv, route } from "../../gateway/index.ts";
import { complete } from "./completions.ts";
import { rebuildSearch } from "./documents/follow.ts";
import { search } from "./search.ts";

export function searchRoutes(app: Hono<AppEnv>): void {
	route(app, contract.completeSearch, ({ services, viewer, query }) => complete(services, viewer, query.q));
	route(app, contract.search, ({ services, viewer, query }) => search(services, viewer, query));
	route(app, contract.rebuildSearch, ({ services, query }) => rebuildSearch(services, query.after ?? null));
}
