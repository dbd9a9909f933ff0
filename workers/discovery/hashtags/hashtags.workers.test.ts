import { eq, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { HASHTAG_FOLLOWS_MAX } from "../../../contracts/limits.ts";
import { seeded } from "../../../contracts/seeded.ts";
import { hashtagKey } from "../../../contracts/words.ts";
import { hashtags } from "../../../db/schema/directory.ts";
import { hashtagFollows } from "../../../db/schema/users.ts";
import { videos } from "../../../db/schema/videos.ts";
import { catalogueRows } from "../../feed/catalogue-rows.fixture.ts";
import { feedRoutes } from "../../feed/routes.ts";
import { newUser, services, type TestUser, testApp } from "../../gateway/testing/api.ts";
import { emit } from "../../platform/events.ts";
import { socialRoutes } from "../../social/routes.ts";
import { invalidateVideo } from "../../videos/cards/index.ts";
import { hashtagRoutes } from "./routes.ts";

const call = testApp(hashtagRoutes, socialRoutes, feedRoutes);

/** A hashtag no other test has. */
let tags = 0;
const newTag = (name: string): string => hashtagKey(`${name}${services.newId()}_${tags++}`);
type Row = typeof videos.$inferInsert;

/** Videos that are up, as publishing leaves them. */
async function publish(creatorId: string, ...each: readonly Partial<Row>[]): Promise<string[]> {
	const { newId, clock, db } = services;
	const rows = catalogueRows({ count: each.length, creatorIds: [creatorId], newId, now: clock(), random: seeded(1) });
	for (const [place, row] of rows.entries()) {
		await db
			.video(row.id)
			.insert(videos)
			.values({ ...row, ...each[place] });
		await emit(services, "published", { videoId: row.id, userId: creatorId, news: null });
	}
	return rows.map(({ id }) => id);
}
const change = async (videoId: string, userId: string, set: Partial<Row>, what: "words" | "audience") => {
	await services.db.video(videoId).update(videos).set(set).where(eq(videos.id, videoId));
	await invalidateVideo(services, videoId);
	await emit(services, "changed", { videoId, userId, what });
};
const page = async (tag: string, query = "", viewer?: TestUser) => {
	const { status, json } = await call(
		`GET /api/v1/hashtag/${encodeURIComponent(tag)}/videos${query}`,
		viewer === undefined ? {} : { token: viewer.token },
	);
	return { status, ids: (json.videos as { id: string }[]).map(({ id }) => id), next: json.nextCursor as string | null };
};
const about = async (tag: string, viewer?: TestUser) =>
	(await call(`GET /api/v1/hashtag/${encodeURIComponent(tag)}`, viewer === undefined ? {} : { token: viewer.token })).json;
const countOf = async (tag: string) => (await services.db.directory().select().from(hashtags).where(eq(hashtags.tag, tag)))[0]?.videoCount;

let creator: TestUser;
beforeEach(async () => {
	creator = await newUser(call);
});

describe("videos of a hashtag", () => {
	it("200: those watched most first, or the newest, page by page, each once", async () => {
		const tag = newTag("dance");
		const seen = [5, 900, 40, 40, 0].map((longViewCount) => ({ hashtags: [tag], longViewCount }));
		const ids = await publish(creator.id, ...seen);
		const read = async (sort: string) => {
			const all: string[][] = [];
			for (let next: string | null = ""; next !== null; ) {
				const { ids: some, next: after } = await page(tag, `?limit=2&sort=${sort}&cursor=${next}`);
				all.push(some);
				next = after;
			}
			return all;
		};
		const [a, b, c, d, e] = ids;
		expect(await read("top")).toEqual([[b, d], [c, a], [e]]);
		expect(await read("newest")).toEqual([[e, d], [c, b], [a]]);
		expect((await page(tag)).ids).toEqual([b, d, c, a, e]);
	});

	it("200: by whatever form and script it is typed in", async () => {
		const tag = newTag("straße_é");
		const [id] = await publish(creator.id, { hashtags: [tag] });
		for (const typed of [`#${tag}`, tag.toUpperCase(), tag.replace("ss", "ẞ"), tag.normalize("NFD")])
			expect((await page(typed)).ids).toEqual([id]);
	});

	it("200: as far as the viewer may see them, and the page is full all the same", async () => {
		const tag = newTag("rules");
		const [mine, blocked, muted] = await Promise.all([1, 2, 3].map(() => newUser(call)));
		if (!mine || !blocked || !muted) throw new Error("no users");
		const [first] = await publish(creator.id, { hashtags: [tag] });
		const [second] = await publish(creator.id, { hashtags: [tag] });
		for (const other of [blocked, muted])
			for (let more = 0; more < 3; more++) await publish(other.id, { hashtags: [tag], longViewCount: 9_000 });
		await publish(creator.id, { hashtags: [tag], visibility: "private" }, { hashtags: [tag], visibility: "followers" });
		await call(`POST /api/v1/users/${blocked.id}/block`, { token: mine.token });
		await call(`POST /api/v1/users/${muted.id}/mute`, { token: mine.token });
		for (const sort of ["top", "newest"]) {
			const { ids } = await page(tag, `?limit=2&sort=${sort}`, mine);
			expect(ids.toSorted()).toEqual([first, second].toSorted());
		}
		expect((await page(tag)).ids).toHaveLength(8);
	});

	it("200: nothing of one that nobody used", async () => {
		expect(await page(newTag("never"))).toMatchObject({ status: 200, ids: [], next: null });
	});

	it("422: a cursor of another list", async () => {
		expect((await call("GET /api/v1/hashtag/dance/videos?cursor=abc")).json.code).toBe("invalid_fields");
	});
});

it.each([
	"GET /api/v1/hashtag/a-b",
	"GET /api/v1/hashtag/%23/videos",
	"PUT /api/v1/hashtag/__/follow",
	"DELETE /api/v1/hashtag/a%20b/follow",
] as const)("404: %s, for it can be no hashtag", async (operation) => {
	expect((await call(operation, { token: creator.token })).json).toMatchObject({ status: 404, code: "not_found" });
});

describe("what a hashtag counts", () => {
	it("each video for everyone once, however often it is published, edited, hidden or removed", async () => {
		const [tag, other] = [newTag("count"), newTag("other")];
		const [first, second] = await publish(creator.id, { hashtags: [tag, other] }, { hashtags: [tag] });
		if (!first || !second) throw new Error("no videos");
		await Promise.all([1, 2, 3].map(() => emit(services, "published", { videoId: first, userId: creator.id, news: null })));
		expect([await countOf(tag), await countOf(other)]).toEqual([2, 1]);

		await change(first, creator.id, { hashtags: [other] }, "words");
		expect([await countOf(tag), await countOf(other)]).toEqual([1, 1]);
		await change(first, creator.id, { visibility: "followers" }, "audience");
		expect([await countOf(tag), await countOf(other)]).toEqual([1, 0]);
		await change(first, creator.id, { visibility: "public", hashtags: [tag] }, "audience");
		expect([await countOf(tag), await countOf(other)]).toEqual([2, 0]);

		for (const _ of [1, 2]) await emit(services, "removed", { videoId: second, userId: creator.id, first: true });
		expect(await countOf(tag)).toBe(1);
		expect((await about(tag)).videoCount).toBe(1);
	});

	it("nothing of an account that is private, or leaves, until it comes back", async () => {
		const tag = newTag("account");
		const ids = await publish(creator.id, { hashtags: [tag] }, { hashtags: [tag] });
		const all = inArray(videos.id, ids);
		const database = services.db.video(ids[0] ?? "");
		await emit(services, "turned", { userId: creator.id, isPrivate: true });
		await database.update(videos).set({ creatorPrivate: true }).where(all);
		await emit(services, "turned", { userId: creator.id, isPrivate: true });
		expect(await countOf(tag)).toBe(0);
		await database.update(videos).set({ creatorPrivate: false }).where(all);
		await emit(services, "left", { userId: creator.id });
		expect(await countOf(tag)).toBe(0);
		await emit(services, "returned", { userId: creator.id });
		expect(await countOf(tag)).toBe(2);
	});
});

describe("a hashtag's page", () => {
	it("200: names what people put beside it, and not what one person puts beside it a hundred times", async () => {
		const [tag, close, common, spam] = [newTag("cats"), newTag("kittens"), newTag("fyp"), newTag("buy")];
		const people = await Promise.all([1, 2, 3].map(() => newUser(call)));
		for (const { id } of people) await publish(id, { hashtags: [tag, close, common] });
		await publish(creator.id, ...Array.from({ length: 12 }, () => ({ hashtags: [tag, spam] })));
		await publish(creator.id, ...Array.from({ length: 15 }, () => ({ hashtags: [common] })));
		const { related, ...rest } = await about(tag);
		expect(rest).toEqual({ tag, videoCount: 15, followed: false });
		expect((related as { tag: string }[]).map((one) => one.tag)).toEqual([close, common, spam]);
		expect(related[0]).toEqual({ tag: close, videoCount: 3 });
	});

	it("200: says whether the viewer follows it", async () => {
		const tag = newTag("follow");
		await call(`PUT /api/v1/hashtag/${tag}/follow`, { token: creator.token });
		expect((await about(tag, creator)).followed).toBe(true);
		expect((await about(tag)).followed).toBe(false);
	});
});

describe("Following", () => {
	const following = async () =>
		(await call("GET /api/v1/feed/following?count=50", { token: creator.token })).json.videos as { id: string; followedHashtag?: string }[];

	it("brings the newest videos of a hashtag followed, says which, and brings each once", async () => {
		const [tag, other] = [newTag("brings"), newTag("too")];
		const [friend, stranger] = await Promise.all([1, 2].map(() => newUser(call)));
		if (!friend || !stranger) throw new Error("no users");
		const [first] = await publish(stranger.id, { hashtags: [tag, other] });
		const [second] = await publish(friend.id, { hashtags: [tag] });
		await publish(creator.id, { hashtags: [tag] });
		await publish(stranger.id, { hashtags: [tag], visibility: "followers" }, {});
		for (const one of [tag, other]) await call(`PUT /api/v1/hashtag/${one}/follow`, { token: creator.token });
		await call(`POST /api/v1/users/${friend.id}/follow`, { token: creator.token });
		const shown = await following();
		expect(shown.map(({ id }) => id)).toEqual([second, first]);
		expect(shown.map(({ followedHashtag }) => followedHashtag)).toEqual([undefined, other]);
	});

	it("brings none of a topic the viewer wants none of, nor once the hashtag is followed no more", async () => {
		const [tag, none] = [newTag("want"), newTag("none")];
		const stranger = await newUser(call);
		const [wanted] = await publish(stranger.id, { hashtags: [tag] });
		await publish(stranger.id, { hashtags: [tag, none] });
		await call(`PUT /api/v1/hashtag/${tag}/follow`, { token: creator.token });
		await call("PATCH /api/v1/feed/preferences", { token: creator.token, body: { topicWeights: { [none]: 0 } } });
		expect((await following()).map(({ id }) => id)).toEqual([wanted]);
		await call(`DELETE /api/v1/hashtag/${tag}/follow`, { token: creator.token });
		expect(await following()).toEqual([]);
	});
});

describe("following a hashtag", () => {
	const follow = (tag: string, method = "PUT") =>
		call(`${method} /api/v1/hashtag/${encodeURIComponent(tag)}/follow` as `PUT /${string}`, { token: creator.token });
	const followed = async () => (await call("GET /api/v1/hashtags/followed", { token: creator.token })).json.hashtags as { tag: string }[];

	it("200: once, however often and in whatever form it is asked for; taken back likewise", async () => {
		const tag = newTag("idem");
		await Promise.all([follow(tag), follow(`#${tag.toUpperCase()}`)]);
		expect((await follow(tag)).json).toEqual({ tag, followed: true });
		await publish(creator.id, { hashtags: [tag] });
		expect(await followed()).toEqual([{ tag, videoCount: 1 }]);
		for (const _ of [1, 2]) expect((await follow(tag, "DELETE")).json).toEqual({ tag, followed: false });
		expect(await followed()).toEqual([]);
	});

	it("409: as many as there may be; one that is followed is no more", async () => {
		const held = Array.from({ length: HASHTAG_FOLLOWS_MAX }, (_, place) => `full${place}`);
		const createdAt = new Date(services.clock());
		await services.db
			.user(creator.id)
			.insert(hashtagFollows)
			.values(held.map((tag) => ({ userId: creator.id, tag, createdAt })));
		expect((await follow("one_more")).json).toMatchObject({ status: 409, code: "hashtags_full" });
		expect((await follow("full7")).status).toBe(200);
		expect(await followed()).toHaveLength(HASHTAG_FOLLOWS_MAX);
	});

	it("goes with the person", async () => {
		await follow(newTag("gone"));
		await emit(services, "erased", { userId: creator.id });
		expect(await services.db.user(creator.id).select().from(hashtagFollows).where(eq(hashtagFollows.userId, creator.id))).toEqual([]);
	});
});
