import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { newUser, services, type TestUser, testApp } from "../gateway/testing/api.ts";
import { invalidateVideo } from "../videos/cards/index.ts";
import { engagementRoutes } from "../videos/engagement/routes.ts";
import { videoRoutes } from "../videos/routes.ts";
import { seedCatalogue } from "./catalogue.fixture.ts";
import { feedRoutes } from "./routes.ts";
import { HISTORY_MAX } from "./session/impressions.ts";
import { SessionStore } from "./session/store.ts";
import { sessionOf } from "./session/stub.ts";
import { watched } from "./viewers.fixture.ts";

const call = testApp(feedRoutes, videoRoutes, engagementRoutes);
const PATH = "/api/v1/users/me/history";
const seed = async (count: number) =>
	(await seedCatalogue(services, { count, creators: 2 })).records.map(({ id }) => ({ id, durationMs: 5_000 }));
const watch = ({ token }: TestUser, ...videos: { id: string; durationMs: number }[]) =>
	call("POST /api/v1/analytics/watch", { token, body: { events: videos.map((video) => watched(video)) } });
const page = async ({ token }: TestUser, query = "") => (await call(`GET ${PATH}${query}`, { token })).json;
const ids = async (user: TestUser) => (await page(user)).watched.map(({ video }: { video: { id: string } }) => video.id);

describe("watch history", () => {
	it("200: what was watched, latest first, once each, page by page; what was merely given is not in it", async () => {
		const user = await newUser(call);
		const videos = await seed(5);
		await call("GET /api/v1/feed?count=3", { token: user.token });
		for (const video of [...videos, ...videos.slice(0, 1)]) await watch(user, video);
		const seen: string[] = [];
		for (let cursor: string | null = ""; cursor !== null; ) {
			const { watched: entries, nextCursor } = await page(user, `?limit=2${cursor && `&cursor=${cursor}`}`);
			seen.push(...entries.map(({ video }: { video: { id: string } }) => video.id));
			for (const { watchedAt } of entries) expect(Math.abs(Date.parse(watchedAt) - Date.now())).toBeLessThan(60_000);
			cursor = nextCursor;
		}
		const order = [0, 4, 3, 2, 1].map((place) => videos[place]?.id);
		expect(seen).toEqual(order);
	});

	it("200: nobody else's, and without what the viewer may not see any more", async () => {
		const [user, other] = [await newUser(call), await newUser(call)];
		const [gone, stays] = await seed(2);
		if (gone === undefined || stays === undefined) throw new Error("no videos");
		await watch(user, gone, stays);
		expect(await ids(other)).toEqual([]);
		await services.db.video(gone.id).execute(`update videos set status = 'deleted' where id = ${gone.id}`);
		await invalidateVideo(services, gone.id);
		expect(await ids(user)).toEqual([stays.id]);
	});

	it("204: one is taken out, or all; what the feed learned stays, and what was watched is not shown again as new", async () => {
		const user = await newUser(call);
		const [first, second, third] = await seed(3);
		if (first === undefined || second === undefined || third === undefined) throw new Error("no videos");
		await watch(user, first, second, third);
		for (let time = 0; time < 2; time++) expect((await call(`DELETE ${PATH}/${second.id}`, { token: user.token })).status).toBe(204);
		expect((await ids(user)).sort()).toEqual([first.id, third.id].sort());
		expect((await call(`DELETE ${PATH}`, { token: user.token })).status).toBe(204);
		expect(await page(user)).toEqual({ watched: [], nextCursor: null });
		const known = await runInDurableObject(sessionOf(services, `user:${user.id}`), (_, state) =>
			new SessionStore(state.storage.sql).impressions.among([first.id, second.id, third.id]),
		);
		expect(known.size).toBe(3);
	});

	it("keeps the last 500 and no more", async () => {
		const user = await newUser(call);
		await runInDurableObject(sessionOf(services, `user:${user.id}`), (_, { storage }) => {
			const { impressions } = new SessionStore(storage.sql);
			expect(impressions.history(10, null)).toEqual([]);
			for (let id = 1; id <= HISTORY_MAX + 20; id++) impressions.markWatched([String(id)], 1_000 + id);
			const all = impressions.history(1_000, null);
			expect([all.length, all[0], all.at(-1)?.videoId]).toEqual([HISTORY_MAX, { videoId: "520", at: 1_520 }, "21"]);
			expect(impressions.history(1, all[0] ?? null)).toEqual([{ videoId: "519", at: 1_519 }]);
			// Given again by the feed, it stays where it was.
			impressions.markSeen(["520"], 9_000);
			expect(impressions.history(1, null)).toEqual([{ videoId: "520", at: 1_520 }]);
		});
	});

	it("404, 422: a reference to nothing; a cursor that is not one of ours", async () => {
		const user = await newUser(call);
		expect((await call(`DELETE ${PATH}/${crypto.randomUUID()}`, { token: user.token })).status).toBe(404);
		for (const bad of ["?cursor=x", "?limit=0", "?limit=61"])
			expect((await call(`GET ${PATH}${bad}`, { token: user.token })).status).toBe(422);
	});
});

describe("liked videos", () => {
	const liked = async (user: TestUser, query = "") => (await call(`GET /api/v1/users/me/liked${query}`, { token: user.token })).json;

	it("200: one's own, latest first, page by page; a like taken back is out", async () => {
		const [user, other] = [await newUser(call), await newUser(call)];
		const videos = await seed(3);
		for (const { id } of videos) await call(`POST /api/v1/videos/${id}/like`, { token: user.token });
		const first = await liked(user, "?limit=2");
		expect(first.videos.map(({ id }: { id: string }) => id)).toEqual([videos[2]?.id, videos[1]?.id]);
		expect(first.videos.every(({ liked: is }: { liked: boolean }) => is)).toBe(true);
		const second = await liked(user, `?limit=2&cursor=${first.nextCursor}`);
		expect([second.videos.map(({ id }: { id: string }) => id), second.nextCursor]).toEqual([[videos[0]?.id], null]);
		await call(`DELETE /api/v1/videos/${videos[2]?.id}/like`, { token: user.token });
		expect((await liked(user)).videos).toHaveLength(2);
		expect((await liked(other)).videos).toEqual([]);
	});

	it("401, 422: a guest; a cursor that is not one of ours", async () => {
		expect((await call("GET /api/v1/users/me/liked")).status).toBe(401);
		const user = await newUser(call);
		for (const cursor of ["x", "999999999999999-1", "1-9999999999999999999"]) {
			expect((await call(`GET /api/v1/users/me/liked?cursor=${cursor}`, { token: user.token })).status).toBe(422);
		}
	});
});
