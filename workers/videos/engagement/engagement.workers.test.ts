import {
	createExecutionContext,
	createMessageBatch,
	evictDurableObject,
	getQueueResult,
	runDurableObjectAlarm,
	runInDurableObject,
} from "cloudflare:test";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { EventsMessage } from "../../../contracts/queues.ts";
import { profiles } from "../../../db/schema/users.ts";
import { videoEngagement, videos } from "../../../db/schema/videos.ts";
import { longAffinity } from "../../../recommender/affinity.ts";
import { emptyTaste } from "../../../recommender/taste.ts";
import { decodeTaste } from "../../../recommender/taste-codec.ts";
import { seedCatalogue } from "../../feed/catalogue.fixture.ts";
import { watchEvent } from "../../feed/events/watch-event.fixture.ts";
import { gather } from "../../feed/retrieval/gather.ts";
import { momentList } from "../../feed/retrieval/moments.ts";
import { newUser, services, type TestUser, testApp, testEnv } from "../../gateway/testing/api.ts";
import { IsolateState } from "../../platform/isolate-state.ts";
import { snowflakes } from "../../platform/snowflake.ts";
import { bindingsWith } from "../../platform/test-env.fixture.ts";
import { consume } from "../../queues.ts";
import { type Viewer, viewerKey } from "../../rules/viewer.ts";
import { give } from "../../trust/given.fixture.ts";
import { hydrateCards, invalidateVideo, type VideoRecord } from "../cards/index.ts";
import { count, forgetCounter } from "./counter/count.ts";
import { reconcileLikes } from "./reconcile.ts";
import { engagementRoutes } from "./routes.ts";
import { shareVideo } from "./share.ts";

const call = testApp(engagementRoutes);
let records: readonly VideoRecord[];
let user: TestUser;
let next = 0;
const fresh = (): VideoRecord => {
	const record = records[next++];
	if (record === undefined) throw new Error("seed more videos");
	return record;
};
const counterOf = (videoId: string) => testEnv.VIDEO_COUNTER.get(testEnv.VIDEO_COUNTER.idFromName(videoId));
const rowOf = async (videoId: string) => {
	const [row] = await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId));
	if (row === undefined) throw new Error("no row");
	return row;
};

beforeAll(async () => {
	({ records } = await seedCatalogue(services, { count: 40, creators: 3 }));
	user = await newUser(call);
});

describe("like and unlike", () => {
	it("200: repeated, count once, and the own like shows in the next read", async () => {
		const { id } = fresh();
		const at = `/api/v1/videos/${id}/like` as const;
		const { token } = user;
		expect((await call(`POST ${at}`, { token })).json).toEqual({ liked: true, likeCount: 1, alreadyLiked: false });
		expect((await call(`POST ${at}`, { token })).json).toEqual({ liked: true, likeCount: 1, alreadyLiked: true });
		const viewer = { kind: "user", userId: user.id, sessionId: "", teen: false } as const;
		expect(await hydrateCards(services, viewer, [id])).toMatchObject([{ liked: true, likeCount: 1 }]);
		expect((await call(`DELETE ${at}`, { token })).json).toEqual({ liked: false, likeCount: 0, alreadyLiked: true });
		expect((await call(`DELETE ${at}`, { token })).json).toEqual({ liked: false, likeCount: 0, alreadyLiked: false });
		expect(await hydrateCards(services, viewer, [id])).toMatchObject([{ liked: false, likeCount: 0 }]);
	});

	it("200: ten at once of one user are one like", async () => {
		const { id } = fresh();
		const answers = await Promise.all(Array.from({ length: 10 }, () => call(`POST /api/v1/videos/${id}/like`, { token: user.token })));
		expect(answers.filter(({ json }) => json.alreadyLiked === false)).toHaveLength(1);
		expect((await counterOf(id).numbers(id))?.likes).toBe(1);
	});

	it("401 for a guest, 404 for a video that is not there", async () => {
		expect((await call(`POST /api/v1/videos/${fresh().id}/like`)).status).toBe(401);
		expect((await call("POST /api/v1/videos/4711/like", { token: user.token })).json.code).toBe("video_not_found");
	});

	it("are set right from the rows when a counter missed one", async () => {
		const { id } = fresh();
		await call(`POST /api/v1/videos/${id}/like`, { token: user.token });
		await services.db.video(id).insert(videoEngagement).values({ videoId: id, userId: "77", type: "like" });
		await counterOf(id).flush();
		expect(await reconcileLikes(services)).toBeGreaterThanOrEqual(1);
		await counterOf(id).flush();
		expect((await rowOf(id)).likeCount).toBe(2);
		await services.db
			.video(id)
			.delete(videoEngagement)
			.where(and(eq(videoEngagement.videoId, id), eq(videoEngagement.userId, "77")));
	});
});

