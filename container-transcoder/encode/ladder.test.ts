import { describe, expect, test } from "vitest";
import type { Probe } from "../../contracts/transcode.ts";
import { chooseLadder, seconds } from "./ladder.ts";

function probe(width: number, height: number, frameRate = 30, durationMs = 10_000): Probe {
	return { width, height, frameRate, durationMs, videoCodec: "h264", audioCodec: null, rotation: 0, hdr: false };
}
const sizes = (width: number, height: number) =>
	chooseLadder(probe(width, height)).rungs.map((rung) => `${rung.name} ${rung.width}x${rung.height}`);

describe("rungs", () => {
	test("a vertical 1080p clip gets all five by its short side", () => {
		expect(sizes(1080, 1920)).toEqual(["240p 240x426", "360p 360x640", "480p 480x854", "720p 720x1280", "1080p 1080x1920"]);
	});

	test("a horizontal 720p clip gets four, the short side being its height", () => {
		expect(sizes(1280, 720)).toEqual(["240p 426x240", "360p 640x360", "480p 854x480", "720p 1280x720"]);
	});

	test("4K is not exceeded nor kept: 1080p is the largest", () => {
		expect(sizes(3840, 2160).at(-1)).toBe("1080p 1920x1080");
	});

	test("a short side a little below a rung keeps its own size under the rung's name", () => {
		expect(sizes(1072, 1920).at(-1)).toBe("1080p 1072x1920");
		expect(sizes(1000, 1920).at(-1)).toBe("720p 720x1382");
	});

	test("a picture below the smallest rung is not enlarged", () => {
		expect(sizes(32, 18)).toEqual(["240p 32x18"]);
		expect(sizes(100, 101)).toEqual(["240p 100x102"]);
	});

	test("a panorama is bounded by its long side, and gets no two rungs of one size", () => {
		expect(sizes(8000, 1080)).toEqual(["240p 1778x240", "360p 2666x360", "480p 3556x480"]);
	});

	test("a square gets square renditions", () => {
		expect(sizes(720, 720)).toEqual(["240p 240x240", "360p 360x360", "480p 480x480", "720p 720x720"]);
	});

	test.each([
		[1079, 1919],
		[2, 1080],
		[853, 479],
		[641, 361],
	])("%i × %i gives even sizes, none above the source by more than rounding", (width, height) => {
		for (const rung of chooseLadder(probe(width, height)).rungs) {
			expect(rung.width % 2).toBe(0);
			expect(rung.height % 2).toBe(0);
			expect(rung.width).toBeLessThanOrEqual(width + 1);
			expect(rung.height).toBeLessThanOrEqual(height + 1);
		}
	});
});

describe("frame rate", () => {
	test.each([
		[24, 24, 1],
		[25, 25, 1],
		[29.97, 30_000, 1001],
		[30, 30, 1],
		[29.83, 30, 1],
		[50, 25, 1],
		[48, 24, 1],
		[59.94, 30_000, 1001],
		[60, 30, 1],
		[240, 30, 1],
		[15, 15, 1],
		[1, 10, 1],
		[23.976, 24_000, 1001],
		[119.88, 30_000, 1001],
		[45, 30, 1],
		[12.5, 25, 2],
		[7.5, 15, 1],
		[0.25, 10, 1],
		[22.4, 23, 1],
	])("%d frames a second become %i/%i", (measured, numerator, denominator) => {
		expect(chooseLadder(probe(640, 360, measured)).rate).toEqual({ numerator, denominator });
	});

	test("a segment is two seconds, or as near as whole frames allow", () => {
		const even = chooseLadder(probe(640, 360, 25));
		expect(seconds(even, even.segmentFrames)).toBe(2);
		const ntsc = chooseLadder(probe(640, 360, 29.97));
		expect(ntsc.segmentFrames).toBe(60);
		expect(seconds(ntsc, 60)).toBeCloseTo(2.002, 9);
	});

	test("the length in frames follows the duration", () => {
		expect(chooseLadder(probe(640, 360, 30, 12_345)).totalFrames).toBe(370);
	});
});

test("equal sources give equal ladders, so that a later attempt can resume", () => {
	expect(chooseLadder(probe(1080, 1920))).toEqual(chooseLadder(probe(1080, 1920)));
});
