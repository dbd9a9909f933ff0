import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { FeedPage } from "../../contracts/feed.ts";
import { videos } from "../../db/schema/videos.ts";
import { services, testApp } from "../gateway/testing/api.ts";
import { invalidateVideo } from "../videos/cards/index.ts";
import { type Catalogue, seedCatalogue, TOPICS } from "./catalogue.fixture.ts";
import { feedRoutes } from "./routes.ts";
import { sessionOf } from "./session/stub.ts";
import { newGuest, watched } from "./viewers.fixture.ts";

const call = testApp(feedRoutes);
let catalogue: Catalogue;

beforeAll(async () => {
	catalogue = await seedCatalogue(services, { count: 160, publish: true });
});

/** Taken away by a test; the seeded records don't know. */
const deleted = new Set<string>();
const clipsOf = (topic: string) => catalogue.records.filter(({ id, hashtags }) => hashtags[0] === topic && !deleted.has(id));
const ids = (page: FeedPage) => page.videos.map(({ id }) => id);
const ofTopic = (page: FeedPage, topic: string) => page.videos.filter(({ hashtags }) => hashtags[0] === topic).length;

describe("GET /api/v1/feed", () => {
	it("200: gives whole cards of public videos to a guest, as the contract says", async () => {
		const guest = await newGuest(call);
		const page = await guest.feed("?count=10");
		expect(FeedPage.safeParse(page).error).toBeUndefined();
		expect(page.videos).toHaveLength(10);
		expect(page.isFallback).toBeUndefined();
		expect(page.videos[0]?.manifest.base).toBe(`/videos/auto/${page.videos[0]?.id}/g1/`);
	});

	it("never shows a video twice, page after page, though the object is lost the moment it has given one", async () => {
		const guest = await newGuest(call);
		const seen = new Set<string>();
		let cursor: string | null = null;
		for (let turn = 0; turn < 7; turn++) {
			// Without a cursor nothing tells what was lost: what is a moment old is not.
			if (turn === 3) await written(guest.key, seen.size);
			if (turn % 2 === 1) await evict(guest.key);
			const page: FeedPage = await guest.feed(`?count=20${cursor === null || turn === 3 ? "" : `&cursor=${cursor}`}`);
			for (const id of ids(page)) {
				expect(seen.has(id)).toBe(false);
				seen.add(id);
			}
			cursor = page.nextCursor;
		}
		expect(seen.size).toBe(140);
	});

	it("takes a cursor of no page of this viewer's for a beginning", async () => {
		const [guest, other] = [await newGuest(call), await newGuest(call)];
		const { nextCursor } = await other.feed("?count=5");
		for (const cursor of [nextCursor, "1.2.!!!!", "no.such.cursor.there", encodeURIComponent("€.€.€")]) {
			expect(ids(await guest.feed(`?count=3&cursor=${cursor}`))).toHaveLength(3);
		}
	});

	it("takes the cursor 0 for a beginning, each time", async () => {
		const guest = await newGuest(call);
		const first = await guest.feed("?count=5&cursor=0");
		const second = await guest.feed("?count=5&cursor=0");
		expect(ids(second).filter((id) => ids(first).includes(id))).toEqual([]);
	});

	it("answers the same page to a cursor given again, also after a restart", async () => {
		const guest = await newGuest(call);
		const first = await guest.feed("?count=5");
		const second = await guest.feed(`?count=5&cursor=${first.nextCursor}`);
		await guest.feed(`?count=5&cursor=${second.nextCursor}`);
		await written(guest.key, 15);
		await evict(guest.key);
		const again = await guest.feed(`?count=5&cursor=${first.nextCursor}`);
		expect(ids(again)).toEqual(ids(second));
		expect(again.nextCursor).toBe(second.nextCursor);
	});

	it("answers the same page to requests that come at once with the same cursor, from one generation", async () => {
		const guest = await newGuest(call);
		const first = await guest.feed("?count=5");
		const pages = await Promise.all(Array.from({ length: 10 }, () => guest.feed(`?count=8&cursor=${first.nextCursor}`)));
		expect(new Set(pages.map((page) => ids(page).join())).size).toBe(1);
	});

	it("hardly ever shows a creator twice in a row while others are there: only where chance drew the slot", async () => {
		let repeats = 0;
		for (let one = 0; one < 4; one++) {
			const { videos: page } = await (await newGuest(call)).feed("?count=30");
			repeats += page.filter((video, place) => place > 0 && video.user.id === page[place - 1]?.user.id).length;
		}
		// Of eight creators, without any care for variety: fifteen.
		expect(repeats).toBeLessThanOrEqual(8);
	});

	it("leaves out at once what was deleted after it came into the queue", async () => {
		const guest = await newGuest(call);
		const upcoming = await runInDurableObject(sessionOf(services, guest.key), async (session) => {
			const page = await session.page({ viewer: guest.key, count: 1, cursor: null, country: null, device: null });
			return page?.upcoming.slice(0, 5) ?? [];
		});
		for (const id of upcoming) {
			deleted.add(id);
			await services.db.video(id).update(videos).set({ status: "deleted" }).where(eq(videos.id, id));
			await invalidateVideo(services, id);
		}
		const page = await guest.feed("?count=10");
		expect(page.videos).toHaveLength(10);
		expect(ids(page).filter((id) => upcoming.includes(id))).toEqual([]);
	});

	it("422: refuses a count out of bounds", async () => {
		expect((await call("GET /api/v1/feed?count=51")).status).toBe(422);
	});
});

