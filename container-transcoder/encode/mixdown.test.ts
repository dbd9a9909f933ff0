import { expect, test } from "vitest";
import { onlyChannel } from "./audio.ts";
import { mixdown } from "./mixdown.ts";

test.each([
	["ambisonics by the channel that hears all around", 4, "ambisonic 1", "c0=c0|c1=c0"],
	["ambisonics with a stereo track beside them, that too", 6, "ambisonic 1+stereo", "c0=c0+c4|c1=c0+c5"],
	["the bass channel, which FFmpeg leaves out", 3, "2.1", "c0=1*c0+0.5*c2|c1=1*c1+0.5*c2"],
	[
		"channels above by the names that the file lists",
		4,
		"4 channels (FL+FR+TFL+TFR)",
		`c0=1*c0+${Math.SQRT1_2}*c2|c1=1*c1+${Math.SQRT1_2}*c3`,
	],
	["unnamed ones in both ears", 3, "", `c0=${["c0", "c1", "c2"].map((c) => `${Math.SQRT1_2}*${c}`).join("+")}`],
])("mixes %s", (_, count, layout, pan) => {
	expect(mixdown({ count, layout })).toContain(`aformat=sample_fmts=fltp,pan=stereo|${pan}`);
});

test("leaves one and two channels to FFmpeg", () => {
	expect(mixdown({ count: 2, layout: "stereo" })).toBe("aformat=sample_fmts=fltp:channel_layouts=stereo");
});

test.each([
	["both sound", ["-6.0", "-12.0"], null],
	["one is quiet", ["-6.0", "-40.0"], null],
	["one holds nothing but hiss", ["-6.0", "-60.0"], 0],
	["one is silent", ["-inf", "-6.0"], 1],
	["both are silent", ["-inf", "-inf"], null],
])("fills both ears from one channel or not: %s", (_, peaks, only) => {
	expect(onlyChannel(peaks.map((peak, n) => `[astats] Channel: ${n + 1}\n[astats] Peak level dB: ${peak}`).join("\n"))).toBe(only);
});
