import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { COLOUR_DIMENSIONS, colourFeatures, oklab } from "./colour.ts";

const plain = async (background: string) =>
	new Uint8Array(
		await sharp({ create: { width: 40, height: 60, channels: 3, background } })
			.png()
			.toBuffer(),
	);
const likeness = (a: Float32Array | null, b: Float32Array | null) =>
	(a ?? new Float32Array()).reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0);

describe("colour features", () => {
	it("are of unit length and the same for the same picture", async () => {
		const [once, again] = [await colourFeatures([await plain("#2266cc")]), await colourFeatures([await plain("#2266cc")])];
		expect(once).toHaveLength(COLOUR_DIMENSIONS);
		expect(once).toEqual(again);
		expect(likeness(once, once)).toBeCloseTo(1, 5);
	});

	it("have nothing in common for red and blue, and half for half of each", async () => {
		const [red, blue] = [await plain("#e01010"), await plain("#1010e0")];
		expect(likeness(await colourFeatures([red]), await colourFeatures([blue]))).toBe(0);
		expect(likeness(await colourFeatures([red, blue]), await colourFeatures([red]))).toBeCloseTo(Math.SQRT1_2, 4);
	});

	it("read pictures in grey and with transparency", async () => {
		const grey = new Uint8Array(
			await sharp(await plain("#808080"))
				.toColourspace("b-w")
				.png()
				.toBuffer(),
		);
		expect(likeness(await colourFeatures([grey]), await colourFeatures([await plain("#808080")]))).toBeCloseTo(1, 5);
		expect(await colourFeatures([new Uint8Array(await sharp(grey).ensureAlpha(0.5).png().toBuffer())])).toHaveLength(COLOUR_DIMENSIONS);
	});

	it("are none without frames, and an error for a broken one", async () => {
		expect(await colourFeatures([])).toBeNull();
		await expect(colourFeatures([new Uint8Array([1, 2, 3])])).rejects.toThrow();
	});
});

describe("OKLab", () => {
	it("puts white at lightness one and grey on the axis", () => {
		expect(oklab(255, 255, 255)[0]).toBeCloseTo(1, 3);
		expect(Math.abs(oklab(128, 128, 128)[1])).toBeLessThan(1e-4);
	});

	it("gives pure red its published place", () => {
		const [lightness, a, b] = oklab(255, 0, 0);
		expect([lightness, a, b].map((value) => Number(value.toFixed(3)))).toEqual([0.628, 0.225, 0.126]);
	});
});
