import { expect, test } from "vitest";
import { Refusal } from "../failures.ts";
import type { PacketTimes } from "./packets.ts";
import { timesOf } from "./packets.ts";
import { timingOf } from "./timing.ts";

const stream = (startMs: number, endMs: number, more: Partial<PacketTimes> = {}): PacketTimes => ({
	startMs,
	endMs,
	count: Math.round((endMs - startMs) / 40),
	typicalGapMs: 40,
	damaged: false,
	...more,
});
const NOTHING = { startMs: 0, wholeMs: null, pictureMs: null, soundMs: null };
const code = (run: () => unknown): string => {
	try {
		run();
		return "taken";
	} catch (error) {
		return error instanceof Refusal ? error.code : String(error);
	}
};

test("the container's start is taken off, and what is skipped before the chosen streams is told", () => {
	const { picture, sound, durationMs } = timingOf(stream(1_000_000, 1_004_000), stream(1_000_500, 1_004_000), {
		...NOTHING,
		startMs: 990_000,
	});
	expect(durationMs).toBe(4_000);
	expect(picture).toEqual({ startMs: 0, endMs: 4_000, skipMs: 10_000 });
	expect(sound).toEqual({ startMs: 500, endMs: 4_000, skipMs: 10_000 });
});

test("picture and sound on clocks of their own begin together", () => {
	const { picture, sound, durationMs } = timingOf(stream(1_000_000, 1_004_000), stream(0, 5_000), NOTHING);
	expect(durationMs).toBe(5_000);
	expect(picture).toEqual({ startMs: 0, endMs: 4_000, skipMs: 1_000_000 });
	expect(sound).toEqual({ startMs: 0, endMs: 5_000, skipMs: 0 });
});

test("a hair of sound behind the picture adds nothing, an encoder's priming before it neither, and more does", () => {
	expect(timingOf(stream(0, 3_000), stream(0, 3_090), NOTHING).durationMs).toBe(3_000);
	expect(timingOf(stream(0, 3_000), stream(-23, 3_010), { ...NOTHING, startMs: -23 }).durationMs).toBe(3_000);
	expect(timingOf(stream(0, 3_000), stream(0, 3_200), NOTHING).durationMs).toBe(3_200);
	expect(timingOf(stream(2_000, 3_000), stream(0, 2_500), NOTHING).durationMs).toBe(3_000);
});

test("the limits are of the later end, and a declared length only tells that something is missing", () => {
	expect(code(() => timingOf(stream(0, 500), null, NOTHING))).toBe("too_short");
	expect(code(() => timingOf(stream(0, 500), stream(0, 601_000), NOTHING))).toBe("too_long");
	expect(code(() => timingOf(stream(0, 500), stream(0, 10_000), NOTHING))).toBe("taken");
	expect(code(() => timingOf(stream(0, 2_000), null, { ...NOTHING, wholeMs: 3_600_000 }))).toBe("truncated");
	expect(code(() => timingOf(stream(0, 2_000), null, { ...NOTHING, wholeMs: -4_000 }))).toBe("taken");
	expect(code(() => timingOf(stream(1_000_000, 1_004_000), null, { ...NOTHING, startMs: 1_000_000, pictureMs: 1_004_000 }))).toBe("taken");
	expect(code(() => timingOf(stream(0, 4_000), stream(0, 1_000), { ...NOTHING, pictureMs: 4_000, soundMs: 4_000 }))).toBe("truncated");
	expect(code(() => timingOf(stream(0, 3_400, { damaged: true }), null, { ...NOTHING, pictureMs: 4_000 }))).toBe("truncated");
});

test("too many pictures a second are told apart from too many in all", () => {
	const slow = stream(0, 305_000, { count: 73_000, typicalGapMs: 1000 / 240 });
	expect(() => timingOf(slow, null, NOTHING)).toThrow(/shorter, 5 minutes at most, or export it at 120 frames a second/);
	expect(() => timingOf(stream(0, 2_000, { count: 2_000 }), null, NOTHING)).toThrow(/1000 a second/);
});

test("packets in any order, the last without a length", () => {
	const packets = [0, 0.12, 0.04, 0.08].map((at) => ({ at, duration: null }));
	expect(timesOf(packets)).toMatchObject({ startMs: 0, typicalGapMs: expect.closeTo(40, 6) });
	expect(timesOf(packets).endMs).toBeCloseTo(160, 6);
	expect(timesOf([{ at: 1, duration: 5 }]).endMs).toBe(6_000);
});
