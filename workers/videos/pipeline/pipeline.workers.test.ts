import { verify } from "hono/jwt";
import { describe, expect, it, vi } from "vitest";
import { CALL_ALGORITHM, digestOf, InternalCall, TO_TRANSCODER } from "../../../contracts/internal-call.ts";
import { TRANSCODE_ATTEMPTS } from "../../../contracts/limits.ts";
import { deleteVideo } from "../lifecycle/delete.ts";
import {
	completedVideo,
	messageOf,
	noticesOf,
	objectsOf,
	rowOf,
	services,
	servicesWith,
	testApp,
	testEnv,
	vectorOf,
} from "../testing/fixtures.ts";
import { pipelineHarness } from "../testing/harness.ts";
import { resultOf, succeed, writeOutputs } from "../testing/transcoder.ts";
import { consumeTranscodeDeadLetters } from "./consumer.ts";
import { reprocessVideo } from "./reprocess.ts";

const pipe = pipelineHarness();

describe("from complete to delivered", () => {
	it("publishes once the job is done: row, notice, vector, count, objects served", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		expect(await pipe.deliver()).toEqual({ acked: true, retriedAfter: null });
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", liveGeneration: 1, stage: "done", durationMs: 3_000, width: 360 });
		expect((await testApp(pipe.user, pipe.using)("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`)).status).toBe(200);
		expect(await noticesOf(pipe.user)).toMatchObject([{ type: "video_ready", videoId }]);
		expect(await vectorOf(videoId)).toBe(true);
	});

	it("tells the transcoder the original's parts, the words and where outputs go", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		await pipe.deliver();
		const job = pipe.transcoder.started[0];
		expect(job).toMatchObject({
			videoId,
			generation: 1,
			outputPrefix: `videos/${videoId}/g1/`,
			text: { title: "A walk", hashtags: ["sea", "walk"] },
			source: { bytes: 2_000, parts: [{ bytes: 2_000, etag: expect.stringMatching(/^[0-9a-f]{32}$/) }] },
		});
		const url = new URL(job?.source.parts[0]?.url ?? "");
		expect(url.pathname).toMatch(new RegExp(`/reelay-ingest/${videoId}/[0-9a-f]{32}/part-00001$`));
		// The address opens only what was pinned.
		expect(url.searchParams.get("X-Amz-SignedHeaders")).toBe("host;if-match");
	});

	it("shows the creator, and nobody else, what can be played while the rest is made", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		let status: { manifest: { url: string; base: string } | null; status: string } | undefined;
		const seen: number[] = [];
		pipe.transcoder.script = async (job, emit) => {
			await writeOutputs(testEnv.MEDIA, job.outputPrefix);
			await emit({ type: "playable", renditions: ["240p"], manifest: resultOf(job).manifest });
			await vi.waitFor(async () => expect((await rowOf(videoId))?.manifest).not.toBeNull());
			const call = testApp(pipe.user, pipe.using);
			status = await (await call("GET", `/api/v1/videos/${videoId}/status`)).json();
			const playlist = await call("GET", status?.manifest?.url ?? "");
			seen.push(playlist.status);
			expect(playlist.headers.get("cache-control")).toBe("private, no-store");
			seen.push((await call("GET", `/videos/auto/${videoId}/g1/master.m3u8`)).status);
			await emit({ type: "done", result: resultOf(job) });
		};
		await pipe.deliver();
		expect(status?.status).toBe("processing");
		expect(status?.manifest?.base).toMatch(/\/t\.\d+\.\d+\.[\w-]+\/g1\/$/);
		expect(seen).toEqual([200, 404]);
	});
});

describe("the same message twice", () => {
	it("publishes once and notifies once, at the same time or after", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		await Promise.all([pipe.deliver(), pipe.deliver()]);
		expect(await pipe.deliver()).toMatchObject({ acked: true });
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", liveGeneration: 1 });
		expect(await noticesOf(pipe.user)).toHaveLength(1);
		await pipe.cleanUp();
		expect(await objectsOf(videoId)).toContain(`videos/${videoId}/g1/master.m3u8`);
	});
});

