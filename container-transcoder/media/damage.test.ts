import { expect, test } from "vitest";
import { DamageCount, isNonsense } from "./damage.ts";

function count(lines: readonly string[]): number {
	const damage = new DamageCount();
	for (const line of lines) damage.take(line);
	return damage.pictures;
}

test("both versions of FFmpeg tell the same number in their own words", () => {
	const concealed = "[h264 @ 0x55d0] [info] concealing 120 DC, 120 AC, 120 MV errors in P frame";
	const five = [
		"[error] Error while decoding stream #0:0: Invalid data found when processing input",
		concealed,
		"[warning] source: corrupt decoded frame in stream 0",
	];
	const seven = [
		"[vist#0:0/h264 @ 0x1] [dec:h264 @ 0x2] [error] Error submitting packet to decoder: Invalid data found when processing input",
		concealed,
		"[vist#0:0/h264 @ 0x1] [dec:h264 @ 0x2] [warning] corrupt decoded frame",
	];
	expect(count(five)).toBe(2);
	expect(count(seven)).toBe(2);
	expect(count(["[vist#0:0/hevc @ 0x1] [dec:hevc @ 0x2] [error] Decoding error: Invalid data found when processing input"])).toBe(1);
	expect(count(["[info] frame=  120 fps=0.0", "[h264 @ 0x1] [error] error while decoding MB 3 4, bytestream -5"])).toBe(0);
});

test("a few damaged pictures are not nonsense, a third of them is, and of VP8 fewer are", () => {
	expect(isNonsense(12, 120, "h264")).toBe(false);
	expect(isNonsense(40, 120, "h264")).toBe(true);
	expect(isNonsense(14, 120, "vp8")).toBe(true);
	expect(isNonsense(5, 6, "h264")).toBe(false);
});
