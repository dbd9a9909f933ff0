import { describe, expect, it } from "vitest";
import { durationOf, SegmentTimeline } from "./segmentTimeline.ts";

describe("durationOf", () => {
	it("counts whole segments and the shorter last one", () => {
		expect(durationOf({ segmentCount: 4, segmentSeconds: 2, lastSegmentSeconds: 1.5 })).toBe(7.5);
	});
	it("is the last segment's own length when there is one", () => {
		expect(durationOf({ segmentCount: 1, segmentSeconds: 2, lastSegmentSeconds: 1.2 })).toBe(1.2);
	});
});

describe("SegmentTimeline", () => {
	it("wants the segment under the playhead first, then those ahead", () => {
		const timeline = new SegmentTimeline(5, 2);
		expect(timeline.next(4.5, 10)).toBe(2);
		timeline.add(2);
		expect(timeline.next(4.5, 10)).toBe(3);
	});
	it("wants nothing beyond the horizon", () => {
		const timeline = new SegmentTimeline(10, 2);
		timeline.add(0);
		expect(timeline.next(0, 1)).toBeNull();
		expect(timeline.next(0, 2)).toBe(1);
	});
	it("knows how much is held without a gap", () => {
		const timeline = new SegmentTimeline(5, 2);
		for (const index of [0, 1, 3]) timeline.add(index);
		expect(timeline.ahead(1)).toBe(3);
		expect(timeline.completeFrom(6)).toBe(false);
	});
	it("wants again what the buffer gave up", () => {
		const timeline = new SegmentTimeline(3, 2);
		for (const index of [0, 1, 2]) timeline.add(index);
		expect(timeline.completeFrom(0)).toBe(true);
		timeline.drop(0, 2);
		expect(timeline.next(0, 10)).toBe(0);
		expect(timeline.completeFrom(2)).toBe(true);
	});
	it("takes a time at the very end for the last segment", () => {
		expect(new SegmentTimeline(3, 2).indexAt(6.2)).toBe(2);
	});
});
