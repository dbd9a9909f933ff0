import { type Answer, type Request, type StandIn, serve } from "../serve.ts";
import { type Command, embeddedRedis, type RedisBackend, type Reply, ReplyError, realRedis } from "./commands.ts";

/** Upstash's default limit on one request, bytes. */
const REQUEST_LIMIT = 1024 * 1024;

/** Strings in base64 when the client asked for it, save a bare OK that is the whole reply: as Upstash answers. */
function encode(reply: Reply, base64: boolean): Reply {
	return base64 && reply !== "OK" ? encodeStrings(reply) : reply;
}

function encodeStrings(reply: Reply): Reply {
	if (typeof reply === "string") return Buffer.from(reply).toString("base64");
	return Array.isArray(reply) ? reply.map(encodeStrings) : reply;
}

const asArgument = (value: unknown): string => (typeof value === "object" && value !== null ? JSON.stringify(value) : String(value));

function readCommand(value: unknown): Command {
	if (!Array.isArray(value) || value.length === 0) throw new ReplyError("ERR empty command");
	const [name, ...args] = value.map(asArgument);
	return [name ?? "", ...args];
}

function readCommands(value: unknown): Command[] {
	if (!Array.isArray(value)) throw new ReplyError("ERR failed to parse pipeline request");
	return value.map(readCommand);
}

async function answer(backend: RedisBackend, token: string, request: Request): Promise<Answer> {
	if (request.method === "GET" && request.url.pathname === "/health") {
		await backend.run(["ping"]);
		return { status: 200, body: { ok: true } };
	}
	if (request.headers.authorization !== `Bearer ${token}`) {
		return { status: 401, body: { error: "WRONGPASS invalid or missing auth token" } };
	}
	const base64 = request.headers["upstash-encoding"] === "base64";
	const present = (reply: Reply | ReplyError) =>
		reply instanceof ReplyError ? { error: reply.message } : { result: encode(reply, base64) };
	try {
		const { pathname } = request.url;
		const path = pathname.split("/").filter(Boolean).map(decodeURIComponent);
		if (pathname === "/pipeline") {
			const runs = readCommands(JSON.parse(request.body.toString())).map((command) =>
				backend.run(command).catch((error: unknown) => {
					if (error instanceof ReplyError) return error;
					throw error;
				}),
			);
			return { status: 200, body: (await Promise.all(runs)).map(present) };
		}
		if (pathname === "/multi-exec") {
			return { status: 200, body: (await backend.multi(readCommands(JSON.parse(request.body.toString())))).map(present) };
		}
		// Both forms Upstash documents: the command as a JSON list in the body, or as segments of the path.
		const command = readCommand(path.length > 0 ? path : JSON.parse(request.body.toString()));
		return { status: 200, body: present(await backend.run(command)) };
	} catch (error) {
		if (error instanceof ReplyError) return { status: 400, body: { error: error.message } };
		if (error instanceof SyntaxError) return { status: 400, body: { error: "ERR failed to parse command" } };
		throw error;
	}
}

/** The Upstash REST protocol in front of Redis: a real one by `redisUrl`, else one in this process. */
export async function startRedis(options: { token: string; redisUrl?: string | undefined; port?: number }): Promise<StandIn> {
	const backend = options.redisUrl ? await realRedis(options.redisUrl) : embeddedRedis();
	const server = await serve((request) => answer(backend, options.token, request), {
		bodyLimit: REQUEST_LIMIT,
		...(options.port === undefined ? {} : { port: options.port }),
	});
	return {
		...server,
		async close() {
			await server.close();
			await backend.close();
		},
	};
}
