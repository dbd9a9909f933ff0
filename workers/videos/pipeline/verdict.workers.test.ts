import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { mediaKeys } from "../../../contracts/media.ts";
import { profiles } from "../../../db/schema/users.ts";
import { hydrateCards, loadVideo } from "../cards/index.ts";
import type { Judge, VideoRow } from "../state/index.ts";
import { completedVideo, noticesOf, objectsOf, publishedVideo, rowOf, services, testApp, testEnv, vectorOf } from "../testing/fixtures.ts";
import { pipelineHarness } from "../testing/harness.ts";
import { CLEAN, resultOf, writeOutputs } from "../testing/transcoder.ts";
import { outputsOf, publish } from "./publish.ts";
import { reprocessVideo } from "./reprocess.ts";

const pipe = pipelineHarness();
const refusing: Judge = async () => ({ verdict: "review" });

async function made(videoId: string): Promise<VideoRow> {
	const row = await rowOf(videoId);
	if (row === undefined) throw new Error("the row was not written");
	await writeOutputs(testEnv.MEDIA, mediaKeys.generation(videoId, row.generation));
	return row;
}
const outputsFor = (row: VideoRow) => outputsOf(resultOf({ videoId: row.id, generation: row.generation }));

describe("a video that is not approved", () => {
	it("waits for review instead of becoming ready; its creator alone sees it, and what was made of it is kept", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		const row = await made(videoId);
		expect(await publish(pipe.using, row, outputsFor(row), CLEAN, refusing)).toBe("withheld");
		expect(await rowOf(videoId)).toMatchObject({ status: "review", liveGeneration: null, publishedAt: null, stage: "done" });
		expect(await hydrateCards(pipe.using, pipe.user, [videoId])).toEqual([]);
		expect(await noticesOf(pipe.user)).toEqual([]);
		expect(await vectorOf(videoId)).toBe(false);
		const status = await testApp(pipe.user, pipe.using)("GET", `/api/v1/videos/${videoId}/status`);
		expect(await status.json()).toMatchObject({ status: "review" });
		await pipe.cleanUp();
		expect(await objectsOf(videoId)).toContain(`${mediaKeys.generation(videoId, 1)}240p/0.m4s`);
	});

	it.each([
		["published", undefined],
		["withheld", refusing],
	] as const)("%s, it is what its creator's account is: private, and a teen's", async (became, judge) => {
		const account = { isPrivate: true, accountType: "teen" } as const;
		await services.db.user(pipe.user.userId).update(profiles).set(account).where(eq(profiles.userId, pipe.user.userId));
		const row = await made(await completedVideo(pipe.user, pipe.using));
		expect(await publish(pipe.using, row, outputsFor(row), CLEAN, judge)).toBe(became);
		expect(await rowOf(row.id)).toMatchObject({ creatorPrivate: true, creatorTeen: true });
	});

	it("stays withheld when the same message is delivered again", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		const row = await made(videoId);
		await publish(pipe.using, row, outputsFor(row), CLEAN, refusing);
		expect(await publish(pipe.using, row, outputsFor(row), CLEAN, refusing)).toBe("already");
		expect(await publish(pipe.using, row, outputsFor(row), CLEAN)).toBe("already");
		expect(await rowOf(videoId)).toMatchObject({ status: "review" });
	});

	it("is refused for good by a verdict against it", async () => {
		const row = await made(await completedVideo(pipe.user, pipe.using));
		expect(await publish(pipe.using, row, outputsFor(row), CLEAN, async () => ({ verdict: "block" }))).toBe("withheld");
		expect(await rowOf(row.id)).toMatchObject({ status: "blocked", liveGeneration: null });
	});

	it("is taken down when it was up before it was made again", async () => {
		const videoId = await publishedVideo(pipe.user);
		expect(await vectorOf(videoId)).toBe(true);
		await reprocessVideo(pipe.using, videoId, "request-again");
		const row = await made(videoId);
		await publish(pipe.using, row, outputsFor(row), CLEAN, refusing);
		expect(await loadVideo(pipe.using, videoId)).toMatchObject({ status: "review" });
		expect(await hydrateCards(pipe.using, pipe.user, [videoId])).toEqual([]);
		expect(await vectorOf(videoId)).toBe(false);
	});

	it("is not published while nobody can judge it", async () => {
		const row = await made(await completedVideo(pipe.user, pipe.using));
		const away: Judge = () => Promise.reject(new Error("moderation is away"));
		await expect(publish(pipe.using, row, outputsFor(row), CLEAN, away)).rejects.toThrow("away");
		expect(await rowOf(row.id)).toMatchObject({ status: "processing" });
	});

	it("can be deleted by its creator", async () => {
		const row = await made(await completedVideo(pipe.user, pipe.using));
		await publish(pipe.using, row, outputsFor(row), CLEAN, refusing);
		expect((await testApp(pipe.user, pipe.using)("DELETE", `/api/v1/videos/${row.id}`)).status).toBe(204);
		await pipe.cleanUp();
		expect(await objectsOf(row.id)).toEqual([]);
	});
});
