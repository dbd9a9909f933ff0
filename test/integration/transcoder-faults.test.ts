import { afterAll, beforeAll, expect, test } from "vitest";
import { TRANSCODE_ATTEMPTS } from "../../contracts/limits.ts";
import type { Upload } from "../../contracts/videos.ts";
import { type Person, signUp } from "../acceptance/support/api.ts";
import { clip } from "../acceptance/support/clips.ts";
import { begin, complete, sendParts, settled, status } from "../acceptance/support/publish.ts";
import { type Stack, startStack } from "../support/stack.ts";
import { type Truth, truthOf } from "./support/truth.ts";

/** What the pipeline survives while a clip is being transcoded, through the whole product. */

let stack: Stack;
let truth: Truth;
let creator: Person;
let file: Buffer;

beforeAll(async () => {
	[stack, file] = await Promise.all([startStack(), clip({ seconds: 8, width: 360, height: 640 })]);
	truth = truthOf(stack);
	creator = await signUp(stack.url, "creator");
});
afterAll(() => stack?.stop());

/** Uploads the clip and returns once the transcoder has begun to write segments. */
async function encoding(): Promise<string> {
	const upload = (await begin(creator, file, { durationMs: 8_000 })).body;
	await sendParts(stack.url, file, upload);
	await complete(creator, upload.videoId, { title: "Under way" });
	return upload.videoId;
}

