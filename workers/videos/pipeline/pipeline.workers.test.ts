import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TRANSCODE_ATTEMPTS } from "../../../contracts/limits.ts";
import type { CleanupMessage, TranscodeMessage } from "../../../contracts/queues.ts";
import type { UserViewer } from "../../gateway/viewer.ts";
import type { Services } from "../../platform/services.ts";
import { consumeCleanup } from "../cleanup/consumer.ts";
import { deleteVideo } from "../lifecycle/delete.ts";
import {
	completedVideo,
	messageOf,
	newUser,
	noticesOf,
	objectsOf,
	recordedQueue,
	rowOf,
	services,
	servicesWith,
	testApp,
	testEnv,
	vectorOf,
} from "../testing/fixtures.ts";
import { type FakeTranscoder, fakeTranscoder, resultOf, succeed, writeOutputs } from "../testing/transcoder.ts";
import { consumeTranscode, consumeTranscodeDeadLetters } from "./consumer.ts";
import { reprocessVideo } from "./reprocess.ts";

let transcoder: FakeTranscoder;
let transcodes: ReturnType<typeof recordedQueue<TranscodeMessage>>;
let cleanups: ReturnType<typeof recordedQueue<CleanupMessage>>;
let using: Services;
let user: UserViewer;

beforeEach(async () => {
	transcoder = fakeTranscoder(services.config.TRANSCODER_URL ?? "", testEnv.MEDIA);
	transcodes = recordedQueue();
	cleanups = recordedQueue();
	using = servicesWith({ TRANSCODE_QUEUE: transcodes.queue, CLEANUP_QUEUE: cleanups.queue });
	user = await newUser();
});
afterEach(() => vi.restoreAllMocks());

/** Delivers the newest message of the transcode queue, for the n-th time. */
async function deliver(attempts = 1, body = transcodes.sent.at(-1)?.body) {
	const { batch, outcome } = messageOf(body, attempts);
	await consumeTranscode(batch, using);
	return outcome;
}

/** Delivers all cleanup messages there are, and those they lead to, whatever their delay. */
async function cleanUp() {
	for (let next = cleanups.sent.shift(); next !== undefined; next = cleanups.sent.shift()) {
		if (next.body.kind === "purge_generation" && next.body.notBefore !== undefined) continue;
		await consumeCleanup(messageOf(next.body).batch, using);
	}
}

