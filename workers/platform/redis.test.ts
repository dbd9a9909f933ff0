import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openRedis } from "./redis.ts";

/** Longer than the cloud's Redis is waited for, milliseconds. */
const SLOW_MS = 450;

let server: Server;
let url: string;

beforeEach(async () => {
	// The client sends commands in pipelines.
	server = createServer((_, response) => {
		setTimeout(() => response.setHeader("content-type", "application/json").end('[{"result":"PONG"}]'), SLOW_MS);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => server.close());

it("goes on without a Redis that is slow", async () => {
	expect(await openRedis(url, "token").soft((redis) => redis.ping())).toBeNull();
});

it("waits longer where the configuration has more patience", async () => {
	expect(await openRedis(url, "token", { patienceFactor: 20 }).soft((redis) => redis.ping())).toBe("PONG");
});
