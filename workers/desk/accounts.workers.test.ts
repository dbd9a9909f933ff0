import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BOT_LIMITED_ABOVE, PERSON_FOR_MS } from "../../contracts/desk-accounts.ts";
import { DAILY_LIMITS } from "../../contracts/limits.ts";
import { botScores } from "../../db/schema/bots.ts";
import { auditLog, moderationDecisions } from "../../db/schema/moderation.ts";
import { videos } from "../../db/schema/videos.ts";
import { newOperatorToken, newUser, services, type TestUser, testApp } from "../gateway/testing/api.ts";
import { newVideo } from "../social/comments/comments.fixture.ts";
import { socialRoutes } from "../social/routes.ts";
import { appealRoutes } from "../trust/appeals/routes.ts";
import { examine } from "../trust/bots/examine.ts";
import { examineDue, forgetHabits, noteDevice, noteHabit, openCase } from "../trust/index.ts";
import { deskRoutes } from "./routes.ts";

const call = testApp(socialRoutes, appealRoutes, deskRoutes);
const directory = services.db.directory();
const DAY_MS = 86_400_000;

let reviewer: Awaited<ReturnType<typeof newOperatorToken>>;
beforeEach(async () => {
	reviewer = await newOperatorToken("moderator", "senior");
});
/** What tests before left to be looked at is not this one's. */
afterEach(() => services.redis.client.del("bots:due"));

const open = (name: string) => call(`GET /api/v1/desk/accounts/${name}`, reviewer);
const judge = (userId: string, verdict: string, note = "Looked at its videos.") =>
	call(`PUT /api/v1/desk/accounts/${userId}/bot`, { ...reviewer, body: { verdict, note } });
const verify = (userId: string, verified: boolean, reason: string, by = reviewer) =>
	call(`PUT /api/v1/desk/accounts/${userId}/verified`, { ...by, body: { verified, reason } });
const restrictionOf = async (videoId: string): Promise<string | undefined> =>
	(await services.db.video(videoId).select({ restriction: videos.restriction }).from(videos).where(eq(videos.id, videoId)))[0]?.restriction;
const standingOf = async ({ token }: TestUser) => (await call("GET /api/v1/users/me/standing", { token })).json;
const linesAbout = async (userId: string) =>
	(
		await directory
			.select()
			.from(auditLog)
			.where(eq(auditLog.target, `account:${userId}`))
	).filter(({ action }) => action !== "account.open");

/** Somebody with one video who behaves like a program: the day's posts, views, and nothing liked. */
async function program({ posted = 120, shown = 1_200 } = {}): Promise<{ user: TestUser; videoId: string }> {
	const user = await newUser(call);
	const videoId = await newVideo(user);
	await noteHabit(services, user.id, "posted", posted);
	await noteHabit(services, user.id, "shown", shown);
	return { user, videoId };
}

