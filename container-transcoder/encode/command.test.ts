import { expect, test } from "vitest";
import { appearanceOf } from "../media/appearance.ts";
import type { Source } from "../media/source.ts";
import { encodeArgs } from "./command.ts";
import { chooseLadder } from "./ladder.ts";
import { normalise } from "./normalise.ts";

const source = (more: Partial<Source> = {}): Source => ({
	path: "/work/source",
	videoStream: 0,
	audioStream: 1,
	picture: { startMs: 0, endMs: 9_000, skipMs: 0 },
	sound: { startMs: 0, endMs: 9_000, skipMs: 0 },
	droppedSound: null,
	pictureCount: 270,
	appearance: appearanceOf({ width: 1080, height: 1920, color_space: "bt709" }),
	channels: { count: 2, layout: "stereo" },
	interlaced: false,
	probe: {
		durationMs: 9_000,
		width: 1080,
		height: 1920,
		frameRate: 30,
		videoCodec: "h264",
		audioCodec: "aac",
		rotation: 0,
		hdr: false,
	},
	...more,
});
const args = (firstSegment = 0, more: Partial<Source> = {}) => {
	const from = source(more);
	const ladder = chooseLadder(from.probe);
	return encodeArgs({ source: from, ladder, audioPaths: ladder.rungs.map(() => "/work/audio.aac"), firstSegment, tileEvery: 8 });
};
const valueAfter = (list: readonly string[], name: string) => list[list.indexOf(name) + 1];

test("the number of threads does not depend on the machine", () => {
	const given = args();
	const threads = given.flatMap((arg, n) => (arg === "-threads" ? [given[n + 1]] : []));
	expect(threads).toEqual(Array.from({ length: 6 }, () => "4"));
	expect(given.indexOf("-threads")).toBeLessThan(given.indexOf("-i"));
});

test("one decode feeds all: each rendition is scaled from the next larger one", () => {
	const graph = valueAfter(args(), "-filter_complex") ?? "";
	expect(args().filter((arg) => arg === "/work/source")).toHaveLength(1);
	expect(graph.match(/\[0:0\]/g)).toHaveLength(1);
	expect(graph).toContain("[s4]scale=720:1280");
	expect(graph).toContain("[s1]scale=240:426");
});

test("an attempt that resumes seeks to its first picture and asks for the rest alone", () => {
	const given = args(2);
	expect(Number(valueAfter(given, "-ss"))).toBe(4);
	expect(valueAfter(given, "-filter_complex")).toContain("trim=start_frame=120:end_frame=270");
	expect(args()).not.toContain("-ss");
});

test("lines are filled in only where pictures may be interlaced, tones mapped only where they are high", () => {
	const size = { width: 480, height: 854 };
	const plain = normalise(source(), size).join();
	expect(plain).not.toContain("bwdif");
	expect(plain).not.toContain("tonemap");
	expect(normalise(source({ interlaced: true }), size).join()).toContain("bwdif");
	expect(normalise(source({ appearance: appearanceOf({ color_transfer: "smpte2084" }) }), size).join()).toContain("tin=smpte2084");
	expect(normalise(source({ appearance: appearanceOf({ color_space: "bt2020nc", color_range: "pc" }) }), size).join()).toContain(
		"in_color_matrix=bt2020:out_color_matrix=bt709:in_range=pc",
	);
});
