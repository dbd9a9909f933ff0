import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ClipMaker, openClipMaker, picture, tone } from "../testing/clips.ts";
import { splitFragments, walkBoxes } from "./boxes.ts";
import { countSamples, placeFragment, readInit, setUpright } from "./fragments.ts";

let clips: ClipMaker;
let file: Buffer;
beforeAll(async () => {
	clips = await openClipMaker();
	const path = await clips.make("fragmented.mp4", [
		...[
			...picture("64x64", 3),
			...tone(3),
			"-c:v",
			"libx264",
			"-profile:v",
			"high",
			"-pix_fmt",
			"yuv420p",
			"-g",
			"30",
			"-sc_threshold",
			"0",
		],
		...[
			"-c:a",
			"aac",
			"-ar",
			"48000",
			"-movflags",
			"+frag_keyframe+delay_moov+default_base_moof+negative_cts_offsets",
			"-use_editlist",
			"0",
		],
	]);
	file = await readFile(path);
});
afterAll(() => clips.remove());

/** The file in pieces of a size that cuts through every header. */
async function split(pieceBytes: number): Promise<Buffer[]> {
	const pieces: Buffer[] = [];
	for (let at = 0; at < file.length; at += pieceBytes) pieces.push(file.subarray(at, at + pieceBytes));
	const fragments: Buffer[] = [];
	for await (const fragment of splitFragments(Readable.from(pieces))) fragments.push(fragment);
	return fragments;
}

test.each([3, 1000, 1_000_000])("a stream in pieces of %i bytes is cut into init segment and fragments", async (size) => {
	const [init, ...fragments] = await split(size);
	expect(init?.toString("latin1", 4, 8)).toBe("ftyp");
	expect(fragments).toHaveLength(3);
	for (const fragment of fragments) expect(fragment.toString("latin1", 4, 8)).toBe("moof");
});

test("an init segment tells its tracks, their clocks and codecs", async () => {
	const [init] = await split(5000);
	expect(readInit(init ?? Buffer.alloc(0))).toEqual({
		tracks: [
			{ id: 1, kind: "video", timescale: 15_360 },
			{ id: 2, kind: "audio", timescale: 48_000 },
		],
		codecs: expect.stringMatching(/^avc1\.6400[0-9a-f]{2},mp4a\.40\.2$/),
	});
});

test("samples are counted by track", async () => {
	const [, first] = await split(5000);
	const counts = countSamples(first ?? Buffer.alloc(0));
	expect(counts.get(1)).toBe(30);
	expect(counts.get(2)).toBeGreaterThan(40);
});

test("placing a fragment moves each track by its ticks and numbers it", async () => {
	const [, first] = await split(5000);
	if (!first) throw new Error("no fragment");
	const times = () => {
		const found: number[] = [];
		for (const box of walkBoxes(first)) {
			if (box.type === "tfdt")
				found.push(first[box.body] === 1 ? Number(first.readBigUInt64BE(box.body + 4)) : first.readUInt32BE(box.body + 4));
			if (box.type === "mfhd") found.push(first.readUInt32BE(box.body + 4));
		}
		return found;
	};
	const [, video = 0, audio = 0] = times();
	placeFragment(
		first,
		9,
		new Map([
			[1, 2 ** 33],
			[2, 96_000],
		]),
	);
	expect(times()).toEqual([9, video + 2 ** 33, audio + 96_000]);
});

test("a box that reaches beyond its buffer is an error, not a loop", () => {
	const box = Buffer.alloc(16);
	box.writeUInt32BE(100, 0);
	expect(() => [...walkBoxes(box)]).toThrow("does not fit");
	box.writeUInt32BE(0, 0);
	expect(() => [...walkBoxes(box)]).toThrow();
});

test("an init segment that says its pictures are to be turned is made to say that they are upright", async () => {
	const fragments: Buffer[] = [];
	for await (const part of splitFragments(Readable.from([file]))) fragments.push(part);
	const [init = Buffer.alloc(0)] = fragments;
	const upright = Buffer.from(init);
	// ISO/IEC 14496-12, 8.3.2: a quarter turn in the matrix of each track's header.
	for (const box of walkBoxes(init)) {
		if (box.type !== "tkhd") continue;
		for (const [n, value] of [0, 0x10000, 0, -0x10000, 0].entries()) init.writeInt32BE(value, box.body + 40 + 4 * n);
	}
	expect(init.equals(upright)).toBe(false);
	setUpright(init);
	expect(init.equals(upright)).toBe(true);
});
