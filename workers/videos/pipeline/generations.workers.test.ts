import { describe, expect, it } from "vitest";
import { completedVideo, objectsOf, rowOf, testApp, testEnv } from "../testing/fixtures.ts";
import { pipelineHarness } from "../testing/harness.ts";
import { resultOf, succeed, writeOutputs } from "../testing/transcoder.ts";
import { reprocessVideo } from "./reprocess.ts";

const pipe = pipelineHarness();

describe("generations", () => {
	it("a late result of an old generation neither wins nor leaves objects", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		const old = pipe.transcodes.sent[0]?.body;
		pipe.transcoder.script = async (job, emit) => {
			await writeOutputs(testEnv.MEDIA, job.outputPrefix);
			if (job.generation === 1) {
				await reprocessVideo(pipe.using, videoId, "request-newer");
				await emit({ type: "done", result: resultOf(job) });
			}
		};
		await pipe.deliver(1, old);
		expect(await rowOf(videoId)).toMatchObject({ status: "processing", generation: 2, liveGeneration: null });
		await pipe.cleanUp();
		expect((await objectsOf(videoId)).filter((key) => key.includes("/g1/"))).toEqual([]);
		pipe.transcoder.script = succeed(testEnv.MEDIA);
		await pipe.deliver();
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", liveGeneration: 2 });
	});

	it("a ready video is served from its old generation until the new one is live, whose removal waits a day", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		await pipe.deliver();
		await reprocessVideo(pipe.using, videoId, "request-again");
		const call = testApp(pipe.user, pipe.using);
		const master = async () => (await call("GET", `/videos/auto/${videoId}/master.m3u8`)).text();
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", generation: 2, liveGeneration: 1 });
		expect(await master()).toContain("g1/240p.m3u8");
		pipe.cleanups.sent.length = 0;
		await pipe.deliver();
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", liveGeneration: 2, stage: "done" });
		expect(await master()).toContain("g2/240p.m3u8");
		expect((await call("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`)).status).toBe(200);
		const [purge] = pipe.cleanups.sent;
		expect(purge?.body).toMatchObject({ kind: "purge_generation", generation: 1 });
		expect(purge?.delaySeconds).toBe(43_200);
	});

	it("a reprocessing that fails leaves the video up as it was", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		await pipe.deliver();
		await reprocessVideo(pipe.using, videoId, "request-again");
		pipe.transcoder.script = (_, emit) => emit({ type: "refused", code: "truncated", message: "The file ends early." });
		await pipe.deliver();
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", liveGeneration: 1, stage: "done" });
		expect((await testApp(pipe.user, pipe.using)("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`)).status).toBe(200);
	});
});
