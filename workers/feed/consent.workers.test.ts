import { runInDurableObject } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { AnswerOf } from "../../contracts/endpoint.ts";
import type { why } from "../../contracts/feed.ts";
import type { FeedPreferences } from "../../contracts/preferences.ts";
import { RETENTION } from "../../contracts/retention.ts";
import { profiles } from "../../db/schema/users.ts";
import { newName, newUser, PASSWORD, services, type TestUser, testApp, testEnv } from "../gateway/testing/api.ts";
import { IsolateState } from "../platform/isolate-state.ts";
import { bindingsWith } from "../platform/test-env.fixture.ts";
import { socialRoutes } from "../social/routes.ts";
import { engagementRoutes } from "../videos/engagement/routes.ts";
import { type Catalogue, seedCatalogue, TOPICS } from "./catalogue.fixture.ts";
import { fallbackPage } from "./fallback.ts";
import { feedRoutes } from "./routes.ts";
import { sessionOf } from "./session/stub.ts";
import { newGuest, watched } from "./viewers.fixture.ts";

const call = testApp(feedRoutes, socialRoutes, engagementRoutes);
const same = { "sec-fetch-site": "same-origin" };
let catalogue: Catalogue;

beforeAll(async () => {
	catalogue = await seedCatalogue(services, { count: 80, publish: true });
});

const personal = async ({ token }: Pick<TestUser, "token">, is: boolean): Promise<FeedPreferences> => {
	const { status, json } = await call("PATCH /api/v1/feed/preferences", { token, body: { personal: is } });
	expect(status).toBe(200);
	return json;
};
const stated = async ({ token }: Pick<TestUser, "token">): Promise<FeedPreferences> =>
	(await call("GET /api/v1/feed/preferences", { token })).json;

/** Every row of a viewer's session object, by table. */
const rowsOf = (key: string): Promise<Record<string, Record<string, unknown>[]>> =>
	runInDurableObject(sessionOf(services, key), (_, { storage }) => {
		const tables = storage.sql.exec<{ name: string }>(
			"select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '_cf_%'",
		);
		return Object.fromEntries([...tables].map(({ name }) => [name, [...storage.sql.exec(`select * from "${name}"`)]]));
	});
const stateOf = (rows: Awaited<ReturnType<typeof rowsOf>>): Record<string, string> =>
	Object.fromEntries((rows.state ?? []).map(({ key, value }) => [String(key), String(value)]));

/** Everything a session holds that says what its viewer likes. */
async function tasteIn(key: string): Promise<string[]> {
	const rows = await rowsOf(key);
	const state = stateOf(rows);
	const { interests = [], weights = [], mutes = [] } = JSON.parse(state.preferences ?? "{}") as Record<string, unknown[][]>;
	return [
		...["taste", "exposures", "name", "space"].filter((part) => part in state),
		...(interests.length > 0 ? ["interests"] : []),
		...(weights.some(([, weight]) => weight !== 0) ? ["weights"] : []),
		...(mutes.some(([, , , vector]) => vector !== null) ? ["vectors of mutes"] : []),
		...((rows.event_ids ?? []).some(({ id }) => /^(alone|shown|gone)\./.test(String(id))) ? ["marks of acts"] : []),
		...((rows.given ?? []).some(({ page }) =>
			(JSON.parse(String(page)) as { told: { topic?: number }[][] }).told.some(([, , , parts]) =>
				Object.keys(parts ?? {}).some((part) => part === "topic" || part === "interest"),
			),
		)
			? ["what spoke for videos"]
			: []),
	];
}

/** All lines of the archive. */
async function archived(): Promise<string> {
	const lines: string[] = [];
	for (let cursor: string | undefined; ; ) {
		const page = await testEnv.ARCHIVE.list(cursor === undefined ? {} : { cursor });
		for (const { key } of page.objects.filter(({ key }) => key.endsWith(".ndjson.gz"))) {
			const object = await testEnv.ARCHIVE.get(key);
			if (object !== null) lines.push(await new Response(object.body.pipeThrough(new DecompressionStream("gzip"))).text());
		}
		if (!page.truncated) return lines.join("\n");
		cursor = page.cursor;
	}
}

