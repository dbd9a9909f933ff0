import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CleanupMessage, TranscodeMessage } from "../../../contracts/queues.ts";
import type { Services } from "../../platform/services.ts";
import { consumeCleanup } from "../cleanup/consumer.ts";
import { deleteVideo } from "../lifecycle/delete.ts";
import {
	completedVideo,
	messageOf,
	newUser,
	publishedVideo,
	recordedQueue,
	rowOf,
	services,
	servicesWith,
	testApp,
	testEnv,
} from "../testing/fixtures.ts";
import { fakeTranscoder } from "../testing/transcoder.ts";
import { consumeTranscode, consumeTranscodeDeadLetters } from "./consumer.ts";

let transcodes: ReturnType<typeof recordedQueue<TranscodeMessage>>;
let cleanups: ReturnType<typeof recordedQueue<CleanupMessage>>;
let using: Services;
beforeEach(() => {
	fakeTranscoder(services.config.TRANSCODER_URL ?? "", testEnv.MEDIA);
	transcodes = recordedQueue();
	cleanups = recordedQueue();
	using = servicesWith({ TRANSCODE_QUEUE: transcodes.queue, CLEANUP_QUEUE: cleanups.queue });
});
afterEach(() => vi.restoreAllMocks());

const down = (): never => {
	throw new Error("the database is down");
};
const without = (): Services => ({ ...using, db: { ...using.db, video: down, user: down } });

describe("the database being away", () => {
	it("puts the message back without counting it against the video, which is ready once it is back", async () => {
		const videoId = await completedVideo(await newUser(), using);
		const first = messageOf(transcodes.sent[0]?.body, 2);
		await consumeTranscode(first.batch, without());
		expect(first.outcome).toEqual({ acked: true, retriedAfter: null });
		expect(transcodes.sent[1]).toMatchObject({ body: { videoId, failures: 1 }, delaySeconds: 10 });
		await consumeTranscode(messageOf(transcodes.sent[1]?.body).batch, using);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
	});

	it("with the queue away too, the queue's own retry is the last resort", async () => {
		await completedVideo(await newUser(), using);
		transcodes.refusing = true;
		const { batch, outcome } = messageOf(transcodes.sent[0]?.body);
		await consumeTranscode(batch, without());
		expect(outcome).toEqual({ acked: false, retriedAfter: 10 });
	});

	it("keeps dead letters and cleanups until it is back", async () => {
		const videoId = await completedVideo(await newUser(), using);
		const letter = messageOf(transcodes.sent[0]?.body);
		await consumeTranscodeDeadLetters(letter.batch, without());
		expect(letter.outcome).toMatchObject({ acked: false });
		const cleanup = messageOf({ v: 1, kind: "purge_video", videoId, userId: "1" });
		await consumeCleanup(cleanup.batch, without());
		expect(cleanup.outcome).toMatchObject({ acked: false });
	});
});

describe("Redis being away", () => {
	it("changes nothing but speed: complete, publish, play, delete", async () => {
		const redis = { client: using.redis.client, soft: async () => null };
		using = { ...using, redis };
		const user = await newUser();
		const videoId = await completedVideo(user, using);
		await consumeTranscode(messageOf(transcodes.sent[0]?.body).batch, using);
		const call = testApp(user, using);
		expect((await call("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`)).status).toBe(200);
		await deleteVideo(using, user.userId, videoId);
		expect((await call("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`)).status).toBe(404);
	});
});

describe("messages that make no sense", () => {
	it.each([[{ v: 2 }], [null], ["text"]])("%j is logged and taken off the queue", async (body) => {
		for (const consume of [consumeTranscode, consumeTranscodeDeadLetters, consumeCleanup]) {
			const { batch, outcome } = messageOf(body);
			await consume(batch, using);
			expect(outcome.acked).toBe(true);
		}
	});

	it("a purge of a video that is up is refused", async () => {
		const videoId = await publishedVideo(await newUser());
		await consumeCleanup(messageOf({ v: 1, kind: "purge_video", videoId, userId: "1" }).batch, using);
		await consumeCleanup(messageOf({ v: 1, kind: "purge_generation", videoId, generation: 1 }).batch, using);
		expect((await testApp(null)("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`)).status).toBe(200);
	});
});