describe("an account that behaves like a program", () => {
	it("is limited by the machine, told why, and listed with what each signal said", async () => {
		const { user, videoId } = await program();
		await examineDue(services);
		expect(await restrictionOf(videoId)).toBe("limited");
		expect(await standingOf(user)).toMatchObject({ state: "limited" });
		const { json } = await call("GET /api/v1/desk/bots?state=limited&limit=100", reviewer);
		const found = json.accounts.find(({ id }: { id: string }) => id === user.id);
		expect(found).toMatchObject({ username: user.user.username, bot: { state: "limited", judgedBy: null } });
		expect(found.bot.score).toBeGreaterThan(BOT_LIMITED_ABOVE);
		expect(found.bot.signals).toMatchObject([
			{ name: "posting", value: 1, figure: "120 videos, comments and reposts in a day" },
			{ name: "watching", value: 1 },
			{ name: "engagement", value: 1 },
			{ name: "device", value: 0, figure: "1 accounts on the device within the week" },
			{ name: "profile", value: 1 },
		]);
		expect(json.counts.limited).toBeGreaterThan(0);
	});

	it("once found to be a person's has its reach back, and is not limited again for ninety days", async () => {
		const { user, videoId } = await program();
		await examine(services, user.id);
		const { status, json } = await judge(user.id, "person");
		expect([status, json.account.limitedUntil, json.account.bot.state, json.account.bot.judgedBy.id]).toEqual([
			200,
			null,
			"person",
			reviewer.id,
		]);
		expect(await restrictionOf(videoId)).toBe("none");
		expect(await standingOf(user)).toMatchObject({ state: "good" });
		await examine(services, user.id);
		expect(await standingOf(user)).toMatchObject({ state: "good" });
		await directory
			.update(botScores)
			.set({ judgedAt: new Date(services.clock() - PERSON_FOR_MS - 1) })
			.where(eq(botScores.userId, user.id));
		await examine(services, user.id);
		expect(await standingOf(user)).toMatchObject({ state: "limited" });
		expect(await linesAbout(user.id)).toMatchObject([{ action: "bot.judge", operatorId: reviewer.id }]);
	});

	it("is given its reach back by an appeal, and is then a person's to the machine, too", async () => {
		const { user, videoId } = await program();
		await examine(services, user.id);
		const [decision] = (await call("GET /api/v1/users/me/decisions", { token: user.token })).json.decisions;
		expect(decision).toMatchObject({ decision: "shadow_limit", statement: { automatedDecision: true } });
		const evidence = { kind: "appeal", appealId: services.newId(), decisionId: decision.id, text: "I am no program." } as const;
		const subject = { kind: "profile", id: user.id, ownerId: user.id } as const;
		const { caseId } = await openCase(services, { subject, queue: "appeals", reason: "spam", severity: 1, source: "appeal", evidence });
		const decided = await call(`POST /api/v1/desk/cases/${caseId}/decision`, {
			...reviewer,
			body: { decision: "approve", reason: "spam", note: "A person." },
		});
		expect(decided.json.performed).toBe(true);
		expect(await restrictionOf(videoId)).toBe("none");
		expect((await open(user.id)).json.account.bot).toMatchObject({ state: "person", judgedBy: { id: reviewer.id } });
		await examine(services, user.id);
		expect(await restrictionOf(videoId)).toBe("none");
	});

	it("that scores less waits to be looked at, unlimited, until somebody says it is a program", async () => {
		const { user, videoId } = await program({ posted: 0 });
		await examine(services, user.id);
		expect((await open(`@${user.user.username.toUpperCase()}`)).json.account.bot).toMatchObject({ state: "waiting", score: 0.55 });
		expect(await restrictionOf(videoId)).toBe("none");
		expect((await judge(user.id, "bot")).json.account).toMatchObject({ bot: { state: "bot" }, limitedUntil: expect.any(String) });
		expect(await restrictionOf(videoId)).toBe("limited");
		expect((await judge(user.id, "person")).json.account.limitedUntil).toBeNull();
		const overturned = await directory.select().from(moderationDecisions).where(eq(moderationDecisions.ownerId, user.id));
		expect(overturned.map(({ overturnedAt }) => overturnedAt !== null)).toEqual([true]);
	});

	it("is left to people where a case about it is open: its score is added to what they see", async () => {
		const { user } = await program();
		const subject = { kind: "profile", id: user.id, ownerId: user.id } as const;
		const evidence = { kind: "report", reportId: services.newId(), reason: "harassment", note: "" } as const;
		const { caseId } = await openCase(services, {
			subject,
			queue: "content",
			reason: "harassment",
			severity: 3,
			source: "report",
			evidence,
		});
		await examine(services, user.id);
		expect(await standingOf(user)).toMatchObject({ state: "good" });
		expect((await call(`GET /api/v1/desk/cases/${caseId}`, reviewer)).json.evidence).toHaveLength(2);
		expect((await judge(user.id, "bot")).json.code).toBe("decision_unfit");
	});

	it("is looked at, and not limited, when it is verified", async () => {
		const { user } = await program();
		await verify(user.id, true, "partner");
		await examine(services, user.id);
		expect((await open(user.id)).json.account).toMatchObject({ bot: { state: "waiting" }, limitedUntil: null });
	});

	it("has no score for what a person does, nor for what nobody counted", async () => {
		const { user } = await program({ posted: 3, shown: 300 });
		await examine(services, user.id);
		expect((await open(user.id)).json.account.bot).toBeNull();
		const { user: gone } = await program();
		await forgetHabits(services, gone.id);
		await examine(services, gone.id);
		expect((await open(gone.id)).json.account.bot).toBeNull();
		expect((await judge(gone.id, "bot")).json.code).toBe("decision_unfit");
	});
});

