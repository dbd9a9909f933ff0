import { eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accountSessions, accountUsers } from "../../../db/schema/directory.ts";
import * as users from "../../../db/schema/users.ts";
import * as videoTables from "../../../db/schema/videos.ts";
import { seedCatalogue } from "../../feed/catalogue.fixture.ts";
import { feedRoutes } from "../../feed/routes.ts";
import { newUser, PASSWORD, services, type TestUser, testApp, testEnv } from "../../gateway/testing/api.ts";
import { IsolateState } from "../../platform/isolate-state.ts";
import { AFTER_REDIS_RESTED } from "../../platform/passed-over.fixture.ts";
import { bindingsWith } from "../../platform/test-env.fixture.ts";
import { servicesOf } from "../../services.ts";
import { socialRoutes } from "../../social/routes.ts";
import { hydrateCards, invalidateVideo } from "../../videos/cards/index.ts";
import { engagementRoutes } from "../../videos/engagement/routes.ts";
import { videoRoutes } from "../../videos/routes.ts";
import { Mailbox } from "../mail/mailbox.fixture.ts";
import { eraseAccount, eraseDueAccounts } from "./erase.ts";

const call = testApp(socialRoutes, videoRoutes, engagementRoutes, feedRoutes);
const DAY_MS = 86_400_000;
const leave = (user: TestUser, when: "later" | "now" = "later", bindings = {}) =>
	call("POST /api/v1/auth/deletion", { token: user.token, body: { password: PASSWORD, when }, bindings });
const login = (username: string, more = {}) => call("POST /api/v1/auth/login", { body: { username, password: PASSWORD, ...more } });
const directory = services.db.directory();

/** Somebody with two public videos, who likes, comments on and follows a fan of theirs. */
async function somebody() {
	const [user, fan] = [await newUser(call), await newUser(call)];
	const { records } = await seedCatalogue(services, { count: 3, creators: 1 });
	const [first, second, third] = records.map(({ id }) => id) as [string, string, string];
	const give = (ids: string[], owner: string) =>
		services.db.video(first).update(videoTables.videos).set({ userId: owner }).where(inArray(videoTables.videos.id, ids));
	await give([first, second], user.id);
	await give([third], fan.id);
	await Promise.all([first, second, third].map((id) => invalidateVideo(services, id)));
	await services.db
		.user(user.id)
		.insert(users.userVideos)
		.values([first, second].map((videoId) => ({ userId: user.id, videoId })));
	await call(`POST /api/v1/videos/${third}/like`, { token: user.token });
	await call(`POST /api/v1/videos/${third}/save`, { token: user.token });
	await call(`POST /api/v1/videos/${third}/comment`, { token: user.token, body: { text: "mine" } });
	await call(`POST /api/v1/users/${fan.id}/follow`, { token: user.token });
	await call(`POST /api/v1/users/${user.id}/follow`, { token: fan.token });
	return { user, fan, own: [first, second], theirs: third };
}

/** Each of these waits for leases of isolates and signs in again, several times. */
const LONG_MS = 60_000;

describe("deleting an account", { timeout: LONG_MS }, () => {
	it("202: hides person, videos and comments from everybody at once, in every isolate, and ends all sessions", {
		retry: AFTER_REDIS_RESTED,
	}, async () => {
		const { user, fan, own, theirs } = await somebody();
		const other = servicesOf({ ...testEnv });
		const viewer = { kind: "user", userId: fan.id, sessionId: "", teen: false } as const;
		expect(await hydrateCards(other, viewer, own)).toHaveLength(2);
		const comments = () => call(`GET /api/v1/videos/${theirs}/comments`, { token: fan.token });
		expect((await comments()).json.comments).toHaveLength(1);
		const { status, json } = await leave(user);
		expect(status).toBe(202);
		expect(Date.parse(json.erasedAt)).toBeGreaterThan(Date.now() + 29.9 * DAY_MS);
		expect((await call("GET /api/v1/auth/me", { token: user.token })).status).toBe(401);
		expect(await hydrateCards(other, viewer, own)).toEqual([]);
		for (const at of [`/api/v1/users/${user.id}`, `/api/v1/users/@${user.user.username}`, ...own.map((id) => `/api/v1/videos/${id}`)]) {
			expect([at, (await call(`GET ${at as `/${string}`}`, { token: fan.token })).status]).toEqual([at, 404]);
		}
		expect((await comments()).json.comments).toEqual([]);
		expect((await call(`GET /api/v1/users/${fan.id}/followers`)).json.users).toEqual([]);
	});

	it("409 account_leaving at the next log-in, and 200 with all as it was for who comes back", async () => {
		const { user, fan, own } = await somebody();
		await leave(user);
		const refused = await login(user.user.username);
		expect([refused.status, refused.json.code]).toEqual([409, "account_leaving"]);
		expect(await directory.select().from(accountSessions).where(eq(accountSessions.userId, user.id))).toEqual([]);
		const back = await login(user.user.username, { comeBack: true });
		expect([back.status, back.json.user.id]).toEqual([200, user.id]);
		expect((await call(`GET /api/v1/users/${user.id}`, { token: fan.token })).status).toBe(200);
		const { json } = await call(`GET /api/v1/videos/${own[0]}`, { token: fan.token });
		expect(json.video?.id).toBe(own[0]);
		expect((await login(user.user.username)).status).toBe(200);
		expect(await eraseAccount({ ...services, isolate: new IsolateState(), clock: () => Date.now() + 31 * DAY_MS }, user.id)).toBe(false);
	});

	it("tells by mail until when one may come back", async () => {
		const [mailbox, user] = [new Mailbox(), await newUser(call)];
		const email = `${user.user.username}@example.com`.toLowerCase();
		await directory.update(accountUsers).set({ email }).where(eq(accountUsers.id, user.id));
		await leave(user, "later", mailbox.bindings);
		await mailbox.deliver();
		expect(mailbox.to(email, "account_leaving")?.text).toContain("Until then you can come back by logging in.");
	});

	it("401, 403, 422, 429: signed out, wrong password, no such time, tried too often", async () => {
		const { token } = await newUser(call);
		expect((await call("POST /api/v1/auth/deletion", { body: { password: PASSWORD } })).status).toBe(401);
		expect((await call("POST /api/v1/auth/deletion", { token, body: { password: "wrong" } })).json.code).toBe("wrong_password");
		expect((await call("POST /api/v1/auth/deletion", { token, body: { password: PASSWORD, when: "never" } })).status).toBe(422);
		const bindings = { AUTH_LIMIT: { limit: async () => ({ success: false }) } };
		expect((await call("POST /api/v1/auth/deletion", { token, body: { password: PASSWORD }, bindings })).status).toBe(429);
		expect((await call("GET /api/v1/auth/me", { token })).status).toBe(200);
	});
});