describe("the nightly count", () => {
	it("says of a like count that it was corrected when it was, and not when the counter refused because it had moved on", async () => {
		const { id } = fresh();
		await services.db.video(id).insert(videoEngagement).values({ videoId: id, userId: "78", type: "like" });
		await services.db.video(id).update(videos).set({ likeCount: 4 }).where(eq(videos.id, id));
		const warn = vi.fn();
		const counter = { numbers: async () => ({ views: 0, likes: 4, shares: 0 }), correctLikes: vi.fn(async () => false) };
		const VIDEO_COUNTER = { idFromName: (name: string) => name, get: () => counter } as unknown as typeof testEnv.VIDEO_COUNTER;
		const watched = { ...services, isolate: new IsolateState(), log: { ...services.log, warn }, ...bindingsWith({ VIDEO_COUNTER }) };
		expect(await reconcileLikes(watched)).toBe(0);
		expect(counter.correctLikes).toHaveBeenCalledWith(id, 1, 4);
		expect(warn).not.toHaveBeenCalled();
		counter.correctLikes.mockResolvedValue(true);
		expect(await reconcileLikes(watched)).toBeGreaterThanOrEqual(1);
		expect(warn).toHaveBeenCalledWith("likes_corrected", { videoId: id, held: 4, real: 1 });
		await services.db.video(id).delete(videoEngagement).where(eq(videoEngagement.videoId, id));
		await services.db.video(id).update(videos).set({ likeCount: 0 }).where(eq(videos.id, id));
	});
});

