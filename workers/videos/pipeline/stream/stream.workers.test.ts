import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { UPLOAD_PART_MAX_BYTES, UPLOAD_PART_MIN_BYTES } from "../../../../contracts/limits.ts";
import { ingestKeys } from "../../../../contracts/media.ts";
import type { CleanupMessage, TranscodeMessage } from "../../../../contracts/queues.ts";
import type { VideoCard } from "../../../../contracts/videos.ts";
import { BODY_MAX_BYTES } from "../../../gateway/body.ts";
import type { Services } from "../../../platform/services.ts";
import type { UserViewer } from "../../../rules/viewer.ts";
import { consumeCleanup } from "../../cleanup/consumer.ts";
import { decideVideo } from "../../lifecycle/decide.ts";
import { deleteVideo } from "../../lifecycle/delete.ts";
import {
	completedVideo,
	messageOf,
	mp4Bytes,
	newUser,
	noticesOf,
	recordedQueue,
	rowOf,
	services,
	servicesWith,
	testApp,
	testEnv,
	uploadParts,
	WORDS,
} from "../../testing/fixtures.ts";
import { completeUpload } from "../../upload/complete.ts";
import { consumeTranscode } from "../consumer.ts";
import { attemptStream } from "./attempt.ts";
import { chooseBackend } from "./choose.ts";
import type { StreamVideo } from "./client.ts";
import { wholeSource } from "./source.ts";

const SECRET = services.config.STREAM_WEBHOOK_SECRET ?? "";
const BASE = `${services.config.STREAM_API}/accounts/${services.config.STREAM_ACCOUNT}/stream`;

const through = globalThis.fetch;

/** Stream as far as the Worker meets it: copies what it is told to, and holds what a test makes of them. */
interface FakeStream {
	readonly copied: { readonly url: string; readonly meta: Record<string, string> }[];
	readonly held: Map<string, StreamVideo>;
	down: boolean;
}
let stream: FakeStream;
let transcodes: ReturnType<typeof recordedQueue<TranscodeMessage>>;
let cleanups: ReturnType<typeof recordedQueue<CleanupMessage>>;
let using: Services;
let user: UserViewer;

beforeEach(async () => {
	stream = { copied: [], held: new Map(), down: false };
	vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
		const request = new Request(input, init);
		const { pathname } = new URL(request.url);
		if (pathname.endsWith("/thumbnail.jpg")) return new Response("jpeg");
		if (request.url.startsWith(services.config.TRANSCODER_URL ?? "-")) return new Response(null, { status: 204 });
		if (!request.url.startsWith(BASE)) return through(request);
		if (stream.down) return Response.json({ success: false, errors: [{ code: 10001 }] }, { status: 503 });
		expect(request.headers.get("authorization")).toBe(`Bearer ${services.config.STREAM_TOKEN}`);
		if (request.method === "POST") {
			const { url, meta } = (await request.json()) as FakeStream["copied"][number];
			const uid = `uid-${crypto.randomUUID()}`;
			stream.copied.push({ url, meta });
			stream.held.set(uid, videoAt(uid, meta, "inprogress"));
			return Response.json({ result: stream.held.get(uid) });
		}
		const uid = pathname.split("/").at(-1) ?? "";
		const video = stream.held.get(uid);
		if (request.method === "DELETE") return new Response(null, { status: stream.held.delete(uid) ? 200 : 404 });
		return video === undefined ? Response.json({ success: false }, { status: 404 }) : Response.json({ result: video });
	});
	transcodes = recordedQueue();
	cleanups = recordedQueue();
	using = servicesWith(
		{ TRANSCODE_QUEUE: transcodes.queue, CLEANUP_QUEUE: cleanups.queue },
		{ config: { ...services.config, TRANSCODE_BACKEND: "stream" } },
	);
	user = await newUser();
});
afterEach(() => vi.restoreAllMocks());

function videoAt(uid: string, meta: Record<string, string>, state: string, more: Partial<StreamVideo> = {}): StreamVideo {
	return {
		uid,
		meta,
		readyToStream: state === "ready",
		duration: state === "ready" ? 12.5 : -1,
		input: { width: 720, height: 1280 },
		status: { state, pctComplete: "40" },
		playback: { hls: `https://stream.example/${uid}/manifest/video.m3u8` },
		thumbnail: `https://stream.example/${uid}/thumbnails/thumbnail.jpg`,
		...more,
	};
}

const deliver = async (attempts = 1) => {
	const { batch, outcome } = messageOf(transcodes.sent.at(-1)?.body, attempts);
	await consumeTranscode(batch, using);
	return outcome;
};

