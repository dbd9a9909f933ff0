import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TranscodeMessage } from "../../../../contracts/queues.ts";
import { videos } from "../../../../db/schema/index.ts";
import { readSpace } from "../../../feed/index.ts";
import type { Services } from "../../../platform/services.ts";
import type { VideoRow } from "../../state/index.ts";
import { completedVideo, noticesOf, publishedVideo, rowOf, services, testApp, testEnv, vectorOf } from "../../testing/fixtures.ts";
import { pipelineHarness } from "../../testing/harness.ts";
import { CLEAN, resultOf } from "../../testing/transcoder.ts";
import { outputsOf, publish, storedVector } from "../publish.ts";
import { sweepOutdated, sweepUnembedded } from "./sweep.ts";

const harness = pipelineHarness();
const filling = { active: "test", next: { version: "anew", videos: 5, since: 0 }, retired: null, past: [] };
const LATER = { version: "anew", vector: Array.from({ length: 256 }, (_, n) => (n === 3 ? 1 : 0)) };
/** Before all that the other tests left behind. */
const MOST_WATCHED = 1_000_000_000;

beforeEach(() => {
	harness.transcoder.script = (_, emit) => emit({ type: "embedded", embedding: LATER });
});
afterEach(() => testEnv.MODELS.delete("vector-space"));

const change = (videoId: string, values: Partial<VideoRow>) =>
	services.db.video(videoId).update(videos).set(values).where(eq(videos.id, videoId));
const ago = (ms: number) => new Date(Date.now() - ms);

/** A video that is up, and was last worked on two days ago. */
async function settledVideo(values: Partial<VideoRow> = {}): Promise<string> {
	const videoId = await publishedVideo(harness.user);
	await change(videoId, { stage: "done", longViewCount: MOST_WATCHED, enqueuedAt: ago(2 * 86_400_000), ...values });
	return videoId;
}

/** As the schedule runs it. */
const sweepForNext = async (services: Services) => sweepOutdated(services, (await readSpace(services))?.next?.version);

/** What a sweep asks for of this video. */
async function askedFor(videoId: string, sweep = sweepForNext): Promise<TranscodeMessage | undefined> {
	harness.transcodes.sent.length = 0;
	await sweep(harness.using);
	return harness.transcodes.sent.find(({ body }) => body.videoId === videoId)?.body;
}

const messageFor = (videoId: string): TranscodeMessage => ({
	v: 1,
	videoId,
	generation: 1,
	requestId: "test-embedding",
	enqueuedAt: Date.now(),
	only: "embedding",
});

describe("which videos are embedded anew", () => {
	it("those of a space that is to be replaced, once a day, as long as the next one is filled", async () => {
		const videoId = await settledVideo();
		expect(await askedFor(videoId)).toBeUndefined();
		await testEnv.MODELS.put("vector-space", JSON.stringify(filling));
		expect(await askedFor(videoId)).toMatchObject({ only: "embedding", generation: 1 });
		// It came out as it was: the container is the previous one.
		expect(await askedFor(videoId)).toBeUndefined();
		await change(videoId, { enqueuedAt: ago(2 * 86_400_000), embeddingVersion: "anew" });
		expect(await askedFor(videoId)).toBeUndefined();
	});

	it("those that were published without a vector, for a week", async () => {
		const videoId = await settledVideo({ embedding: null, embeddingVersion: null, publishedAt: ago(8 * 86_400_000) });
		expect(await askedFor(videoId, sweepUnembedded)).toBeUndefined();
		await change(videoId, { publishedAt: ago(3_600_000) });
		expect(await askedFor(videoId, sweepUnembedded)).toMatchObject({ only: "embedding" });
		expect(await askedFor(videoId, sweepUnembedded)).toBeUndefined();
		// The next night, at the same minute.
		await change(videoId, { enqueuedAt: ago(86_400_000 - 60_000) });
		expect(await askedFor(videoId, sweepUnembedded)).toMatchObject({ only: "embedding" });
	});

	it("none that is being processed again: that embeds it too", async () => {
		await testEnv.MODELS.put("vector-space", JSON.stringify(filling));
		const videoId = await settledVideo({ generation: 2, stage: "encoding" });
		expect(await askedFor(videoId)).toBeUndefined();
	});
});

