import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { profiles } from "../../../db/schema/users.ts";
import { videos } from "../../../db/schema/videos.ts";
import { seedCatalogue } from "../../feed/catalogue.fixture.ts";
import { newUser, services, type TestUser, testApp } from "../../gateway/testing/api.ts";
import { emit } from "../../platform/events.ts";
import { testEnv } from "../../platform/test-env.fixture.ts";
import { invalidateVideo } from "../../videos/cards/index.ts";
import { socialRoutes } from "../routes.ts";

const call = testApp(socialRoutes);
const told = async ({ token }: TestUser): Promise<[string, string][]> =>
	(await call("GET /api/v1/notifications?filter=videos", { token })).json.notifications.map(
		({ type, text }: { type: string; text: string }) => [type, text],
	);
async function newVideo(creator: TestUser): Promise<string> {
	const overrides = { userId: creator.id, title: "Tea", viewCount: 0, likeCount: 0 };
	const { records } = await seedCatalogue(services, { count: 1, creators: 1, overrides });
	return records[0]?.id ?? "";
}

it("a creator is told of each milestone of a video's views and likes once, however the numbers move around it", async () => {
	const creator = await newUser(call);
	const videoId = await newVideo(creator);
	const counter = testEnv.VIDEO_COUNTER.get(testEnv.VIDEO_COUNTER.idFromName(videoId));
	const count = (deltas: { views?: number; likes?: number }) =>
		counter.apply(videoId, [{ batchId: crypto.randomUUID(), at: services.clock(), deltas }]);
	await count({ views: 99 });
	await count({ views: 1 });
	await expect.poll(() => told(creator)).toEqual([["milestone", "“Tea” has reached 100 views."]]);
	await count({ likes: 100 });
	await expect.poll(() => told(creator)).toHaveLength(2);
	await count({ likes: -1 });
	await count({ likes: 1 });
	await count({ views: 12_345 });
	await expect
		.poll(async () => (await told(creator)).map(([, text]) => text))
		.toEqual(["“Tea” has reached 10,000 views.", "“Tea” has reached 100 likes.", "“Tea” has reached 100 views."]);
});

it("somebody is told of a round number of followers, once", async () => {
	const [star, fan, other] = [await newUser(call), await newUser(call), await newUser(call)];
	await services.db.user(star.id).update(profiles).set({ followersCount: 999 }).where(eq(profiles.userId, star.id));
	for (const { token } of [fan, other]) await call(`POST /api/v1/users/${star.id}/follow`, { token });
	const texts = async () =>
		(await call("GET /api/v1/notifications", { token: star.token })).json.notifications.map(({ text }: { text: string }) => text);
	await expect.poll(texts).toContain("You have 1,000 followers now.");
	await expect.poll(texts).toContainEqual(expect.stringContaining(`and @${fan.user.username} started following you`));
	expect((await texts()).filter((text: string) => text.includes("1,000"))).toHaveLength(1);
});

it("a creator is told when a video begins to spread, and not again when that is written anew or over", async () => {
	const creator = await newUser(call);
	const videoId = await newVideo(creator);
	const turn = async (viralAt: Date | null) => {
		await services.db.video(videoId).update(videos).set({ viralAt }).where(eq(videos.id, videoId));
		await invalidateVideo(services, videoId);
		await emit(services, "changed", { videoId, userId: null, what: "virality" });
	};
	await turn(new Date(1_800_000_000_000));
	await turn(new Date(1_800_000_000_000));
	await turn(null);
	expect((await told(creator)).map(([type]) => type)).toEqual(["viral"]);
	await turn(new Date(1_800_090_000_000));
	expect(await told(creator)).toHaveLength(2);
});

it.each([
	["refused", "block", false, ["verdict", "“Tea” can't be shown: it breaks the rules. Your videos say what you can do."]],
	["taken off to be looked at", "review", true, ["verdict", "“Tea” is being looked at by a person. Nobody else sees it until then."]],
	["new and waiting for a person", "review", false, undefined],
] as const)("a creator is told of a video that is %s", async (_, verdict, wasUp, notice) => {
	const creator = await newUser(call);
	const judged = { videoId: services.newId(), userId: creator.id, title: "Tea", generation: 1, verdict, wasUp };
	for (let times = 0; times < 2; times++) await emit(services, "judged", judged);
	expect(await told(creator)).toEqual(notice === undefined ? [] : [notice]);
});
