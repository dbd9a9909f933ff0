import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";

interface Fault {
	readonly pattern: RegExp;
	readonly method: string;
	readonly status: number;
	left: number;
}

/** A proxy in front of the object store's S3 endpoint that fails on demand. */
export interface MediaProxy {
	readonly url: string;
	/** The next `times` requests whose path matches are answered with `status` and reach nothing; PUTs unless said otherwise. */
	readonly failNext: (pattern: RegExp, options?: { times?: number; status?: number; method?: string }) => void;
	/** Paths that were failed, in order. */
	readonly failed: readonly string[];
	readonly close: () => Promise<void>;
}

export async function startMediaProxy(endpoint: string): Promise<MediaProxy> {
	const upstream = new URL(endpoint);
	const faults: Fault[] = [];
	const failed: string[] = [];
	const server = createServer((incoming, response) => {
		const path = decodeURIComponent(new URL(incoming.url ?? "/", endpoint).pathname);
		const fault = faults.find(({ pattern, method, left }) => left > 0 && incoming.method === method && pattern.test(path));
		if (fault) {
			fault.left -= 1;
			failed.push(path);
			incoming.resume();
			response.writeHead(fault.status, { "content-type": "application/xml" });
			return response.end("<Error><Code>InternalError</Code><Message>Made to fail.</Message></Error>");
		}
		// The Host header stays as the client signed it.
		const options = {
			host: upstream.hostname,
			port: upstream.port,
			path: incoming.url,
			method: incoming.method,
			headers: incoming.headers,
		};
		const outgoing = forward(options, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		outgoing.on("error", () => {
			if (response.headersSent) response.destroy();
			else response.writeHead(502).end();
		});
		incoming.on("aborted", () => outgoing.destroy());
		return incoming.pipe(outgoing);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}${upstream.pathname}`,
		failNext(pattern, { times = 1, status = 500, method = "PUT" } = {}) {
			faults.push({ pattern, method, status, left: times });
		},
		failed,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