describe("from complete to delivered", () => {
	it("publishes once the job is done: row, notice, vector, count, objects served", async () => {
		const videoId = await completedVideo(user, using);
		expect(await deliver()).toEqual({ acked: true, retriedAfter: null });
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", liveGeneration: 1, stage: "done", durationMs: 3_000, width: 360 });
		expect((await testApp(user, using)("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`)).status).toBe(200);
		expect(await noticesOf(user)).toMatchObject([{ type: "video_ready", videoId }]);
		expect(await vectorOf(videoId)).toBe(true);
	});

	it("tells the transcoder the original's parts, the words and where outputs go", async () => {
		const videoId = await completedVideo(user, using);
		await deliver();
		const job = transcoder.started[0];
		expect(job).toMatchObject({
			...{ videoId, generation: 1, outputPrefix: `videos/${videoId}/g1/` },
			text: { title: "A walk", hashtags: ["sea", "walk"] },
			source: { bytes: 2_000, parts: [{ bytes: 2_000 }] },
		});
		expect(job?.source.parts[0]?.url).toContain(`/reelay-media/originals/${videoId}/part-00001?`);
		expect(job?.source.parts[0]?.url).toContain("X-Amz-Signature=");
	});

	it("shows the creator, and nobody else, what can be played while the rest is made", async () => {
		const videoId = await completedVideo(user, using);
		let status: { manifest: { url: string; base: string } | null; status: string } | undefined;
		const seen: number[] = [];
		transcoder.script = async (job, emit) => {
			await writeOutputs(testEnv.MEDIA, job.outputPrefix);
			await emit({ type: "playable", renditions: ["240p"], manifest: resultOf(job).manifest });
			await vi.waitFor(async () => expect((await rowOf(videoId))?.manifest).not.toBeNull());
			const call = testApp(user, using);
			status = await (await call("GET", `/api/v1/videos/${videoId}/status`)).json();
			const playlist = await call("GET", status?.manifest?.url ?? "");
			seen.push(playlist.status);
			expect(playlist.headers.get("cache-control")).toBe("private, no-store");
			seen.push((await call("GET", `/videos/auto/${videoId}/g1/master.m3u8`)).status);
			await emit({ type: "done", result: resultOf(job) });
		};
		await deliver();
		expect(status?.status).toBe("processing");
		expect(status?.manifest?.base).toMatch(/\/t\.\d+\.[\w-]+\/g1\/$/);
		expect(seen).toEqual([200, 404]);
	});
});

describe("the same message twice", () => {
	it("publishes once and notifies once, at the same time or after", async () => {
		const videoId = await completedVideo(user, using);
		await Promise.all([deliver(), deliver()]);
		expect(await deliver()).toMatchObject({ acked: true });
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", liveGeneration: 1 });
		expect(await noticesOf(user)).toHaveLength(1);
		await cleanUp();
		expect(await objectsOf(videoId)).toContain(`videos/${videoId}/g1/master.m3u8`);
	});
});

describe("a transcoder that dies", () => {
	it("mid-job: the message comes again after a pause, and the video is ready once", async () => {
		const videoId = await completedVideo(user, using);
		transcoder.script = (_, emit) => emit("break");
		expect(await deliver(1)).toEqual({ acked: false, retriedAfter: 5 });
		expect(await rowOf(videoId)).toMatchObject({ status: "processing" });
		transcoder.script = succeed(testEnv.MEDIA);
		expect(await deliver(2)).toEqual({ acked: true, retriedAfter: null });
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
		expect(await noticesOf(user)).toHaveLength(1);
	});

	it("three times: failed in words, told, and reprocess works", async () => {
		const videoId = await completedVideo(user, using);
		transcoder.script = (_, emit) => emit("break");
		expect(await deliver(1)).toMatchObject({ retriedAfter: 5 });
		expect(await deliver(2)).toMatchObject({ retriedAfter: 20 });
		expect(await deliver(TRANSCODE_ATTEMPTS)).toEqual({ acked: true, retriedAfter: null });
		expect(await rowOf(videoId)).toMatchObject({ status: "failed", failureCode: "processing_failed" });
		expect(await noticesOf(user)).toMatchObject([{ type: "video_failed", text: expect.stringContaining("could not be published") }]);
		await cleanUp();

		transcoder.script = succeed(testEnv.MEDIA);
		expect(await reprocessVideo(using, videoId, "request-again")).toMatchObject({ status: "processing", generation: 2 });
		await deliver(1);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", liveGeneration: 2, failureCode: null });
	});

	it("a write that failed in the store is tried again like any failure", async () => {
		const videoId = await completedVideo(user, using);
		transcoder.script = (_, emit) => emit({ type: "failed", code: "upload_failed", message: "segment 3 could not be written" });
		expect(await deliver(1)).toMatchObject({ acked: false, retriedAfter: 5 });
		transcoder.script = succeed(testEnv.MEDIA);
		await deliver(2);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
	});
});

describe("a transcoder that can't take the job", () => {
	it("being told to stop, gives it back: not counted as a failure", async () => {
		const videoId = await completedVideo(user, using);
		transcoder.script = (_, emit) => emit({ type: "failed", code: "shutting_down", message: "stopping" });
		expect(await deliver(TRANSCODE_ATTEMPTS)).toEqual({ acked: true, retriedAfter: null });
		expect(transcodes.sent).toHaveLength(2);
		expect(transcodes.sent[1]).toMatchObject({ body: { videoId, failures: TRANSCODE_ATTEMPTS - 1 }, delaySeconds: 5 });
		expect(await rowOf(videoId)).toMatchObject({ status: "processing" });
	});

	it("being away: the message is put back uncounted", async () => {
		const videoId = await completedVideo(user, using);
		transcoder.down = true;
		await deliver();
		expect(transcodes.sent[1]?.body).toMatchObject({ videoId, failures: 0 });
		transcoder.down = false;
		await deliver();
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
	});

	it("being full, is asked again until a place falls free", async () => {
		const videoId = await completedVideo(user, using);
		transcoder.declines.push(new Response(null, { status: 503, headers: { "retry-after": "10" } }));
		expect(await deliver()).toEqual({ acked: true, retriedAfter: null });
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
	});

	it("for six hours: the video fails instead of waiting for ever", async () => {
		const videoId = await completedVideo(user, using);
		transcoder.down = true;
		const body = transcodes.sent[0]?.body;
		if (body !== undefined) await deliver(1, { ...body, enqueuedAt: body.enqueuedAt - 7 * 3_600_000 });
		expect(await rowOf(videoId)).toMatchObject({ status: "failed", failureCode: "no_capacity" });
	});
});

describe("an input at fault", () => {
	it("fails at once with the transcoder's own sentence, without another try", async () => {
		const videoId = await completedVideo(user, using);
		transcoder.script = (_, emit) =>
			emit({ type: "refused", code: "too_long", message: "The video lasts six hours; ten minutes are the most." });
		expect(await deliver()).toEqual({ acked: true, retriedAfter: null });
		const status = await (await testApp(user, using)("GET", `/api/v1/videos/${videoId}/status`)).json();
		expect(status).toMatchObject({
			status: "failed",
			failure: { code: "too_long", message: "The video lasts six hours; ten minutes are the most." },
		});
		expect(await noticesOf(user)).toMatchObject([{ type: "video_failed", text: expect.stringContaining("six hours") }]);
	});
});

describe("the dead-letter queue", () => {
	it("fails the video in words and tells its creator", async () => {
		const videoId = await completedVideo(user, using);
		const { batch, outcome } = messageOf(transcodes.sent[0]?.body, 1);
		await consumeTranscodeDeadLetters(batch, using);
		expect(outcome.acked).toBe(true);
		expect(await rowOf(videoId)).toMatchObject({ status: "failed", failureMessage: expect.stringMatching(/on our side.*try again/) });
		expect(await noticesOf(user)).toHaveLength(1);
	});

	it("leaves a video alone that was published meanwhile", async () => {
		const videoId = await completedVideo(user, using);
		await deliver();
		await consumeTranscodeDeadLetters(messageOf(transcodes.sent[0]?.body).batch, using);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
	});
});

describe("generations", () => {
	it("a late result of an old generation neither wins nor leaves objects", async () => {
		const videoId = await completedVideo(user, using);
		const old = transcodes.sent[0]?.body;
		transcoder.script = async (job, emit) => {
			await writeOutputs(testEnv.MEDIA, job.outputPrefix);
			if (job.generation === 1) {
				await reprocessVideo(using, videoId, "request-newer");
				await emit({ type: "done", result: resultOf(job) });
			}
		};
		await deliver(1, old);
		expect(await rowOf(videoId)).toMatchObject({ status: "processing", generation: 2, liveGeneration: null });
		await cleanUp();
		expect((await objectsOf(videoId)).filter((key) => key.includes("/g1/"))).toEqual([]);
		transcoder.script = succeed(testEnv.MEDIA);
		await deliver();
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", liveGeneration: 2 });
	});

	it("a ready video is served from its old generation until the new one is live, whose removal waits a day", async () => {
		const videoId = await completedVideo(user, using);
		await deliver();
		await reprocessVideo(using, videoId, "request-again");
		const call = testApp(user, using);
		const master = async () => (await call("GET", `/videos/auto/${videoId}/master.m3u8`)).text();
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", generation: 2, liveGeneration: 1 });
		expect(await master()).toContain("g1/240p.m3u8");
		cleanups.sent.length = 0;
		await deliver();
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", liveGeneration: 2, stage: "done" });
		expect(await master()).toContain("g2/240p.m3u8");
		expect((await call("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`)).status).toBe(200);
		const [purge] = cleanups.sent;
		expect(purge?.body).toMatchObject({ kind: "purge_generation", generation: 1 });
		expect(purge?.delaySeconds).toBe(43_200);
	});

	it("a reprocessing that fails leaves the video up as it was", async () => {
		const videoId = await completedVideo(user, using);
		await deliver();
		await reprocessVideo(using, videoId, "request-again");
		transcoder.script = (_, emit) => emit({ type: "refused", code: "truncated", message: "The file ends early." });
		await deliver();
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", liveGeneration: 1, stage: "done" });
		expect((await testApp(user, using)("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`)).status).toBe(200);
	});
});

describe("deleted at any moment, nothing is left", () => {
	const nothingLeft = async (videoId: string) => {
		await cleanUp();
		expect(await rowOf(videoId)).toBeUndefined();
		expect(await objectsOf(videoId)).toEqual([]);
		expect(await vectorOf(videoId)).toBe(false);
		const list = await (await testApp(user, using)("GET", `/api/v1/users/${user.userId}/videos`)).json();
		expect(list).toMatchObject({ videos: [] });
	};

	it("while it waits in the queue", async () => {
		const videoId = await completedVideo(user, using);
		await deleteVideo(using, user.userId, videoId);
		expect(await deliver()).toMatchObject({ acked: true });
		expect(transcoder.started).toEqual([]);
		await nothingLeft(videoId);
	});

	it("while it is transcoded: the job is cancelled, its result not published, its outputs removed", async () => {
		const videoId = await completedVideo(user, using);
		transcoder.script = async (job, emit) => {
			await writeOutputs(testEnv.MEDIA, job.outputPrefix);
			await deleteVideo(using, user.userId, videoId);
			await emit({ type: "done", result: resultOf(job) });
		};
		await deliver();
		expect(await rowOf(videoId)).toMatchObject({ status: "deleted", liveGeneration: null });
		await nothingLeft(videoId);
		expect(transcoder.cancelled).toContain(videoId);
		expect(await noticesOf(user)).toEqual([]);
	});

	it("while it is transcoded: the next progress report ends the watching", async () => {
		const videoId = await completedVideo(user, using);
		transcoder.script = async (_, emit) => {
			await deleteVideo(using, user.userId, videoId);
			await emit({ type: "progress", stage: "encoding", progress: 50 });
			await new Promise(() => undefined);
		};
		expect(await deliver()).toMatchObject({ acked: true });
		expect(transcoder.cancelled).toContain(videoId);
		await nothingLeft(videoId);
	});

	it("while it is being published: the vector written meanwhile is taken out again", async () => {
		const videoId = await completedVideo(user, using);
		const { VECTORS } = testEnv;
		const late = new Proxy(VECTORS, {
			get: (target, name) =>
				name === "upsert"
					? async (vectors: VectorizeVector[]) => {
							await deleteVideo(using, user.userId, videoId);
							await cleanUp();
							return target.upsert(vectors);
						}
					: Reflect.get(target, name).bind(target),
		});
		using = servicesWith({ TRANSCODE_QUEUE: transcodes.queue, CLEANUP_QUEUE: cleanups.queue, VECTORS: late });
		await deliver();
		await nothingLeft(videoId);
	});

	it("when it is up: 404 at once, also from cache", async () => {
		const videoId = await completedVideo(user, using);
		await deliver();
		const call = testApp(user, using);
		const address = `/videos/auto/${videoId}/g1/240p/0.m4s`;
		expect((await call("GET", address)).status).toBe(200);
		expect((await call("DELETE", `/api/v1/videos/${videoId}`)).status).toBe(204);
		expect((await call("GET", address)).status).toBe(404);
		expect((await testApp(null, servicesWith({}))("GET", address)).status).toBe(404);
		await nothingLeft(videoId);
	});

	it("a segment that lands after the first purge is removed by a later one", async () => {
		const videoId = await completedVideo(user, using);
		await deleteVideo(using, user.userId, videoId);
		const first = cleanups.sent.shift();
		await consumeCleanup(messageOf(first?.body).batch, using);
		await testEnv.MEDIA.put(`videos/${videoId}/g1/240p/9.m4s`, "late");
		expect(cleanups.sent[0]).toMatchObject({ body: { kind: "purge_video", videoId, round: 1 }, delaySeconds: 30 });
		await nothingLeft(videoId);
	});
});
