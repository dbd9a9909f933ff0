import { eq, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { FOLLOW_REQUESTS_MAX } from "../../../contracts/limits.ts";
import { seeded } from "../../../contracts/seeded.ts";
import { followers, followRequests, follows, profiles, sentRequests, userVideos } from "../../../db/schema/users.ts";
import { videos } from "../../../db/schema/videos.ts";
import { catalogueRows } from "../../feed/catalogue-rows.fixture.ts";
import { makeFindable } from "../../feed/index.ts";
import { feedRoutes } from "../../feed/routes.ts";
import { everyVectorId } from "../../feed/vectors/index-ids.ts";
import { type CallAnswer, newUser, services, type TestUser, testApp, testEnv } from "../../gateway/testing/api.ts";
import { pinRoutes } from "../../pins/routes.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import type { Viewer } from "../../rules/viewer.ts";
import { servicesOf } from "../../services.ts";
import { hydrateCards } from "../../videos/cards/index.ts";
import { engagementRoutes } from "../../videos/engagement/routes.ts";
import { videoRoutes } from "../../videos/routes.ts";
import { socialRoutes } from "../routes.ts";

const call = testApp(socialRoutes, videoRoutes, engagementRoutes, feedRoutes, pinRoutes);
/** Another isolate: its own memory, the same database, Redis and objects. */
const isolate = (): Services => servicesOf({ ...testEnv });
const asUser = ({ id }: TestUser): Viewer => ({ kind: "user", userId: id, sessionId: "", teen: false });
const GUEST: Viewer = { kind: "guest", guestId: "private" };

const turn = (who: TestUser, isPrivate: boolean) => call("PATCH /api/v1/auth/me", { token: who.token, body: { isPrivate } });
const follow = (by: TestUser, whom: TestUser) => call(`POST /api/v1/users/${whom.id}/follow`, { token: by.token });
const unfollow = (by: TestUser, whom: TestUser) => call(`DELETE /api/v1/users/${whom.id}/follow`, { token: by.token });
const requestsOf = async (who: TestUser) =>
	(await call("GET /api/v1/users/me/follow-requests", { token: who.token })).json as {
		requests: { user: { id: string } }[];
		total: number;
	};
const accept = (by: TestUser, whom: { readonly id: string }) =>
	call(`PUT /api/v1/users/me/follow-requests/${whom.id}`, { token: by.token });
const decline = (by: TestUser, whom: TestUser) => call(`DELETE /api/v1/users/me/follow-requests/${whom.id}`, { token: by.token });
const remove = (by: TestUser, whom: TestUser) => call(`DELETE /api/v1/users/me/followers/${whom.id}`, { token: by.token });
const profile = async (by: TestUser, whom: TestUser) => (await call(`GET /api/v1/users/${whom.id}`, { token: by.token })).json.user;

async function truth({ id }: TestUser) {
	const database = services.db.user(id);
	const [[row], following, followed, asked, asking] = await database.batch([
		database.select().from(profiles).where(eq(profiles.userId, id)),
		database.select().from(follows).where(eq(follows.followerId, id)),
		database.select().from(followers).where(eq(followers.followeeId, id)),
		database.select().from(sentRequests).where(eq(sentRequests.requesterId, id)),
		database.select().from(followRequests).where(eq(followRequests.userId, id)),
	]);
	expect([row?.followingCount, row?.followersCount]).toEqual([following.length, followed.length]);
	return { following: following.length, followers: followed.length, asked: asked.length, asking: asking.length };
}

async function videoOf(owner: TestUser): Promise<string> {
	const { newId, clock, db } = services;
	const [row] = catalogueRows({ count: 1, creatorIds: [owner.id], newId, now: clock(), random: seeded(1) });
	if (row === undefined) throw new Error("no row");
	await db.video(row.id).insert(videos).values(row);
	await db.user(owner.id).insert(userVideos).values({ userId: owner.id, videoId: row.id });
	await makeFindable(services, { videoId: row.id });
	return row.id;
}

let owner: TestUser;
let fan: TestUser;
let stranger: TestUser;
beforeEach(async () => {
	[owner, fan, stranger] = (await Promise.all([1, 2, 3].map(() => newUser(call)))) as [TestUser, TestUser, TestUser];
});

describe("turning an account private", () => {
	it("200: videos are for followers, from the answer on, in an isolate that held them too", async () => {
		const id = await videoOf(owner);
		await follow(fan, owner);
		const elsewhere = isolate();
		const shownElsewhere = async (viewer: Viewer) => (await hydrateCards(elsewhere, viewer, [id])).length === 1;
		for (const viewer of [GUEST, asUser(stranger), asUser(fan)]) expect(await shownElsewhere(viewer)).toBe(true);
		// It serves all the while, so that its copies are as fresh as can be.
		let isOver = false;
		const serving = (async () => {
			while (!isOver) {
				await shownElsewhere(GUEST);
				await new Promise((resolve) => setTimeout(resolve, 40));
			}
		})();
		expect((await turn(owner, true)).json.user.isPrivate).toBe(true);
		expect(await shownElsewhere(GUEST)).toBe(false);
		expect(await shownElsewhere(asUser(stranger))).toBe(false);
		expect(await shownElsewhere(asUser(fan))).toBe(true);
		isOver = true;
		await serving;
		expect((await call(`GET /api/v1/videos/${id}`)).json.code).toBe("video_not_found");
		expect((await call(`POST /api/v1/videos/${id}/share`, { token: stranger.token, body: {} })).json.code).toBe("video_not_found");
		expect((await call(`GET /api/v1/videos/${id}`, { token: fan.token })).status).toBe(200);
	});

	it("200: takes the videos out of the index and the trends, and puts them back with the account", async () => {
		const id = await videoOf(owner);
		const inIndex = async () => {
			const ids = await everyVectorId(services, id);
			return (await services.vectors.getByIds(ids)).length > 0;
		};
		const isTrending = async () => {
			// Behind other tests' videos, perhaps.
			let cursor: string | null = "0";
			while (cursor !== null) {
				const { json }: CallAnswer = await call(`GET /api/v1/feed/trending?count=50&cursor=${cursor}`, { token: stranger.token });
				if ((json.videos as { id: string }[]).some((video) => video.id === id)) return true;
				cursor = json.nextCursor as string | null;
			}
			return false;
		};
		expect([await inIndex(), await isTrending()]).toEqual([true, true]);
		await turn(owner, true);
		expect([await inIndex(), await isTrending()]).toEqual([false, false]);
		await turn(owner, false);
		expect([await inIndex(), await isTrending()]).toEqual([true, true]);
		expect((await call(`GET /api/v1/videos/${id}`)).status).toBe(200);
	});

	it("200: its lists are for followers: 403 to others, by the same word everywhere", async () => {
		const id = await videoOf(owner);
		await follow(fan, owner);
		await call(`PUT /api/v1/videos/${id}/pin`, { token: owner.token });
		await turn(owner, true);
		await follow(stranger, owner);
		for (const list of ["videos", "pins", "followers", "following"]) {
			const at = `GET /api/v1/users/${owner.id}/${list}` as const;
			expect((await call(at)).json.code, list).toBe("account_private");
			expect((await call(at, { token: stranger.token })).json.code, list).toBe("account_private");
			expect((await call(at, { token: fan.token })).status, list).toBe(200);
			expect((await call(at, { token: owner.token })).status, list).toBe(200);
		}
		const { json } = await call(`GET /api/v1/users/${owner.id}`);
		expect(json.user).toMatchObject({ isPrivate: true, mayOpen: false, followersCount: 1 });
		expect(await profile(fan, owner)).toMatchObject({ isPrivate: true, mayOpen: true });
	});

	it("503: is done again by asking again, when the index was away", async () => {
		const id = await videoOf(owner);
		const away = {
			...testEnv.VECTORS,
			deleteByIds: () => Promise.reject(new Error("away")),
			upsert: () => Promise.reject(new Error("away")),
		};
		const body = { isPrivate: true };
		const refused = await call("PATCH /api/v1/auth/me", { token: owner.token, body, bindings: { VECTORS: away } });
		expect(refused.status).toBeGreaterThanOrEqual(500);
		// Nobody sees it all the same.
		expect((await call(`GET /api/v1/videos/${id}`)).status).toBe(404);
		expect((await turn(owner, true)).status).toBe(200);
		expect(await services.vectors.getByIds(await everyVectorId(services, id))).toEqual([]);
	});

	it("a video written in that very moment is found private when it is published", async () => {
		await services.db.user(owner.id).update(profiles).set({ isPrivate: true }).where(eq(profiles.userId, owner.id));
		const id = await videoOf(owner);
		const [row] = await services.db.video(id).select().from(videos).where(eq(videos.id, id));
		if (row === undefined) throw new Error("no row");
		const { publish } = await import("../../videos/pipeline/publish.ts");
		const again = { status: "processing" as const, liveGeneration: null };
		await services.db.video(id).update(videos).set(again).where(eq(videos.id, id));
		const made = {
			manifest: row.manifest,
			probe: null,
			blurhash: null,
			durationMs: 1_000,
			width: 2,
			height: 2,
			backend: "container",
			backendRef: null,
		};
		expect(await publish(services, { ...row, ...again }, made, null, async () => ({ verdict: "approve" }))).toBe("published");
		const [now] = await services.db.video(id).select().from(videos).where(eq(videos.id, id));
		expect(now).toMatchObject({ status: "ready", creatorPrivate: true });
	});
});

describe("asking to follow", () => {
	beforeEach(() => turn(owner, true));

	it("200: waits for an answer, and is in the very next read, from both sides", async () => {
		expect((await follow(fan, owner)).json).toEqual({ following: false, requested: true, followersCount: 0 });
		expect((await follow(fan, owner)).json).toEqual({ following: false, requested: true, followersCount: 0 });
		expect(await profile(fan, owner)).toMatchObject({ following: false, requested: true, mayOpen: false });
		expect(await profile(owner, fan)).toMatchObject({ followsYou: false, requestedYou: true });
		expect(await requestsOf(owner)).toMatchObject({ total: 1, requests: [{ user: { id: fan.id } }] });
		expect(await truth(owner)).toMatchObject({ followers: 0, asking: 1 });
	});

	it("200: the owner is told of it once, the other of the answer", async () => {
		await follow(fan, owner);
		await follow(fan, owner);
		const told = async (who: TestUser) => {
			const { json } = await call("GET /api/v1/notifications", { token: who.token });
			return (json.notifications as { type: string; actor: { id: string } }[]).map(({ type, actor }) => [type, actor?.id]);
		};
		await vi.waitFor(async () => expect(await told(owner)).toEqual([["request", fan.id]]));
		await accept(owner, fan);
		await vi.waitFor(async () => expect(await told(fan)).toEqual([["accept", owner.id]]));
	});

	it("200: accepted, they follow and see all there is; repeated, it changes nothing", async () => {
		const id = await videoOf(owner);
		await turn(owner, true);
		await follow(fan, owner);
		expect((await accept(owner, fan)).json).toEqual({ accepted: true, followersCount: 1 });
		expect((await accept(owner, fan)).json).toEqual({ accepted: true, followersCount: 1 });
		expect(await truth(owner)).toEqual({ following: 0, followers: 1, asked: 0, asking: 0 });
		expect(await truth(fan)).toEqual({ following: 1, followers: 0, asked: 0, asking: 0 });
		expect((await call(`GET /api/v1/videos/${id}`, { token: fan.token })).status).toBe(200);
		const { json } = await call("GET /api/v1/feed/following", { token: fan.token });
		expect((json.videos as { id: string }[]).map((video) => video.id)).toEqual([id]);
	});

	it("204: declined, they may ask again; the owner's list is empty", async () => {
		await follow(fan, owner);
		expect((await decline(owner, fan)).status).toBe(204);
		expect((await decline(owner, fan)).status).toBe(204);
		expect(await requestsOf(owner)).toMatchObject({ total: 0, requests: [] });
		expect(await profile(fan, owner)).toMatchObject({ following: false, requested: false });
		expect((await follow(fan, owner)).json.requested).toBe(true);
	});

	it("200: taken back, it is gone for both, and can't be accepted any more: 404", async () => {
		await follow(fan, owner);
		expect((await unfollow(fan, owner)).json).toEqual({ following: false, requested: false, followersCount: 0 });
		expect(await requestsOf(owner)).toMatchObject({ total: 0 });
		expect((await accept(owner, fan)).json.code).toBe("not_found");
		expect(await truth(owner)).toMatchObject({ followers: 0 });
	});

	it("404: of nobody, and of who never asked", async () => {
		expect((await accept(owner, { id: services.newId() })).json.code).toBe("user_not_found");
		expect((await accept(owner, stranger)).json.code).toBe("not_found");
		expect((await decline(owner, { ...stranger, id: services.newId() })).json.code).toBe("user_not_found");
	});

	it("409: not where ten thousand wait already; who waits among them changes nothing by asking again", async () => {
		await follow(fan, owner);
		const waiting = Array.from({ length: FOLLOW_REQUESTS_MAX - 1 }, () => ({ userId: owner.id, requesterId: services.newId() }));
		for (let from = 0; from < waiting.length; from += 2_000) {
			await services.db
				.user(owner.id)
				.insert(followRequests)
				.values(waiting.slice(from, from + 2_000));
		}
		expect((await follow(stranger, owner)).json.code).toBe("requests_full");
		expect((await follow(fan, owner)).json.requested).toBe(true);
		// All of them at once, though most are nobody by now.
		expect((await turn(owner, false)).status).toBe(200);
		const left = await services.db.user(owner.id).$count(followRequests, eq(followRequests.userId, owner.id));
		expect(left).toBe(0);
	});

	it("ends with a block, either way, and can't be made behind one: 403", async () => {
		await follow(fan, owner);
		await call(`POST /api/v1/users/${fan.id}/block`, { token: owner.token });
		expect([await truth(owner), await truth(fan)]).toMatchObject([{ asking: 0 }, { asked: 0 }]);
		expect((await follow(fan, owner)).json.code).toBe("forbidden");
		await follow(stranger, owner);
		await call(`POST /api/v1/users/${owner.id}/block`, { token: stranger.token });
		expect([await truth(owner), await truth(stranger)]).toMatchObject([{ asking: 0 }, { asked: 0 }]);
	});

	it("comes out right when accepting and taking back race", async () => {
		await Promise.all(
			Array.from({ length: 12 }, (_, turn) =>
				[() => follow(fan, owner), () => accept(owner, fan), () => unfollow(fan, owner)][turn % 3]?.(),
			),
		);
		const [theirs, mine] = [await truth(fan), await truth(owner)];
		expect([theirs.following, theirs.asked]).toEqual([mine.followers, mine.asking]);
		expect(theirs.following + theirs.asked).toBeLessThanOrEqual(1);
	});

	it("pages through who waits", async () => {
		const others = await Promise.all(Array.from({ length: 5 }, () => newUser(call)));
		for (const other of others) await follow(other, owner);
		const seen: string[] = [];
		let cursor = "";
		do {
			const { json } = await call(`GET /api/v1/users/me/follow-requests?limit=2&cursor=${cursor}`, { token: owner.token });
			seen.push(...(json.requests as { user: { id: string } }[]).map(({ user }) => user.id));
			expect(json.total).toBe(5);
			cursor = json.nextCursor ?? "";
		} while (cursor !== "");
		expect(seen).toEqual(others.map(({ id }) => id).reverse());
	});

	it("goes with the person", async () => {
		await follow(fan, owner);
		await emit(services, "erased", { userId: fan.id });
		expect(await truth(owner)).toMatchObject({ asking: 0 });
		await follow(stranger, owner);
		await emit(services, "erased", { userId: owner.id });
		expect(await truth(stranger)).toMatchObject({ asked: 0 });
	});
});

describe("turning an account public", () => {
	it("200: everybody who waits is accepted, and followers stay", async () => {
		await follow(fan, owner);
		await turn(owner, true);
		const waiting = await Promise.all(Array.from({ length: 4 }, () => newUser(call)));
		for (const other of waiting) await follow(other, owner);
		await turn(owner, false);
		expect(await truth(owner)).toEqual({ following: 0, followers: 5, asked: 0, asking: 0 });
		for (const other of waiting) expect(await truth(other)).toMatchObject({ following: 1, asked: 0 });
		const mine = await services.db
			.user(owner.id)
			.select()
			.from(followers)
			.where(inArray(followers.followerId, [fan.id]));
		expect(mine).toHaveLength(1);
		expect((await follow(stranger, owner)).json).toMatchObject({ following: true, requested: false });
	});
});

describe("removing a follower", () => {
	it("200: of a private account they see nothing from the answer on, in every isolate", async () => {
		const id = await videoOf(owner);
		await follow(fan, owner);
		await turn(owner, true);
		const elsewhere = isolate();
		expect(await hydrateCards(elsewhere, asUser(fan), [id])).toHaveLength(1);
		let isOver = false;
		const serving = (async () => {
			while (!isOver) {
				await hydrateCards(elsewhere, asUser(fan), [id]);
				await new Promise((resolve) => setTimeout(resolve, 40));
			}
		})();
		expect((await remove(owner, fan)).json).toEqual({ followersCount: 0 });
		expect(await hydrateCards(elsewhere, asUser(fan), [id])).toEqual([]);
		isOver = true;
		await serving;
		expect((await remove(owner, fan)).json).toEqual({ followersCount: 0 });
		expect(await truth(fan)).toMatchObject({ following: 0 });
	});

	it("404: nobody", async () => {
		expect((await remove(owner, { ...fan, id: services.newId() })).json.code).toBe("user_not_found");
	});
});
