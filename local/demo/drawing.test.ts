import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DEMO_CLIPS, type DemoClip } from "./catalogue.ts";
import { Drawing } from "./drawing.ts";
import type { Shot } from "./render.ts";

const clips = DEMO_CLIPS.slice(0, 8);
const clip = (place: number): DemoClip => {
	const found = clips[place];
	if (found === undefined) throw new Error("too few clips");
	return found;
};
let folder = "";
let drawn: string[] = [];
let atOnce = 0;
let mostAtOnce = 0;
beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "drawing-test-"));
	[drawn, atOnce, mostAtOnce] = [[], 0, 0];
});
afterEach(() => rm(folder, { recursive: true }));

const drawing = (fault: (shot: Shot) => Error | null = () => null, signal = new AbortController().signal) =>
	new Drawing({
		folder,
		ffmpegPath: "unused",
		signal,
		async render(shot, file) {
			mostAtOnce = Math.max(mostAtOnce, ++atOnce);
			await writeFile(file, "pictures");
			atOnce -= 1;
			drawn.push((shot as DemoClip).id);
			const error = fault(shot);
			if (error !== null) throw error;
		},
	});
const ids = (count: number) => clips.slice(0, count).map(({ id }) => id);

it("draws three before any is taken, then one more for each, in their order and one at a time", async () => {
	const ahead = drawing();
	ahead.expect(clips);
	await expect.poll(() => drawn).toEqual(ids(3));
	expect(await ahead.take(clip(0))).toBe(path.join(folder, "clips", `${clip(0).id}-${clip(0).seed}.mp4`));
	await expect.poll(() => drawn).toEqual(ids(4));
	await Promise.all(clips.map((one) => ahead.take(one)));
	expect(drawn).toEqual(ids(8));
	expect(mostAtOnce).toBe(1);
});

it("takes what an earlier run has drawn, and draws once what is named or taken twice", async () => {
	const earlier = drawing();
	await earlier.take(clip(1));
	drawn = [];
	const ahead = drawing();
	ahead.expect(clips.slice(0, 2));
	ahead.expect(clips.slice(0, 2));
	expect(await ahead.take(clip(1))).toBe(await ahead.take(clip(1)));
	expect(drawn).toEqual(ids(1));
});

it("tells a failure to who takes that clip, and goes on with the others", async () => {
	const ahead = drawing(({ scene }) => (scene === clip(0).scene ? new Error("no picture") : null));
	ahead.expect(clips);
	await expect.poll(() => drawn).toEqual(ids(3));
	await expect(ahead.take(clip(0))).rejects.toThrow("no picture");
	expect(await ahead.take(clip(1))).toContain(clip(1).id);
	await expect.poll(() => drawn).toEqual(ids(5));
});

it("draws at once what is taken before its turn", async () => {
	const ahead = drawing();
	ahead.expect(clips);
	await expect.poll(() => drawn).toEqual(ids(3));
	expect(await ahead.take(clip(7))).toContain(clip(7).id);
	expect(drawn).toEqual([...ids(3), clip(7).id]);
});

it("begins none after it was stopped", async () => {
	const stopping = new AbortController();
	const ahead = drawing(() => null, stopping.signal);
	stopping.abort(new Error("Ctrl-C"));
	await expect(ahead.take(clip(0))).rejects.toThrow("Ctrl-C");
	expect(drawn).toEqual([]);
});
