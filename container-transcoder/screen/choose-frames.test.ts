import { describe, expect, it } from "vitest";
import { changesOf, chooseFrames, FRAMES_LEAST } from "./choose-frames.ts";

const [WIDTH, HEIGHT] = [32, 48];
const grey = (value: number) => new Uint8Array(WIDTH * HEIGHT * 3).fill(value);
const even = (count: number) => new Array<number>(count).fill(1);

describe("how much a picture differs from the one before", () => {
	it("is the mean difference of brightness; the first differs by nothing", () => {
		const changes = changesOf([grey(10), grey(10), grey(110), grey(60)], WIDTH, HEIGHT);
		expect(changes.map(Math.round)).toEqual([0, 0, 100, 50]);
	});
});

describe("frames that a video is judged by", () => {
	it("are at least ten, spread over all of it, where nothing changes", () => {
		const chosen = chooseFrames(even(48), []);
		expect(chosen.length).toBe(FRAMES_LEAST);
		const gaps = chosen.map((at, n) => at - (chosen[n - 1] ?? 0));
		expect(Math.max(...gaps, 47 - (chosen.at(-1) ?? 0))).toBeLessThanOrEqual(8);
	});

	it("begin with every scene, however short", () => {
		const changes = even(48);
		for (const at of [3, 17, 18, 31]) changes[at] = 60;
		expect(chooseFrames(changes, [])).toEqual(expect.arrayContaining([3, 17, 18, 31]));
	});

	it("are not scenes alone where everything changes all the time: the greatest changes, and what is looked at anyway", () => {
		const changes = Array.from({ length: 48 }, (_, at) => 20 + at);
		const chosen = chooseFrames(changes, [4, 12, 20, 28, 36, 44]);
		expect(chosen).toEqual(expect.arrayContaining([4, 12, 20, 28, 36, 44, 47, 46, 45]));
		expect(chosen.length).toBeLessThanOrEqual(16);
	});

	it("are all there are of a very short one, each once", () => {
		expect(chooseFrames(even(4), [1, 2])).toEqual([0, 1, 2, 3]);
		expect(chooseFrames(even(1), [])).toEqual([0]);
		expect(chooseFrames([], [])).toEqual([]);
	});
});
