import { beforeEach, describe, expect, it } from "vitest";
import { MUTES_MAX } from "../../../contracts/limits.ts";
import { seeded } from "../../../contracts/seeded.ts";
import { mutes, userVideos } from "../../../db/schema/users.ts";
import { videos } from "../../../db/schema/videos.ts";
import { catalogueRows } from "../../feed/catalogue-rows.fixture.ts";
import { feedRoutes } from "../../feed/routes.ts";
import { newUser, services, type TestUser, testApp, testEnv } from "../../gateway/testing/api.ts";
import { servicesOf } from "../../services.ts";
import { hydrateCards } from "../../videos/cards/index.ts";
import { videoRoutes } from "../../videos/routes.ts";
import { notify } from "../notifications/notify.ts";
import { socialRoutes } from "../routes.ts";

const call = testApp(socialRoutes, feedRoutes, videoRoutes);
const mute = (by: TestUser, whom: string) => call(`POST /api/v1/users/${whom}/mute`, { token: by.token });
const unmute = (by: TestUser, whom: string) => call(`DELETE /api/v1/users/${whom}/mute`, { token: by.token });
const idsIn = async (feed: string, { token }: TestUser) => {
	const { json } = await call(`GET /api/v1/feed${feed}`, { token });
	return (json.videos as { id: string }[]).map(({ id }) => id);
};

async function videoOf(owner: TestUser): Promise<string> {
	const { newId, clock, db } = services;
	const [row] = catalogueRows({ count: 1, creatorIds: [owner.id], newId, now: clock(), random: seeded(1) });
	if (row === undefined) throw new Error("no row");
	await db.video(row.id).insert(videos).values(row);
	await db.user(owner.id).insert(userVideos).values({ userId: owner.id, videoId: row.id });
	return row.id;
}

let ann: TestUser;
let bob: TestUser;
beforeEach(async () => {
	[ann, bob] = (await Promise.all([newUser(call), newUser(call)])) as [TestUser, TestUser];
});

describe("muting", () => {
	it("200: takes their videos out of Following and Friends, and leaves them on their profile", async () => {
		const id = await videoOf(bob);
		await call(`POST /api/v1/users/${bob.id}/follow`, { token: ann.token });
		await call(`POST /api/v1/users/${ann.id}/follow`, { token: bob.token });
		expect([await idsIn("/following", ann), await idsIn("/friends", ann)]).toEqual([[id], [id]]);
		expect((await mute(ann, bob.id)).json).toEqual({ muted: true });
		expect([await idsIn("/following", ann), await idsIn("/friends", ann)]).toEqual([[], []]);
		expect((await call(`GET /api/v1/users/${bob.id}/videos`, { token: ann.token })).json.videos).toHaveLength(1);
		expect((await call(`GET /api/v1/users/${bob.id}`, { token: ann.token })).json.user).toMatchObject({ muted: true, following: true });
		expect((await unmute(ann, bob.id)).json).toEqual({ muted: false });
		expect(await idsIn("/following", ann)).toEqual([id]);
	});

	it("200: takes them out of For You, from pages to come and from one that was given", async () => {
		const ids = [await videoOf(bob), await videoOf(bob)];
		const first = await call("GET /api/v1/feed?count=50", { token: ann.token });
		await mute(ann, bob.id);
		const again = await idsIn("?count=50", ann);
		expect(first.status).toBe(200);
		expect(again.filter((id) => ids.includes(id))).toEqual([]);
	});

	it("200: keeps their comments from the viewer alone", async () => {
		const id = await videoOf(ann);
		const cara = await newUser(call);
		await call(`POST /api/v1/videos/${id}/comment`, { token: bob.token, body: { text: "First" } });
		await mute(ann, bob.id);
		const commentsFor = async ({ token }: TestUser) => (await call(`GET /api/v1/videos/${id}/comments`, { token })).json.comments.length;
		expect([await commentsFor(ann), await commentsFor(cara), await commentsFor(bob)]).toEqual([0, 1, 1]);
	});

	it("200: keeps what they do out of the inbox", async () => {
		await mute(ann, bob.id);
		await notify(services, { userId: ann.id, type: "follow", text: "@bob follows you now.", actorId: bob.id, key: `follow:${bob.id}` });
		expect((await call("GET /api/v1/notifications", { token: ann.token })).json.notifications).toEqual([]);
	});

	it("200: holds in another isolate from the answer on", async () => {
		const id = await videoOf(bob);
		const elsewhere = servicesOf({ ...testEnv });
		const viewer = { kind: "user", userId: ann.id, sessionId: "", teen: false } as const;
		await call(`POST /api/v1/users/${bob.id}/follow`, { token: ann.token });
		const { followingPage } = await import("../../feed/following.ts");
		expect(await hydrateCards(elsewhere, viewer, [id])).toHaveLength(1);
		expect((await followingPage(elsewhere, viewer, 10, undefined)).videos).toHaveLength(1);
		await mute(ann, bob.id);
		expect((await followingPage(elsewhere, viewer, 10, undefined)).videos).toEqual([]);
	});

	it("200: twice is once, and is listed, latest first; 403 for oneself, 404 for nobody", async () => {
		const cara = await newUser(call);
		for (const whom of [bob, bob, cara]) expect((await mute(ann, whom.id)).status).toBe(200);
		const { json } = await call("GET /api/v1/users/me/muted", { token: ann.token });
		expect((json.users as { id: string }[]).map(({ id }) => id)).toEqual([cara.id, bob.id]);
		expect((await mute(ann, ann.id)).json.code).toBe("forbidden");
		expect((await mute(ann, services.newId())).json.code).toBe("user_not_found");
		expect((await unmute(ann, ann.id)).json.code).toBe("forbidden");
		expect((await unmute(ann, "@no.such.user")).json.code).toBe("user_not_found");
	});

	it("409: not without end", async () => {
		const rows = Array.from({ length: MUTES_MAX }, () => ({ userId: ann.id, mutedId: services.newId() }));
		await services.db.user(ann.id).insert(mutes).values(rows);
		expect((await mute(ann, bob.id)).json.code).toBe("mutes_full");
	});
});