/** A person who watches, likes, refuses and chooses, so that much is known of them. @returns ids of what they told */
async function live({ token }: TestUser, from: number): Promise<string[]> {
	const page = await call("GET /api/v1/feed?count=10", { token });
	const events = (page.json.videos as { id: string; durationMs: number }[]).map((video) => watched(video, { liked: true, replayed: true }));
	expect((await call("POST /api/v1/analytics/watch", { token, body: { events } })).json.accepted).toBe(10);
	for (const { id } of catalogue.records.slice(from, from + 3)) await call(`POST /api/v1/videos/${id}/like`, { token });
	await call(`POST /api/v1/feed/${catalogue.records[from + 3]?.id}/not-interested`, { token, body: { scope: "video" } });
	return events.map((event) => (event as { eventId: string }).eventId);
}

/** Keys of Redis that name a person, with the seconds they have left. */
async function keysNaming(userId: string): Promise<Map<string, number>> {
	const { client } = services.redis;
	const keys = (await client.keys("*")).filter((key) => key.includes(`user:${userId}`));
	return new Map(await Promise.all(keys.map(async (key): Promise<[string, number]> => [key, await client.ttl(key)])));
}

describe("a feed that is not personal", { timeout: 240_000 }, () => {
	it("keeps nothing of a taste in any store, from before or after; of somebody else's all is there", async () => {
		const [off, other] = [await newUser(call), await newUser(call)];
		for (const user of [off, other]) {
			await call("POST /api/v1/onboarding/interests", { token: user.token, body: { interests: [TOPICS[0]] } });
			await call("PATCH /api/v1/feed/preferences", {
				token: user.token,
				body: { topicWeights: { [TOPICS[1]]: 2, [TOPICS[2]]: 0 }, filters: { add: { keywords: ["spider"] } } },
			});
			await live(user, 0);
		}
		const known = await tasteIn(`user:${off.id}`);
		expect(known).toEqual(
			expect.arrayContaining(["taste", "name", "interests", "weights", "vectors of mutes", "marks of acts", "what spoke for videos"]),
		);
		const pseudonym = stateOf(await rowsOf(`user:${off.id}`)).name ?? "none";
		await expect.poll(async () => (await archived()).includes(pseudonym)).toBe(true);

		expect(await personal(off, false)).toMatchObject({
			personal: false,
			interests: [],
			topics: [{ topic: TOPICS[2], weight: 0 }],
			filters: { keywords: ["spider"] },
		});
		const leftInRedis = await keysNaming(off.id);
		const after = await live(off, 10);
		const afterOfOther = await live(other, 10);

		// The other's came last: once it is there, all is.
		await expect.poll(async () => (await archived()).includes(afterOfOther[0] ?? "-")).toBe(true);
		const lines = await archived();
		for (const id of after) expect(lines).not.toContain(id);
		expect(await tasteIn(`user:${off.id}`)).toEqual([]);
		expect(JSON.stringify(await rowsOf(`user:${off.id}`))).not.toContain(pseudonym);
		expect(await tasteIn(`user:${other.id}`)).toEqual(expect.arrayContaining(known));
		const [profile] = await services.db.user(off.id).select().from(profiles).where(eq(profiles.userId, off.id));
		expect(profile?.interests ?? []).toEqual([]);
		// What names them in Redis is what was shown to them lately, and what must not be.
		for (const [key, seconds] of await keysNaming(off.id)) {
			expect([key, seconds > 0 && seconds <= RETENTION.copies.days * 86_400]).toEqual([key, true]);
			if (leftInRedis.has(key)) continue;
			expect(key).toMatch(/^given:/);
		}
	});

	it("is what is popular and new: those followed and what was liked change nothing of it, and it says so", async () => {
		const user = await newUser(call);
		await personal(user, false);
		await call(`POST /api/v1/users/${catalogue.creatorIds[0]}/follow`, { token: user.token });
		await live(user, 20);
		const page = (await call("GET /api/v1/feed?count=10", { token: user.token })).json as { videos: { id: string }[] };
		expect(page.videos).toHaveLength(10);
		const key = `user:${user.id}`;
		for (const { id } of page.videos) {
			const story = await runInDurableObject(sessionOf(services, key), (session) => session.story(id, []));
			const personalParts = ["interest", "session", "topic", "topicNow", "creator", "sound", "followed", "chosen", "neighbours"];
			expect(Object.keys(story?.parts ?? {}).filter((part) => personalParts.includes(part))).toEqual([]);
			const { reasons } = (await call(`GET /api/v1/feed/${id}/why`, { token: user.token })).json as AnswerOf<typeof why>;
			expect(reasons[0]?.code).toBe("not_personal");
			expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
		}
	});

	it("shows nothing twice, page after page", async () => {
		const user = await newUser(call);
		await personal(user, false);
		const seen: string[] = [];
		for (let page = 0; page < 4; page++) {
			const { json } = await call("GET /api/v1/feed?count=8", { token: user.token });
			seen.push(...(json.videos as { id: string }[]).map(({ id }) => id));
		}
		expect(new Set(seen).size).toBe(32);
	});

	it("brings none of those followed in the fallback either, while the session can't answer", async () => {
		const user = await newUser(call);
		const mine = catalogue.creatorIds[3] ?? "";
		await call(`POST /api/v1/users/${mine}/follow`, { token: user.token });
		const viewer = { kind: "user", userId: user.id, sessionId: "", teen: false } as const;
		const down = () => {
			throw new Error("the session's object is down");
		};
		const placeOfMine = async () => {
			const dark = { ...services, isolate: new IsolateState(), ...bindingsWith({ USER_SESSION: { idFromName: down } }) };
			const { videos } = JSON.parse((await fallbackPage(dark, viewer, 40, 0)).json) as { videos: { user: { id: string } }[] };
			return videos.filter(({ user: { id } }) => id === mine).length;
		};
		const followed = await placeOfMine();
		await personal(user, false);
		expect(await placeOfMine()).toBeLessThan(followed);
	});

	it("409: takes neither interests nor more of a topic, and begins anew from nothing when it is turned on", async () => {
		const user = await newUser(call);
		await personal(user, false);
		const interests = { token: user.token, body: { interests: ["cooking"] } };
		const refused = await call("POST /api/v1/onboarding/interests", interests);
		expect([refused.status, refused.json.code]).toEqual([409, "feed_not_personal"]);
		const more = await call("PATCH /api/v1/feed/preferences", { token: user.token, body: { topicWeights: { cooking: 2 } } });
		expect([more.status, more.json.code]).toEqual([409, "feed_not_personal"]);
		expect(more.json.detail).toContain("Turn that on");
		await live(user, 30);
		expect(await personal(user, true)).toMatchObject({ personal: true, interests: [], topics: [] });
		expect((await call("POST /api/v1/onboarding/interests", interests)).status).toBe(200);
		await live(user, 40);
		expect(await tasteIn(`user:${user.id}`)).toContain("taste");
	});
});

