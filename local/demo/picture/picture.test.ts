import { describe, expect, it } from "vitest";
import { Canvas } from "./canvas.ts";
import { gradient, hex, smoothstep } from "./colour.ts";
import { Noise } from "./noise.ts";
import { sine } from "./wave.ts";

const bytesOf = (canvas: Canvas) => {
	const bytes = new Uint8Array(canvas.width * canvas.height * 3);
	canvas.toBytes(bytes);
	return bytes;
};

describe("canvas", () => {
	it("shows a colour of sRGB as it was named, to a rounding", () => {
		const bytes = bytesOf(new Canvas(2, 2).paint(() => hex("#3060a0")));
		[0x30, 0x60, 0xa0].forEach((channel, i) => {
			expect(Math.abs((bytes[i] ?? 0) - channel)).toBeLessThanOrEqual(1);
		});
	});

	it("rolls bright light off instead of wrapping around", () => {
		expect(Math.min(...bytesOf(new Canvas(2, 2).paint(() => [50, 50, 50])))).toBeGreaterThanOrEqual(253);
		expect(Math.max(...bytesOf(new Canvas(2, 2).paint(() => [-1, -1, -1])))).toBeLessThanOrEqual(1);
	});

	it("keeps glows, discs and beams inside its edges", () => {
		const canvas = new Canvas(8, 8);
		for (const [x, y] of [
			[-5, 4],
			[12, 4],
			[4, -6],
			[4, 13],
			[-100, -100],
		] as const) {
			canvas.glow(x, y, 3, [1, 1, 1]);
			canvas.disc(x, y, 3, [1, 1, 1]);
			canvas.beam(x, y, x + 1, y, 1, [1, 1, 1]);
		}
		expect(canvas.light.every((value) => value === 0)).toBe(true);
	});

	it("glows brightest at the middle and not beyond the radius", () => {
		const canvas = new Canvas(21, 21);
		canvas.glow(10, 10, 5, [1, 0, 0], 2);
		const red = (x: number, y: number) => canvas.light[(y * 21 + x) * 3] ?? 0;
		expect(red(10, 10)).toBeCloseTo(2);
		expect(red(12, 10)).toBeLessThan(red(11, 10));
		expect(red(15, 10)).toBe(0);
	});

	it("covers by as much as it is told", () => {
		const canvas = new Canvas(1, 1).paint(() => [1, 1, 1]);
		canvas.over(0, 0, [0, 0, 0], 0.25);
		expect(canvas.light[0]).toBeCloseTo(0.75);
	});
});

describe("colour, noise and waves", () => {
	it("blends a gradient between its stops and holds its ends", () => {
		const stops = [
			[0, 0, 0],
			[1, 1, 1],
			[1, 0, 0],
		] as const;
		expect(gradient(stops, 0.25)[0]).toBeCloseTo(0.5);
		expect(gradient(stops, -1)).toEqual([0, 0, 0]);
		expect(gradient(stops, 2)).toEqual([1, 0, 0]);
	});

	it("steps smoothly", () => {
		expect([smoothstep(0, 2, -1), smoothstep(0, 2, 1), smoothstep(0, 2, 3)]).toEqual([0, 0.5, 1]);
	});

	it("is smooth, within 0..1, and repeats after 256", () => {
		const noise = new Noise(4);
		for (let x = -20; x < 20; x += 0.37) {
			const here = noise.at(x, x * 0.7);
			expect(here).toBeGreaterThanOrEqual(0);
			expect(here).toBeLessThanOrEqual(1);
			expect(Math.abs(noise.at(x + 0.01, x * 0.7) - here)).toBeLessThan(0.03);
			expect(noise.at(x + 256, x * 0.7)).toBeCloseTo(here, 6);
		}
	});

	it("knows the sine to a thousandth, of negative angles too", () => {
		for (let angle = -50; angle < 50; angle += 0.31) expect(Math.abs(sine(angle) - Math.sin(angle))).toBeLessThan(0.001);
	});
});
