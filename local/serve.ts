import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** What a stand-in does with requests: serves them, drops the connection, answers 503, or never answers. */
export type GateMode = "open" | "refuse" | "unavailable" | "hang";

export interface StandIn {
	/** Origin without trailing slash, e.g. `http://127.0.0.1:40123`. */
	readonly url: string;
	readonly port: number;
	/** Fault injection: how requests are met from now on. */
	readonly gate: (mode: GateMode) => void;
	/** Resolves once every connection is closed. */
	readonly close: () => Promise<void>;
}

export interface Answer {
	readonly status: number;
	/** JSON value, or bytes as they are. */
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

export interface Request {
	readonly method: string;
	readonly url: URL;
	readonly headers: IncomingMessage["headers"];
	readonly body: Buffer;
}

/** A request larger than the service allows. */
export class BodyTooLarge extends Error {
	override readonly name = "BodyTooLarge";
}

async function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of incoming as AsyncIterable<Buffer>) {
		bytes += chunk.length;
		if (bytes > limit) throw new BodyTooLarge(`The request is larger than ${limit} bytes.`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function send(response: ServerResponse, answer: Answer): void {
	if (response.destroyed) return;
	const isBytes = answer.body instanceof Uint8Array || typeof answer.body === "string";
	const payload = isBytes ? (answer.body as Uint8Array | string) : answer.body === undefined ? "" : JSON.stringify(answer.body);
	response.writeHead(answer.status, { ...(isBytes ? {} : { "content-type": "application/json" }), ...answer.headers });
	response.end(payload);
}

/**
 * Serves one stand-in on 127.0.0.1. `port` 0 takes a free one. An error the handler throws becomes a 500 with its message, and goes to
 * stderr: a stand-in's own fault must never look like an answer of the service it stands for.
 */
export async function serve(
	handler: (request: Request) => Promise<Answer>,
	options: { port?: number; bodyLimit?: number } = {},
): Promise<StandIn> {
	let mode: GateMode = "open";
	const sockets = new Set<Socket>();
	const server = createServer((incoming, response) => {
		if (mode === "refuse") return void incoming.socket.destroy();
		if (mode === "hang") return;
		if (mode === "unavailable") return send(response, { status: 503, body: { error: "The service is unavailable." } });
		readBody(incoming, options.bodyLimit ?? 64 * 1024 * 1024)
			.then((body) =>
				handler({
					method: incoming.method ?? "GET",
					url: new URL(incoming.url ?? "/", "http://127.0.0.1"),
					headers: incoming.headers,
					body,
				}),
			)
			.then((answer) => send(response, answer))
			.catch((error: unknown) => {
				if (error instanceof BodyTooLarge) return send(response, { status: 413, body: { message: error.message } });
				console.error(error);
				send(response, { status: 500, body: { message: String(error) } });
			});
	});
	server.keepAliveTimeout = 60_000;
	server.on("connection", (socket) => {
		sockets.add(socket);
		socket.on("close", () => sockets.delete(socket));
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(options.port ?? 0, "127.0.0.1", resolve);
	});
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		port,
		gate(next) {
			mode = next;
			if (next === "refuse") for (const socket of sockets) socket.destroy();
		},
		close() {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			for (const socket of sockets) socket.destroy();
			return closed;
		},
	};
}
