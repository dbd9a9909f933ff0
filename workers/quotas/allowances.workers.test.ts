import { runInDurableObject } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { CREATOR_FOLLOWERS, DAILY_LIMITS, type LimitedAct, UPLOADS_RETURNED_A_DAY } from "../../contracts/limits.ts";
import { profiles } from "../../db/schema/users.ts";
import { seedCatalogue } from "../feed/catalogue.fixture.ts";
import { newUser, services, type TestUser, testApp, testEnv } from "../gateway/testing/api.ts";
import type { Env } from "../platform/env.ts";
import { socialRoutes } from "../social/routes.ts";
import { engagementRoutes } from "../videos/engagement/routes.ts";
import { videoRoutes } from "../videos/routes.ts";
import { SpentToday, secondsLeftOfDay } from "./spent.ts";

const call = testApp(videoRoutes, engagementRoutes, socialRoutes);
/** Production's numbers: the variables of these tests are the local ones. */
const bindings = { DAILY_LIMIT_FACTOR: "1" } as Partial<Record<keyof Env, unknown>>;

const sessionOf = ({ id }: TestUser) => testEnv.USER_SESSION.get(testEnv.USER_SESSION.idFromName(`user:${id}`));
/** As if the user had done this many today already. */
const doneToday = (user: TestUser, act: LimitedAct, count: number) =>
	runInDurableObject(sessionOf(user), (session) => {
		for (let n = 0; n < count; n++) session.spend(act, `earlier-${n}`, count);
	});
const promote = ({ id }: TestUser, profile: Partial<typeof profiles.$inferInsert>) =>
	services.db.user(id).update(profiles).set(profile).where(eq(profiles.userId, id));
const begin = (user: TestUser, videoId: string = crypto.randomUUID()) =>
	call("POST /api/v1/videos/upload/init", {
		token: user.token,
		body: { filename: "walk.mp4", filesize: 1_000, duration_ms: 3_000, videoId },
		bindings,
	});

describe("the day's count", () => {
	it("counts things, not calls, each kind by itself, and begins anew with the UTC day", async () => {
		const user = await newUser(call);
		await runInDurableObject(sessionOf(user), (_, state) => {
			const spent = new SpentToday(state.storage.sql);
			const evening = Date.UTC(2026, 10, 26, 23, 59, 59, 500);
			expect([1, 1, 2, 3, 1].map((video) => spent.spend("like", `video-${video}`, 2, evening))).toEqual([1, 1, 2, null, 2]);
			expect(spent.spend("follow", "video-3", 2, evening)).toBe(1);
			spent.giveBack("like", "video-1", 1, evening);
			expect(spent.spend("like", "video-3", 2, evening)).toBe(2);
			expect(spent.spend("like", "video-4", 2, evening + 499)).toBeNull();
			expect(spent.spend("like", "video-4", 2, evening + 500)).toBe(1);
			expect(secondsLeftOfDay(evening)).toBe(1);
		});
	});

	it("lets no race overrun a limit", async () => {
		const user = await newUser(call);
		const answers = await Promise.all(Array.from({ length: 8 }, () => begin(user)));
		expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 429, 429, 429, 429, 429]);
	});
});

describe("uploads a day", () => {
	it("429 after three, with the time to wait; one that is begun can be asked for again, one given up is given back", async () => {
		const user = await newUser(call);
		const keys = Array.from({ length: DAILY_LIMITS.upload.free }, () => crypto.randomUUID());
		for (const key of keys) expect((await begin(user, key)).status).toBe(201);
		const refused = await begin(user);
		expect([refused.status, refused.json.code]).toEqual([429, "daily_limit"]);
		expect(refused.json.detail).toContain("begun 3 uploads today");
		const wait = refused.headers.get("retry-after");
		expect(Number(wait)).toBeGreaterThan(0);
		expect(refused.headers.get("ratelimit-policy")).toBe('"upload-day";q=3;w=86400');
		expect(refused.headers.get("ratelimit")).toBe(`"upload-day";r=0;t=${wait}`);
		expect((await begin(user, keys[0])).status).toBe(200);
		await call(`DELETE /api/v1/videos/upload/${keys[1]}`, { token: user.token, bindings });
		expect([(await begin(user)).status, (await begin(user)).status]).toEqual([201, 429]);
	});

	it("a few given up are given back, and no more: beginning and giving up has an end", async () => {
		const user = await newUser(call);
		const giveUp = (key: string) => call(`DELETE /api/v1/videos/upload/${key}`, { token: user.token, bindings });
		for (let n = 0; n < UPLOADS_RETURNED_A_DAY; n++) {
			const key = crypto.randomUUID();
			expect((await begin(user, key)).status).toBe(201);
			await giveUp(key);
			// Repeated, it takes nothing of the ten.
			await giveUp(key);
		}
		for (let n = 0; n < DAILY_LIMITS.upload.free; n++) {
			const key = crypto.randomUUID();
			expect((await begin(user, key)).status).toBe(201);
			expect((await giveUp(key)).status).toBe(204);
		}
		expect((await begin(user)).json.code).toBe("daily_limit");
	});

	it("are ten for the verified and fifty for creators", async () => {
		const [verified, creator] = [await newUser(call), await newUser(call)];
		await promote(verified, { verified: true });
		await promote(creator, { followersCount: CREATOR_FOLLOWERS });
		await doneToday(verified, "upload", 9);
		await doneToday(creator, "upload", 49);
		expect([(await begin(verified)).status, (await begin(verified)).status]).toEqual([201, 429]);
		expect([(await begin(creator)).status, (await begin(creator)).status]).toEqual([201, 429]);
	});

	it("a file that is refused costs nothing", async () => {
		const user = await newUser(call);
		const empty = { filename: "walk.mp4", filesize: 0, duration_ms: 3_000 };
		for (let n = 0; n < 4; n++) await call("POST /api/v1/videos/upload/init", { token: user.token, body: empty, bindings });
		expect((await begin(user)).status).toBe(201);
	});
});