describe("who signs up", { timeout: 120_000 }, () => {
	const register = async (birthYear: number, cookie?: string) => {
		const body = { username: newName(), password: PASSWORD, birthdate: `${birthYear}-05-17` };
		const { status, json } = await call("POST /api/v1/auth/register", { body, ...(cookie === undefined ? {} : { cookie, headers: same }) });
		expect(status).toBe(201);
		return json as { token: string; user: { id: string } };
	};
	const year = new Date(services.clock()).getUTCFullYear();

	it("as a teen has a feed that is not personal until they turn it on, and takes over nothing a guest's session learned", async () => {
		const guest = await newGuest(call);
		const { videos } = await guest.feed("?count=5");
		await guest.watch(videos.map((video) => watched(video)));
		const teen = await register(year - 15, guest.cookie);
		expect((await stated(teen)).personal).toBe(false);
		expect(await tasteIn(`user:${teen.user.id}`)).toEqual([]);
		expect((await stated(await register(year - 15))).personal).toBe(false);
		expect((await personal(teen, true)).personal).toBe(true);
	});

	it("grown up has a personal one, unless they had turned it off as a guest", async () => {
		expect((await stated(await register(year - 30))).personal).toBe(true);
		const guest = await newGuest(call);
		await call("PATCH /api/v1/feed/preferences", { cookie: guest.cookie, headers: same, body: { personal: false } });
		expect((await stated(await register(year - 30, guest.cookie))).personal).toBe(false);
	});
});