describe("a transcoder that dies", () => {
	it("mid-job: the message comes again after a pause, and the video is ready once", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		pipe.transcoder.script = (_, emit) => emit("break");
		expect(await pipe.deliver(1)).toEqual({ acked: false, retriedAfter: 5 });
		expect(await rowOf(videoId)).toMatchObject({ status: "processing" });
		pipe.transcoder.script = succeed(testEnv.MEDIA);
		expect(await pipe.deliver(2)).toEqual({ acked: true, retriedAfter: null });
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
		expect(await noticesOf(pipe.user)).toHaveLength(1);
	});

	it("three times: failed in words, told, and reprocess works", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		pipe.transcoder.script = (_, emit) => emit("break");
		expect(await pipe.deliver(1)).toMatchObject({ retriedAfter: 5 });
		expect(await pipe.deliver(2)).toMatchObject({ retriedAfter: 20 });
		expect(await pipe.deliver(TRANSCODE_ATTEMPTS)).toEqual({ acked: true, retriedAfter: null });
		expect(await rowOf(videoId)).toMatchObject({ status: "failed", failureCode: "processing_failed" });
		expect(await noticesOf(pipe.user)).toMatchObject([{ type: "video_failed", text: expect.stringContaining("could not be published") }]);
		await pipe.cleanUp();

		pipe.transcoder.script = succeed(testEnv.MEDIA);
		expect(await reprocessVideo(pipe.using, videoId, "request-again")).toMatchObject({ status: "processing", generation: 2 });
		await pipe.deliver(1);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", liveGeneration: 2, failureCode: null });
	});

	it("a write that failed in the store is tried again like any failure", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		pipe.transcoder.script = (_, emit) => emit({ type: "failed", code: "upload_failed", message: "segment 3 could not be written" });
		expect(await pipe.deliver(1)).toMatchObject({ acked: false, retriedAfter: 5 });
		pipe.transcoder.script = succeed(testEnv.MEDIA);
		await pipe.deliver(2);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
	});
});

describe("a transcoder that can't take the job", () => {
	it("being told to stop, gives it back: not counted as a failure", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		pipe.transcoder.script = (_, emit) => emit({ type: "failed", code: "shutting_down", message: "stopping" });
		expect(await pipe.deliver(TRANSCODE_ATTEMPTS)).toEqual({ acked: true, retriedAfter: null });
		expect(pipe.transcodes.sent).toHaveLength(2);
		expect(pipe.transcodes.sent[1]).toMatchObject({ body: { videoId, failures: TRANSCODE_ATTEMPTS - 1 }, delaySeconds: 5 });
		expect(await rowOf(videoId)).toMatchObject({ status: "processing" });
	});

	it("being away: the message is put back uncounted", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		pipe.transcoder.down = true;
		await pipe.deliver();
		expect(pipe.transcodes.sent[1]?.body).toMatchObject({ videoId, failures: 0 });
		pipe.transcoder.down = false;
		await pipe.deliver();
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
	});

	it("being full, is asked again until a place falls free", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		pipe.transcoder.declines.push(new Response(null, { status: 503, headers: { "retry-after": "10" } }));
		expect(await pipe.deliver()).toEqual({ acked: true, retriedAfter: null });
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
	});

	it("being long at it, is let go before the consumer's time is up, and attached to again", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		let now = Date.now();
		pipe.using = { ...pipe.using, clock: () => now };
		pipe.transcoder.script = async (_, emit) => {
			await emit({ type: "heartbeat" });
			now += 13 * 60_000;
			await emit({ type: "heartbeat" });
			await new Promise(() => undefined);
		};
		expect(await pipe.deliver(2)).toEqual({ acked: true, retriedAfter: null });
		expect(pipe.transcodes.sent.at(-1)).toMatchObject({ body: { videoId, failures: 1 }, delaySeconds: 0 });
		expect(pipe.transcoder.cancelled).toEqual([]);
		expect(await rowOf(videoId)).toMatchObject({ status: "processing" });
	});

	it("for six hours: the video fails instead of waiting for ever", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		pipe.transcoder.down = true;
		const body = pipe.transcodes.sent[0]?.body;
		if (body !== undefined) await pipe.deliver(1, { ...body, enqueuedAt: body.enqueuedAt - 7 * 3_600_000 });
		expect(await rowOf(videoId)).toMatchObject({ status: "failed", failureCode: "no_capacity" });
	});
});