async function sign(body: string, secret = SECRET, seconds = Math.floor(Date.now() / 1000)): Promise<string> {
	const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
	const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(`${seconds}.${body}`)));
	return `time=${seconds},sig1=${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Stream's notice about a video, signed as given. */
const notice = async (video: StreamVideo, signature?: string) => {
	const body = JSON.stringify(video);
	return testApp(null, using)("POST", "/internal/stream/webhook", video, { "webhook-signature": signature ?? (await sign(body)) });
};

const submitted = async (): Promise<{ videoId: string; uid: string }> => {
	const videoId = await completedVideo(user, using);
	await deliver();
	return { videoId, uid: (await rowOf(videoId))?.backendRef ?? "" };
};
const become = (uid: string, state: string, more: Partial<StreamVideo> = {}): StreamVideo => {
	const video = videoAt(uid, (stream.held.get(uid)?.meta ?? {}) as Record<string, string>, state, more);
	stream.held.set(uid, video);
	return video;
};

/** No machine looked at what Stream made: a person does, and lets it up. */
async function letUp(videoId: string): Promise<void> {
	expect(await rowOf(videoId)).toMatchObject({ status: "review" });
	await decideVideo(using, videoId, { to: "approve", by: "7" });
}

describe("a job at Stream", () => {
	it("is handed over once, by an address Stream can read, and looked after until it is done", async () => {
		const { videoId, uid } = await submitted();
		expect(await rowOf(videoId)).toMatchObject({ status: "processing", backend: "stream", backendRef: uid, stage: "encoding" });
		expect(stream.copied).toMatchObject([{ url: expect.stringContaining("X-Amz-Signature"), meta: { videoId, generation: "1" } }]);
		expect(transcodes.sent.at(-1)).toMatchObject({ body: { videoId, failures: 0 }, delaySeconds: 30 });
		await deliver();
		expect(stream.copied).toHaveLength(1);
		expect(await rowOf(videoId)).toMatchObject({ progress: 41 });
	});

	it("is published by the webhook: the manifest points to Stream's HLS, the cover is ours", async () => {
		const { videoId, uid } = await submitted();
		expect((await notice(become(uid, "ready"))).status).toBe(204);
		await letUp(videoId);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", durationMs: 12_500, width: 720, height: 1280, backendRef: uid });
		const { video } = (await (await testApp(user, using)("GET", `/api/v1/videos/${videoId}`)).json()) as { video: VideoCard };
		expect(video.manifest).toMatchObject({ url: `https://stream.example/${uid}/manifest/video.m3u8`, renditions: [] });
		expect((await testApp(null, using)("GET", video.thumbnail)).status).toBe(200);
		expect(await noticesOf(user)).toMatchObject([{ type: "video_ready", videoId }]);
	});

	it("is published though the webhook was lost, and once though both come", async () => {
		const { videoId, uid } = await submitted();
		const video = become(uid, "ready");
		expect(await deliver()).toMatchObject({ acked: true });
		await letUp(videoId);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
		expect((await notice(video)).status).toBe(204);
		expect(await noticesOf(user)).toHaveLength(1);
	});

	it("fails in words when the input is at fault", async () => {
		const { videoId, uid } = await submitted();
		const status = { state: "error", errorReasonCode: "ERR_NON_VIDEO", errorReasonText: "not a video" };
		await notice(become(uid, "error", { status }));
		expect(await rowOf(videoId)).toMatchObject({
			status: "failed",
			failureCode: "not_a_video",
			failureMessage: expect.stringContaining("not a video"),
		});
	});

	it("is handed over anew when Stream failed, and counted", async () => {
		const { videoId, uid } = await submitted();
		become(uid, "error", { status: { state: "error", errorReasonCode: "ERR_FETCH_ORIGIN_ERROR", errorReasonText: "timed out" } });
		expect(await deliver()).toMatchObject({ acked: false, retriedAfter: 5 });
		await deliver(2);
		expect(stream.copied).toHaveLength(2);
		expect((await rowOf(videoId))?.backendRef).not.toBe(uid);
	});

	it("is tried again when Stream is down", async () => {
		const videoId = await completedVideo(user, using);
		stream.down = true;
		expect(await deliver()).toMatchObject({ acked: false, retriedAfter: 5 });
		expect(await rowOf(videoId)).toMatchObject({ status: "processing", backend: "container" });
	});

	it("refuses ten minutes and more, by Stream's own measure", async () => {
		const { videoId, uid } = await submitted();
		await notice(become(uid, "ready", { duration: 21_600 }));
		expect(await rowOf(videoId)).toMatchObject({ status: "failed", failureCode: "too_long" });
	});

	it("deleted meanwhile: the copy at Stream goes too, and a late notice changes nothing", async () => {
		const { videoId, uid } = await submitted();
		const video = become(uid, "ready");
		await deleteVideo(using, user.userId, videoId);
		for (const { body } of cleanups.sent.splice(0)) await consumeCleanup(messageOf(body).batch, using);
		expect(stream.held.has(uid)).toBe(false);
		expect((await notice(video)).status).toBe(204);
		expect(await rowOf(videoId)).toMatchObject({ status: "deleted", liveGeneration: null });
	});
});

