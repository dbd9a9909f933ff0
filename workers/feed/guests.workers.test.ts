import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GUEST_ENDS_AFTER_MS } from "../../durable-objects/user-session.ts";
import { cookieOf, newUser, services, testApp } from "../gateway/testing/api.ts";
import { seedCatalogue } from "./catalogue.fixture.ts";
import { feedRoutes } from "./routes.ts";
import { isKept } from "./session/store.ts";
import { sessionOf } from "./session/stub.ts";
import { watched } from "./viewers.fixture.ts";

const call = testApp(feedRoutes);
const origin = { "sec-fetch-site": "same-origin" };
const WATCH = "POST /api/v1/analytics/watch";

beforeAll(async () => {
	await seedCatalogue(services, { count: 60, publish: true });
	// What is gathered first, in an isolate that has just begun beside another, may lack a source that was too slow; it is gathered anew.
	const isWhole = async () => expect((await call("GET /api/v1/feed?count=50")).json.videos).toHaveLength(50);
	await vi.waitFor(isWhole, { timeout: 60_000, interval: 500 });
});

/** Who looked at a page, and nothing more. */
async function newcomer(count = 10) {
	const { headers, json } = await call(`GET /api/v1/feed?count=${count}`);
	const cookie = cookieOf(headers);
	const id = /reelay_guest=([^.;]+)/.exec(cookie)?.[1] ?? "";
	return { cookie, key: `guest:${id}`, page: json, stub: sessionOf(services, `guest:${id}`) };
}
const keeps = (stub: ReturnType<typeof sessionOf>) => runInDurableObject(stub, (_, state) => isKept(state.storage.sql));

describe("a guest who only looks", () => {
	it("has nothing kept, page after page, and meets nothing twice", async () => {
		const { cookie, stub, page } = await newcomer();
		const seen: string[] = page.videos.map(({ id }: { id: string }) => id);
		let cursor = page.nextCursor;
		for (let turn = 0; turn < 3; turn++) {
			const { json } = await call(`GET /api/v1/feed?count=10&cursor=${cursor}`, { cookie });
			expect(json.isFallback).toBeUndefined();
			seen.push(...json.videos.map(({ id }: { id: string }) => id));
			cursor = json.nextCursor;
		}
		expect(new Set(seen).size).toBe(40);
		expect(await keeps(stub)).toBe(false);
		expect(await runInDurableObject(stub, (_, state) => state.storage.getAlarm())).toBeNull();
	});

	it("is given the same page again for the same cursor, and another without one", async () => {
		const { cookie, page } = await newcomer();
		const ask = async (query: string) =>
			(await call(`GET /api/v1/feed?count=10${query}`, { cookie })).json.videos.map(({ id }: { id: string }) => id) as string[];
		const next = `&cursor=${page.nextCursor}`;
		expect(await ask(next)).toEqual(await ask(next));
		const first = page.videos.map(({ id }: { id: string }) => id);
		expect((await ask("")).filter((id) => first.includes(id))).toEqual([]);
	});

	it("begins nothing by asking for lists and preferences, either", async () => {
		const { cookie, stub, page } = await newcomer();
		for (const path of ["/api/v1/feed/trending", "/api/v1/feed/preferences", `/api/v1/feed/${page.videos[0].id}/why`] as const) {
			expect((await call(`GET ${path}`, { cookie })).status).toBe(200);
		}
		expect(await keeps(stub)).toBe(false);
	});
});

describe("a request without a cookie", () => {
	it("202: a watch is taken, and nothing is begun for who may never come back", async () => {
		const { page } = await newcomer(1);
		const { status, json, headers } = await call(WATCH, { body: { events: [watched(page.videos[0])] } });
		expect([status, json]).toEqual([202, { accepted: 1, duplicates: 0, unknown: 0 }]);
		const id = /reelay_guest=([^.;]+)/.exec(cookieOf(headers))?.[1] ?? "";
		expect(await keeps(sessionOf(services, `guest:${id}`))).toBe(false);
	});

	it("429: what is set by hand begins sessions only so often from one address", async () => {
		const bindings = { AUTH_LIMIT: { limit: async () => ({ success: false }) } };
		const { status, json } = await call("POST /api/v1/onboarding/interests", { body: { interests: ["dance"] }, bindings });
		expect([status, json.code]).toEqual([429, "rate_limited"]);
	});
});

describe("the first watch", () => {
	it("begins the session: what was shown before is not shown again, it counts, and the very next page is the session's", async () => {
		const { cookie, key, stub, page } = await newcomer();
		const [first] = page.videos;
		const { json } = await call(WATCH, { cookie, headers: origin, body: { events: [watched(first, { watchDuration: 900 })] } });
		expect(json).toEqual({ accepted: 1, duplicates: 0, unknown: 0 });
		expect(await keeps(stub)).toBe(true);
		const shown = page.videos.map(({ id }: { id: string }) => id);
		const next = await call("GET /api/v1/feed?count=10", { cookie });
		expect(next.json.videos.map(({ id }: { id: string }) => id).filter((id: string) => shown.includes(id))).toEqual([]);
		const { standing, story } = await runInDurableObject(stub, (session, state) => ({
			standing: state.storage.sql.exec<{ value: string }>("select value from state where key = 'standing'").one().value,
			story: session.story(first.id, []),
		}));
		expect(JSON.parse(standing)).toMatchObject({ impressions: 1 });
		expect(story?.kind).toMatch(/^(exploit|explore|fresh)$/);
		expect(await sessionOf(services, key).page({ viewer: key, count: 1, cursor: null, country: null, device: null })).not.toBeNull();
	});
});

describe("a guest's session", () => {
	it("ends thirty days after they were last here, and not before", async () => {
		const { cookie, stub, page } = await newcomer();
		await call(WATCH, { cookie, headers: origin, body: { events: [watched(page.videos[0])] } });
		const setBack = (ms: number) =>
			runInDurableObject(stub, (_, { storage }) => {
				storage.sql.exec("update shown set at = at - ?", ms);
				storage.sql.exec("update event_ids set at = at - ?", ms);
				storage.sql.exec("update state set value = cast(value - ? as text) where key = 'guest'", ms);
			});
		const alarmAt = async () => (await runInDurableObject(stub, (_, { storage }) => storage.getAlarm())) ?? 0;
		await evictDurableObject(stub);
		// What is handed on and pruned before.
		for (let turn = 0; turn < 3 && (await alarmAt()) < services.clock() + 86_400_000; turn++) await runDurableObjectAlarm(stub);
		expect(await keeps(stub)).toBe(true);
		const alarm = await alarmAt();
		expect(Math.abs(alarm - services.clock() - GUEST_ENDS_AFTER_MS)).toBeLessThan(600_000);
		await setBack(GUEST_ENDS_AFTER_MS + 1_000);
		await evictDurableObject(stub);
		// Pruning may come first.
		for (let turn = 0; turn < 3 && (await keeps(stub)); turn++) await runDurableObjectAlarm(stub);
		expect(await keeps(stub)).toBe(false);
		expect(await runInDurableObject(stub, (_, { storage }) => storage.getAlarm())).toBeNull();
	});

	it("of a user does not end", async () => {
		const user = await newUser(call);
		await call("GET /api/v1/feed?count=1", { token: user.token });
		const stub = sessionOf(services, `user:${user.id}`);
		await runInDurableObject(stub, (_, { storage }) => storage.setAlarm(Date.now() + 60_000));
		await runDurableObjectAlarm(stub);
		expect(await keeps(stub)).toBe(true);
	});
});
