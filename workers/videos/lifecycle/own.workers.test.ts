import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { GENERATIONS_MAX, UNDO_DELETE_MS } from "../../../contracts/limits.ts";
import type { VideoCard, VideoTile } from "../../../contracts/videos.ts";
import { videos } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import type { Viewer } from "../../rules/viewer.ts";
import { consumeCleanup } from "../cleanup/consumer.ts";
import { sweepCovers } from "../pipeline/cover/request.ts";
import {
	completedVideo,
	messageOf,
	newUser,
	objectsOf,
	publishedVideo,
	rowOf,
	services,
	testApp,
	testEnv,
	vectorOf,
} from "../testing/fixtures.ts";
import { pipelineHarness } from "../testing/harness.ts";
import { resultOf, type Script } from "../testing/transcoder.ts";
import { restoreVideo } from "./restore.ts";

const GUEST: Viewer = { kind: "guest", guestId: "guest-own" };
const pipe = pipelineHarness();
const json = <T>(response: Response): Promise<T> => response.json();
const codeOf = async (response: Response) => [response.status, (await json<{ code: string }>(response)).code];
const tileOf = async (response: Response) => (await json<{ video: VideoTile }>(response)).video;
const later = (ms: number): Services => ({ ...pipe.using, clock: () => Date.now() + ms });
const change = (videoId: string, values: Partial<typeof videos.$inferInsert>) =>
	services.db.video(videoId).update(videos).set(values).where(eq(videos.id, videoId));
const call: ReturnType<typeof testApp> = (...asked) => testApp(pipe.user, pipe.using)(...asked);
const card = async (viewer: Viewer, videoId: string) => {
	const response = await testApp(viewer, pipe.using)("GET", `/api/v1/videos/${videoId}`);
	return response.status === 200 ? (await json<{ video: VideoCard }>(response)).video : response.status;
};
const cleanUpAt = async (ms: number) => {
	const { sent } = pipe.cleanups;
	for (const { body } of sent.splice(0)) await consumeCleanup(messageOf(body).batch, later(ms));
};

/** What every act on one's own video answers to those it is not for. */
const refusesOthers = (method: string, act: string, body?: unknown) =>
	it("401 for a guest; 404 for somebody else's, a private one and none at all, all alike", async () => {
		const open = await publishedVideo(pipe.user);
		const hidden = await publishedVideo(pipe.user, { visibility: "private" });
		const stranger = await newUser();
		expect((await testApp(GUEST)(method, `/api/v1/videos/${open}/${act}`, body)).status).toBe(401);
		const answers = await Promise.all(
			[open, hidden, "1"].map(async (id) => json<object>(await testApp(stranger)(method, `/api/v1/videos/${id}/${act}`, body))),
		);
		for (const answer of answers) expect(answer).toEqual({ ...answers[0], code: "video_not_found", status: 404 });
	});

