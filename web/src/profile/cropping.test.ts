import { describe, expect, it } from "vitest";
import { areaOf, begin, type Crop, keyed, moved, ZOOM_MAX, zoomed } from "./cropping.ts";

const WIDE = begin(400, 200, 100);

describe("cutting a square out of a picture", () => {
	it("begins in its middle, with as much as there is", () => {
		expect(areaOf(WIDE)).toEqual({ x: 100, y: 0, side: 200 });
		expect(areaOf(begin(200, 400, 100))).toEqual({ x: 0, y: 100, side: 200 });
	});

	it("follows the finger, and never past an edge", () => {
		// The picture is drawn at half its size: ten pixels of the window are twenty of it.
		expect(areaOf(moved(WIDE, 10, 0))).toEqual({ x: 80, y: 0, side: 200 });
		expect(areaOf(moved(WIDE, 1_000, 1_000))).toEqual({ x: 0, y: 0, side: 200 });
		expect(areaOf(moved(WIDE, -1_000, -1_000))).toEqual({ x: 200, y: 0, side: 200 });
	});

	it("zooms in on what is under the finger, out to the whole, and not further", () => {
		const near = zoomed(WIDE, 2);
		expect(areaOf(near)).toEqual({ x: 150, y: 50, side: 100 });
		const corner = zoomed(WIDE, 2, { x: 50, y: 50 });
		expect(areaOf(corner)).toEqual({ x: 200, y: 100, side: 100 });
		expect(areaOf(zoomed(near, 0.1))).toEqual(areaOf(WIDE));
		expect(zoomed(near, 99).zoom).toBe(ZOOM_MAX);
	});

	it("zoomed out again, what stood past an edge comes back within", () => {
		const aside = moved(zoomed(WIDE, 4), 9_999, 9_999);
		expect(areaOf(aside)).toMatchObject({ x: 0, y: 0 });
		const { y, side } = areaOf(zoomed(aside, 1));
		expect([y, side]).toEqual([0, 200]);
	});

	it.each([
		["ArrowLeft", { x: 90, y: 0, side: 200 }],
		["ArrowRight", { x: 110, y: 0, side: 200 }],
		["ArrowUp", { x: 100, y: 0, side: 200 }],
	])("a key moves the window over the picture: %s", (key, area) => {
		expect(areaOf(keyed(WIDE, key) as Crop)).toEqual(area);
	});

	it("keys zoom, begin anew, and leave the others alone", () => {
		const near = keyed(WIDE, "+") as Crop;
		expect(near.zoom).toBeGreaterThan(1);
		expect((keyed(near, "-") as Crop).zoom).toBeCloseTo(1);
		expect(keyed(moved(near, 5, 5), "0")).toEqual(WIDE);
		expect(keyed(WIDE, "Tab")).toBeNull();
	});

	it("stays within the picture whatever is done to it", () => {
		let crop = begin(317, 911, 280);
		for (let turn = 0; turn < 500; turn++) {
			const at = { x: ((turn * 37) % 280) - 140, y: ((turn * 91) % 280) - 140 };
			crop = turn % 3 === 0 ? zoomed(crop, 0.5 + ((turn * 7) % 60) / 10, at) : moved(crop, at.x, at.y);
			const { x, y, side } = areaOf(crop);
			for (const edge of [x, y]) expect(edge).toBeGreaterThanOrEqual(-1e-6);
			expect(x + side).toBeLessThanOrEqual(317 + 1e-6);
			expect(y + side).toBeLessThanOrEqual(911 + 1e-6);
		}
	});
});