describe("favourites", () => {
	const viewerOf = ({ id }: TestUser) => ({ kind: "user", userId: id, sessionId: "", teen: false }) as const;
	const listOf = async ({ token }: TestUser, query = "") => (await call(`GET /api/v1/users/me/saved${query}`, { token })).json;
	const idsOf = (page: { videos: { id: string }[] }) => page.videos.map(({ id }) => id);

	it("200: kept once however often it is asked, shown in the next read, and taken out again", async () => {
		const { id } = fresh();
		const mine = await newUser(call);
		const at = `/api/v1/videos/${id}/save` as const;
		for (let time = 0; time < 2; time++) expect((await call(`POST ${at}`, { token: mine.token })).json).toEqual({ saved: true });
		expect(await hydrateCards(services, viewerOf(mine), [id])).toMatchObject([{ id, saved: true, liked: false }]);
		expect(await hydrateCards(services, viewerOf(user), [id])).toMatchObject([{ id, saved: false }]);
		expect(idsOf(await listOf(mine))).toEqual([id]);
		expect(idsOf(await listOf(user))).not.toContain(id);
		for (let time = 0; time < 2; time++) expect((await call(`DELETE ${at}`, { token: mine.token })).json).toEqual({ saved: false });
		expect(await hydrateCards(services, viewerOf(mine), [id])).toMatchObject([{ saved: false }]);
		expect(idsOf(await listOf(mine))).toEqual([]);
	});

	it("are in the feed's own cards, too, also of what waits in the queue", async () => {
		const mine = await newUser(call);
		const session = testEnv.USER_SESSION.get(testEnv.USER_SESSION.idFromName(`user:${mine.id}`));
		const all = { viewer: `user:${mine.id}`, count: 50, cursor: null, country: null, device: null };
		const waiting = (await session.page({ ...all, count: 1 }))?.upcoming.at(-1) ?? "";
		expect(waiting).not.toBe("");
		await call(`POST /api/v1/videos/${waiting}/save`, { token: mine.token });
		expect((await session.page(all))?.items.filter(({ saved }) => saved).map(({ videoId }) => videoId)).toEqual([waiting]);
	});

	it("are listed latest first, page by page, without what can't be seen any more", async () => {
		const mine = await newUser(call);
		const kept = [fresh(), fresh(), fresh(), fresh(), fresh()].map(({ id }) => id);
		for (const id of kept) await call(`POST /api/v1/videos/${id}/save`, { token: mine.token });
		const [, hidden = ""] = kept;
		await services.db.video(hidden).update(videos).set({ visibility: "private" }).where(eq(videos.id, hidden));
		await invalidateVideo(services, hidden);
		const wanted = kept.filter((id) => id !== hidden).reverse();
		const seen: string[] = [];
		let cursor: string | null = "";
		for (let page = 0; page < 4 && cursor !== null; page++) {
			const answer: { videos: { id: string; saved: boolean }[]; nextCursor: string | null } = await listOf(
				mine,
				`?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`,
			);
			expect(answer.videos.every(({ saved }) => saved)).toBe(true);
			seen.push(...idsOf(answer));
			cursor = answer.nextCursor;
		}
		expect(seen).toEqual(wanted);
		expect(cursor).toBeNull();
		expect((await call(`DELETE /api/v1/videos/${hidden}/save`, { token: mine.token })).status).toBe(200);
	});

	it("teach the viewer's feed, and taken out, teach it no more", async () => {
		const record = fresh();
		const mine = await newUser(call);
		const taught = () =>
			runInDurableObject(testEnv.USER_SESSION.get(testEnv.USER_SESSION.idFromName(`user:${mine.id}`)), (session) =>
				longAffinity(decodeTaste(session.bequeath().taste ?? "")?.creators.get(record.userId)),
			);
		await call(`POST /api/v1/videos/${record.id}/save`, { token: mine.token });
		expect(await taught()).toBeGreaterThan(0.3);
		await call(`DELETE /api/v1/videos/${record.id}/save`, { token: mine.token });
		expect(await taught()).toBeCloseTo(0, 3);
	});

	it("401 for a guest, 404 for a video that is not there, 422 for a cursor of another list", async () => {
		expect((await call(`POST /api/v1/videos/${fresh().id}/save`)).status).toBe(401);
		expect((await call("GET /api/v1/users/me/saved")).status).toBe(401);
		expect((await call("POST /api/v1/videos/4711/save", { token: user.token })).json.code).toBe("video_not_found");
		expect((await call("GET /api/v1/users/me/saved?cursor=x", { token: user.token })).json.code).toBe("invalid_fields");
	});
});

