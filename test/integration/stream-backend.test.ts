import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { decideCase, listCases } from "../../contracts/desk.ts";
import type { AnswerOf } from "../../contracts/endpoint.ts";
import type { VideoCard } from "../../contracts/videos.ts";
import { eventually, type Person, signUp } from "../acceptance/support/api.ts";
import { clip } from "../acceptance/support/clips.ts";
import { begin, complete, sendParts, settled } from "../acceptance/support/publish.ts";
import { type Stack, startStack } from "../support/stack.ts";

/** Cloudflare Stream as the backend that takes the overflow, through the whole product: here every job is overflow. */

let stack: Stack;
let creator: Person;
let stream: (method: string, path: string, body?: unknown) => Promise<Response>;

beforeAll(async () => {
	stack = await startStack({ variables: { TRANSCODE_BACKEND: "overflow", STREAM_OVERFLOW_DEPTH: "0" } });
	creator = await signUp(stack.url, "creator");
	const variables = await readFile(join(stack.stateDir, "worker.env"), "utf8");
	const variable = (name: string): string => JSON.parse(new RegExp(`^${name}=(.*)$`, "m").exec(variables)?.[1] ?? '""');
	const base = `${variable("STREAM_API")}/accounts/${variable("STREAM_ACCOUNT")}/stream`;
	const headers = { authorization: `Bearer ${variable("STREAM_TOKEN")}` };
	stream = (method, path, body) =>
		fetch(`${base}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
	expect((await stream("PUT", "/webhook", { notificationUrl: `${stack.url}/internal/stream/webhook` })).status).toBe(200);
});
afterAll(() => stack?.stop());

async function upload(file: Buffer, words: Record<string, unknown> = {}): Promise<string> {
	const { videoId, ...rest } = (await begin(creator, file, { durationMs: 2_000 })).body;
	await sendParts(stack.url, file, { videoId, ...rest });
	expect((await complete(creator, videoId, words)).status).toBe(202);
	return videoId;
}

/** Approves the case that was opened for a video, as whoever works at the desk. */
async function letUp(videoId: string): Promise<void> {
	const desk = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
		const sent = { "x-admin-token": stack.secrets.ADMIN_TOKEN, "content-type": "application/json" };
		const init = { method, headers: sent, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
		const answer = await fetch(`${stack.url}/api/v1/desk${path}`, init);
		expect(answer.status, `${method} ${path}`).toBe(200);
		return (await answer.json()) as Answer;
	};
	const { cases } = await desk<AnswerOf<typeof listCases>>("GET", `/cases?search=${videoId}`);
	const [found] = cases;
	if (found === undefined) throw new Error("nobody is asked to look at it");
	const decided = await desk<AnswerOf<typeof decideCase>>("POST", `/cases/${found.id}/decision`, {
		decision: "approve",
		reason: found.reason,
		note: "Looked at.",
	});
	expect(decided.performed).toBe(true);
}

test("a public video is made by Stream, told by its signed notice, played from there, and deleted there too", async () => {
	const videoId = await upload(await clip({ seconds: 2, width: 180, height: 320, rate: 15 }));
	// No machine of ours saw it: a person lets it up.
	expect((await settled(creator, videoId, 60)).status).toBe("review");
	await letUp(videoId);
	const { video } = (await creator.call<{ video: VideoCard }>("GET", `/api/v1/videos/${videoId}`)).body;
	expect(video).toMatchObject({ width: 180, height: 320, manifest: { external: video.manifest.url } });
	expect(await (await fetch(video.manifest.url)).text()).toContain("#EXTM3U");
	expect((await fetch(new URL(video.thumbnail, stack.url))).headers.get("content-type")).toBe("image/jpeg");
	expect((await stack.events("worker", "stream_submitted")).map((line) => line.videoId)).toContain(videoId);

	const uid = new URL(video.manifest.url).pathname.split("/")[1];
	expect((await creator.call("DELETE", `/api/v1/videos/${videoId}`)).status).toBe(204);
	await eventually(
		async () => (await stream("GET", `/${uid}`)).status,
		(status) => status === 404,
		15,
	);
	expect((await stream("GET", `/${uid}`)).status).toBe(404);
});

test("a private video does not leave the house", async () => {
	const videoId = await upload(await clip({ seconds: 2, width: 180, height: 320, rate: 15 }), { visibility: "private" });
	const end = await settled(creator, videoId, 60);
	expect(end).toMatchObject({ status: "ready", manifest: { renditions: expect.arrayContaining([expect.anything()]) } });
	expect((await stack.events("worker", "stream_submitted")).map((line) => line.videoId)).not.toContain(videoId);
});

test("a notice nobody signed changes nothing", async () => {
	const notice = { uid: "x", readyToStream: true, meta: { videoId: "1" } };
	expect((await fetch(`${stack.url}/internal/stream/webhook`, { method: "POST", body: JSON.stringify(notice) })).status).toBe(403);
});
