import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decoderInput } from "../media/input.ts";
import { probeSource } from "../media/source.ts";
import { type ClipMaker, openClipMaker } from "../testing/clips.ts";
import { chooseLadder } from "./ladder.ts";
import { steadyPictures } from "./normalise.ts";

let clips: ClipMaker;
beforeAll(async () => {
	clips = await openClipMaker();
});
afterAll(() => clips.remove());

const X264 = ["-c:v", "libx264", "-preset", "ultrafast", "-qp", "4", "-g", "5", "-bf", "0", "-pix_fmt", "yuv420p"];

/** The picture shown at a time, of the largest rendition's size, as RGB. */
async function shownAt(path: string, seconds: number) {
	const { signal } = new AbortController();
	const source = await probeSource(path, { ffprobe: "ffprobe", workDir: clips.dir, memoryBytes: 2 * 1024 ** 3, signal });
	const ladder = chooseLadder(source.probe);
	const size = ladder.rungs.at(-1) ?? { width: 0, height: 0 };
	const filter = [
		...steadyPictures(source, ladder, size, { frames: 1, from: Math.round((seconds * ladder.rate.numerator) / ladder.rate.denominator) }),
		"scale=in_color_matrix=bt709:flags=accurate_rnd+full_chroma_int",
		"format=rgb24",
	];
	const input = [...decoderInput(source, "picture", seconds), "-map", `0:${source.videoStream}`];
	const ran = spawnSync("ffmpeg", ["-v", "error", ...input, "-vf", filter.join(","), "-frames:v", "1", "-f", "rawvideo", "-"]);
	expect(ran.stderr.toString()).toBe("");
	expect(ran.stdout).toHaveLength(size.width * size.height * 3);
	return { source, size, at: (x: number, y: number) => [...ran.stdout.subarray((y * size.width + x) * 3, (y * size.width + x) * 3 + 3)] };
}

test("the last picture stands until the sound ends, wherever an attempt resumes", async () => {
	const red = ["-f", "lavfi", "-i", "color=red:size=64x64:rate=10:duration=1"];
	const file = await clips.make("tail.mp4", [...red, "-f", "lavfi", "-i", "sine=duration=4", ...X264, "-c:a", "aac"]);
	for (const seconds of [0, 0.5, 3]) {
		const { source, at } = await shownAt(file, seconds);
		expect(Math.abs(source.probe.durationMs - 4_000)).toBeLessThan(60);
		expect(at(32, 32)[0]).toBeGreaterThan(245);
	}
});

test("a slide stands until the next one, wherever an attempt resumes", async () => {
	const slides = ["-f", "lavfi", "-i", "color=red:size=64x64:rate=10:duration=8,drawbox=c=blue:t=fill:enable='gte(t,6)'"];
	const file = await clips.make("slides.mp4", [...slides, "-vf", "select='not(mod(n,60))'", "-vsync", "vfr", ...X264]);
	expect((await shownAt(file, 4)).at(32, 32)[0]).toBeGreaterThan(245);
});

test("(230, 60, 60) in Display P3 stays what it is", async () => {
	const p3 = "format=gbrp,zscale=pin=bt709:tin=bt709:p=smpte432:t=bt709:m=bt709:r=tv,format=yuv420p";
	const named = "h264_metadata=colour_primaries=12:transfer_characteristics=1:matrix_coefficients=1";
	const file = await clips.make("p3.mp4", [
		...["-f", "lavfi", "-i", "color=0xE63C3C:size=64x64:rate=5:duration=1.2", "-vf", p3, ...X264, "-bsf:v", named],
	]);
	const shown = (await shownAt(file, 0)).at(32, 32);
	for (const [n, value] of [230, 60, 60].entries()) expect(Math.abs((shown[n] ?? 0) - value)).toBeLessThanOrEqual(4);
});

test.each([
	["yuv420p", [48, 96, 192]],
	["yuv422p", [48, 96, 192]],
	["yuv444p", [48, 96, 192]],
	["gray", [93, 93, 93]],
])("an SD colour in %s comes through the change to HD's matrix", async (format, colour) => {
	const blue = ["-f", "lavfi", "-i", "color=0x3060C0:size=64x64:rate=5:duration=1.2"];
	const file = await clips.make(`sd-${format}.mp4`, [...blue, ...X264, "-pix_fmt", format]);
	const shown = (await shownAt(file, 0)).at(32, 32);
	for (const [n, value] of colour.entries()) expect(Math.abs((shown[n] ?? 0) - value), String(shown)).toBeLessThanOrEqual(3);
});

test.each([
	["PQ", 16],
	["HLG", 18],
])("%s whose file names neither primaries nor matrix is shown", async (name, transfer) => {
	const grey = ["-f", "lavfi", "-i", "color=gray:size=64x64:rate=5:duration=1.2"];
	const named = ["-bsf:v", `h264_metadata=transfer_characteristics=${transfer}`];
	const [red = 0, green = 0, blue = 0] = (await shownAt(await clips.make(`${name}.mp4`, [...grey, ...X264, ...named]), 0)).at(32, 32);
	expect(red).toBeGreaterThan(60);
	expect(Math.max(Math.abs(red - green), Math.abs(green - blue))).toBeLessThanOrEqual(3);
});

test("what is transparent is black", async () => {
	const half = "color=lime:size=64x64:rate=5:duration=1.2,format=gbrap,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='255*lt(X,32)'";
	const file = await clips.make("alpha.webm", [
		...["-f", "lavfi", "-i", half, "-pix_fmt", "yuva420p", "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8"],
	]);
	const { at } = await shownAt(file, 0);
	expect(at(8, 32)[1]).toBeGreaterThan(240);
	for (const value of at(56, 32)) expect(value).toBeLessThan(8);
});

test("a phone that is turned while it records: the square stays square between black borders", async () => {
	const square = (size: string) => [
		...["-f", "lavfi", "-i", `color=0x204060:size=${size}:rate=10:duration=1,drawbox=x=(iw-60)/2:y=(ih-60)/2:w=60:h=60:color=white:t=fill`],
	];
	const lying = await clips.make("lying.h264", [...square("320x240"), ...X264]);
	const standing = await clips.make("standing.h264", [...square("240x320"), ...X264]);
	const both = join(clips.dir, "both.h264");
	await writeFile(both, Buffer.concat([await readFile(lying), await readFile(standing)]));
	const { at, size } = await shownAt(await clips.make("both.mp4", ["-framerate", "10", "-i", both, "-c", "copy"]), 1.5);
	const isWhite = (x: number, y: number) => at(x, y).every((value) => value > 180);
	const across = Array.from({ length: size.width }, (_, x) => x).filter((x) => isWhite(x, size.height / 2)).length;
	const down = Array.from({ length: size.height }, (_, y) => y).filter((y) => isWhite(size.width / 2, y)).length;
	expect(Math.abs(across - 45)).toBeLessThan(3);
	expect(Math.abs(down - across)).toBeLessThan(3);
	expect(at(10, size.height / 2)).toEqual([0, 0, 0]);
});
