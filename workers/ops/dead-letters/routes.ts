import type { Hono } from "hono";
import * as contract from "../../../contracts/dead-letters.ts";
import { type AppEnv, route } from "../../gateway/index.ts";
import { dismissLetter, listLetters, retryLetter } from "./letters.ts";

export function deadLetterRoutes(app: Hono<AppEnv>): void {
	route(app, contract.listDeadLetters, ({ services, query }) => listLetters(services, query));
	route(app, contract.retryDeadLetter, ({ services, params }) => retryLetter(services, params.letterId));
	route(app, contract.dismissDeadLetter, ({ services, params }) => dismissLetter(services, params.letterId));
}
