import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { DAILY_LIMITS, GUEST_SEARCHES_OF_ADDRESS } from "../../../contracts/limits.ts";
import { cookieOf, newUser, services, testApp, testEnv } from "../../gateway/testing/api.ts";
import type { Env } from "../../platform/env.ts";
import { networkOf } from "../../trust/index.ts";
import { searchRoutes } from "./routes.ts";

const call = testApp(searchRoutes);
/** Production's numbers: the variables of these tests are the local ones. */
const bindings = { DAILY_LIMIT_FACTOR: "1" } as Partial<Record<keyof Env, unknown>>;

describe("searches", () => {
	it("429 after a thousand different ones in a day; the same words again, in other letters, cost nothing", async () => {
		const { id, token } = await newUser(call);
		const search = (words: string) => call(`GET /api/v1/search?q=${words}`, { token, bindings });
		expect((await search("tides")).headers.get("ratelimit")).toMatch(/^"search-day";r=999;t=\d+$/);
		expect((await search("TIDES")).headers.get("ratelimit")).toMatch(/^"search-day";r=999;t=\d+$/);
		await runInDurableObject(testEnv.USER_SESSION.get(testEnv.USER_SESSION.idFromName(`user:${id}`)), (session) => {
			for (let n = 1; n < DAILY_LIMITS.search.free; n++) session.spend("search", `earlier-${n}`, DAILY_LIMITS.search.free);
		});
		const refused = await search("waves");
		expect([refused.status, refused.json.code, refused.headers.get("ratelimit-policy")]).toEqual([
			429,
			"daily_limit",
			`"search-day";q=${DAILY_LIMITS.search.free};w=86400`,
		]);
		expect((await search("tides")).status).toBe(200);
	});

	it("429 for guests of one network address beyond an hour's number, while others and people with an account go on", async () => {
		const headers = { "cf-connecting-ip": `203.0.113.${Math.floor(Math.random() * 256)}` };
		const cookie = cookieOf((await call("GET /api/v1/search?q=tides", { headers })).headers);
		const hour = Math.floor(services.clock() / 3_600_000);
		const network = networkOf(services, new Headers(headers));
		await services.redis.client.hset(`crowd:${hour}:searches:${network?.address}`, { guests: GUEST_SEARCHES_OF_ADDRESS });
		const refused = await call("GET /api/v1/search?q=waves", { headers, cookie });
		expect([refused.status, refused.json.code]).toEqual([429, "rate_limited"]);
		expect(refused.json.retryAfterSeconds).toBeLessThanOrEqual(3_600);
		const { token } = await newUser(call);
		expect((await call("GET /api/v1/search?q=waves", { headers, token })).status).toBe(200);
		expect((await call("GET /api/v1/search?q=waves", { headers: { "cf-connecting-ip": "198.51.100.7" } })).status).toBe(200);
	});
});
