import { describe, expect, it } from "vitest";
import type { Services } from "../../platform/services.ts";
import { consumeCleanup } from "../cleanup/consumer.ts";
import { deleteVideo } from "../lifecycle/delete.ts";
import { completedVideo, messageOf, publishedVideo, rowOf, testApp } from "../testing/fixtures.ts";
import { pipelineHarness } from "../testing/harness.ts";
import { consumeTranscode, consumeTranscodeDeadLetters } from "./consumer.ts";

const harness = pipelineHarness();

const down = (): never => {
	throw new Error("the database is down");
};
const without = (): Services => ({ ...harness.using, db: { ...harness.using.db, video: down, user: down } });

describe("the database being away", () => {
	it("puts the message back without counting it against the video, which is ready once it is back", async () => {
		const videoId = await completedVideo(harness.user, harness.using);
		const first = messageOf(harness.transcodes.sent[0]?.body, 2);
		await consumeTranscode(first.batch, without());
		expect(first.outcome).toEqual({ acked: true, retriedAfter: null });
		expect(harness.transcodes.sent[1]).toMatchObject({ body: { videoId, failures: 1 }, delaySeconds: 10 });
		await consumeTranscode(messageOf(harness.transcodes.sent[1]?.body).batch, harness.using);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
	});

	it("with the queue away too, the queue's own retry is the last resort", async () => {
		await completedVideo(harness.user, harness.using);
		harness.transcodes.refusing = true;
		const { batch, outcome } = messageOf(harness.transcodes.sent[0]?.body);
		await consumeTranscode(batch, without());
		expect(outcome).toEqual({ acked: false, retriedAfter: 10 });
	});

	it("keeps dead letters and cleanups until it is back", async () => {
		const videoId = await completedVideo(harness.user, harness.using);
		const letter = messageOf(harness.transcodes.sent[0]?.body);
		await consumeTranscodeDeadLetters(letter.batch, without());
		expect(letter.outcome).toMatchObject({ acked: false });
		const cleanup = messageOf({ v: 1, kind: "purge_video", videoId, userId: "1" });
		await consumeCleanup(cleanup.batch, without());
		expect(cleanup.outcome).toMatchObject({ acked: false });
	});
});

describe("Redis being away", () => {
	it("changes nothing but speed: complete, publish, play, delete", async () => {
		const redis = { client: harness.using.redis.client, soft: async () => null };
		harness.using = { ...harness.using, redis };
		const { user } = harness;
		const videoId = await completedVideo(user, harness.using);
		await consumeTranscode(messageOf(harness.transcodes.sent[0]?.body).batch, harness.using);
		const call = testApp(user, harness.using);
		expect((await call("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`)).status).toBe(200);
		await deleteVideo(harness.using, user.userId, videoId);
		expect((await call("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`)).status).toBe(404);
	});
});

describe("messages that make no sense", () => {
	it.each([[{ v: 2 }], [null], ["text"]])("%j is logged and taken off the queue", async (body) => {
		for (const consume of [consumeTranscode, consumeTranscodeDeadLetters, consumeCleanup]) {
			const { batch, outcome } = messageOf(body);
			await consume(batch, harness.using);
			expect(outcome.acked).toBe(true);
		}
	});

	it("a purge of a video that is up is refused", async () => {
		const videoId = await publishedVideo(harness.user);
		await consumeCleanup(messageOf({ v: 1, kind: "purge_video", videoId, userId: "1" }).batch, harness.using);
		await consumeCleanup(messageOf({ v: 1, kind: "purge_generation", videoId, generation: 1 }).batch, harness.using);
		expect((await testApp(null)("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`)).status).toBe(200);
	});
});
