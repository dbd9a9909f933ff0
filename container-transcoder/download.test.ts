import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseConfig } from "./config.ts";
import { probeSource } from "./media/source.ts";
import { type Service, startService } from "./service/service.ts";
import { startBucket, type TestBucket } from "./testing/bucket.ts";
import { type ClipMaker, MP4, openClipMaker } from "./testing/clips.ts";
import { jobFor, runJob, testConfig, testEnvironment } from "./testing/service.ts";

const run = promisify(execFile);
const SIZE = { width: 240, height: 426 };
let clips: ClipMaker;
let bucket: TestBucket;
let clip: string;

beforeAll(async () => {
	clips = await openClipMaker();
	bucket = await startBucket();
	const grey = ["-f", "lavfi", "-i", `color=gray:s=${SIZE.width}x${SIZE.height}:d=4:r=10`];
	clip = await clips.make("grey.mp4", [...grey, "-f", "lavfi", "-i", "sine=frequency=440:duration=4", "-shortest", ...MP4]);
});
afterAll(async () => {
	await bucket.close();
	await clips.remove();
});

/** Both that are used: the one of the image, and the one that npm brings. */
const OTHER = "/usr/bin/ffmpeg";
const VERSIONS: { which: string; ffmpeg?: string }[] = [
	{ which: "as configured" },
	...(existsSync(OTHER) ? [{ which: "Debian's", ffmpeg: OTHER }] : []),
];
describe.each(VERSIONS)("FFmpeg, $which", ({ ffmpeg }) => {
	let service: Service;
	let copied = 0;
	beforeAll(async () => {
		service = await startService(testConfig(bucket, join(clips.dir, "work"), ffmpeg === undefined ? {} : { FFMPEG_PATH: ffmpeg }), {
			log: () => undefined,
			embedder: null,
		});
	});
	afterAll(() => service.close());

	/** A copy for this user name, as a file. */
	async function copyFor(username: string, file = clip): Promise<string> {
		const videoId = String(700 + copied++);
		const name = "download-1.mp4";
		const job = await jobFor(bucket, file, { videoId, only: "download", download: { username, name } });
		bucket.requests.length = 0;
		const last = (await runJob(service.url, job)).at(-1);
		const object = bucket.objects.get(`media/${job.outputPrefix}${name}`);
		expect(last).toEqual({ type: "copied", bytes: object?.body.length });
		expect(bucket.requests.filter((request) => request.startsWith("PUT"))).toHaveLength(1);
		expect(object?.contentType).toBe("video/mp4");
		const path = join(clips.dir, `copy-${ffmpeg === undefined ? "own" : "other"}-${videoId}.mp4`);
		await writeFile(path, object?.body ?? "");
		return path;
	}

	/** Brightness of the picture at a time, a byte a pixel. */
	async function pictureOf(path: string, seconds: number): Promise<Buffer> {
		const { ffmpeg: command } = parseConfig(testEnvironment(bucket, clips.dir));
		const args = ["-v", "error", "-ss", String(seconds), "-i", path, "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray", "-"];
		const { stdout } = await run(command, args, { encoding: "buffer", maxBuffer: SIZE.width * SIZE.height });
		return stdout;
	}

	/** Pixels that differ from the plain grey of the video, in the upper and in the lower half. */
	const marked = (picture: Buffer) => {
		const plain = picture[(SIZE.height / 2) * SIZE.width] ?? 0;
		const half = picture.length / 2;
		const differing = (part: Buffer) => part.filter((pixel) => Math.abs(pixel - plain) > 40).length;
		return { upper: differing(picture.subarray(0, half)), lower: differing(picture.subarray(half)) };
	};

	test("a copy bears sign and name, first in one corner, then in the opposite one, and has the sound", async () => {
		const path = await copyFor("mia.paints");
		const [early, late] = [marked(await pictureOf(path, 1)), marked(await pictureOf(path, 3.5))];
		expect(early.upper).toBeGreaterThan(150);
		expect(early.lower).toBe(0);
		expect(late.lower).toBeGreaterThan(150);
		expect(late.upper).toBe(0);
		const { ffprobe } = parseConfig(testEnvironment(bucket, clips.dir));
		const { probe } = await probeSource(path, {
			ffprobe,
			workDir: clips.dir,
			memoryBytes: 4 * 1024 ** 3,
			signal: new AbortController().signal,
		});
		expect(probe).toMatchObject({ ...SIZE, videoCodec: "h264", audioCodec: "aac" });
		expect(Math.abs(probe.durationMs - 4_000)).toBeLessThan(150);
	});

	test("the name is in the picture: a longer one covers more of it, and the longest stays inside", async () => {
		const pictures = [];
		for (const name of ["lia", "lia.lia.lia", "w".repeat(24)]) pictures.push(await pictureOf(await copyFor(name), 1));
		const [short, long, picture] = pictures as [Buffer, Buffer, Buffer];
		expect(marked(long).upper).toBeGreaterThan(marked(short).upper * 1.5);
		const plain = picture[(SIZE.height / 2) * SIZE.width] ?? 0;
		for (let row = 0; row < SIZE.height; row++)
			for (const column of [0, 1, SIZE.width - 1]) expect(Math.abs((picture[row * SIZE.width + column] ?? 0) - plain)).toBeLessThan(12);
	});

	test("a video without sound has none", async () => {
		const silent = await clips.make(`silent-${ffmpeg === undefined}.mp4`, ["-f", "lavfi", "-i", "color=gray:s=240x426:d=1:r=10", ...MP4]);
		const path = await copyFor("mia", silent);
		const { ffprobe } = parseConfig(testEnvironment(bucket, clips.dir));
		const { stdout } = await run(ffprobe, ["-v", "error", "-show_entries", "stream=codec_type", "-of", "csv=p=0", path]);
		expect(stdout.trim()).toBe("video");
	});
});
