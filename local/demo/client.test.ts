import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { like } from "../../contracts/engagement.ts";
import { getUser } from "../../contracts/users.ts";
import { createClient, Refused } from "./client.ts";

type Answer = { status: number; body?: unknown; headers?: Record<string, string> };
let answers: Answer[] = [];
let asked: { method: string | undefined; url: string | undefined; authorization: string | undefined }[] = [];
let waits: number[] = [];
const server = createServer((request, response) => {
	asked.push({ method: request.method, url: request.url, authorization: request.headers.authorization });
	const { status, body, headers } = answers.shift() ?? { status: 200, body: liked };
	response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body ?? null));
});
const signal = new AbortController().signal;
const liked = { liked: true, likeCount: 1, alreadyLiked: false };
const problem = (code: string, detail: string, more: object = {}) => ({
	type: "/docs",
	code,
	title: code,
	status: 400,
	detail,
	requestId: "r",
	...more,
});
const client = () =>
	createClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, async (ms) => {
		waits.push(ms);
	});
const likeIt = () => client().call(like, { token: "t", signal, params: { videoId: "12" } });

beforeEach(async () => {
	[answers, asked, waits] = [[], [], []];
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

describe("demo client", () => {
	it("calls an operation by its contract, signed in", async () => {
		expect(await likeIt()).toEqual(liked);
		expect(asked).toEqual([{ method: "POST", url: "/api/v1/videos/12/like", authorization: "Bearer t" }]);
	});

	it("puts path parameters in safely", async () => {
		answers = [{ status: 404, body: problem("user_not_found", "There is no such user.") }];
		await expect(client().call(getUser, { signal, params: { userId: "@a/b" } })).rejects.toThrow("There is no such user.");
		expect(asked[0]?.url).toBe("/api/v1/users/%40a%2Fb");
	});

	it("tries again after 5xx and 429, waiting longer each time or as long as told", async () => {
		const slow = { status: 429, body: problem("rate_limited", "Wait.", { retryAfterSeconds: 7 }) };
		answers = [{ status: 503 }, { status: 500 }, slow, { status: 503, headers: { "retry-after": "9" } }];
		expect(await likeIt()).toEqual(liked);
		expect(waits).toEqual([400, 800, 7000, 9000]);
	});

	it("does not repeat what was refused", async () => {
		answers = [{ status: 403, body: problem("forbidden", "You may not.") }];
		const refused = await likeIt().catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(Refused);
		expect(refused).toMatchObject({ status: 403, code: "forbidden" });
		expect(asked).toHaveLength(1);
	});

	it("gives up after nine tries and says what it wanted", async () => {
		answers = Array.from({ length: 20 }, () => ({ status: 503 }));
		await expect(likeIt()).rejects.toThrow(`${like.summary}: status 503`);
		expect(asked).toHaveLength(9);
	});

	it("names a server that does not answer", async () => {
		const nowhere = createClient("http://127.0.0.1:9", async () => undefined);
		await expect(nowhere.call(like, { token: "t", signal, params: { videoId: "1" } })).rejects.toThrow("does not answer");
	});

	it("refuses an answer that breaks the contract", async () => {
		answers = [{ status: 200, body: { liked: "yes" } }];
		await expect(likeIt()).rejects.toThrow();
	});

	it("does not begin when already stopped", async () => {
		const stopped = AbortSignal.abort(new Error("stopped"));
		await expect(client().call(like, { token: "t", signal: stopped, params: { videoId: "1" } })).rejects.toThrow("stopped");
		expect(asked).toHaveLength(0);
	});

	it("puts bytes and gives the ETag, and fails without one", async () => {
		answers = [{ status: 200, headers: { etag: '"abc"' } }, { status: 200 }];
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/part`;
		expect(await client().put(url, new Uint8Array([1]), { signal })).toBe('"abc"');
		await expect(client().put(url, new Uint8Array([1]), { signal })).rejects.toThrow("without an ETag");
	});
});
