import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An object as it was stored. */
export interface StoredObject {
	body: Buffer;
	contentType: string;
	cacheControl: string;
	contentEncoding?: string;
}

/** A bucket in memory with the part of S3's interface that the transcoder uses. */
export interface TestBucket {
	/** Endpoint; objects are at `{url}/{bucket}/{key}`. */
	readonly url: string;
	/** By `bucket/key`. */
	readonly objects: Map<string, StoredObject>;
	/** `METHOD bucket/key` of each request, in order. */
	readonly requests: string[];
	/** Answers a request with this status instead of serving it; null serves it. */
	fault: (method: string, key: string) => number | null;
	/** Waits before it serves, milliseconds. */
	delayMs: number;
	close(): Promise<void>;
}

/** As R2 makes them of objects put in one piece. */
export const etagOf = (body: Buffer): string => createHash("md5").update(body).digest("hex");

export async function startBucket(): Promise<TestBucket> {
	const objects = new Map<string, StoredObject>();
	const requests: string[] = [];
	const server = createServer((request, response) => {
		const key = decodeURIComponent(new URL(request.url ?? "/", "http://bucket").pathname.slice(1));
		const method = request.method ?? "";
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.on("end", async () => {
			if (bucket.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, bucket.delayMs));
			requests.push(`${method} ${key}`);
			const status = bucket.fault(method, key);
			if (status !== null) return response.writeHead(status).end();
			if (method === "PUT") {
				const header = (name: string) => String(request.headers[name] ?? "");
				objects.set(key, { body: Buffer.concat(chunks), contentType: header("content-type"), cacheControl: header("cache-control") });
				return response.writeHead(200).end();
			}
			const found = objects.get(key);
			if (!found) return response.writeHead(404).end();
			const etag = etagOf(found.body);
			const condition = request.headers["if-match"];
			if (condition !== undefined && condition !== `"${etag}"`) return response.writeHead(412).end();
			const encoding = found.contentEncoding === undefined ? {} : { "content-encoding": found.contentEncoding };
			response.writeHead(200, { "content-length": found.body.length, "content-type": found.contentType, ...encoding });
			response.end(method === "HEAD" ? undefined : found.body);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const bucket: TestBucket = {
		url: `http://127.0.0.1:${port}`,
		objects,
		requests,
		fault: () => null,
		delayMs: 0,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return bucket;
}
