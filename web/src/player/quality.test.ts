import { describe, expect, it } from "vitest";
import type { Rendition } from "../api/videos.ts";
import { isHopeless, lighterThan, nextRendition, paceOf, startRendition } from "./quality.ts";

const rendition = (name: Rendition["name"], width: number, bandwidth: number): Rendition => ({
	name,
	width,
	height: Math.round((width * 16) / 9),
	bandwidth,
	averageBandwidth: bandwidth * 0.8,
	frameRate: 30,
	codecs: "avc1.64001f,mp4a.40.2",
	bytes: bandwidth,
});
const LADDER = [
	rendition("720p", 720, 2_400_000),
	rendition("240p", 240, 300_000),
	rendition("360p", 360, 600_000),
	rendition("1080p", 1080, 4_500_000),
	rendition("480p", 480, 1_000_000),
];
const phone = { shortSide: 1080, saveData: false };

describe("startRendition", () => {
	it("starts at 360p on an ordinary line", () => {
		expect(startRendition(LADDER, { ...phone, bitsPerSecond: 2_500_000 })?.name).toBe("360p");
	});
	it("starts at 480p when the line is fast, and never higher", () => {
		expect(startRendition(LADDER, { ...phone, bitsPerSecond: 50_000_000 })?.name).toBe("480p");
	});
	it("falls to the lowest on a line too slow for any", () => {
		expect(startRendition(LADDER, { ...phone, bitsPerSecond: 100_000 })?.name).toBe("240p");
	});
	it("starts with the only rendition there is, however large", () => {
		expect(startRendition([rendition("1080p", 1080, 9_000_000)], { ...phone, bitsPerSecond: 1 })?.name).toBe("1080p");
	});
	it("stays at 360p when data is to be saved", () => {
		expect(startRendition(LADDER, { ...phone, saveData: true, bitsPerSecond: 50_000_000 })?.name).toBe("360p");
	});
	it("answers nothing for a video without renditions", () => {
		expect(startRendition([], { ...phone, bitsPerSecond: 1 })).toBeUndefined();
	});
});

describe("nextRendition", () => {
	it("climbs to what line and screen allow once some seconds are held", () => {
		expect(nextRendition(LADDER, { ...phone, bitsPerSecond: 10_000_000 }, 8)?.name).toBe("1080p");
		expect(nextRendition(LADDER, { ...phone, bitsPerSecond: 4_000_000 }, 8)?.name).toBe("720p");
	});
	it("is more careful while hungry", () => {
		expect(nextRendition(LADDER, { ...phone, bitsPerSecond: 4_000_000 }, 1)?.name).toBe("480p");
	});
	it("spends no bits on pixels the screen can't show", () => {
		expect(nextRendition(LADDER, { shortSide: 400, saveData: false, bitsPerSecond: 50_000_000 }, 8)?.name).toBe("480p");
	});
	it("falls to the lowest when nothing fits", () => {
		expect(nextRendition(LADDER, { ...phone, bitsPerSecond: 1000 }, 8)?.name).toBe("240p");
	});
});

describe("a segment on its way", () => {
	it("is judged by its pace only once it has one", () => {
		expect(paceOf({ arrivedBytes: 50_000, elapsedMs: 100 })).toBeNull();
		expect(paceOf({ arrivedBytes: 50_000, elapsedMs: 1000 })).toBe(400_000);
	});
	it("is given up when the picture would stop before it, and a lighter one is there in half the time", () => {
		expect(isHopeless(500_000, 80_000, 400_000, 3)).toBe(true);
	});
	it("is borne while the buffer lasts", () => {
		expect(isHopeless(500_000, 80_000, 400_000, 11)).toBe(false);
	});
	it("is borne when it is nearly there", () => {
		expect(isHopeless(90_000, 80_000, 400_000, 0.5)).toBe(false);
	});
	it("gives way to the next rendition below, and the lightest to none", () => {
		const named = (name: Rendition["name"]) => LADDER.find((other) => other.name === name) ?? rendition("240p", 1, 1);
		expect(lighterThan(LADDER, named("720p"))?.name).toBe("480p");
		expect(lighterThan(LADDER, named("240p"))).toBeUndefined();
	});
});
