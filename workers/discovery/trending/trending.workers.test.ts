import { beforeEach, describe, expect, it } from "vitest";
import { seeded } from "../../../contracts/seeded.ts";
import type { TrendingHashtag } from "../../../contracts/trending.ts";
import { hashtagKey } from "../../../contracts/words.ts";
import { videos } from "../../../db/schema/videos.ts";
import { catalogueRows } from "../../feed/catalogue-rows.fixture.ts";
import { watchEvent } from "../../feed/events/watch-event.fixture.ts";
import { feedRoutes } from "../../feed/routes.ts";
import { newUser, services, type TestUser, testApp } from "../../gateway/testing/api.ts";
import { emit } from "../../platform/events.ts";
import { IsolateState } from "../../platform/isolate-state.ts";
import type { Services } from "../../platform/services.ts";
import { hashtagRoutes } from "../hashtags/routes.ts";
import { bucketKey, hourOf } from "./buckets.ts";
import { countActs } from "./count.ts";
import { risingHashtags } from "./read.ts";
import { countWatchedTags } from "./watched.ts";

const call = testApp(feedRoutes, hashtagRoutes);
/** A hashtag and a country no other test has. */
let names = 0;
const newTag = (name: string): string => hashtagKey(`${name}${services.newId()}_${names++}`);
const LETTERS = "ABCDEFGHIJKLMNOPRSTUVWXYZ";
const newCountry = (): string => `Q${LETTERS[names++ % LETTERS.length]}`;
const DURATION = 2_500;

let creator: TestUser;
let country: string;
beforeEach(async () => {
	creator = await newUser(call);
	country = newCountry();
	for (const what of ["score", "posts", "people"] as const)
		await services.redis.client.del(bucketKey(hourOf(services.clock()), country, what));
});

async function publish(userId: string, more: Partial<typeof videos.$inferInsert>): Promise<string> {
	const { newId, clock, db } = services;
	const [row] = catalogueRows({
		count: 1,
		creatorIds: [userId],
		newId,
		now: clock(),
		random: seeded(1),
		overrides: { durationMs: DURATION, ...more },
	});
	if (row === undefined) throw new Error("no row");
	await db.video(row.id).insert(videos).values(row);
	await emit(services, "published", { videoId: row.id, userId, news: null });
	return row.id;
}
const listed = async (query = "", user?: TestUser): Promise<TrendingHashtag[]> =>
	(await call(`GET /api/v1/trending${query}`, user === undefined ? {} : { token: user.token })).json.hashtags;
/** What rises, read anew. */
const risingIn = async (where: string | null, using: Services = services) =>
	new Map(
		(await risingHashtags({ ...using, isolate: new IsolateState() }, where)).map(({ tag, because, rise }) => [tag, { because, rise }]),
	);
const becauseOf = async (tag: string) => (await risingIn(null)).get(tag)?.because;
/** Looks at the hashtag's page and watches its video to the end. */
async function watch(user: TestUser, tag: string, videoId: string): Promise<void> {
	await call(`GET /api/v1/hashtag/${tag}/videos`, { token: user.token });
	const { status } = await call("POST /api/v1/analytics/watch", {
		token: user.token,
		body: { videoId, watchDuration: DURATION, totalDuration: DURATION, eventId: crypto.randomUUID() },
	});
	expect(status).toBe(202);
}