describe("POST /videos/:videoId/restore", () => {
	refusesOthers("POST", "restore");

	it("200: a deletion is hidden from all at once, and undone it is what it was", async () => {
		const videoId = await publishedVideo(pipe.user);
		expect(await card(GUEST, videoId)).toMatchObject({ id: videoId });
		expect((await call("DELETE", `/api/v1/videos/${videoId}?undoable=true`)).status).toBe(204);
		expect(await card(GUEST, videoId)).toBe(404);
		expect(await card(pipe.user, videoId)).toBe(404);
		const listed = async () => json<{ videos: VideoTile[] }>(await call("GET", `/api/v1/users/${pipe.user.userId}/videos`));
		expect((await listed()).videos).toEqual([]);
		// A purge that comes early waits.
		await cleanUpAt(0);
		expect(pipe.cleanups.sent).toHaveLength(1);
		const restored = await call("POST", `/api/v1/videos/${videoId}/restore`);
		expect([restored.status, (await tileOf(restored)).status]).toEqual([200, "ready"]);
		expect(await card(GUEST, videoId)).toMatchObject({ id: videoId, title: "A walk" });
		expect((await listed()).videos.map(({ id }) => id)).toEqual([videoId]);
		// The purge that was asked for finds it alive, and asks for no further round.
		await cleanUpAt(UNDO_DELETE_MS + 1_000);
		expect(pipe.cleanups.sent).toEqual([]);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", deletedAt: null, deletedFrom: null });
		expect((await objectsOf(videoId)).length).toBeGreaterThan(2);
		expect(await vectorOf(videoId)).toBe(true);
		// Asked for once more, since the answer may have been lost, it is as it was.
		expect(await restoreVideo(pipe.using, pipe.user, videoId, "again", async () => undefined)).toMatchObject({ status: "ready" });
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", deletedAt: null });
	});

	it("200 when it arrives before the deletion it undoes, of a page that was left at that moment", async () => {
		const videoId = await publishedVideo(pipe.user);
		let waits = 0;
		const deletedMeanwhile = async () => {
			waits += 1;
			if (waits === 2) await call("DELETE", `/api/v1/videos/${videoId}?undoable=true`);
		};
		expect(await restoreVideo(pipe.using, pipe.user, videoId, "early", deletedMeanwhile)).toMatchObject({ status: "ready" });
		expect(waits).toBe(2);
		expect(await card(GUEST, videoId)).toMatchObject({ id: videoId });
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", deletedAt: null, deletedFrom: null });
	});

	it("200 for one that was being processed: its job is begun again", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		await call("DELETE", `/api/v1/videos/${videoId}?undoable=true`);
		expect(await pipe.deliver()).toMatchObject({ acked: true });
		pipe.transcodes.sent.length = 0;
		expect((await call("POST", `/api/v1/videos/${videoId}/restore`)).status).toBe(200);
		expect(await pipe.deliver()).toMatchObject({ acked: true });
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
	});

	it("410 when its time is over, when removal began, and for a deletion that was meant for good", async () => {
		const late = await publishedVideo(pipe.user);
		await call("DELETE", `/api/v1/videos/${late}?undoable=true`);
		const path = `/api/v1/videos/${late}/restore`;
		expect(await codeOf(await testApp(pipe.user, later(UNDO_DELETE_MS + 1))("POST", path))).toEqual([410, "undo_expired"]);
		await cleanUpAt(UNDO_DELETE_MS + 1);
		expect(await objectsOf(late)).toEqual([]);
		expect(await codeOf(await call("POST", path))).toEqual([410, "undo_expired"]);
		const forGood = await publishedVideo(pipe.user);
		await call("DELETE", `/api/v1/videos/${forGood}`);
		expect(await codeOf(await call("POST", `/api/v1/videos/${forGood}/restore`))).toEqual([410, "undo_expired"]);
	});
});

