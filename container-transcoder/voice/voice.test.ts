import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VOICE_MAX_BYTES, VOICE_MAX_MS, VOICE_PEAKS } from "../../contracts/limits.ts";
import { MadeVoiceHeaders } from "../../contracts/voice.ts";
import { parseConfig } from "../config.ts";
import { type Service, startService } from "../service/service.ts";
import { startBucket, type TestBucket } from "../testing/bucket.ts";
import { askService, testConfig, testEnvironment } from "../testing/service.ts";
import { peaksOf } from "./peaks.ts";

let root: string;
let bucket: TestBucket;
let service: Service;
let ffmpeg: string;
let ffprobe: string;

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), "reelay-voices-"));
	bucket = await startBucket();
	({ ffmpeg, ffprobe } = parseConfig(testEnvironment(bucket, root)));
	service = await startService(testConfig(bucket, root), { log: () => undefined, embedder: null });
});
afterAll(async () => {
	await service.close();
	await bucket.close();
	await rm(root, { recursive: true, force: true });
});

const run = promisify(execFile);

/** A recording: silence, then a tone. */
async function recorded(name: string, seconds: number, args: readonly string[] = []): Promise<Buffer> {
	const path = join(root, name);
	const sound = `aevalsrc='if(lt(t,${seconds / 2}),0,0.5*sin(880*PI*t))':s=48000:d=${seconds}`;
	await run(ffmpeg, ["-v", "error", "-f", "lavfi", "-i", sound, ...args, "-y", path]);
	return readFile(path);
}

const send = (body: Uint8Array) => askService(`${service.url}/voices`, "POST", body);

describe("a voice note encoded anew", () => {
	test.each([
		["chrome.webm", ["-c:a", "libopus"]],
		["firefox.ogg", ["-c:a", "libopus"]],
		["safari.mp4", ["-c:a", "aac", "-metadata", "title=at home", "-metadata", "location=+48.1+11.5/"]],
	] as const)("is AAC in M4A, whatever recorded it: %s", async (name, args) => {
		const answer = await send(await recorded(name, 4, args));
		expect(answer.status, await answer.clone().text()).toBe(200);
		expect(answer.headers.get("content-type")).toBe("audio/mp4");
		const said = MadeVoiceHeaders.parse(Object.fromEntries(answer.headers));
		expect(said["x-voice-duration-ms"] / 1_000).toBeCloseTo(4, 0);
		const peaks = said["x-voice-peaks"];
		expect(Math.max(...peaks.slice(0, VOICE_PEAKS / 2 - 1))).toBeLessThan(5);
		expect(Math.min(...peaks.slice(VOICE_PEAKS / 2 + 1, -1))).toBeGreaterThan(90);
		const path = join(root, "made.m4a");
		await writeFile(path, Buffer.from(await answer.arrayBuffer()));
		const { stdout } = await run(ffprobe, ["-v", "error", "-show_streams", "-show_format", "-of", "json", path]);
		const { streams, format } = JSON.parse(stdout) as {
			streams: { codec_name: string; channels: number }[];
			format: { duration: string; tags: Record<string, string> };
		};
		expect(streams).toMatchObject([{ codec_name: "aac", channels: 1 }]);
		expect(Number(format.duration)).toBeCloseTo(4, 0);
		expect(Object.keys(format.tags)).not.toContain("title");
		expect(JSON.stringify(format.tags)).not.toContain("48.1");
	});

	test("of a few moments over a minute is cut, and one that is longer is refused", async () => {
		const answer = await send(await recorded("minute.webm", VOICE_MAX_MS / 1_000 + 1, ["-c:a", "libopus"]));
		expect(MadeVoiceHeaders.parse(Object.fromEntries(answer.headers))["x-voice-duration-ms"]).toBe(VOICE_MAX_MS);
		const long = await send(await recorded("long.webm", VOICE_MAX_MS / 1_000 + 5, ["-c:a", "libopus"]));
		expect([long.status, await long.json()]).toMatchObject([422, { code: "too_long" }]);
	});

	test("is refused in words when there is nothing to be heard in it", async () => {
		const video = join(root, "silent.mp4");
		await run(ffmpeg, ["-v", "error", "-f", "lavfi", "-i", "color=red:s=64x64:d=1", "-pix_fmt", "yuv420p", "-y", video]);
		const refusals = [Buffer.from("a letter"), Buffer.alloc(0), Buffer.alloc(5_000, 7), await readFile(video)];
		for (const body of refusals) {
			const answer = await send(body);
			expect([answer.status, await answer.json()]).toMatchObject([422, { code: "not_sound" }]);
		}
		const short = await send(await recorded("short.webm", 0.1, ["-c:a", "libopus"]));
		expect([short.status, await short.json()]).toMatchObject([422, { code: "too_short" }]);
		const large = await send(Buffer.alloc(VOICE_MAX_BYTES + 1));
		expect([large.status, await large.json()]).toMatchObject([422, { code: "too_large" }]);
	});

	test("opens nothing else that a crafted file names", async () => {
		const playlist = `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n${join(root, "chrome.webm")}\n#EXT-X-ENDLIST\n`;
		const answer = await send(Buffer.from(playlist));
		expect([answer.status, await answer.json()]).toMatchObject([422, { code: "not_sound" }]);
	});
});

test("peaks are as many as there are bars, also of hardly any samples, and quiet stays quiet", () => {
	expect(peaksOf(Buffer.alloc(6))).toEqual(Array.from({ length: VOICE_PEAKS }, () => 0));
	const quiet = Buffer.alloc(16_000);
	for (let at = 0; at < 8_000; at++) quiet.writeInt16LE(at % 2 === 0 ? 30 : -30, at * 2);
	expect(Math.max(...peaksOf(quiet))).toBeLessThan(10);
});