describe("what is trending", () => {
	it("counts who watches a hashtag's videos to the end as it happens, before any queue brings it, each person once an hour", async () => {
		const tag = newTag("watch");
		const videoIds = [await publish(creator.id, { hashtags: [tag] }), await publish(creator.id, { hashtags: [tag] })];
		const people = await Promise.all([1, 2, 3].map(() => newUser(call)));
		for (const user of people) for (const videoId of videoIds) await watch(user, tag, videoId);
		await expect.poll(() => becauseOf(tag)).toEqual({ code: "watching", count: 3 });
		for (const user of people) for (const videoId of videoIds) await watch(user, tag, videoId);
		expect(await becauseOf(tag)).toEqual({ code: "watching", count: 3 });
	});

	it("counts who posts, and says how many new videos there were; the creator's own views are none", async () => {
		const tag = newTag("post");
		const people = await Promise.all([1, 2, 3].map(() => newUser(call)));
		const ids = [];
		for (const { id } of people) ids.push(await publish(id, { hashtags: [tag] }), await publish(id, { hashtags: [tag] }));
		await expect.poll(() => becauseOf(tag)).toEqual({ code: "new_videos", count: 3 });
		await emit(services, "published", { videoId: ids[0] ?? "", userId: people[0]?.id ?? "", news: null });
		expect(await becauseOf(tag)).toEqual({ code: "new_videos", count: 3 });
		const shown = (await listed()).find((one) => one.tag === tag);
		expect(shown).toEqual({ tag, videoCount: 6, because: { code: "new_videos", count: 3, text: "3 new videos in an hour" } });
	});

	it("shows where it was counted at once, though this isolate held a copy", async () => {
		const tag = newTag("now");
		await risingHashtags(services, null);
		const act = { kind: "people", tag, at: services.clock(), settled: true, country: null } as const;
		await countActs(
			services,
			["user:1", "user:2"].map((by) => ({ ...act, by })),
		);
		expect((await risingHashtags(services, null)).map((one) => one.tag)).toContain(tag);
	});

	it("shows in every other isolate within two seconds", async () => {
		const tag = newTag("everywhere");
		let later = 0;
		const other: Services = { ...services, isolate: new IsolateState(), clock: () => services.clock() + later };
		const isThere = async () => (await risingHashtags(other, null)).some((one) => one.tag === tag);
		expect(await isThere()).toBe(false);
		const act = { kind: "people", tag, at: services.clock(), settled: true, country: null } as const;
		await countActs(
			services,
			["user:1", "user:2"].map((by) => ({ ...act, by })),
		);
		expect(await isThere()).toBe(false);
		later = 2_000;
		expect(await isThere()).toBe(true);
	});

	it("is counted by country, and everywhere where too little happens in one", async () => {
		const [there, elsewhere] = [[1, 2, 3].map(() => newTag("there")), newTag("elsewhere")];
		const at = services.clock();
		const acts = (tag: string, where: string) =>
			[1, 2].map((person) => ({ kind: "people", tag, by: `user:${where}${person}`, at, settled: true, country: where }) as const);
		await countActs(services, [...acts(there[0] ?? "", country), ...acts(elsewhere, "QQ")]);
		expect((await call(`GET /api/v1/trending?country=${country.toLowerCase()}`)).json.country).toBeNull();
		await countActs(
			services,
			there.flatMap((tag) => acts(tag, country)),
		);
		for (const tag of there) await publish(creator.id, { hashtags: [tag] });
		const { json } = await call(`GET /api/v1/trending?country=${country}`);
		expect(json.country).toBe(country);
		expect(new Set((json.hashtags as TrendingHashtag[]).filter(({ because }) => because.code !== "used").map(({ tag }) => tag))).toEqual(
			new Set(there),
		);
		expect((await risingIn("QQ")).has(there[0] ?? "")).toBe(false);
	});

	it("leaves out what the viewer filters or wants none of, and what nobody can see any more", async () => {
		const [filtered, refused, gone, kept] = ["f", "r", "g", "k"].map(newTag);
		if (!filtered || !refused || !gone || !kept) throw new Error("no tags");
		const people = await Promise.all([1, 2].map(() => newUser(call)));
		for (const { id } of people) for (const tag of [filtered, refused, kept]) await publish(id, { hashtags: [tag] });
		const at = services.clock();
		await countActs(
			services,
			people.map(({ id }) => ({ kind: "people", tag: gone, by: `user:${id}`, at, settled: true, country: null })),
		);
		await expect.poll(async () => (await listed()).map(({ tag }) => tag)).toEqual(expect.arrayContaining([filtered, refused, kept]));
		const body = { filters: { add: { hashtags: [filtered] } }, topicWeights: { [refused]: 0 } };
		await call("PATCH /api/v1/feed/preferences", { token: creator.token, body });
		const mine = (await listed("", creator)).map(({ tag }) => tag);
		expect([filtered, refused, gone, kept].map((tag) => mine.includes(tag))).toEqual([false, false, false, true]);
	});

	it("shows topics with their videos; hashtags on the same videos are one topic", async () => {
		const [first, second] = [newTag("main"), newTag("beside")];
		const people = await Promise.all([1, 2, 3, 4, 5].map(() => newUser(call)));
		const at = services.clock();
		const ids = [];
		for (const { id } of people) ids.push(await publish(id, { hashtags: [first, second] }));
		// Far ahead of what other tests left.
		const acts = (tag: string, count: number) =>
			Array.from(
				{ length: count },
				(_, person) => ({ kind: "people", tag, by: `user:${tag}${person}`, at, settled: true, country: null }) as const,
			);
		await countActs(services, [...acts(first, 600), ...acts(second, 500)]);
		const { topics } = (await call("GET /api/v1/trending")).json;
		expect(topics[0]).toMatchObject({ tag: first, beside: [second] });
		expect((topics[0].videos as { id: string }[]).map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
	});

	it("stands in with what many use while nothing is known of now", async () => {
		const dark: Services = { ...services, isolate: new IsolateState(), redis: { ...services.redis, soft: async () => null } };
		expect(await risingHashtags(dark, null)).toEqual([]);
		await publish(creator.id, { hashtags: [newTag("used")] });
		const { status, json } = await call("GET /api/v1/trending", { bindings: {} });
		expect(status).toBe(200);
		expect((json.hashtags as TrendingHashtag[]).length).toBeGreaterThan(0);
		expect(new Date(json.hour).getTime() % 3_600_000).toBe(0);
	});
});

describe("nobody lifts a hashtag alone", () => {
	const at = () => services.clock();

	it("not one account, however many videos it posts and watches", async () => {
		const tag = newTag("spam");
		for (let more = 0; more < 5; more++) await publish(creator.id, { hashtags: [tag] });
		const by = { viewer: `user:${creator.id}`, at: at(), qualifies: true, settled: true };
		const ids = await Promise.all(Array.from({ length: 20 }, () => publish(creator.id, { hashtags: [tag] })));
		await countWatchedTags(
			services,
			ids.map((videoId) => watchEvent({ ...by, videoId })),
		);
		expect((await risingIn(null)).get(tag)?.because.count ?? 0).toBeLessThanOrEqual(1);
	});

	it("not one address: its new accounts together are less than one person who was here before, its settled ones a root of their number", async () => {
		const [bots, campus, people] = [newTag("bots"), newTag("campus"), newTag("people")];
		const address = `a${services.newId()}`;
		const acts = (tag: string, count: number, settled: boolean, from?: string) =>
			Array.from(
				{ length: count },
				(_, person) => ({ kind: "people", tag, by: `guest:${tag}.${person}`, at: at(), settled, country: null, address: from }) as const,
			);
		await countActs(services, [...acts(bots, 500, false, address), ...acts(campus, 500, true, `c${address}`), ...acts(people, 60, true)]);
		const rising = await risingIn(null);
		const rise = (tag: string) => rising.get(tag)?.rise ?? 0;
		expect(rise(bots)).toBeLessThan(0.25);
		expect(rise(campus)).toBeLessThan(rise(people));
		expect(rising.get(campus)?.because.count).toBe(54);
	});

	it("not views that count for nobody, nor an evening told later", async () => {
		const tag = newTag("late");
		const videoId = await publish(creator.id, { hashtags: [tag] });
		const of = (viewer: string, more: object) => watchEvent({ videoId, viewer, at: at(), qualifies: true, ...more });
		await countWatchedTags(services, [
			...["1", "2", "3"].map((id) => of(`guest:q${tag}${id}`, { qualifies: false })),
			...["4", "5", "6"].map((id) => of(`guest:q${tag}${id}`, { at: at() - 2 * 3_600_000 })),
			...["7", "8", "9"].map((id) => of(`guest:q${tag}${id}`, { watchMs: 700 })),
		]);
		expect(await becauseOf(tag)).toBeUndefined();
	});
});