describe("a video that is embedded anew", () => {
	it("is served as it was, keeps the vector it is found by, and is told of to nobody", async () => {
		// Published long ago: its notice is gone, and no other must come.
		const videoId = await completedVideo(harness.user, harness.using);
		const row = await rowOf(videoId);
		if (row === undefined) throw new Error("the row was not written");
		await publish(services, row, outputsOf(resultOf({ videoId, generation: 1 })), CLEAN);
		await change(videoId, { stage: "done", publishedAt: ago(40 * 86_400_000) });
		const before = await rowOf(videoId);
		expect(await harness.deliver(1, messageFor(videoId))).toMatchObject({ acked: true });
		expect(harness.transcoder.started.at(-1)).toMatchObject({ videoId, only: "embedding" });
		expect(await rowOf(videoId)).toMatchObject({
			status: "ready",
			generation: 1,
			liveGeneration: 1,
			manifest: before?.manifest,
			stage: "done",
			embeddingVersion: "anew",
			servedVector: before?.embedding,
			servedVectorVersion: "test",
		});
		expect(await noticesOf(harness.user)).toEqual([]);
		expect(await vectorOf(videoId)).toBe(true);
	});

	it("because its words changed gets the vector of the new ones, in the same space", async () => {
		const videoId = await settledVideo();
		harness.transcodes.sent.length = 0;
		const patch = (body: object) => testApp(harness.user, harness.using)("PATCH", `/api/v1/videos/${videoId}`, body);
		expect((await patch({ visibility: "public" })).status).toBe(200);
		expect(harness.transcodes.sent).toEqual([]);
		expect((await patch({ title: "Dunes" })).status).toBe(200);
		const hasty = harness.transcodes.sent.at(-1)?.body;
		await new Promise((resolve) => setTimeout(resolve, 5));
		expect((await patch({ title: "Dunes at night" })).status).toBe(200);
		const message = harness.transcodes.sent.at(-1)?.body;
		expect([hasty, message]).toMatchObject([{ videoId, only: "embedding" }, { videoId }]);
		const { started } = harness.transcoder;
		const before = started.length;
		expect(await harness.deliver(1, hasty)).toMatchObject({ acked: true });
		expect(started).toHaveLength(before);
		harness.transcoder.script = (_, emit) => emit({ type: "embedded", embedding: { ...LATER, version: "test" } });
		await harness.deliver(1, message);
		expect(started.at(-1)?.text).toMatchObject({ title: "Dunes at night" });
		const { embedding } = storedVector(LATER);
		expect(await rowOf(videoId)).toMatchObject({ embedding, embeddingVersion: "test", servedVector: null, stage: "done" });
	});

	it("once more when its words changed while it was processed", async () => {
		const videoId = await completedVideo(harness.user, harness.using);
		harness.transcoder.script = async (job, emit) => {
			await change(videoId, { title: "Changed meanwhile" });
			await emit({ type: "done", result: resultOf(job) });
		};
		await harness.deliver();
		expect(harness.transcodes.sent.at(-1)?.body).toMatchObject({ videoId, only: "embedding", generation: 1 });
	});

	it("by a previous transcoder stays as it is", async () => {
		const videoId = await settledVideo();
		harness.transcoder.script = (job, emit) => emit({ type: "done", result: resultOf(job) });
		const before = await rowOf(videoId);
		expect(await harness.deliver(1, messageFor(videoId))).toMatchObject({ acked: true });
		expect(await rowOf(videoId)).toEqual(before);
	});

	it("waits while the transcoder has no place or is gone, and does not wait for ever", async () => {
		const videoId = await settledVideo();
		harness.transcoder.declines.push(new Response(null, { status: 503 }));
		harness.transcodes.sent.length = 0;
		expect(await harness.deliver(1, messageFor(videoId))).toMatchObject({ acked: true });
		expect(harness.transcodes.sent.at(-1)?.body).toMatchObject({ videoId, only: "embedding", failures: 0 });
		harness.transcoder.down = true;
		harness.transcodes.sent.length = 0;
		await harness.deliver(1, { ...messageFor(videoId), enqueuedAt: Date.now() - 13 * 3_600_000 });
		expect(harness.transcodes.sent).toEqual([]);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", embeddingVersion: "test" });
	});

	it("stays up when embedding it fails as often as is tried, and when its file is refused", async () => {
		const videoId = await settledVideo();
		harness.transcoder.script = (_, emit) => emit({ type: "failed", code: "timed_out", message: "too slow" });
		expect((await harness.deliver(1, messageFor(videoId))).retriedAfter).not.toBeNull();
		// A file that ends the transcoder is no reason to come again and again.
		harness.transcoder.script = (_, emit) => emit("break");
		expect((await harness.deliver(2, messageFor(videoId))).retriedAfter).not.toBeNull();
		expect(await harness.deliver(3, messageFor(videoId))).toMatchObject({ acked: true });
		harness.transcoder.script = (_, emit) => emit({ type: "refused", code: "truncated", message: "It ends too early." });
		expect(await harness.deliver(1, messageFor(videoId))).toMatchObject({ acked: true });
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", stage: "done", failureCode: null, embeddingVersion: "test" });
	});

	it("by two requests at once keeps the vector that was written first, not the one that took longer", async () => {
		const videoId = await settledVideo();
		const { embedding } = storedVector(LATER);
		harness.transcoder.script = async (_, emit) => {
			await change(videoId, { embedding });
			await emit({ type: "embedded", embedding: { version: "test", vector: [...LATER.vector].reverse() } });
		};
		expect(await harness.deliver(1, messageFor(videoId))).toMatchObject({ acked: true });
		expect(await rowOf(videoId)).toMatchObject({ embedding, embeddingVersion: "test" });
	});

	it("and is deleted or begun anew meanwhile gets no vector from it", async () => {
		const [deleted, again] = [await settledVideo(), await settledVideo()];
		harness.transcoder.script = async ({ videoId }, emit) => {
			await change(videoId, videoId === deleted ? { status: "deleted" } : { generation: 2, stage: "queued" });
			await emit({ type: "embedded", embedding: LATER });
		};
		for (const videoId of [deleted, again]) expect(await harness.deliver(1, messageFor(videoId))).toMatchObject({ acked: true });
		expect(await rowOf(deleted)).toMatchObject({ status: "deleted", embeddingVersion: "test" });
		expect(await rowOf(again)).toMatchObject({ generation: 2, stage: "queued", embeddingVersion: "test" });
		const { started } = harness.transcoder;
		const asked = started.length;
		await harness.deliver(1, messageFor(deleted));
		expect(started).toHaveLength(asked);
	});
});