describe("share", () => {
	const share = async (id: string, token: string, eventId = crypto.randomUUID()) =>
		(await call(`POST /api/v1/videos/${id}/share`, { token, body: { eventId } })).json;

	it("200: counts once a viewer, video and hour, whatever its event id", async () => {
		const { id } = fresh();
		await give(services, `user:${user.id}`, [id]);
		expect(await share(id, user.token)).toEqual({ shareCount: 1, url: `https://reelay.test/v/${id}` });
		for (let time = 0; time < 3; time++) expect((await share(id, user.token)).shareCount).toBe(1);
		const other = await newUser(call);
		await give(services, `user:${other.id}`, [id]);
		expect((await share(id, other.token)).shareCount).toBe(2);
	});

	it("200: gives the address, and counts nothing, of what no answer gave, or gave too long ago, and of one's own", async () => {
		const { id } = fresh();
		expect(await share(id, user.token)).toEqual({ shareCount: 0, url: `https://reelay.test/v/${id}` });
		await give(services, `user:${user.id}`, [id], 3_700_000);
		expect((await share(id, user.token)).shareCount).toBe(0);
		await services.db.video(id).update(videos).set({ userId: user.id }).where(eq(videos.id, id));
		await invalidateVideo(services, id);
		await give(services, `user:${user.id}`, [id]);
		expect((await share(id, user.token)).shareCount).toBe(0);
	});

	it("200: guests and accounts of today share a video no more than so often from one address, others do", async () => {
		const { id } = fresh();
		const daysAgo = (days: number) => snowflakes(() => Date.now() - days * 86_400_000)();
		const shared = async (viewer: Viewer) => {
			await give(services, viewerKey(viewer), [id]);
			const from = { address: "one address", network: "around it" };
			return (await shareVideo(services, viewer, id, from, "https://reelay.test")).shareCount;
		};
		const user = (userId: string): Viewer => ({ kind: "user", userId, sessionId: "", teen: false });
		let shareCount = 0;
		for (let turn = 0; turn < 20; turn++) {
			await shared({ kind: "guest", guestId: services.newId() });
			shareCount = await shared(user(daysAgo(0)));
		}
		expect(shareCount).toBe(25);
		expect(await shared(user(daysAgo(2)))).toBe(26);
	});
});

describe("the counter", () => {
	const entry = (batchId: string, deltas: object = { views: 1 }) => ({ batchId, at: services.clock(), deltas });

	it("counts a batch once, after a restart too", async () => {
		const { id } = fresh();
		expect((await count(services, id, [entry("a", { views: 2 }), entry("b", { views: 3 })])).applied).toEqual(["a", "b"]);
		await evictDurableObject(counterOf(id));
		expect((await count(services, id, [entry("a", { views: 2 }), entry("c")])).applied).toEqual(["c"]);
		expect((await counterOf(id).numbers(id))?.views).toBe(6);
	});

	it("goes on from the numbers the row had, and its alarm writes absolute ones", async () => {
		const { id, longViewCount } = fresh();
		await count(services, id, [entry("a", { longViews: 5, views: 7 })]);
		expect(await runDurableObjectAlarm(counterOf(id))).toBe(true);
		expect(await rowOf(id)).toMatchObject({ longViewCount: longViewCount + 5, viewCount: 7, counterVersion: 1 });
	});

	it("a flush repeated changes nothing, and a late one can't overwrite a newer", async () => {
		const { id } = fresh();
		await count(services, id, [entry("a", { views: 10 })]);
		await counterOf(id).flush();
		await counterOf(id).flush();
		await services.db.video(id).update(videos).set({ counterVersion: 50, viewCount: 99 }).where(eq(videos.id, id));
		await count(services, id, [entry("b", { views: 1 })]);
		await counterOf(id).flush();
		expect((await rowOf(id)).viewCount).toBe(99);
		await counterOf(id).flush();
		expect(await rowOf(id)).toMatchObject({ viewCount: 11, counterVersion: 51 });
	});

	it("adds up the creator's likes anew at each flush", async () => {
		const record = fresh();
		await count(services, record.id, [entry("a", { likes: 4 })]);
		await counterOf(record.id).flush();
		const [profile] = await services.db.user(record.userId).select().from(profiles).where(eq(profiles.userId, record.userId));
		expect(profile?.likesCount).toBeGreaterThanOrEqual(4);
	});

	it("of a video that is gone forgets it, by itself at the next flush or when told to, again and again", async () => {
		const { id } = fresh();
		await count(services, id, [entry("a")]);
		await services.db.video(id).delete(videos).where(eq(videos.id, id));
		await counterOf(id).flush();
		for (let time = 0; time < 2; time++) await forgetCounter(services, id);
		expect(await counterOf(id).numbers(id)).toBeNull();
		expect(await runDurableObjectAlarm(counterOf(id))).toBe(false);
	});

	it("splits when it is hot, and still counts each batch once wherever it comes again", async () => {
		const { id } = fresh();
		const early = Array.from({ length: 600 }, (_, place) => entry(`early${place}`));
		await count(services, id, early);
		await new Promise((resolve) => setTimeout(resolve, 5));
		const late = Array.from({ length: 100 }, (_, place) => entry(`late${place}`));
		for (let time = 0; time < 2; time++) await count(services, id, [...early, ...late]);
		for (let shard = 0; shard < 8; shard++) await runDurableObjectAlarm(counterOf(`${id}#${shard}`));
		for (let shard = 0; shard < 8; shard++) await runDurableObjectAlarm(counterOf(`${id}#${shard}`));
		expect((await counterOf(id).numbers(id))?.views).toBe(700);
	});
});

