import { type Answer, type Request, type StandIn, serve } from "../serve.ts";
import { readBatchOptions, readStatements, type SqlBackend, SqlError, type StatementResult } from "./protocol.ts";

/** Neon answers no more than this to one HTTP request, bytes. */
const RESPONSE_LIMIT = 64 * 1024 * 1024;

function present(result: StatementResult, arrayMode: boolean) {
	const rows = arrayMode
		? result.rows
		: result.rows.map((row) => Object.fromEntries(result.fields.map((field, index) => [field.name, row[index] ?? null])));
	return { ...result, rows, rowAsArray: arrayMode };
}

const refuse = (message: string): Answer => ({ status: 400, body: { message, code: null } });

async function answer(backend: SqlBackend, request: Request): Promise<Answer> {
	if (request.method === "GET" && request.url.pathname === "/health") {
		await backend.run([{ query: "SELECT 1", params: [] }], null);
		return { status: 200, body: { ok: true } };
	}
	if (request.method !== "POST" || request.url.pathname !== "/sql") return { status: 404, body: { message: "Not found" } };
	if (!request.headers["neon-connection-string"]) return refuse("missing connection string");
	if (request.headers["neon-raw-text-output"] !== "true") return refuse("only raw text output is served here");
	let parsed: ReturnType<typeof readStatements>;
	let batch: ReturnType<typeof readBatchOptions> | null;
	try {
		parsed = readStatements(JSON.parse(request.body.toString()));
		batch = parsed.isBatch ? readBatchOptions(request.headers) : null;
	} catch (error) {
		return refuse(error instanceof Error ? error.message : String(error));
	}
	try {
		const arrayMode = request.headers["neon-array-mode"] === "true";
		const results = (await backend.run(parsed.statements, batch)).map((result) => present(result, arrayMode));
		const body = JSON.stringify(parsed.isBatch ? { results } : results[0]);
		if (body.length > RESPONSE_LIMIT) return { status: 507, body: { message: "response is too large (max is 67108864 bytes)" } };
		return { status: 200, body, headers: { "content-type": "application/json" } };
	} catch (error) {
		if (error instanceof SqlError) return { status: 400, body: { message: error.message, ...error.fields } };
		throw error;
	}
}

/** Neon's HTTP endpoint in front of a database, which stays the caller's to close. The driver's `neonConfig.fetchEndpoint` is `${url}/sql`. */
export function startNeon(options: { backend: SqlBackend; port?: number }): Promise<StandIn> {
	return serve((request) => answer(options.backend, request), options.port === undefined ? {} : { port: options.port });
}
