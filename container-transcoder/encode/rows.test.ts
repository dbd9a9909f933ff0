import { expect, test } from "vitest";
import { type Checkpoint, parseCheckpoint, resumable, settingsOf } from "./checkpoint.ts";
import { chooseLadder } from "./ladder.ts";
import { Rows } from "./rows.ts";

const EMPTY: Checkpoint = { settings: "s", renditions: {}, rowPictures: [], result: null };
const NAMES = ["240p", "360p"] as const;
const segment = (bytes: number) => ({ bytes, pictures: 60, audioFrames: 94 });

function rows(earlier: Checkpoint = EMPTY): Rows {
	const made = new Rows(NAMES, earlier);
	for (const name of NAMES) made.initStored(name, "avc1.64001f", 700);
	return made;
}

test("a row counts only when every rendition has it and all before it", () => {
	const made = rows();
	made.segmentStored("240p", 0, segment(10));
	made.segmentStored("240p", 1, segment(11));
	made.segmentStored("360p", 1, segment(21));
	expect(made.count()).toBe(0);
	expect(made.started()).toEqual(["240p"]);
	made.segmentStored("360p", 0, segment(20));
	expect(made.count()).toBe(2);
	expect(made.started()).toEqual(["240p", "360p"]);
});

test("the checkpoint names whole rows only, and the next attempt goes on behind them", () => {
	const first = rows();
	for (const n of [0, 1, 2]) first.segmentStored("240p", n, segment(10 + n));
	for (const n of [0, 1]) first.segmentStored("360p", n, segment(20 + n));
	const kept = first.checkpoint();
	expect(kept.rowPictures).toEqual([60, 60]);
	expect(kept.renditions["240p"]).toEqual({ codecs: "avc1.64001f", initBytes: 700, segmentBytes: [10, 11], audioFrames: 188 });

	const second = rows(parseCheckpoint(JSON.stringify(kept)) ?? EMPTY);
	expect(second.from).toBe(2);
	expect(second.count()).toBe(2);
	second.segmentStored("240p", 2, segment(12));
	second.segmentStored("360p", 2, { bytes: 22, pictures: 30, audioFrames: 47 });
	expect(second.stored("360p", 3)).toMatchObject({ segmentBytes: [20, 21, 22], audioFrames: 188 + 47 });
	expect(second.pictures("360p")).toEqual([60, 60, 30]);
});

test("a segment before its init segment is a mistake", () => {
	expect(() => new Rows(NAMES, EMPTY).segmentStored("240p", 0, segment(1))).toThrow("init segment");
});

test("a checkpoint of other settings, of other renditions, or one that can't be read is not resumed from", () => {
	const ladder = chooseLadder({
		width: 360,
		height: 640,
		frameRate: 30,
		durationMs: 9_000,
		videoCodec: "",
		audioCodec: null,
		rotation: 0,
		hdr: false,
	});
	const settings = settingsOf(ladder, 1000, true);
	const stored = { codecs: "c", initBytes: 1, segmentBytes: [1], audioFrames: 94 };
	const good: Checkpoint = { settings, renditions: { "240p": stored, "360p": stored }, rowPictures: [60], result: null };
	expect(resumable(good, settings, ladder).rowPictures).toEqual([60]);
	expect(resumable(good, settingsOf(ladder, 1001, true), ladder).rowPictures).toEqual([]);
	expect(resumable(good, settingsOf(ladder, 1000, false), ladder).rowPictures).toEqual([]);
	expect(resumable({ ...good, renditions: { "240p": stored } }, settings, ladder).rowPictures).toEqual([]);
	expect(resumable(parseCheckpoint("{half"), settings, ladder).rowPictures).toEqual([]);
	expect(parseCheckpoint(null)).toBeNull();
});
