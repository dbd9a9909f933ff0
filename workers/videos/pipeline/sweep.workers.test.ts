import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CleanupMessage, TranscodeMessage } from "../../../contracts/queues.ts";
import { videos } from "../../../db/schema/index.ts";
import type { UserViewer } from "../../gateway/viewer.ts";
import { runSchedule } from "../../ops/schedule.ts";
import type { Services } from "../../platform/services.ts";
import { sweepDeleted } from "../cleanup/sweep.ts";
import {
	completedVideo,
	messageOf,
	newUser,
	noticesOf,
	publishedVideo,
	recordedQueue,
	rowOf,
	services,
	servicesWith,
	testEnv,
	vectorOf,
} from "../testing/fixtures.ts";
import { fakeTranscoder } from "../testing/transcoder.ts";
import { consumeTranscode } from "./consumer.ts";
import type { VideoRow } from "./pending.ts";
import { sweepOutdated, sweepPending, sweepUnannounced, sweepUnembedded } from "./sweep.ts";

let transcodes: ReturnType<typeof recordedQueue<TranscodeMessage>>;
let cleanups: ReturnType<typeof recordedQueue<CleanupMessage>>;
let using: Services;
let user: UserViewer;
beforeEach(async () => {
	fakeTranscoder(services.config.TRANSCODER_URL ?? "", testEnv.MEDIA);
	transcodes = recordedQueue();
	cleanups = recordedQueue();
	const config = { ...services.config, REQUEUE_AFTER_SECONDS: 1_200 };
	using = servicesWith({ TRANSCODE_QUEUE: transcodes.queue, CLEANUP_QUEUE: cleanups.queue }, { config });
	user = await newUser();
});
afterEach(() => vi.restoreAllMocks());

const change = (videoId: string, values: Partial<VideoRow>) =>
	services.db.video(videoId).update(videos).set(values).where(eq(videos.id, videoId));
const ago = (ms: number) => new Date(Date.now() - ms);
/** Whether a sweep enqueues this video. */
async function enqueues(videoId: string): Promise<boolean> {
	transcodes.sent.length = 0;
	await sweepPending(using);
	return transcodes.sent.some(({ body }) => body.videoId === videoId);
}

describe("jobs that were lost", () => {
	it("one that gave no sign of life for a while is enqueued again, once", async () => {
		const videoId = await completedVideo(user, using);
		await change(videoId, { stage: "encoding", enqueuedAt: ago(300_000), updatedAt: ago(60_000) });
		expect(await enqueues(videoId)).toBe(true);
		expect(await enqueues(videoId)).toBe(false);
	});

	it("one that is under way, waits its turn, or has just been written is left alone", async () => {
		const videoId = await completedVideo(user, using);
		await change(videoId, { stage: "encoding", enqueuedAt: ago(300_000), updatedAt: ago(20_000) });
		expect(await enqueues(videoId)).toBe(false);
		await change(videoId, { stage: "queued", enqueuedAt: ago(300_000), updatedAt: ago(300_000) });
		expect(await enqueues(videoId)).toBe(false);
		await change(videoId, { enqueuedAt: null, updatedAt: ago(1_000) });
		expect(await enqueues(videoId)).toBe(false);
	});

	it("one that waited in the queue for twenty minutes is enqueued again", async () => {
		const videoId = await completedVideo(user, using);
		await change(videoId, { enqueuedAt: ago(1_300_000), updatedAt: ago(1_300_000) });
		expect(await enqueues(videoId)).toBe(true);
	});

	it("a reprocessing that was lost is enqueued too, one that was given up is not", async () => {
		const videoId = await publishedVideo(user);
		await change(videoId, { generation: 2, stage: "encoding", enqueuedAt: ago(300_000), updatedAt: ago(300_000) });
		expect(await enqueues(videoId)).toBe(true);
		await change(videoId, { stage: "done", enqueuedAt: ago(300_000), updatedAt: ago(300_000) });
		expect(await enqueues(videoId)).toBe(false);
	});
});