describe("blocked people", () => {
	it("200: are listed for who blocked them, latest first, page by page", async () => {
		const others = await Promise.all(Array.from({ length: 3 }, () => newUser(call)));
		for (const { id } of others) await call(`POST /api/v1/users/${id}/block`, { token: ann.token });
		const first = (await call("GET /api/v1/users/me/blocked?limit=2", { token: ann.token })).json;
		const second = (await call(`GET /api/v1/users/me/blocked?limit=2&cursor=${first.nextCursor}`, { token: ann.token })).json;
		const seen = [...first.users, ...second.users].map(({ id }: { id: string }) => id);
		expect(seen).toEqual(others.map(({ id }) => id).reverse());
		expect((await call("GET /api/v1/users/me/blocked", { token: others[0]?.token ?? "" })).json.users).toEqual([]);
	});
});

describe("lists of one's own people", () => {
	it.each(["/users/me/follow-requests", "/users/me/muted", "/users/me/blocked", "/users/me/friends", "/feed/friends"])(
		"422: %s with a cursor of another list",
		async (list) => {
			const { json } = await call(`GET /api/v1${list}?cursor=no-such-place`, { token: ann.token });
			expect(json.code).toBe("invalid_fields");
		},
	);
});

describe("friends", () => {
	it("200: are those who follow each other, in the very next read of either", async () => {
		const id = await videoOf(bob);
		await call(`POST /api/v1/users/${bob.id}/follow`, { token: ann.token });
		expect(await idsIn("/friends", ann)).toEqual([]);
		await call(`POST /api/v1/users/${ann.id}/follow`, { token: bob.token });
		expect(await idsIn("/friends", ann)).toEqual([id]);
		const friends = (await call("GET /api/v1/users/me/friends", { token: ann.token })).json.users as { id: string }[];
		expect(friends.map((friend) => friend.id)).toEqual([bob.id]);
		await call(`DELETE /api/v1/users/${ann.id}/follow`, { token: bob.token });
		expect(await idsIn("/friends", ann)).toEqual([]);
		expect(await idsIn("/following", ann)).toEqual([id]);
	});
});