describe("PUT /videos/:videoId/cover", () => {
	refusesOthers("PUT", "cover", { atMs: 1_000 });

	const cover = (videoId: string, atMs: unknown) => call("PUT", `/api/v1/videos/${videoId}/cover`, { atMs });
	const covering: Script = async (job, emit) => {
		await testEnv.MEDIA.put(`${job.outputPrefix}cover-${job.cover?.number}.jpg`, new Uint8Array(60));
		await emit({ type: "covered", blurhash: `hash of ${job.cover?.atMs}` });
	};
	beforeEach(() => {
		pipe.transcoder.script = covering;
	});

	it("202; made, it is served at an address of its own, in every card at once, and what was cached stays as it was", async () => {
		const videoId = await publishedVideo(pipe.user);
		const base = `/videos/auto/${videoId}/g1/`;
		expect(await card(GUEST, videoId)).toMatchObject({ thumbnail: `${base}cover.jpg` });
		const asked = await cover(videoId, 1_200);
		expect([asked.status, (await tileOf(asked)).own]).toMatchObject([202, { coverAtMs: 1_200, coverInMaking: true }]);
		expect(await pipe.deliver()).toMatchObject({ acked: true });
		expect(pipe.transcoder.started.at(-1)).toMatchObject({ only: "cover", cover: { atMs: 1_200, number: 1 } });
		expect(await card(GUEST, videoId)).toMatchObject({ thumbnail: `${base}cover-1.jpg`, blurhash: "hash of 1200" });
		const picture = await testApp(null)("GET", `${base}cover-1.jpg`);
		expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
		expect(picture.headers.get("cache-control")).toContain("immutable");
		// The same message once more does nothing.
		const jobs = pipe.transcoder.started.length;
		await pipe.deliver();
		expect(pipe.transcoder.started).toHaveLength(jobs);
	});

	it("of two chosen in a row the later one is served, in whichever order they are made", async () => {
		const videoId = await publishedVideo(pipe.user);
		await cover(videoId, 500);
		pipe.transcoder.script = async (job, emit) => {
			pipe.transcoder.script = covering;
			await cover(videoId, 2_000);
			await covering(job, emit);
		};
		const first = pipe.transcodes.sent.at(-1)?.body;
		await pipe.deliver(1, first);
		expect(await rowOf(videoId)).toMatchObject({ coverAsked: 2, coverServed: 0 });
		await pipe.deliver();
		expect(await rowOf(videoId)).toMatchObject({ coverAtMs: 2_000, coverServed: 2, blurhash: "hash of 2000" });
	});

	it("the queue or the transcoder refusing loses nothing; a picture that can't be made leaves the old cover", async () => {
		const videoId = await publishedVideo(pipe.user);
		pipe.transcodes.refusing = true;
		expect((await cover(videoId, 500)).status).toBe(202);
		pipe.transcodes.refusing = false;
		await sweepCovers(later(180_000));
		const owed = pipe.transcodes.sent.find(({ body }) => body.videoId === videoId)?.body;
		expect(owed).toMatchObject({ only: "cover" });
		pipe.transcoder.declines.push(new Response("full", { status: 503 }));
		await pipe.deliver(1, owed);
		expect(pipe.transcodes.sent.at(-1)).toMatchObject({ body: { only: "cover" }, delaySeconds: 5 });
		pipe.transcoder.script = async (_, emit) => emit({ type: "failed", code: "ffmpeg_failed", message: "no" });
		await pipe.deliver(3);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", coverAsked: 0, coverServed: 0 });
		pipe.transcodes.sent.length = 0;
		await sweepCovers(later(180_000));
		expect(pipe.transcodes.sent.some(({ body }) => body.videoId === videoId)).toBe(false);
	});

	it("processing it anew keeps the choice", async () => {
		const videoId = await publishedVideo(pipe.user);
		await cover(videoId, 700);
		await pipe.deliver();
		await change(videoId, { generation: 2, stage: "queued", status: "ready" });
		pipe.transcoder.script = async (job, emit) => emit({ type: "done", result: { ...resultOf(job), cover: job.cover?.number ?? 0 } });
		await pipe.deliver(1, { v: 1, videoId, generation: 2, requestId: "again", enqueuedAt: Date.now() });
		expect(await rowOf(videoId)).toMatchObject({ liveGeneration: 2, coverServed: 1, coverAtMs: 700 });
	});

	it("409 while it is processed; 422 for a moment after its end, before its start, or none", async () => {
		const early = await completedVideo(pipe.user, pipe.using);
		expect(await codeOf(await cover(early, 0))).toEqual([409, "not_ready"]);
		const videoId = await publishedVideo(pipe.user);
		for (const atMs of [3_000, 2 ** 40, -1, 1.5, "1"]) expect(await codeOf(await cover(videoId, atMs))).toEqual([422, "invalid_fields"]);
	});
});

describe("POST /videos/:videoId/retry", () => {
	refusesOthers("POST", "retry");

	it("202 where the fault was ours: processed again, and up", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		await change(videoId, { status: "failed", stage: "done", failureCode: "processing_failed", failureMessage: "Our side." });
		const mine = await json<{ videos: VideoTile[] }>(await call("GET", `/api/v1/users/${pipe.user.userId}/videos`));
		expect(mine.videos[0]?.own?.failure).toEqual({ code: "processing_failed", message: "Our side.", canRetry: true });
		const answer = await call("POST", `/api/v1/videos/${videoId}/retry`);
		expect([answer.status, (await tileOf(answer)).status]).toEqual([202, "processing"]);
		await pipe.deliver();
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", liveGeneration: 2 });
	});

	it("409 where the file was at fault, where it has been tried often enough, and where nothing failed", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		const path = `/api/v1/videos/${videoId}/retry`;
		expect(await codeOf(await call("POST", path))).toEqual([409, "not_reprocessable"]);
		await change(videoId, { status: "failed", stage: "done", failureCode: "truncated", failureMessage: "It ends in the middle." });
		expect(await codeOf(await call("POST", path))).toEqual([409, "not_reprocessable"]);
		await change(videoId, { failureCode: "processing_failed", generation: GENERATIONS_MAX });
		expect(await codeOf(await call("POST", path))).toEqual([409, "not_reprocessable"]);
	});
});

describe("what only its creator is told", () => {
	it("is in nobody else's list", async () => {
		await publishedVideo(pipe.user);
		const list = async (viewer: Viewer) =>
			(await json<{ videos: VideoTile[] }>(await testApp(viewer)("GET", `/api/v1/users/${pipe.user.userId}/videos`))).videos[0];
		expect((await list(pipe.user))?.own).toMatchObject({ description: "By the sea", failure: null });
		expect(await list(await newUser())).not.toHaveProperty("own");
	});
});