describe("videos whose vectors are of a space that is to be replaced", () => {
	const filling = { active: "test", next: { version: "later", videos: 5, since: 0 }, retired: null, past: [] };
	/** Sweeps until this video is processed again, or all that others left behind had their turn. */
	async function embedsAnew(videoId: string): Promise<boolean> {
		transcodes.sent.length = 0;
		for (let tick = 0; tick < 5 && !transcodes.sent.some(({ body }) => body.videoId === videoId); tick++) await sweepOutdated(using);
		return transcodes.sent.some(({ body }) => body.videoId === videoId);
	}
	afterEach(() => testEnv.MODELS.delete("vector-space"));

	it("are processed again while the next one is filled, most watched first, once a day, and stay up with the vector they have", async () => {
		const videoId = await publishedVideo(user);
		await change(videoId, { longViewCount: 1_000_000_000, enqueuedAt: ago(2 * 86_400_000) });
		expect(await embedsAnew(videoId)).toBe(false);
		await testEnv.MODELS.put("vector-space", JSON.stringify(filling));
		expect(await embedsAnew(videoId)).toBe(true);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", generation: 2, liveGeneration: 1, embeddingVersion: "test" });
		// It came out as it was: the container is of before.
		await change(videoId, { generation: 1, stage: "done" });
		expect(await embedsAnew(videoId)).toBe(false);
		await change(videoId, { enqueuedAt: ago(2 * 86_400_000), embeddingVersion: "later" });
		expect(await embedsAnew(videoId)).toBe(false);
	});
});

describe("what should have followed publishing", () => {
	/** Publishes while the vector index is down. */
	async function publishedBlind(): Promise<string> {
		const videoId = await completedVideo(user, using);
		const down = { upsert: () => Promise.reject(new Error("the index is down")) } as unknown as Vectorize;
		const blind = servicesWith({ TRANSCODE_QUEUE: transcodes.queue, CLEANUP_QUEUE: cleanups.queue, VECTORS: down });
		await consumeTranscode(messageOf(transcodes.sent.at(-1)?.body).batch, blind);
		return videoId;
	}

	it("with the vector index down the video is up all the same, and is indexed later", async () => {
		const videoId = await publishedBlind();
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", stage: "publishing" });
		expect(await vectorOf(videoId)).toBe(false);
		await sweepUnannounced({ ...using, clock: () => Date.now() + 60_000 });
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", stage: "done" });
		expect(await vectorOf(videoId)).toBe(true);
		expect(await noticesOf(user)).toHaveLength(1);
	});

	it("a redelivered message finishes it as well", async () => {
		const videoId = await publishedBlind();
		await consumeTranscode(messageOf(transcodes.sent.at(-1)?.body, 2).batch, using);
		expect(await rowOf(videoId)).toMatchObject({ stage: "done" });
	});
});

describe("videos without an embedding", () => {
	it("are processed again, but not for ever", async () => {
		const videoId = await publishedVideo(user);
		await change(videoId, { embedding: null });
		await sweepUnembedded(using);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", generation: 2, liveGeneration: 1 });
		await change(videoId, { generation: 3, liveGeneration: 3 });
		await sweepUnembedded(using);
		expect(await rowOf(videoId)).toMatchObject({ generation: 3 });
	});
});

describe("deleted videos whose purge was lost", () => {
	it("are asked for again, when a purge that was not lost would be over", async () => {
		const [old, fresh] = [await completedVideo(user, using), await completedVideo(user, using)];
		await change(old, { status: "deleted", deletedAt: ago(3 * 3_600_000) });
		await change(fresh, { status: "deleted", deletedAt: ago(60_000) });
		cleanups.sent.length = 0;
		await sweepDeleted(using);
		const asked = cleanups.sent.map(({ body }) => body.videoId);
		expect(asked).toContain(old);
		expect(asked).not.toContain(fresh);
	});
});

describe("the schedule", () => {
	it("goes on with its other jobs when one fails, and says which", async () => {
		const errors: unknown[] = [];
		const log = { ...services.log, error: (event: string, fields?: object) => errors.push({ event, ...fields }) };
		const broken = { ...using.db, everyVideoShard: () => [] };
		let asked = 0;
		broken.everyVideoShard = () => {
			asked += 1;
			throw new Error("the database is down");
		};
		await runSchedule("* * * * *", { ...using, log, db: broken });
		expect(asked).toBeGreaterThan(1);
		expect(errors).toHaveLength(asked);
		expect(errors[0]).toMatchObject({ event: "schedule_job_failed", job: "pending_videos", error: "the database is down" });
	});
});
