import { describe, expect, it } from "vitest";
import { frameAt, parseStoryboard, sheetSize } from "./storyboard.ts";

const VTT = `WEBVTT

00:00:00.000 --> 00:00:00.500
storyboard.jpg#xywh=0,0,120,213

00:00:00.500 --> 00:00:01.000
storyboard.jpg#xywh=120,0,120,213

01:02:03.004 --> 01:02:04.000
storyboard.jpg#xywh=0,213,120,213
`;

describe("a storyboard", () => {
	it("is read from its WebVTT, with any line ends", () => {
		const frames = parseStoryboard(VTT);
		expect(frames).toHaveLength(3);
		expect(frames[1]).toEqual({ atMs: 500, x: 120, y: 0, width: 120, height: 213 });
		expect(frames[2]?.atMs).toBe(3_723_004);
		expect(parseStoryboard(VTT.replaceAll("\n", "\r\n"))).toEqual(frames);
		expect(sheetSize(frames)).toEqual({ width: 240, height: 426 });
	});

	it("gives the frame that stands at a moment", () => {
		const frames = parseStoryboard(VTT);
		expect([0, 499, 500, 99_999, 4_000_000].map((at) => frameAt(frames, at))).toEqual([0, 0, 1, 1, 2]);
	});

	it("of nothing is empty", () => {
		expect(parseStoryboard("WEBVTT\n")).toEqual([]);
		expect(frameAt([], 5)).toBe(0);
		expect(sheetSize([])).toEqual({ width: 0, height: 0 });
	});
});