describe("events from the queue", () => {
	const message = (batchId: string, videoIds: readonly string[], watchMs = 9_000): EventsMessage => ({
		v: 1,
		batchId,
		pseudonym: "p",
		closedAt: services.clock(),
		events: videoIds.map((videoId, place) => watchEvent({ eventId: `${batchId}.${place}`, videoId, at: services.clock(), watchMs })),
	});
	async function deliver(messages: readonly EventsMessage[], attempts = 1) {
		const batch = createMessageBatch(
			"reelay-events",
			messages.map((body) => ({ id: crypto.randomUUID(), timestamp: new Date(), attempts, body })),
		);
		await consume(batch, services);
		return getQueueResult(batch, createExecutionContext());
	}

	it("10 000 views from 200 viewers, every message delivered twice, are exactly 10 000", async () => {
		const { id, viewCount } = fresh();
		const all = Array.from({ length: 200 }, (_, viewer) => message(`viewer${viewer}`, new Array<string>(50).fill(id)));
		for (let from = 0; from < all.length; from += 50) {
			await deliver(all.slice(from, from + 50));
			await deliver(all.slice(Math.max(0, from - 25), from + 50), 2);
		}
		await runDurableObjectAlarm(counterOf(id));
		for (let shard = 0; shard < 8; shard++) await runDurableObjectAlarm(counterOf(`${id}#${shard}`));
		expect((await counterOf(id).numbers(id))?.views).toBe(viewCount + 10_000);
	});

	it("a glance below half a second is neither a view nor one of the impressions a video is owed", async () => {
		const { id, impressionCount, viewCount } = fresh();
		await deliver([message("glance", [id], 400)]);
		expect(await counterOf(id).numbers(id)).toMatchObject({ views: viewCount, impressions: impressionCount });
	});

	it("enter their long views into what is watched at that hour on that device, once, and the newcomer's sources give it", async () => {
		const { id } = fresh();
		const moment = { device: "phone", part: "evening" } as const;
		const told = message("moment", [id, id]);
		const evening = { ...told, events: told.events.map((event) => ({ ...event, settled: true, device: "phone" as const, hour: 20 })) };
		for (let time = 0; time < 2; time++) await deliver([evening, message("unknown", [id])], time + 1);
		const list = await momentList(services, moment, 10);
		expect(list.find(({ videoId }) => videoId === id)?.score).toBeCloseTo(2, 3);
		const newcomer = { now: services.clock(), followed: new Set<string>(), country: null, device: "phone", hour: 18 } as const;
		const { candidates } = await gather(services, emptyTaste(services.clock()), newcomer, () => new Set());
		expect(candidates.find(({ video }) => video.id === id)?.sources.moment).toBeCloseTo(2, 3);
		expect(await momentList(services, { ...moment, part: "morning" }, 10)).toEqual([]);
	});

	it("a message nobody can read is set aside, the others count", async () => {
		const { id, viewCount } = fresh();
		const result = await deliver([{ v: 1 } as unknown as EventsMessage, message("readable", [id])]);
		expect(result.retryMessages).toHaveLength(0);
		expect(result.explicitAcks).toHaveLength(2);
		expect((await counterOf(id).numbers(id))?.views).toBe(viewCount + 1);
	});
});