describe("likes a day", () => {
	it("429 after five hundred, two thousand for the verified; what is liked can be liked again and taken back", async () => {
		const user = await newUser(call);
		const { records } = await seedCatalogue(services, { count: 3, creators: 1 });
		const [first, second, third] = records.map(({ id }) => `/api/v1/videos/${id}/like` as const);
		const like = (at: string | undefined) => call(`POST ${at as `/${string}`}`, { token: user.token, bindings });
		await doneToday(user, "like", DAILY_LIMITS.like.free - 1);
		expect((await like(first)).status).toBe(200);
		const refused = await like(second);
		expect([refused.status, refused.json.code]).toEqual([429, "daily_limit"]);
		expect((await like(first)).json).toMatchObject({ liked: true, alreadyLiked: true });
		expect((await call(`DELETE ${first as `/${string}`}`, { token: user.token, bindings })).json.liked).toBe(false);
		await promote(user, { verified: true });
		expect((await like(second)).status).toBe(200);
		await doneToday(user, "like", DAILY_LIMITS.like.verified);
		expect((await like(third)).status).toBe(429);
	});
});

describe("what is left", () => {
	it("is told with every answer that spent something, by the tier one has, and with no other", async () => {
		const user = await newUser(call);
		await promote(user, { verified: true });
		const { records } = await seedCatalogue(services, { count: 2, creators: 1 });
		await doneToday(user, "like", 10);
		const at = `/api/v1/videos/${records[0]?.id}/like` as const;
		const { status, headers } = await call(`POST ${at}`, { token: user.token, bindings });
		expect([status, headers.get("ratelimit-policy")]).toEqual([200, `"like-day";q=${DAILY_LIMITS.like.verified};w=86400`]);
		expect(headers.get("ratelimit")).toMatch(new RegExp(`^"like-day";r=${DAILY_LIMITS.like.verified - 11};t=\\d+$`));
		// What was counted is not counted again.
		expect((await call(`POST ${at}`, { token: user.token, bindings })).headers.get("ratelimit") ?? "r=1989").toContain("r=1989");
		const other = await call("GET /api/v1/auth/me", { token: user.token, bindings });
		expect([other.headers.has("ratelimit"), other.headers.has("ratelimit-policy")]).toEqual([false, false]);
	});

	it("is not mixed up between requests that are answered at the same time", async () => {
		const people = await Promise.all(Array.from({ length: 6 }, () => newUser(call)));
		const { records } = await seedCatalogue(services, { count: 1, creators: 1 });
		for (const [place, user] of people.entries()) await doneToday(user, "like", place);
		const answers = await Promise.all(people.map(({ token }) => call(`POST /api/v1/videos/${records[0]?.id}/like`, { token, bindings })));
		const left = answers.map(({ headers }) => Number(/r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1]));
		expect(left).toEqual(people.map((_, place) => DAILY_LIMITS.like.free - place - 1));
	});
});

describe("comments a day", () => {
	it("429 after two hundred, five hundred for the verified; one that is written already can be asked for again", async () => {
		const user = await newUser(call);
		const { records } = await seedCatalogue(services, { count: 1, creators: 1 });
		const comment = (clientId: string) =>
			call(`POST /api/v1/videos/${records[0]?.id}/comment`, { token: user.token, body: { text: "Well done", clientId }, bindings });
		const [first, second, third] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
		await doneToday(user, "comment", DAILY_LIMITS.comment.free - 1);
		expect((await comment(first)).status).toBe(201);
		const refused = await comment(second);
		expect([refused.status, refused.json.code]).toEqual([429, "daily_limit"]);
		expect(refused.json.detail).toContain("written 200 comments today");
		expect((await comment(first)).status).toBe(200);
		await promote(user, { verified: true });
		expect((await comment(second)).status).toBe(201);
		await doneToday(user, "comment", DAILY_LIMITS.comment.verified);
		expect((await comment(third)).status).toBe(429);
	});
});

describe("follows a day", () => {
	it("429 after two hundred, five hundred for the verified; whom one follows already can be followed again", async () => {
		const [user, ann, bob] = [await newUser(call), await newUser(call), await newUser(call)];
		const follow = (whom: TestUser) => call(`POST /api/v1/users/${whom.id}/follow`, { token: user.token, bindings });
		await doneToday(user, "follow", DAILY_LIMITS.follow.free - 1);
		expect((await follow(ann)).json.following).toBe(true);
		expect((await follow(bob)).json.code).toBe("daily_limit");
		expect((await follow(ann)).json.following).toBe(true);
		await promote(user, { verified: true });
		expect((await follow(bob)).json.following).toBe(true);
	});

	it("are not counted while the count can't be reached, and nobody is kept from anything", async () => {
		const [user, ann] = [await newUser(call), await newUser(call)];
		await doneToday(user, "follow", DAILY_LIMITS.follow.free);
		const down = () => {
			throw new Error("the objects are away");
		};
		const away = { ...bindings, USER_SESSION: { idFromName: down, get: down } };
		const answer = await call(`POST /api/v1/users/${ann.id}/follow`, { token: user.token, bindings: away });
		expect(answer.json).toMatchObject({ following: true });
	});
});
