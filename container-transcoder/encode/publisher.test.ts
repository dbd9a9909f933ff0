import { expect, test, vi } from "vitest";
import type { Output } from "../storage/output.ts";
import { chooseLadder } from "./ladder.ts";
import { startPublisher } from "./publisher.ts";
import { Rows } from "./rows.ts";

const ladder = chooseLadder({
	width: 360,
	height: 640,
	frameRate: 30,
	durationMs: 9_000,
	videoCodec: "h264",
	audioCodec: null,
	rotation: 0,
	hdr: false,
});
const segment = { bytes: 1000, pictures: 60, audioFrames: 0 };

function begin(intervalMs: number) {
	const rows = new Rows(["240p", "360p"], { settings: "", renditions: {}, rowPictures: [], result: null });
	for (const name of ["240p", "360p"] as const) rows.initStored(name, "avc1.64001f", 700);
	const written: string[] = [];
	const put = async (name: string) => {
		written.push(name);
	};
	const output: Output = { putFinal: put, putGrowing: put, read: async () => null, bytesWritten: 0 };
	const onPlayable = vi.fn();
	const signal = new AbortController().signal;
	const publisher = startPublisher({ rows, ladder, output, hasAudio: false, signal, onPlayable, intervalMs });
	return { rows, written, onPlayable, publisher };
}

test("the second rendition's first segment makes it playable at once, however long the pause between rewritings", async () => {
	const { rows, written, onPlayable, publisher } = begin(60_000);
	rows.segmentStored("240p", 0, segment);
	publisher.changed();
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(onPlayable).not.toHaveBeenCalled();
	expect(written).toEqual([]);
	rows.segmentStored("360p", 0, segment);
	publisher.changed();
	await expect.poll(() => onPlayable.mock.calls.length).toBe(1);
	expect(written).toEqual(["240p.m3u8", "360p.m3u8", "master.m3u8", "checkpoint.json"]);
	await publisher.stop();
});

test("once it is playable, playlists are rewritten at most once an interval", async () => {
	const { rows, written, publisher } = begin(60_000);
	for (let n = 0; n < 4; n++) {
		for (const name of ["240p", "360p"] as const) rows.segmentStored(name, n, segment);
		publisher.changed();
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	expect(written.filter((name) => name === "master.m3u8")).toHaveLength(1);
	await publisher.stop();
});
