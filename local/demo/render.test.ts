import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seeded } from "../../contracts/seeded.ts";
import { Canvas } from "./picture/canvas.ts";
import { FRAME, PICTURES, renderClip } from "./render.ts";
import { SCENES, type SceneName } from "./scenes/index.ts";
import { Mix } from "./sound/mix.ts";
import { TRACKS } from "./sound/tracks.ts";

const run = promisify(execFile);
const names = Object.keys(SCENES) as SceneName[];
const setting = (variant: number, seed: number) => ({ width: 90, height: 160, seconds: 1, variant, seed, random: seeded(seed) });

function drawn(scene: SceneName, variant: number, moment: number): Uint8Array {
	const canvas = new Canvas(90, 160);
	SCENES[scene](setting(variant, 5))(canvas, moment);
	const bytes = new Uint8Array(90 * 160 * 3);
	canvas.toBytes(bytes);
	return bytes;
}
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe.each(names)("scene %s", (scene) => {
	it("draws the same frame from the same seed, another at another moment and in another variant", () => {
		const frame = hash(drawn(scene, 0, 0.5));
		expect(hash(drawn(scene, 0, 0.5))).toBe(frame);
		expect(hash(drawn(scene, 0, 0.9))).not.toBe(frame);
		expect(hash(drawn(scene, 1, 0.5))).not.toBe(frame);
	});

	it.each([0, 1, 2, 3])("fills the picture in variant %i: neither black nor blown out", (variant) => {
		const bytes = drawn(scene, variant, 0.7);
		const mean = bytes.reduce((sum, byte) => sum + byte, 0) / bytes.length;
		expect(mean).toBeGreaterThan(10);
		expect(mean).toBeLessThan(225);
		expect(new Set(bytes).size).toBeGreaterThan(60);
	});

	it.each([0, 1, 2, 3])("has a light of its own at every pixel of variant %i, all through", (variant) => {
		const canvas = new Canvas(90, 160);
		const draw = SCENES[scene](setting(variant, 5));
		for (const moment of [0, 0.4, 0.8]) {
			draw(canvas, moment);
			expect(canvas.light.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
		}
	});

	it("sounds, without clipping and the same each time", () => {
		const sound = () => {
			const mix = new Mix(1);
			TRACKS[scene](mix, setting(0, 5));
			return mix.toPcm16();
		};
		const pcm = sound();
		expect(Math.max(...pcm.map(Math.abs))).toBeGreaterThan(20_000);
		expect(Math.max(...pcm.map(Math.abs))).toBeLessThan(32_767);
		expect(hash(new Uint8Array(pcm.buffer))).toBe(hash(new Uint8Array(sound().buffer)));
	});
});

describe("rendered clip", () => {
	let folder = "";
	beforeAll(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "render-test-"));
	});
	afterAll(() => rm(folder, { recursive: true }));
	const shot = { scene: "kaleidoscope", variant: 0, seed: 1, seconds: 1, picture: "full" } as const;

	it.each(["small", "full"] as const)("is a vertical H.264 video with sound, of the asked length and size: %s", async (picture) => {
		const file = path.join(folder, `${picture}.mp4`);
		await renderClip({ ...shot, picture }, file, { ffmpegPath: "ffmpeg" });
		const { width, height } = PICTURES[picture];
		const { stderr } = await run("ffmpeg", ["-hide_banner", "-i", file, "-f", "null", "-"]);
		expect(stderr).toMatch(new RegExp(`h264.*${width}x${height}.*${FRAME.rate} fps`));
		expect(stderr).toMatch(/Audio: aac.*48000 Hz, stereo/);
		expect(stderr).toMatch(/Duration: 00:00:01\.0/);
	});

	it("leaves nothing behind when FFmpeg fails, and says so", async () => {
		const before = await readdir(folder);
		await expect(renderClip(shot, path.join(folder, "bad.mp4"), { ffmpegPath: "/bin/false" })).rejects.toThrow(/FFmpeg/);
		await expect(renderClip(shot, path.join(folder, "bad.mp4"), { ffmpegPath: "/no/such/program" })).rejects.toThrow(/no such|ENOENT/i);
		expect(await readdir(folder)).toEqual(before);
	});

	it("stops when told to", async () => {
		const stopping = new AbortController();
		const rendering = renderClip({ ...shot, seconds: 30 }, path.join(folder, "long.mp4"), {
			ffmpegPath: "ffmpeg",
			signal: stopping.signal,
		});
		setTimeout(() => stopping.abort(new Error("enough")), 300);
		await expect(rendering).rejects.toThrow("enough");
	});
});
