import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { videos } from "../../../db/schema/index.ts";
import { runSchedule } from "../../ops/schedule.ts";
import { sweepDeleted } from "../cleanup/sweep.ts";
import type { VideoRow } from "../state/index.ts";
import { completedVideo, messageOf, noticesOf, publishedVideo, rowOf, services, servicesWith, vectorOf } from "../testing/fixtures.ts";
import { pipelineHarness } from "../testing/harness.ts";
import { consumeTranscode } from "./consumer.ts";
import { sweepPending, sweepUnannounced } from "./sweep.ts";

const harness = pipelineHarness();
beforeEach(() => {
	harness.using = { ...harness.using, config: { ...services.config, REQUEUE_AFTER_SECONDS: 1_200 } };
});

const change = (videoId: string, values: Partial<VideoRow>) =>
	services.db.video(videoId).update(videos).set(values).where(eq(videos.id, videoId));
const ago = (ms: number) => new Date(Date.now() - ms);
/** Whether a sweep enqueues this video. */
async function enqueues(videoId: string): Promise<boolean> {
	harness.transcodes.sent.length = 0;
	await sweepPending(harness.using);
	return harness.transcodes.sent.some(({ body }) => body.videoId === videoId);
}

describe("jobs that were lost", () => {
	it("one that gave no sign of life for a while is enqueued again, once", async () => {
		const videoId = await completedVideo(harness.user, harness.using);
		await change(videoId, { stage: "encoding", enqueuedAt: ago(300_000), heartbeatAt: ago(60_000) });
		expect(await enqueues(videoId)).toBe(true);
		expect(await enqueues(videoId)).toBe(false);
	});

	it("one that is under way, waits its turn, or has just been written is left alone", async () => {
		const videoId = await completedVideo(harness.user, harness.using);
		await change(videoId, { stage: "encoding", enqueuedAt: ago(300_000), heartbeatAt: ago(20_000) });
		expect(await enqueues(videoId)).toBe(false);
		await change(videoId, { stage: "queued", enqueuedAt: ago(300_000), heartbeatAt: ago(300_000) });
		expect(await enqueues(videoId)).toBe(false);
		await change(videoId, { enqueuedAt: null, heartbeatAt: ago(1_000) });
		expect(await enqueues(videoId)).toBe(false);
	});

	it("one that waited in the queue for twenty minutes is enqueued again", async () => {
		const videoId = await completedVideo(harness.user, harness.using);
		await change(videoId, { enqueuedAt: ago(1_300_000), heartbeatAt: ago(1_300_000) });
		expect(await enqueues(videoId)).toBe(true);
	});

	it("a reprocessing that was lost is enqueued too, one that was given up is not", async () => {
		const videoId = await publishedVideo(harness.user);
		await change(videoId, { generation: 2, stage: "encoding", enqueuedAt: ago(300_000), heartbeatAt: ago(300_000) });
		expect(await enqueues(videoId)).toBe(true);
		await change(videoId, { stage: "done", enqueuedAt: ago(300_000), heartbeatAt: ago(300_000) });
		expect(await enqueues(videoId)).toBe(false);
	});
});

describe("what should have followed publishing", () => {
	/** Publishes while the vector index is down. */
	async function publishedBlind(): Promise<string> {
		const videoId = await completedVideo(harness.user, harness.using);
		const down = { upsert: () => Promise.reject(new Error("the index is down")) } as unknown as Vectorize;
		const blind = servicesWith({ TRANSCODE_QUEUE: harness.transcodes.queue, CLEANUP_QUEUE: harness.cleanups.queue, VECTORS: down });
		await consumeTranscode(messageOf(harness.transcodes.sent.at(-1)?.body).batch, blind);
		return videoId;
	}

	it("with the vector index down the video is up all the same, and is indexed later", async () => {
		const videoId = await publishedBlind();
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", stage: "publishing" });
		expect(await vectorOf(videoId)).toBe(false);
		await sweepUnannounced({ ...harness.using, clock: () => Date.now() + 60_000 });
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", stage: "done" });
		expect(await vectorOf(videoId)).toBe(true);
		expect(await noticesOf(harness.user)).toHaveLength(1);
	});

	it("a redelivered message finishes it as well", async () => {
		const videoId = await publishedBlind();
		await consumeTranscode(messageOf(harness.transcodes.sent.at(-1)?.body, 2).batch, harness.using);
		expect(await rowOf(videoId)).toMatchObject({ stage: "done" });
	});
});

describe("deleted videos whose purge was lost", () => {
	it("are asked for again, when a purge that was not lost would be over", async () => {
		const [old, fresh] = [await completedVideo(harness.user, harness.using), await completedVideo(harness.user, harness.using)];
		await change(old, { status: "deleted", deletedAt: ago(3 * 3_600_000) });
		await change(fresh, { status: "deleted", deletedAt: ago(60_000) });
		harness.cleanups.sent.length = 0;
		await sweepDeleted(harness.using);
		const asked = harness.cleanups.sent.map(({ body }) => body.videoId);
		expect(asked).toContain(old);
		expect(asked).not.toContain(fresh);
	});
});

describe("the schedule", () => {
	it("goes on with its other jobs when one fails, and says which", async () => {
		const failed: { readonly event: string; readonly job?: string; readonly error?: string }[] = [];
		const log = { ...services.log, error: (event: string, fields?: object) => failed.push({ event, ...fields }) };
		const refuse = () => {
			throw new Error("the database is down");
		};
		await runSchedule("* * * * *", { ...harness.using, log, db: { ...harness.using.db, everyVideoShard: refuse } });
		// Another file may have left an account to erase: its steps fail, too.
		expect(failed.find(({ event }) => event === "schedule_job_failed")).toMatchObject({
			job: "pending_videos",
			error: "the database is down",
		});
		const jobs = failed.filter(({ event }) => event === "schedule_job_failed").map(({ job }) => job);
		expect(jobs).toContain("owed_covers");
		expect(jobs).toContain("expired_uploads");
		expect(new Set(jobs).size).toBe(jobs.length);
	});
});