describe("what an account does is counted", () => {
	it("of each day, the busier of the last two speaks", async () => {
		const { user } = await program();
		const tomorrow = { ...services, clock: () => services.clock() + DAY_MS };
		await noteHabit(tomorrow, user.id, "shown", 10);
		await examine(tomorrow, user.id);
		expect((await open(user.id)).json.account.bot.signals[1]).toMatchObject({ figure: "1200 videos watched in a day" });
	});

	it("by comments, likes and follows, as they happen", async () => {
		const [user, other] = [await newUser(call), await newUser(call)];
		await call(`POST /api/v1/users/${other.id}/follow`, { token: user.token });
		const day = Math.floor(services.clock() / DAY_MS);
		await expect.poll(() => services.redis.client.hgetall(`habits:${day}:${user.id}`)).toMatchObject({ engaged: 1 });
	});

	it("accounts that share a device within a week are told apart without their names or the device's", async () => {
		const headers = new Headers({ "cf-connecting-ip": "203.0.113.77", "user-agent": `Farm/${services.newId()}` });
		const people = await Promise.all(Array.from({ length: 11 }, () => newUser(call)));
		for (const { id } of people) await noteDevice(services, id, headers);
		const last = people.at(-1);
		if (last === undefined) throw new Error("nobody");
		await noteHabit(services, last.id, "posted", 120);
		await noteHabit(services, last.id, "shown", 1_200);
		await examine(services, last.id);
		expect((await open(last.id)).json.account.bot).toMatchObject({
			score: 1,
			signals: expect.arrayContaining([expect.objectContaining({ name: "device", value: 1 })]),
		});
		const { client } = services.redis;
		for (const key of await client.keys("device:*")) {
			const kept = `${key} ${JSON.stringify(await client.smembers(key))}`;
			expect(people.some(({ id }) => kept.includes(id))).toBe(false);
			expect(kept).not.toMatch(/Farm|203\.0\.113/);
			expect(await client.ttl(key)).toBeGreaterThan(0);
		}
	});

	it("a device has another name each week: nobody is followed by it", async () => {
		const headers = new Headers({ "cf-connecting-ip": "203.0.113.78", "user-agent": `Phone/${services.newId()}` });
		const [one, two] = [await newUser(call), await newUser(call)];
		const later = { ...services, clock: () => services.clock() + 7 * DAY_MS };
		const before = new Set(await services.redis.client.keys("device:*"));
		await noteDevice(services, one.id, headers);
		await noteDevice(later, two.id, headers);
		const made = (await services.redis.client.keys("device:*")).filter((key) => !before.has(key));
		expect(made).toHaveLength(2);
	});
});

describe("verifying", () => {
	it("200: shows at the name, gives the tier's limits a day, is a line of the audit log, and is taken back", async () => {
		const user = await newUser(call);
		expect((await open(user.id)).json.account).toMatchObject({ verified: false, tier: "free" });
		expect((await verify(user.id, true, "official_page")).json.account).toMatchObject({ verified: true, tier: "verified" });
		expect((await call(`GET /api/v1/users/${user.id}`)).json.user).toMatchObject({ verified: true });
		expect(DAILY_LIMITS.like.verified).toBeGreaterThan(DAILY_LIMITS.like.free);
		expect((await verify(user.id, true, "partner")).status).toBe(200);
		expect((await verify(user.id, false, "other_person")).json.account).toMatchObject({ verified: false, tier: "free" });
		expect((await call(`GET /api/v1/users/${user.id}`)).json.user).toMatchObject({ verified: false });
		const lines = await linesAbout(user.id);
		expect(lines.map(({ action, operatorId, details }) => [action, operatorId, JSON.parse(details)])).toEqual([
			["account.verify", reviewer.id, { verified: true, reason: "official_page" }],
			["account.verify", reviewer.id, { verified: false, reason: "other_person" }],
		]);
	});

	it("422: a reason of the other kind; 404: nobody; 403: who only reviews", async () => {
		const user = await newUser(call);
		expect((await verify(user.id, true, "own_wish")).json.code).toBe("invalid_fields");
		expect((await verify(user.id, false, "partner")).json.code).toBe("invalid_fields");
		expect((await verify(services.newId(), true, "partner")).json.code).toBe("user_not_found");
		expect((await verify(user.id, true, "partner", await newOperatorToken("moderator"))).json.code).toBe("role_required");
		expect((await open(user.id)).json.account.verified).toBe(false);
	});
});

it("404: an account nobody has; 422: a verdict without a word why", async () => {
	expect((await open(`@${services.newId()}`)).json.code).toBe("user_not_found");
	expect((await open(services.newId())).json.code).toBe("user_not_found");
	expect((await judge(services.newId(), "person")).json.code).toBe("user_not_found");
	expect((await judge(services.newId(), "person", " ")).json.code).toBe("invalid_fields");
	expect((await call("GET /api/v1/desk/bots?state=maybe", reviewer)).json.code).toBe("invalid_fields");
});
