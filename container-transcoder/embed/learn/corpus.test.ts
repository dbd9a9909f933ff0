import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { photoCrops, soundSnippets, videoFrames } from "./media.ts";
import { madeUpTitles } from "./titles.ts";

const run = promisify(execFile);
let folder = "";
const at = (...names: string[]) => path.join(folder, ...names);

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "corpus-test-"));
	for (const name of ["photos", "videos", "sounds"]) await mkdir(at(name));
	const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "teal" } });
	await plain(900, 600).jpeg().toFile(at("photos", "large.jpg"));
	await plain(40, 40).png().toFile(at("photos", "icon.png"));
	const lavfi = (...args: string[]) => run("ffmpeg", ["-v", "error", ...args]);
	await lavfi("-f", "lavfi", "-i", "testsrc2=s=64x64:d=3", "-c:v", "mpeg4", at("videos", "silent.mp4"));
	await lavfi("-f", "lavfi", "-i", "sine=d=25", at("sounds", "tone.wav"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("learning corpus", () => {
	it("cuts several crops from a large photograph and none from an icon", async () => {
		const crops = await photoCrops(at("photos"), 4);
		expect(crops).toHaveLength(4);
		for (const crop of crops) expect((await sharp(crop).metadata()).format).toBe("jpeg");
	});

	it("spreads frames over a video", async () => {
		expect(await videoFrames(at("videos"), 2)).toHaveLength(2);
	});

	it("cuts recordings into ten-second snippets", async () => {
		const snippets = await soundSnippets(at("sounds"), 5);
		expect(snippets.map((snippet) => snippet.length)).toEqual([160_000, 160_000]);
	});

	it("passes over a video without sound", async () => {
		expect(await soundSnippets(at("videos"), 5)).toEqual([]);
	});

	it("makes up over a thousand different titles, always the same", () => {
		const titles = madeUpTitles();
		expect(new Set(titles).size).toBeGreaterThan(1000);
		expect(madeUpTitles()).toEqual(titles);
		expect(titles.every((title) => title.trim() !== "" && !title.includes("{}") && !title.includes("undefined"))).toBe(true);
	});
});