describe("POST /internal/stream/webhook", () => {
	it("403 for a missing, forged, foreign or old signature, and nothing changes", async () => {
		const { videoId, uid } = await submitted();
		const video = become(uid, "ready");
		const body = JSON.stringify(video);
		const now = Math.floor(Date.now() / 1000);
		const bad = [
			"",
			"time=1,sig1=00",
			`time=${now},sig1=${"0".repeat(64)}`,
			await sign(body, "another secret"),
			await sign(body, SECRET, now - 301),
		];
		for (const signature of bad) expect((await notice(video, signature)).status, signature).toBe(403);
		expect(await rowOf(videoId)).toMatchObject({ status: "processing" });
	});

	it("413 for one that is too large, before its signature is computed; 400 for one that is no notice", async () => {
		const post = async (value: string) => {
			const headers = { "webhook-signature": await sign(JSON.stringify(value)) };
			return testApp(null, using)("POST", "/internal/stream/webhook", value, headers);
		};
		const verify = vi.spyOn(crypto.subtle, "verify");
		expect((await post("x".repeat(BODY_MAX_BYTES))).status).toBe(413);
		expect(verify).not.toHaveBeenCalled();
		expect((await post("no notice")).status).toBe(400);
	});

	it("204 for a notice about a video that is not ours", async () => {
		expect((await notice(videoAt("uid-x", {}, "ready"))).status).toBe(204);
		expect((await notice(videoAt("uid-x", { videoId: "1" }, "ready"))).status).toBe(204);
	});
});

describe("which backend takes a job", () => {
	it("with `overflow` it is the container until the queue is deep, and never Stream for a video that is not public", async () => {
		const row = await rowOf(await completedVideo(user, using));
		const hidden = await rowOf(await completedVideo(user, using, { visibility: "private" }));
		if (row === undefined || hidden === undefined) throw new Error("no rows");
		const withDepth = (STREAM_OVERFLOW_DEPTH: number, TRANSCODE_BACKEND: "overflow" | "stream" | "container" = "overflow") =>
			servicesWith({}, { config: { ...services.config, TRANSCODE_BACKEND, STREAM_OVERFLOW_DEPTH } });
		expect(await chooseBackend(withDepth(100_000), row)).toBe("container");
		expect(await chooseBackend(withDepth(1), row)).toBe("stream");
		expect(await chooseBackend(withDepth(1), hidden)).toBe("container");
		expect(await chooseBackend(withDepth(0, "container"), row)).toBe("container");
		expect(
			await chooseBackend(servicesWith({}, { config: { ...services.config, TRANSCODE_BACKEND: "stream", STREAM_TOKEN: undefined } }), row),
		).toBe("container");
	});
});

describe("the original in one piece", () => {
	it("is the parts joined within the bucket, or the one there is, under a key that nobody was given an address to write to", async () => {
		for (const size of [2_000, UPLOAD_PART_MIN_BYTES * 2 + 77, UPLOAD_PART_MAX_BYTES * 2 + 77]) {
			const bytes = mp4Bytes(size);
			for (let at = 64; at < size; at += 991) bytes[at] = (at % 251) + 1;
			const { row, original } = await completed(bytes);
			const key = ingestKeys.whole(row.id, original.folder);
			expect(await wholeSource(using, row, original)).toContain(`/${key}?`);
			const whole = await (await testEnv.INGEST.get(key))?.arrayBuffer();
			const read = new Uint8Array(whole ?? new ArrayBuffer(0));
			expect(read.length).toBe(size);
			expect(read.findIndex((byte, at) => byte !== bytes[at])).toBe(-1);
		}
	});

	it("is refused, told and not tried again when a part was changed or removed since", async () => {
		for (const swap of [(key: string) => testEnv.INGEST.put(key, mp4Bytes(77)), (key: string) => testEnv.INGEST.delete(key)]) {
			const { row, original } = await completed(mp4Bytes(UPLOAD_PART_MIN_BYTES + 77));
			await swap(ingestKeys.part(row.id, original.folder, 2));
			await expect(wholeSource(using, row, original)).rejects.toThrow("pinned");
			expect(await testEnv.INGEST.head(ingestKeys.whole(row.id, original.folder))).toBeNull();
			expect(await attemptStream(using, row)).toMatchObject({ kind: "refused", code: "original_changed" });
		}
	});

	async function completed(bytes: Uint8Array) {
		const videoId = await uploadParts(user, bytes, using);
		await completeUpload(using, user.userId, videoId, WORDS, "request-test");
		const row = await rowOf(videoId);
		if (row === undefined || row.original === null) throw new Error("nothing was kept");
		return { row, original: row.original };
	}
});