describe("POST /api/v1/analytics/watch", () => {
	it("brings more of a topic after three of its clips were watched to the end, and less after skips", async () => {
		for (const topic of [TOPICS[0], TOPICS[3]]) {
			const guest = await newGuest(call);
			const before = await guest.feed("?count=10");
			const clips = clipsOf(topic).slice(0, 3);
			const { status, json } = await guest.watch(clips.map((clip) => watched({ id: clip.id, durationMs: clip.durationMs ?? 0 })));
			expect([status, json]).toEqual([202, { accepted: 3, duplicates: 0, unknown: 0 }]);
			const after = await guest.feed("?count=10");
			expect(ofTopic(after, topic)).toBeGreaterThan(ofTopic(before, topic));
			// Of ten, among those of other tests' creators.
			expect(ofTopic(after, topic)).toBeGreaterThanOrEqual(2);

			const more = after.videos.filter(({ hashtags }) => hashtags[0] === topic);
			await guest.watch(more.map((clip) => watched(clip, { watchDuration: 600 })));
			await guest.watch(more.map((clip) => watched(clip, { watchDuration: 700 })));
			expect(ofTopic(await guest.feed("?count=10"), topic)).toBeLessThan(ofTopic(after, topic));
		}
	});

	it("takes an event id once, counts unknown videos, and takes a single event", async () => {
		const guest = await newGuest(call);
		const [clip] = (await guest.feed("?count=1")).videos;
		if (clip === undefined) throw new Error("no clip");
		const event = watched(clip);
		expect((await guest.watch([event, event])).json).toEqual({ accepted: 1, duplicates: 1, unknown: 0 });
		expect((await guest.watch([event, watched({ id: "42", durationMs: 1 })])).json).toEqual({ accepted: 0, duplicates: 1, unknown: 1 });
		const single = await call("POST /api/v1/analytics/watch", {
			cookie: guest.cookie,
			headers: { "sec-fetch-site": "same-origin" },
			body: watched(clip),
		});
		expect(single.json).toEqual({ accepted: 1, duplicates: 0, unknown: 0 });
	});

	it("counts as unknown what the viewer may not see: neither learned from nor told to be there", async () => {
		const guest = await newGuest(call);
		const { records } = await seedCatalogue(services, { count: 2, creators: 1, overrides: { visibility: "private" } });
		const [hidden, own] = records.map(({ id }) => watched({ id, durationMs: 9_000 }));
		expect((await guest.watch([hidden ?? {}, own ?? {}])).json).toEqual({ accepted: 0, duplicates: 0, unknown: 2 });
	});

	it("422: refuses a watch time below zero", async () => {
		const guest = await newGuest(call);
		expect((await guest.watch([{ videoId: "1", watchDuration: -1, totalDuration: 5 }])).status).toBe(422);
	});
});

