import type { Context, Hono } from "hono";
import type * as z from "zod";
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from "../../contracts/endpoint.ts";
import { ageRestricted } from "../../contracts/problems/accounts.ts";
import type { ProblemCode } from "../../contracts/problems/codes.ts";
import { fieldsInvalid, nothingNamed, operatorsOnly, signedOut, signInFirst } from "../../contracts/problems/gateway.ts";
import { roleRequired } from "../../contracts/problems/moderation.ts";
import type { Env } from "../platform/env.ts";
import type { Log } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import type { Operator } from "../rules/operator.ts";
import type { UserViewer, Viewer } from "../rules/viewer.ts";
import { isStorable, readJson, refuseUnstorable } from "./body.ts";
import { faultsOf, inWords, sentenceOf } from "./faults.ts";
import { type Identity, newGuest } from "./identify.ts";
import { limitRequests } from "./limits.ts";

export interface AppEnv {
	Bindings: Env;
	Variables: {
		requestId: string;
		services: Services;
		log: Log;
		/** Who asks, for addresses outside of the API, where most need not know. */
		identify: () => Promise<Identity>;
		viewer: Viewer | null;
		/** Which operator sends this request; null when none does. */
		readOperator: () => Promise<Operator | null>;
		/** A bearer token was given and is no good. */
		rejectedBearer: boolean;
		/** `Set-Cookie` values the answer will carry. */
		cookies: string[];
		/** The answer may stand in other sites' pages: the embedded player alone. */
		framable: boolean;
		/** What the answer refuses with. */
		problem: ProblemCode | undefined;
	};
}
export type AppContext = Context<AppEnv>;

/** What a handler is given: parsed input, who asks, and what it may lean on. */
export interface Call<E extends Endpoint> {
	readonly params: ParamsOf<E>;
	readonly query: QueryOf<E>;
	readonly body: BodyOf<E>;
	readonly operator: E["access"] extends "admin" ? Operator : null;
	readonly viewer: E["access"] extends "user" ? UserViewer : E["access"] extends "viewer" ? Viewer : Viewer | null;
	readonly services: Services;
	readonly log: Log;
	readonly requestId: string;
	readonly context: AppContext;
}

/** What a handler gives back: the answer's shape, or nothing where the endpoint has none. */
type Handler<E extends Endpoint> = (
	call: Call<E>,
	// biome-ignore lint/suspicious/noConfusingVoidType: the result of a handler that returns nothing.
) => E extends { readonly answer: z.ZodType } ? Promise<AnswerOf<E> | Response> | AnswerOf<E> | Response : Promise<Response | void>;

/** An answer with another status than the endpoint's own (one of `alsoStatus`). */
export function reply(status: number, body: unknown, headers?: HeadersInit): Response {
	const all = new Headers(headers);
	all.set("content-type", "application/json; charset=utf-8");
	return new Response(JSON.stringify(body), { status, headers: all });
}

/** Mounts an endpoint: checks access, validates input, calls the handler, presents its answer. */
export function route<const E extends Endpoint>(app: Hono<AppEnv>, endpoint: E, handler: Handler<E>): void {
	app.on(endpoint.method, endpoint.path, async (context) => {
		const { viewer, operator } = await admit(endpoint, context);
		const call = {
			params: parse(endpoint.params, context.req.param(), "path"),
			query: parse(endpoint.query, context.req.query(), "query"),
			body: endpoint.body === undefined ? undefined : parse(endpoint.body, await readJson(context.req.raw), "body"),
			viewer,
			operator,
			services: context.var.services,
			log: context.var.log,
			requestId: context.var.requestId,
			context,
		} as Call<E>;
		const answer = await call.services.span("operation", { operation: endpoint.id }, () => handler(call));
		if (answer instanceof Response) return answer;
		if (endpoint.status === 101) throw new Error(`${endpoint.id} gives no WebSocket`);
		if (endpoint.status === 204) return context.body(null, 204);
		return context.json(answer as unknown as object, endpoint.status);
	});
}

async function admit(endpoint: Endpoint, context: AppContext): Promise<{ viewer: Viewer | null; operator: Operator | null }> {
	const { viewer } = context.var;
	if (endpoint.access === "user" && viewer?.kind !== "user") {
		throw signInFirst();
	}
	const isForAnyone = endpoint.access === "public" || endpoint.access === "admin" || endpoint.forChildren === true;
	if (viewer?.kind === "user" && viewer.isChild === true && !isForAnyone) throw ageRestricted();
	if (endpoint.access === "viewer" && viewer === null) {
		if (context.var.rejectedBearer) throw signedOut();
		const guest = newGuest(context.var.services, context.req.url);
		context.var.cookies.push(guest.cookie);
		context.set("viewer", guest.viewer);
		return { viewer: guest.viewer, operator: null };
	}
	if (endpoint.access === "admin") {
		// Before the token is looked at: nobody may try as many as they like.
		await limitRequests(context.var.services, null, context.req.raw.headers);
		const operator = await context.var.readOperator();
		if (operator === null) throw operatorsOnly();
		const { roles = ADMINS } = endpoint;
		if (roles[0] !== undefined && !roles.some((role) => operator.roles.includes(role))) throw roleRequired(roles[0]);
		return { viewer, operator };
	}
	return { viewer, operator: null };
}

const ADMINS: NonNullable<Endpoint["roles"]> = ["admin"];

function parse(schema: z.ZodType | undefined, input: unknown, where: "path" | "query" | "body"): unknown {
	if (schema === undefined) return undefined;
	if (where === "query") refuseUnstorable(input, [where]);
	const result = schema.safeParse(input, { error: inWords });
	if (result.success && (where !== "path" || namesSomething(input))) return result.data;
	const errors = result.error === undefined ? [] : faultsOf(result.error, where);
	// A malformed id in the path names nothing that exists.
	if (where === "path" || errors[0] === undefined) throw nothingNamed(errors);
	throw fieldsInvalid(sentenceOf(errors[0]), errors);
}

const namesSomething = (params: unknown): boolean => Object.values(params as Record<string, string>).every(isStorable);
