import { describe, expect, it } from "vitest";
import { durationRefusal, refusal } from "./inspectFile.ts";

const MP4 = new Uint8Array([0, 0, 0, 32, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d]);
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]);

describe("refusal", () => {
	it("lets an ordinary video pass", () => {
		expect(refusal({ name: "Clip.MP4", size: 4_000_000 }, MP4)).toBeNull();
	});
	it("says what a picture named .mp4 looks like", () => {
		expect(refusal({ name: "clip.mp4", size: 4000 }, PNG)).toBe(
			"This file isn't a video we can read (it looks like a picture (PNG)). Choose a video.",
		);
	});
	it("says what a text file named .mp4 looks like, and what nothing is known of", () => {
		expect(refusal({ name: "clip.mp4", size: 15 }, new TextEncoder().encode("Dear diary, für"))).toBe(
			"This file isn't a video we can read (it looks like a text file). Choose a video.",
		);
		expect(refusal({ name: "clip.mp4", size: 4 }, new Uint8Array([1, 2, 3, 4]))).toMatch(/looks like something other than a video/);
	});
	it("refuses an empty file", () => {
		expect(refusal({ name: "clip.mp4", size: 0 }, new Uint8Array())).toMatch(/empty/);
	});
	it("names the type it can't read, and those it can", () => {
		expect(refusal({ name: "notes.txt", size: 10 }, MP4)).toMatch(/\.txt files.*MP4/);
	});
	it("says how large a file is and how large it may be", () => {
		expect(refusal({ name: "a.mov", size: 600 * 1024 * 1024 }, MP4)).toMatch(/600 MB; up to 500 MB/);
	});
});

describe("durationRefusal", () => {
	it("lets what fits pass", () => {
		expect(durationRefusal(15_000)).toBeNull();
		expect(durationRefusal(600_000)).toBeNull();
	});
	it("refuses what is too short or too long", () => {
		expect(durationRefusal(400)).toMatch(/shorter/);
		expect(durationRefusal(601_000)).toMatch(/10:01; up to 10:00/);
	});
});
