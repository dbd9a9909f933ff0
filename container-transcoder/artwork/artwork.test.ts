import sharp from "sharp";
import { expect, test } from "vitest";
import type { Tile, TileSink } from "../encode/tiles.ts";
import { blurhashOf } from "./cover.ts";
import { chooseCover, coverScore } from "./score.ts";
import { makeStoryboard } from "./storyboard.ts";

const WIDTH = 48;
const HEIGHT = 64;

/** A picture whose brightness is a function of the place. */
function tile(seconds: number, luma: (x: number, y: number) => number): Tile {
	const rgb = Buffer.alloc(WIDTH * HEIGHT * 3);
	for (let n = 0; n < WIDTH * HEIGHT; n++) rgb.fill(luma(n % WIDTH, Math.floor(n / WIDTH)), n * 3, n * 3 + 3);
	return { seconds, rgb };
}
const black = tile(0, () => 2);
const white = tile(1, () => 253);
const flat = tile(2, () => 120);
const soft = tile(3, (x) => 60 + x * 2);
const sharpOne = tile(4, (x, y) => (((x >> 2) + (y >> 2)) % 2 === 0 ? 60 : 190));

test("the cover is neither black, white, flat nor blurred when a sharp picture is there", () => {
	expect(chooseCover([black, white, flat, soft, sharpOne], WIDTH, HEIGHT)).toBe(sharpOne);
	expect(chooseCover([black, soft], WIDTH, HEIGHT)).toBe(soft);
	expect(coverScore(black.rgb, WIDTH, HEIGHT)).toBeLessThan(coverScore(soft.rgb, WIDTH, HEIGHT));
});

test("among equals the earliest is taken; of none, none", () => {
	const later = { ...sharpOne, seconds: 9 };
	expect(chooseCover([sharpOne, later], WIDTH, HEIGHT)).toBe(sharpOne);
	expect(chooseCover([], WIDTH, HEIGHT)).toBeNull();
	expect(chooseCover([black], WIDTH, HEIGHT)).toBe(black);
});

test("the storyboard's sheet holds every tile where its WebVTT says", async () => {
	const tiles = Array.from({ length: 10 }, (_, n) => tile(n * 0.5, () => n * 20));
	const sink: TileSink = { width: WIDTH, height: HEIGHT, every: 15, interval: 0.5, first: 5, tiles };
	const { sheet, vtt } = await makeStoryboard(sink, 5);
	const { data, info } = await sharp(sheet).raw().toBuffer({ resolveWithObject: true });
	expect(info).toMatchObject({ width: 8 * WIDTH, height: 2 * HEIGHT });
	const cues = [...vtt.matchAll(/^(\S+) --> (\S+)\nstoryboard\.jpg#xywh=(\d+),(\d+),(\d+),(\d+)$/gm)];
	expect(cues).toHaveLength(10);
	expect(cues[9]?.slice(1, 3)).toEqual(["00:00:04.500", "00:00:05.000"]);
	for (const [n, cue] of cues.entries()) {
		const middle = ((Number(cue[4]) + HEIGHT / 2) * info.width + Number(cue[3]) + WIDTH / 2) * info.channels;
		expect(Math.abs((data[middle] ?? 0) - n * 20)).toBeLessThan(6);
	}
});

test("a blur-hash has as many parts as the shape wants", async () => {
	const tall = await blurhashOf(sharpOne, { width: WIDTH, height: HEIGHT });
	// The first character tells the parts: 3 across, 4 down.
	expect(tall[0]).toBe("T");
	expect(await blurhashOf(sharpOne, { width: HEIGHT, height: WIDTH })).toMatch(/^L/);
});