describe("erasing an account", { timeout: LONG_MS }, () => {
	/** Rows that name the user, by table. */
	async function rowsOf(userId: string): Promise<string[]> {
		const shard = services.db.user(userId);
		const [videos] = services.db.everyVideoShard();
		const found = {
			account: await directory.$count(accountUsers, eq(accountUsers.id, userId)),
			profile: await shard.$count(users.profiles, eq(users.profiles.userId, userId)),
			follows: await shard.$count(users.follows, eq(users.follows.followerId, userId)),
			followed: await shard.$count(users.follows, eq(users.follows.followeeId, userId)),
			followers: await shard.$count(users.followers, eq(users.followers.followerId, userId)),
			likes: await shard.$count(users.userLikes, eq(users.userLikes.userId, userId)),
			saves: await shard.$count(users.userSaves, eq(users.userSaves.userId, userId)),
			ownVideos: await shard.$count(users.userVideos, eq(users.userVideos.userId, userId)),
			engagement: await videos?.$count(videoTables.videoEngagement, eq(videoTables.videoEngagement.userId, userId)),
			comments: await videos?.$count(videoTables.comments, eq(videoTables.comments.userId, userId)),
			videos: await videos?.$count(videoTables.videos, eq(videoTables.videos.userId, userId)),
		};
		return Object.entries(found).flatMap(([table, count]) => (count === 0 ? [] : [table]));
	}

	it("removes all that names the person, sets others' numbers right, and takes back what was told of them", async () => {
		const { user, fan, own, theirs } = await somebody();
		const inbox = async () => (await call("GET /api/v1/notifications", { token: fan.token })).json.notifications;
		await expect.poll(async () => (await inbox()).map(({ type }: { type: string }) => type).sort()).toEqual(["comment", "follow", "like"]);
		await leave(user, "now");
		// Whatever the background has done by now: a round is idempotent.
		await eraseAccount(services, user.id);
		expect(await rowsOf(user.id)).toEqual(["account", "profile", "ownVideos", "videos"]);
		expect(await inbox()).toEqual([]);
		const numbers = async () => {
			const { video } = (await call(`GET /api/v1/videos/${theirs}`, { token: fan.token })).json;
			return [video.likeCount, video.commentCount];
		};
		// Numbers reach cards with the counter's next flush.
		await expect.poll(numbers, { timeout: 60_000 }).toEqual([0, 0]);
		const profile = (await call(`GET /api/v1/users/${fan.id}`, { token: fan.token })).json.user;
		expect([profile.followersCount, profile.followingCount]).toEqual([0, 0]);
		// The purge of each video removes its row in its last round, an hour later.
		await services.db
			.video(own[0] ?? "")
			.delete(videoTables.videos)
			.where(inArray(videoTables.videos.id, own));
		expect(await eraseAccount(services, user.id)).toBe(true);
		expect(await rowsOf(user.id)).toEqual([]);
		expect((await login(user.user.username)).json.code).toBe("bad_credentials");
		expect(await eraseAccount(services, user.id)).toBe(false);
	});

	it("waits for the thirty days, and then goes on by itself where a round broke off", async () => {
		const user = await newUser(call);
		await leave(user);
		await eraseDueAccounts(services);
		expect(await rowsOf(user.id)).toEqual(["account", "profile"]);
		const later = { ...services, isolate: new IsolateState(), clock: () => Date.now() + 30 * DAY_MS + 1_000 };
		const broken = {
			...later,
			...bindingsWith({ INBOX: { idFromName: () => "", get: () => ({ forget: () => Promise.reject(new Error("away")) }) } }),
		};
		expect(await eraseAccount(broken as unknown as typeof services, user.id)).toBe(false);
		expect(await rowsOf(user.id)).toEqual(["account", "profile"]);
		for (let tick = 0; tick < 20 && (await rowsOf(user.id)).length > 0; tick++) await eraseDueAccounts(later);
		expect(await rowsOf(user.id)).toEqual([]);
	});
});