describe("on Cloudflare", () => {
	it("the job goes to the container of its video's number, signed, and so does its cancellation", async () => {
		const asked: { name: string; method: string; url: string; call: InternalCall }[] = [];
		const TRANSCODER = {
			idFromName: (name: string) => name,
			get: (name: string) => ({
				fetch: async (url: string, init: RequestInit) => {
					const token = new Headers(init.headers).get("authorization")?.replace("Bearer ", "") ?? "";
					const call = InternalCall.parse(await verify(token, services.config.TRANSCODER_KEY, { alg: CALL_ALGORITHM, aud: TO_TRANSCODER }));
					expect(call.digest).toBe(await digestOf(init.body as string | undefined));
					asked.push({ name, url, method: init.method ?? "", call });
					if (init.method === "DELETE") return new Response(null, { status: 204 });
					const job = JSON.parse(String(init.body));
					await writeOutputs(testEnv.MEDIA, job.outputPrefix);
					return new Response(`${JSON.stringify({ type: "done", result: resultOf(job) })}\n`);
				},
			}),
		} as unknown as NonNullable<typeof testEnv.TRANSCODER>;
		pipe.using = servicesWith(
			{ TRANSCODE_QUEUE: pipe.transcodes.queue, CLEANUP_QUEUE: pipe.cleanups.queue, TRANSCODER },
			{ config: { ...services.config, TRANSCODER_URL: undefined } },
		);
		const videoId = await completedVideo(pipe.user, pipe.using);
		await pipe.deliver();
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
		const waiting = await completedVideo(pipe.user, pipe.using);
		await deleteVideo(pipe.using, pipe.user.userId, waiting);
		await pipe.cleanUp();
		expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
			`PUT http://transcoder/jobs/${videoId}`,
			`DELETE http://transcoder/jobs/${waiting}`,
		]);
		expect(asked.map(({ call }) => `${call.method} http://transcoder${call.path}`)).toEqual(
			asked.map(({ method, url }) => `${method} ${url}`),
		);
		expect(new Set(asked.map(({ call }) => call.jti)).size).toBe(2);
		for (const { name } of asked) expect(name).toMatch(/^transcoder-1?\d$/);
	});
});

describe("a sound that could not be used", () => {
	it("publishes the video without it, and tells the creator in the notice and wherever they look", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		pipe.transcoder.script = async (job, emit) => {
			await writeOutputs(testEnv.MEDIA, job.outputPrefix);
			const result = resultOf(job);
			await emit({ type: "done", result: { ...result, probe: { ...result.probe, audioCodec: null, droppedSound: "it is damaged." } } });
		};
		await pipe.deliver();
		const status = await (await testApp(pipe.user, pipe.using)("GET", `/api/v1/videos/${videoId}/status`)).json();
		expect(status).toMatchObject({ status: "ready", warning: "Your video is up, without its sound: it is damaged." });
		expect(await noticesOf(pipe.user)).toMatchObject([
			{ type: "video_ready", text: expect.stringMatching(/^Your video “.+” is up, without its sound: it is damaged\.$/) },
		]);
	});
});

describe("an input at fault", () => {
	it("fails at once with the transcoder's own sentence, without another try", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		pipe.transcoder.script = (_, emit) =>
			emit({ type: "refused", code: "too_long", message: "The video lasts six hours; ten minutes are the most." });
		expect(await pipe.deliver()).toEqual({ acked: true, retriedAfter: null });
		const status = await (await testApp(pipe.user, pipe.using)("GET", `/api/v1/videos/${videoId}/status`)).json();
		expect(status).toMatchObject({
			status: "failed",
			failure: { code: "too_long", message: "The video lasts six hours; ten minutes are the most." },
		});
		expect(await noticesOf(pipe.user)).toMatchObject([{ type: "video_failed", text: expect.stringContaining("six hours") }]);
	});
});

describe("the dead-letter queue", () => {
	it("fails the video in words and tells its creator", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		const { batch, outcome } = messageOf(pipe.transcodes.sent[0]?.body, 1);
		await consumeTranscodeDeadLetters(batch, pipe.using);
		expect(outcome.acked).toBe(true);
		expect(await rowOf(videoId)).toMatchObject({ status: "failed", failureMessage: expect.stringMatching(/on our side.*try again/) });
		expect(await noticesOf(pipe.user)).toHaveLength(1);
	});

	it("leaves a video alone that was published meanwhile", async () => {
		const videoId = await completedVideo(pipe.user, pipe.using);
		await pipe.deliver();
		await consumeTranscodeDeadLetters(messageOf(pipe.transcodes.sent[0]?.body).batch, pipe.using);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
	});
});