describe("steering", () => {
	const same = { "sec-fetch-site": "same-origin" };

	it("not interested in a topic takes it out of what comes, and undo brings it back", async () => {
		const guest = await newGuest(call);
		const topic = TOPICS[2];
		const clip = clipsOf(topic)[0];
		const at = `POST /api/v1/feed/${clip?.id}/not-interested` as const;
		for (let turn = 0; turn < 2; turn++) {
			const { status, json } = await call(at, { cookie: guest.cookie, headers: same, body: { scope: "topic" } });
			expect([status, json]).toEqual([200, { accepted: true }]);
		}
		expect(ofTopic(await guest.feed("?count=20"), topic)).toBe(0);
		await call(at, { cookie: guest.cookie, headers: same, body: { scope: "topic", undo: true } });
		await call("POST /api/v1/onboarding/interests", { cookie: guest.cookie, headers: same, body: { interests: [topic] } });
		expect(ofTopic(await guest.feed("?count=20"), topic)).toBeGreaterThan(0);
	});

	it("404: not interested in a video that doesn't exist", async () => {
		const guest = await newGuest(call);
		const answer = await call("POST /api/v1/feed/4711/not-interested", { cookie: guest.cookie, headers: same, body: {} });
		expect([answer.status, answer.json.code]).toEqual([404, "video_not_found"]);
	});

	it("starts from chosen interests: their topics lead the first page", async () => {
		const guest = await newGuest(call);
		const chosen = [TOPICS[5], TOPICS[6]];
		const answer = await call("POST /api/v1/onboarding/interests", { cookie: guest.cookie, headers: same, body: { interests: chosen } });
		expect([answer.status, answer.json]).toEqual([200, { interests: chosen }]);
		const page = await guest.feed("?count=10");
		expect(ofTopic(page, TOPICS[5]) + ofTopic(page, TOPICS[6])).toBeGreaterThanOrEqual(5);
	});

	it("tells why a video was shown, and that others were not chosen by the feed", async () => {
		const guest = await newGuest(call);
		const page = await guest.feed("?count=2");
		const shown = await call(`GET /api/v1/feed/${page.videos[0]?.id}/why`, { cookie: guest.cookie });
		expect(shown.status).toBe(200);
		expect(shown.json.reasons.length).toBeGreaterThan(0);
		expect(shown.json.reasons[0].text.length).toBeGreaterThan(5);
		expect(shown.json.reasons.reduce((sum: number, { share }: { share: number }) => sum + share, 0)).toBeCloseTo(1, 6);
		const elsewhere = clipsOf(TOPICS[1]).find(({ id }) => !ids(page).includes(id))?.id;
		await call(`POST /api/v1/feed/${elsewhere}/not-interested`, { cookie: guest.cookie, headers: same, body: {} });
		const found = await call(`GET /api/v1/feed/${elsewhere}/why`, { cookie: guest.cookie });
		expect(found.json.reasons).toEqual([{ code: "not_from_taste", text: "Nothing you watched led to this one", share: 1 }]);
	});

	it("reset forgets the taste but not what was shown", async () => {
		const guest = await newGuest(call);
		const before = await guest.feed("?count=10");
		await guest.watch(before.videos.map((video) => watched(video)));
		const { json } = await call("POST /api/v1/feed/reset", { cookie: guest.cookie, headers: same });
		expect(json).toEqual({ reset: true });
		const taste = await runInDurableObject(sessionOf(services, guest.key), (session) => session.bequeath().taste);
		expect(taste).toBeNull();
		const after = await guest.feed("?count=10");
		expect(ids(after).filter((id) => ids(before).includes(id))).toEqual([]);
	});
});

/** Pages are written down a moment after they were given. @param count videos that were shown so far */
async function written(key: string, count: number): Promise<void> {
	const rows = () =>
		runInDurableObject(sessionOf(services, key), (_, state) => state.storage.sql.exec("select id from shown").toArray().length);
	await expect.poll(rows).toBe(count);
}
/** Takes the object out of memory; its next call makes a new one from storage. */
const evict = (key: string): Promise<void> => evictDurableObject(sessionOf(services, key));
