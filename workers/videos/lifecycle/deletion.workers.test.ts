import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { ingestKeys } from "../../../contracts/media.ts";
import { legalHolds } from "../../../db/schema/moderation.ts";
import { openCase } from "../../trust/index.ts";
import { countsKey } from "../cards/index.ts";
import { consumeCleanup, PURGE_AGAIN_S, SLOWEST_PART_S } from "../cleanup/consumer.ts";
import { requestPurge } from "../cleanup/request.ts";
import { shareNumbers } from "../engagement/counter/flush.ts";
import {
	completedVideo,
	messageOf,
	noticesOf,
	objectsOf,
	publishedVideo,
	rowOf,
	servicesWith,
	testApp,
	testEnv,
	uploadParts,
	vectorOf,
} from "../testing/fixtures.ts";
import { pipelineHarness } from "../testing/harness.ts";
import { resultOf, writeOutputs } from "../testing/transcoder.ts";
import { deleteVideo } from "./delete.ts";

const pipe = pipelineHarness();

describe("deleted at any moment, nothing is left", () => {
	const nothingLeft = async (videoId: string) => {
		await pipe.cleanUp();
		expect(await rowOf(videoId)).toBeUndefined();
		expect(await objectsOf(videoId)).toEqual([]);
		expect(await vectorOf(videoId)).toBe(false);
		expect(await pipe.using.redis.client.get(countsKey(videoId))).toBeNull();
		const list = await (await testApp(pipe.user, pipe.using)("GET", `/api/v1/users/${pipe.user.userId}/videos`)).json();
		expect(list).toMatchObject({ videos: [] });
	};

	it("while it waits in the queue", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		await deleteVideo(pipe.using, pipe.user.userId, videoId);
		expect(await pipe.deliver()).toMatchObject({ acked: true });
		expect(pipe.transcoder.started).toEqual([]);
		await nothingLeft(videoId);
	});

	it("while it is transcoded: the job is cancelled, its result not published, its outputs removed", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		pipe.transcoder.script = async (job, emit) => {
			await writeOutputs(testEnv.MEDIA, job.outputPrefix);
			await deleteVideo(pipe.using, pipe.user.userId, videoId);
			await emit({ type: "done", result: resultOf(job) });
		};
		await pipe.deliver();
		expect(await rowOf(videoId)).toMatchObject({ status: "deleted", liveGeneration: null });
		await nothingLeft(videoId);
		expect(pipe.transcoder.cancelled).toContain(videoId);
		expect(await noticesOf(pipe.user)).toEqual([]);
	});

	it("while it is transcoded: the next progress report ends the watching", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		pipe.transcoder.script = async (_, emit) => {
			await deleteVideo(pipe.using, pipe.user.userId, videoId);
			await emit({ type: "progress", stage: "encoding", progress: 50 });
			await new Promise(() => undefined);
		};
		expect(await pipe.deliver()).toMatchObject({ acked: true });
		expect(pipe.transcoder.cancelled).toContain(videoId);
		await nothingLeft(videoId);
	});

	it("while it is being published: the vector written meanwhile is taken out again", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		const { VECTORS } = testEnv;
		const late = {
			deleteByIds: (ids: string[]) => VECTORS.deleteByIds(ids),
			upsert: async (vectors: VectorizeVector[]) => {
				await deleteVideo(pipe.using, pipe.user.userId, videoId);
				await pipe.cleanUp();
				return VECTORS.upsert(vectors);
			},
		} as unknown as Vectorize;
		pipe.using = servicesWith({ TRANSCODE_QUEUE: pipe.transcodes.queue, CLEANUP_QUEUE: pipe.cleanups.queue, VECTORS: late });
		await pipe.deliver();
		await nothingLeft(videoId);
	});

	it("when it is up: 404 at once, also from cache", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		await pipe.deliver();
		const call = testApp(pipe.user, pipe.using);
		const address = `/videos/auto/${videoId}/g1/240p/0.m4s`;
		expect((await call("GET", address)).status).toBe(200);
		await shareNumbers(pipe.using, new Map([[videoId, { impressions: 1, longViews: 0, expected: 450, views: 1, likes: 0, shares: 0 }]]));
		expect((await call("DELETE", `/api/v1/videos/${videoId}`)).status).toBe(204);
		expect((await call("GET", address)).status).toBe(404);
		expect((await testApp(null, servicesWith({}))("GET", address)).status).toBe(404);
		await nothingLeft(videoId);
	});

	it("and the upload's own key may begin a new video afterwards", async () => {
		const key = crypto.randomUUID();
		const call = testApp(pipe.user, pipe.using);
		const begin = async () => {
			const answer = await call("POST", "/api/v1/videos/upload/init", {
				filename: "a.mp4",
				filesize: 10,
				duration_ms: 2_000,
				videoId: key,
			});
			return [answer.status, ((await answer.json()) as { videoId: string }).videoId] as const;
		};
		const [, first] = await begin();
		expect((await call("DELETE", `/api/v1/videos/${key}`)).status).toBe(204);
		await nothingLeft(first);
		const [status, second] = await begin();
		expect(status).toBe(201);
		expect(second).not.toBe(first);
	});

	it("a segment that lands after the first purge is removed by a later one", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		await deleteVideo(pipe.using, pipe.user.userId, videoId);
		const first = pipe.cleanups.sent.shift();
		await consumeCleanup(messageOf(first?.body).batch, pipe.using);
		await testEnv.MEDIA.put(`videos/${videoId}/g1/240p/9.m4s`, "late");
		expect(pipe.cleanups.sent[0]).toMatchObject({ body: { kind: "purge_video", videoId, round: 1 }, delaySeconds: 30 });
		await nothingLeft(videoId);
	});

	it("a part that lands after the last purge, on a line so slow that its address ended on the way, is removed by one more", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		await deleteVideo(pipe.using, pipe.user.userId, videoId);
		const { sent } = pipe.cleanups;
		let next = sent.shift();
		for (let rounds = 0; next !== undefined && rounds < PURGE_AGAIN_S.length + 1; rounds++) {
			await consumeCleanup(messageOf(next.body).batch, pipe.using);
			next = sent.shift();
		}
		expect(await rowOf(videoId)).toBeUndefined();
		expect(next).toMatchObject({ body: { kind: "purge_parts", videoId }, delaySeconds: SLOWEST_PART_S });
		await testEnv.INGEST.put(ingestKeys.part(videoId, "late", 1), "late");
		await consumeCleanup(messageOf(next?.body).batch, pipe.using);
		expect(await objectsOf(videoId)).toEqual([]);
		expect(sent).toEqual([]);
	});

	it("a purge of the parts of a video that is there, or still uploading, is refused", async () => {
		const [up, uploading] = [await completedVideo(pipe.user, pipe.using), await uploadParts(pipe.user)];
		for (const videoId of [up, uploading]) {
			const before = await objectsOf(videoId);
			expect(before).not.toEqual([]);
			await consumeCleanup(messageOf({ v: 1, kind: "purge_parts", videoId }).batch, pipe.using);
			expect(await objectsOf(videoId)).toEqual(before);
		}
	});

	it("what is under legal hold is shown to nobody and kept: objects and row stay, also through the sweep, until the hold ends", async () => {
		const videoId = await publishedVideo(pipe.user);
		await openCase(pipe.using, {
			subject: { kind: "video", id: videoId, ownerId: pipe.user.userId },
			queue: "child_safety",
			reason: "minor_safety",
			severity: 5,
			source: "report",
			evidence: { kind: "report", reportId: "1", reason: "minor_safety", note: "" },
		});
		const before = await objectsOf(videoId);
		await deleteVideo(pipe.using, pipe.user.userId, videoId);
		await pipe.cleanUp();
		expect(await objectsOf(videoId)).toEqual(before);
		expect(await rowOf(videoId)).toMatchObject({ status: "deleted" });
		expect(await vectorOf(videoId)).toBe(false);
		await pipe.using.db.directory().update(legalHolds).set({ releasedAt: new Date() }).where(eq(legalHolds.subjectId, videoId));
		await requestPurge(pipe.using, videoId, pipe.user.userId);
		await nothingLeft(videoId);
	});
});
