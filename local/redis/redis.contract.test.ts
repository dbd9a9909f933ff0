import { Redis } from "@upstash/redis";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StandIn } from "../serve.ts";
import { startRedis } from "./server.ts";

let server: StandIn;
let redis: Redis;
const connect = (token: string) =>
	new Redis({ url: server.url, token, retry: false, enableTelemetry: false, enableAutoPipelining: false, readYourWrites: true });

beforeAll(async () => {
	server = await startRedis({ token: "right", redisUrl: process.env.REDIS_URL });
	redis = connect("right");
});
beforeEach(() => redis.flushdb());
afterAll(() => server.close());

describe("@upstash/redis", () => {
	it("stores JSON and text, and gives null for what is not there", async () => {
		expect(await redis.set("video:1", { title: "Møøse 🫎", n: 1 }, { ex: 60 })).toBe("OK");
		await redis.set("word", "OK");
		expect(await redis.get("video:1")).toEqual({ title: "Møøse 🫎", n: 1 });
		expect(await redis.mget("video:1", "none", "word")).toEqual([{ title: "Møøse 🫎", n: 1 }, null, "OK"]);
		expect(await redis.ttl("video:1")).toBeGreaterThan(55);
		expect(await redis.del("video:1", "none")).toBe(1);
	});

	it("sets only if absent, and forgets after the time given", async () => {
		expect(await redis.set("lock", "a", { nx: true, px: 40 })).toBe("OK");
		expect(await redis.set("lock", "b", { nx: true, px: 40 })).toBeNull();
		await expect.poll(() => redis.get("lock"), { timeout: 2000, interval: 10 }).toBeNull();
	});

	it("counts", async () => {
		expect(await redis.incr("n")).toBe(1);
		expect(await redis.incrby("n", 4)).toBe(5);
		expect(await redis.expire("n", 30)).toBe(1);
		expect(await redis.exists("n", "m")).toBe(1);
	});

	it("keeps hashes", async () => {
		expect(await redis.hset("h", { a: 1, b: "two" })).toBe(2);
		expect(await redis.hgetall("h")).toEqual({ a: 1, b: "two" });
		expect(await redis.hmget("h", "b", "c")).toEqual({ b: "two", c: null });
		expect(await redis.hincrby("h", "a", 2)).toBe(3);
		expect(await redis.hgetall("none")).toBeNull();
	});

	it("keeps sorted sets, by rank and by score, with options in any case", async () => {
		await redis.zadd("z", { score: 1, member: "a" }, { score: 3, member: "nx" }, { score: 2, member: "b" });
		expect(await redis.zadd("z", { nx: true }, { score: 9, member: "a" })).toBe(0);
		expect(await redis.zrange("z", 0, 1, { rev: true })).toEqual(["nx", "b"]);
		expect(await redis.zrange("z", 0, -1, { withScores: true })).toEqual(["a", 1, "b", 2, "nx", 3]);
		expect(await redis.zrange("z", 2, 3, { byScore: true })).toEqual(["b", "nx"]);
		expect(await redis.zincrby("z", 1.5, "a")).toBe(2.5);
		expect(await redis.zscore("z", "none")).toBeNull();
		expect(await redis.zremrangebyrank("z", 0, 0)).toBe(1);
		expect(await redis.zcard("z")).toBe(2);
	});

	it("keeps sets and lists", async () => {
		await redis.sadd("s", "x", "y");
		expect((await redis.smembers("s")).sort()).toEqual(["x", "y"]);
		await redis.lpush("l", "1", "2");
		expect(await redis.lrange("l", 0, -1)).toEqual([2, 1]);
	});

	it("answers a pipeline in order, the error of one beside the results of the others", async () => {
		const kept = await redis.pipeline().set("a", 1).incr("a").evalsha("ff", [], []).get("a").exec({ keepErrors: true });
		expect(kept.map((entry) => entry.result)).toEqual(["OK", 2, undefined, 2]);
		expect(kept[2]?.error).toMatch(/NOSCRIPT/);
	});

	it("runs a transaction without others between its commands", async () => {
		const bump = () => redis.multi().incr("t").incr("t").exec<[number, number]>();
		const pairs = await Promise.all(Array.from({ length: 10 }, bump));
		expect(pairs.every(([first, second]) => second === first + 1)).toBe(true);
		expect(await redis.get("t")).toBe(20);
	});

	it("runs Lua, by source and by digest", async () => {
		const release = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end";
		await redis.set("lock", "mine");
		expect(await redis.eval(release, ["lock"], ["theirs"])).toBe(0);
		expect(await redis.eval(release, ["lock"], ["mine"])).toBe(1);
		const digest = await redis.scriptLoad("return ARGV[1] .. '!'");
		expect(await redis.evalsha(digest, [], ["hey"])).toBe("hey!");
		await expect(redis.evalsha("0".repeat(40), [], [])).rejects.toThrow(/NOSCRIPT/);
	});

	it("refuses a wrong token, an unknown command and a request over 1 MB", async () => {
		await expect(connect("wrong").get("a")).rejects.toThrow(/WRONGPASS/);
		const unknown = await fetch(server.url, { method: "POST", headers: { authorization: "Bearer right" }, body: '["nosuch"]' });
		expect(unknown.status).toBe(400);
		expect(await unknown.json()).toMatchObject({ error: expect.stringMatching(/unknown command|Unsupported command/) });
		await expect(redis.set("big", "x".repeat(1_100_000))).rejects.toThrow();
	});

	it("fails while Redis is down and works once it is back", async () => {
		server.gate("refuse");
		await expect(redis.get("a")).rejects.toThrow();
		server.gate("open");
		expect(await redis.get("a")).toBeNull();
	});

	it("answers a command in the path, unencoded when no encoding is asked for", async () => {
		await redis.set("plain", "text");
		const response = await fetch(`${server.url}/get/plain`, { headers: { authorization: "Bearer right" } });
		expect(await response.json()).toEqual({ result: "text" });
	});
});
