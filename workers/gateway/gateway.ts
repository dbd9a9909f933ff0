import type { Hono, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { addressUnknown, databaseUnavailable, faultOnOurSide, methodNotAllowed, notStorable } from "../../contracts/problems/gateway.ts";
import { ProblemError } from "../../contracts/problems/problem-error.ts";
import { isDatabaseUnavailable, isRefusedByDatabase } from "../platform/database-faults.ts";
import type { Env } from "../platform/env.ts";
import { errorFields } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { type QuotaState, withQuotas } from "../platform/told-quotas.ts";
import { limitBodies } from "./body.ts";
import { isSafe } from "./csrf.ts";
import { identify, type ReadOperator, type ReadSession } from "./identify.ts";
import { limitRequests } from "./limits.ts";
import { isApiPath, methodsAt } from "./paths.ts";
import { problemResponse } from "./problem.ts";
import { quotaFields } from "./quota-fields.ts";
import type { AppContext, AppEnv } from "./route.ts";
import { FILE_POLICY, mayRunScripts, securityHeaders } from "./security-headers.ts";

/** What every request passes, in this order, and how every error is told. */
export function gateway(app: Hono<AppEnv>, servicesOf: (env: Env) => Services, readSession: ReadSession, readOperator: ReadOperator): void {
	app.use("*", trace(servicesOf, readSession, readOperator));
	app.use("/api/*", admission);
	app.use("/api/*", limitBodies);
	app.onError((error, context) => {
		const problem = problemOf(error);
		context.set("problem", problem.code);
		if (problem.code === "internal" || problem.code === "unavailable") {
			context.var.log.error("request_failed", { code: problem.code, ...errorFields(error) });
		}
		// What only the database refused should have been refused by the contract: to be seen, and mended there.
		else if (isRefusedByDatabase(error)) context.var.log.warn("refused_by_database", errorFields(error));
		return problemResponse(problem, context.var.requestId);
	});
	app.notFound((context) => {
		const isApi = isApiPath(context.req.path);
		if (!isApi && isSafe(context.req.method)) return context.env.ASSETS.fetch(context.req.raw);
		const allowed = isApi ? methodsAt(context.req.path) : ["GET", "HEAD"];
		if (allowed.length === 0) {
			return problemResponse(addressUnknown(), context.var.requestId);
		}
		const problem = methodNotAllowed(allowed);
		const response = problemResponse(problem, context.var.requestId);
		response.headers.set("allow", allowed.join(", "));
		return response;
	});
}

const SANE_REQUEST_ID = /^[A-Za-z0-9._:-]{8,64}$/;

/** Request id, services and log into the context; security headers on the answer; one log line per request. */
const trace =
	(servicesOf: (env: Env) => Services, readSession: ReadSession, readOperator: ReadOperator): MiddlewareHandler<AppEnv> =>
	async (context, next) => {
		const services = servicesOf(context.env);
		const started = services.clock();
		const given = context.req.header("x-request-id");
		const requestId = given !== undefined && SANE_REQUEST_ID.test(given) ? given : crypto.randomUUID();
		context.set("requestId", requestId);
		context.set("services", services);
		context.set("log", services.log.with({ requestId }));
		context.set("identify", () => identify(services, context.req.raw, readSession));
		context.set("readOperator", () => readOperator(services, context.req.raw));
		context.set("viewer", null);
		context.set("rejectedBearer", false);
		context.set("cookies", []);
		context.set("framable", false);
		context.set("problem", undefined);
		await withQuotas(async (noted) => {
			await next();
			finish(context, requestId, [...noted.values()]);
		});
		const { status } = context.res;
		const { log, viewer, problem } = context.var;
		const told = {
			method: context.req.method,
			// The template and not the address: it groups, and holds no grant of a private video.
			path: routePath(context),
			status,
			ms: services.clock() - started,
			viewer: viewer?.kind ?? "none",
			problem,
		};
		if (status >= 500) log.error("request", told);
		else log.info("request", told);
	};

/** Headers of every answer. One whose headers can't be changed (from a cache, or the asset layer) is copied first. */
function finish(context: AppContext, requestId: string, quotas: readonly QuotaState[]): void {
	// A WebSocket's answer has to stay the very object it is.
	if (context.res.status === 101) return;
	const write = (headers: Headers) => {
		headers.set("x-request-id", requestId);
		for (const [name, value] of securityHeaders(context.var.services.config, context.var.framable)) headers.set(name, value);
		if (!mayRunScripts(headers.get("content-type"))) headers.set("content-security-policy", FILE_POLICY);
		// A refusal says itself which limit it was.
		if (!headers.has("ratelimit")) for (const [name, value] of quotaFields(quotas)) headers.set(name, value);
		for (const cookie of context.var.cookies) headers.append("set-cookie", cookie);
		// What depends on who asks is nobody else's.
		if (isApiPath(context.req.path) && !headers.has("cache-control")) headers.set("cache-control", "no-store");
	};
	try {
		write(context.res.headers);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		const copy = new Response(context.res.body, context.res);
		context.res = undefined;
		write(copy.headers);
		context.res = copy;
	}
}

/** Who asks, that no other site asks in their name, and that they don't ask too often. */
const admission: MiddlewareHandler<AppEnv> = async (context, next) => {
	const { services } = context.var;
	const { viewer, rejectedBearer, cookies } = await context.var.identify();
	context.set("viewer", viewer);
	context.set("rejectedBearer", rejectedBearer);
	context.set("cookies", [...cookies]);
	if (viewer?.kind === "user") context.set("log", context.var.log.with({ userId: viewer.userId }));
	await limitRequests(services, viewer, context.req.raw.headers);
	await next();
};

function problemOf(error: Error): ProblemError {
	if (error instanceof ProblemError) return error;
	if (isDatabaseUnavailable(error)) return databaseUnavailable(error);
	if (isRefusedByDatabase(error)) return notStorable(error);
	return faultOnOurSide(error);
}