const isWriting = async (videoId: string) => (await truth.objects(videoId)).some((key) => key.endsWith(".m4s"));
async function until(condition: () => Promise<boolean>, seconds: number): Promise<void> {
	const end = Date.now() + seconds * 1000;
	while (!(await condition())) {
		if (Date.now() > end) throw new Error(`not so after ${seconds} s`);
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}

// Killed at its very start, a job counts as not begun: the service could not be reached.
const attempts = async (videoId: string) =>
	(await stack.events("transcoder", "stage.probe")).filter((line) => line.videoId === videoId).length;
const publications = async (videoId: string) =>
	(await stack.events("worker", "video_published")).filter((line) => line.videoId === videoId).length;

test("transcoder killed mid-job: the job ends ready, once", async () => {
	const videoId = await encoding();
	await until(() => isWriting(videoId), 40);
	stack.transcoder.kill("SIGKILL");
	expect((await settled(creator, videoId, 100)).status).toBe("ready");
	expect(await publications(videoId)).toBe(1);
});

test("a write to the object store that fails for one segment is retried, and the video is whole", async () => {
	stack.media.failNext(/\/360p\/1\.m4s$/, { times: 2 });
	const videoId = await encoding();
	const end = await settled(creator, videoId, 100);
	expect(end.status).toBe("ready");
	expect(stack.media.failed.filter((path) => path.includes(videoId))).toHaveLength(2);
	expect((await fetch(new URL(`${end.manifest?.base}360p/1.m4s`, stack.url))).status).toBe(200);
});

test("Worker restarted mid-transcode: the sweeper finds the lost job, and it ends ready, once", async () => {
	const videoId = await encoding();
	await until(() => isWriting(videoId), 40);
	await stack.worker.restart();
	const sweeping = setInterval(() => void stack.runCron("* * * * *").catch(() => undefined), 5_000);
	try {
		expect((await settled(creator, videoId, 150)).status).toBe("ready");
	} finally {
		clearInterval(sweeping);
	}
	expect(await publications(videoId)).toBeLessThanOrEqual(1);
	const rows = await truth.rows<{ status: string; generation: number }>("SELECT status, generation FROM videos WHERE id = $1", [videoId]);
	expect(rows).toEqual([{ status: "ready", generation: 1 }]);
}, 240_000);

test("Worker restarted mid-upload: the upload goes on where it was", async () => {
	const upload = (await begin(creator, file, { durationMs: 8_000 })).body;
	await stack.worker.restart();
	await sendParts(stack.url, file, upload);
	expect((await complete(creator, upload.videoId)).status).toBe(202);
	expect((await settled(creator, upload.videoId, 100)).status).toBe("ready");
}, 200_000);

test("an address that expired is refused by the store, and a fresh one takes the part", async () => {
	const upload = (await begin(creator, file, { durationMs: 8_000 })).body;
	const expired = await truth.partAddress(upload.parts[0]?.url ?? "", 100, 1);
	await new Promise((resolve) => setTimeout(resolve, 2_200));
	// A few bytes: the store answers before it has read the body, and hangs up on a longer one.
	expect((await fetch(expired, { method: "PUT", body: new Uint8Array(100) })).status).toBe(403);
	const again = await creator.call<Upload>("GET", `/api/v1/videos/upload/${upload.videoId}`);
	expect(again.body.arrived).toEqual([]);
	await sendParts(stack.url, file, again.body);
	expect((await complete(creator, upload.videoId)).status).toBe(202);
	await creator.call("DELETE", `/api/v1/videos/${upload.videoId}`);
});

test("deleted while it is transcoded: no row to be seen, no object, no vector", async () => {
	const videoId = await encoding();
	await until(() => isWriting(videoId), 40);
	expect((await creator.call("DELETE", `/api/v1/videos/${videoId}`)).status).toBe(204);
	expect((await creator.call("GET", `/api/v1/videos/${videoId}/status`)).status).toBe(404);
	await until(async () => (await truth.objects(videoId)).length === 0, 60);
	expect(await truth.vectors(videoId)).toBe(0);
	expect(await publications(videoId)).toBe(0);
});

test("new words of a video that is up move its vector, and what is served of it stays", async () => {
	const videoId = await encoding();
	const { manifest } = await settled(creator, videoId, 100);
	type Row = { embedding: string; generation: number; live: number; stage: string };
	const read = async () =>
		(await truth.rows<Row>("SELECT embedding, generation, live_generation AS live, stage FROM videos WHERE id = $1", [videoId]))[0];
	const before = await read();
	const change = { title: "Sourdough, from starter to crust", hashtags: ["baking"] };
	expect((await creator.call("PATCH", `/api/v1/videos/${videoId}`, change)).status).toBe(200);
	await until(async () => (await read())?.embedding !== before?.embedding && (await read())?.stage === "done", 90);
	expect(await read()).toMatchObject({ generation: 1, live: 1 });
	expect(await truth.vectors(videoId)).toBe(1);
	expect((await fetch(new URL(manifest?.url ?? "", stack.url))).status).toBe(200);
});

test("deleted once it is up: no object, no vector", async () => {
	const videoId = await encoding();
	expect((await settled(creator, videoId, 100)).status).toBe("ready");
	await until(async () => (await truth.vectors(videoId)) === 1, 20);
	expect((await creator.call("DELETE", `/api/v1/videos/${videoId}`)).status).toBe(204);
	await until(async () => (await truth.objects(videoId)).length === 0 && (await truth.vectors(videoId)) === 0, 60);
});

test("killed three times: failed in words, told, and reprocess makes it ready", async () => {
	const videoId = await encoding();
	for (let attempt = 1; attempt <= TRANSCODE_ATTEMPTS; attempt++) {
		await until(async () => (await attempts(videoId)) >= attempt, 90);
		stack.transcoder.kill("SIGKILL");
	}
	const end = await settled(creator, videoId, 60);
	expect(end.status).toBe("failed");
	expect(end.failure?.message).toMatch(/\w+ \w+ \w+/);
	const isTold = async () => {
		const { body } = await creator.call<{ notifications: { type: string; videoId: string }[] }>("GET", "/api/v1/notifications");
		return body.notifications.some((notice) => notice.type === "video_failed" && notice.videoId === videoId);
	};
	await until(isTold, 15);
	await stack.transcoder.restart();
	expect((await creator.call("POST", `/internal/videos/${videoId}/reprocess`)).status).toBe(403);
	const again = await creator.call("POST", `/internal/videos/${videoId}/reprocess`, undefined, {
		"x-admin-token": stack.secrets.ADMIN_TOKEN,
	});
	expect(again.status).toBe(202);
	await until(async () => (await status(creator, videoId)).status === "ready", 100);
	expect(await publications(videoId)).toBe(1);
}, 400_000);
