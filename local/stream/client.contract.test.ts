import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { copyToStream, deleteStreamVideo, StreamError, streamVideo } from "../../workers/videos/pipeline/stream/client.ts";
import { genuineWebhook } from "../../workers/videos/pipeline/stream/signature.ts";
import { type Request, type StandIn, serve } from "../serve.ts";
import { startStream } from "./server.ts";

/** The Worker's own client against the stand-in: the two must speak of the same calls. */
let folder: string;
let origin: StandIn;
let receiver: StandIn;
let stream: StandIn;
const notices: Request[] = [];
const config = () => ({ STREAM_API: stream.url, STREAM_ACCOUNT: "contract", STREAM_TOKEN: "t0ken" });

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "stream-client-"));
	const clip = join(folder, "clip.mp4");
	execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc2=s=180x320:d=2:r=15", "-pix_fmt", "yuv420p", clip]);
	origin = await serve(async () => ({ status: 200, body: await readFile(clip) }));
	receiver = await serve(async (request) => {
		notices.push(request);
		return { status: 200 };
	});
	const tools = { ffmpegPath: "ffmpeg", ffprobePath: "ffprobe" };
	stream = await startStream({ account: "contract", token: "t0ken", webhookSecret: "s3cret", webhookDelays: [20], ...tools });
	await fetch(`${stream.url}/accounts/contract/stream/webhook`, {
		method: "PUT",
		headers: { authorization: "Bearer t0ken" },
		body: JSON.stringify({ notificationUrl: `${receiver.url}/hook` }),
	});
});
afterAll(async () => {
	await Promise.all([stream.close(), origin.close(), receiver.close()]);
	await rm(folder, { recursive: true });
});

it("copies, follows to ready, takes the signed notice for genuine, deletes", async () => {
	const { uid, readyToStream } = await copyToStream(config(), `${origin.url}/clip.mp4`, { videoId: "7", generation: "1" });
	expect(readyToStream).toBe(false);
	await expect.poll(async () => (await streamVideo(config(), uid))?.status.state).toBe("ready");
	expect(await streamVideo(config(), uid)).toMatchObject({ meta: { videoId: "7" }, input: { width: 180, height: 320 } });
	await expect.poll(() => notices.length).toBe(1);
	const body = String(notices[0]?.body);
	const header = String(notices[0]?.headers["webhook-signature"]);
	expect(await genuineWebhook("s3cret", header, body, Date.now())).toBe(true);
	expect(await genuineWebhook("s3cret", header, `${body} `, Date.now())).toBe(false);
	await deleteStreamVideo(config(), uid);
	await deleteStreamVideo(config(), uid);
	expect(await streamVideo(config(), uid)).toBeNull();
});

it("a refused call is an error that names the status", async () => {
	await expect(copyToStream({ ...config(), STREAM_TOKEN: "wrong" }, "http://x.test/a", {})).rejects.toThrow(StreamError);
});
