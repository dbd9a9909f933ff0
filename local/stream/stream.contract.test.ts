import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Request, type StandIn, serve } from "../serve.ts";
import { startStream } from "./server.ts";

const account = "acc0";
let folder: string;
let stream: StandIn;
let origin: StandIn;
let receiver: StandIn;
const notices: Request[] = [];
let receiverStatus = 200;

/** Calls the API as its documentation describes and returns status and JSON. */
async function call(method: string, path: string, body?: unknown, token = "t0ken") {
	const response = await fetch(`${stream.url}/accounts/${account}/stream${path}`, {
		method,
		headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	return { status: response.status, body: text ? JSON.parse(text) : null };
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "stream-contract-"));
	const clip = join(folder, "clip.mp4");
	const input = ["-f", "lavfi", "-i", "testsrc=size=180x320:rate=15:duration=1"];
	await promisify(execFile)("ffmpeg", ["-v", "error", ...input, "-pix_fmt", "yuv420p", clip]);
	const bytes = await readFile(clip);
	origin = await serve(async (request) => {
		if (request.url.pathname === "/clip.mp4") return { status: 200, body: bytes };
		return request.url.pathname === "/text" ? { status: 200, body: "not a video" } : { status: 404, body: "" };
	});
	receiver = await serve(async (request) => {
		notices.push(request);
		return { status: receiverStatus, body: {} };
	});
	const tools = { ffmpegPath: "ffmpeg", ffprobePath: "ffprobe" };
	stream = await startStream({ account, token: "t0ken", webhookDelays: [20, 20], ...tools });
	await call("PUT", "/webhook", { notificationUrl: `${receiver.url}/hook` });
});
afterAll(async () => {
	await Promise.all([stream.close(), origin.close(), receiver.close()]);
	await rm(folder, { recursive: true });
});

const settled = (uid: string) => expect.poll(async () => (await call("GET", `/${uid}`)).body.result.status.state).not.toBe("downloading");

describe("copy from an address", () => {
	it("answers at once, then becomes ready, playable and described", async () => {
		const copied = await call("POST", "/copy", { url: `${origin.url}/clip.mp4`, meta: { name: "clip", videoId: "7" } });
		expect(copied.body).toMatchObject({ success: true, errors: [], result: { readyToStream: false, meta: { videoId: "7" } } });
		const { uid, playback } = copied.body.result;
		await settled(uid);
		const { result } = (await call("GET", `/${uid}`)).body;
		expect(result).toMatchObject({ readyToStream: true, status: { state: "ready" }, input: { width: 180, height: 320 } });
		expect(result.duration).toBeCloseTo(1, 1);
		const master = await (await fetch(playback.hls)).text();
		const media = await (await fetch(new URL(master.trim().split("\n").at(-1) ?? "", playback.hls))).text();
		expect(media).toContain("#EXT-X-ENDLIST");
		const segment = await fetch(new URL(media.match(/^\d+\.ts$/m)?.[0] ?? "", playback.hls));
		expect((await segment.arrayBuffer()).byteLength).toBeGreaterThan(1000);
		expect((await call("DELETE", `/${uid}`)).status).toBe(200);
		expect((await call("GET", `/${uid}`)).status).toBe(404);
		expect((await fetch(playback.hls)).status).toBe(404);
	});

	it("tells a webhook, signed over time and body, and again until it is taken", async () => {
		notices.length = 0;
		receiverStatus = 500;
		const { secret } = (await call("GET", "/webhook")).body.result;
		const { uid } = (await call("POST", "/copy", { url: `${origin.url}/clip.mp4` })).body.result;
		await expect.poll(() => notices.length).toBeGreaterThanOrEqual(1);
		receiverStatus = 200;
		await expect.poll(() => notices.length).toBeGreaterThanOrEqual(2);
		const notice = notices.at(-1);
		const [, time, signature] = String(notice?.headers["webhook-signature"]).match(/^time=(\d+),sig1=([0-9a-f]{64})$/) ?? [];
		expect(signature).toBe(createHmac("sha256", secret).update(`${time}.${notice?.body}`).digest("hex"));
		expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(30);
		expect(JSON.parse(String(notice?.body))).toMatchObject({ uid, readyToStream: true });
	});

	it("ends in error for what is no video and for an address that fails", async () => {
		for (const [path, code] of [
			["/text", "ERR_NON_VIDEO"],
			["/missing", "ERR_FETCH_ORIGIN_ERROR"],
		]) {
			const { uid } = (await call("POST", "/copy", { url: origin.url + path })).body.result;
			await settled(uid);
			expect((await call("GET", `/${uid}`)).body.result.status).toMatchObject({ state: "error", errorReasonCode: code });
		}
	});

	it("refuses a wrong token, a missing address and an unknown video in Cloudflare's envelope", async () => {
		expect(await call("POST", "/copy", { url: origin.url }, "wrong")).toMatchObject({ status: 403, body: { success: false } });
		expect(await call("POST", "/copy", {})).toMatchObject({ status: 400, body: { success: false, result: null } });
		expect(await call("DELETE", "/nosuch")).toMatchObject({ status: 404 });
	});
});
