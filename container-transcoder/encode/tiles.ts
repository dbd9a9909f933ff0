import type { Readable } from "node:stream";
import { type ChildLimits, encoderFailed, FFMPEG_TALK, startChild } from "../media/child.ts";
import { decoderInput } from "../media/input.ts";
import type { Source } from "../media/source.ts";
import { type Ladder, seconds } from "./ladder.ts";
import { steadyPictures } from "./normalise.ts";

/** A small picture of the video, 8-bit RGB. */
export interface Tile {
	readonly seconds: number;
	readonly rgb: Buffer;
}

/** Where the encoder's small pictures go. */
export interface TileSink {
	readonly width: number;
	readonly height: number;
	/** Every how many frames one is taken. */
	readonly every: number;
	/** Seconds between two, and of the first that comes. */
	readonly interval: number;
	first: number;
	readonly tiles: Tile[];
	/** Called with each that comes. */
	onTile?: (at: number) => void;
}

/** Cuts a stream of raw pictures into tiles. */
export async function readTiles(stream: Readable, sink: TileSink): Promise<void> {
	const size = sink.width * sink.height * 3;
	let held: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		held.push(chunk);
		bytes += chunk.length;
		while (bytes >= size) {
			const all = Buffer.concat(held);
			sink.tiles.push({ seconds: sink.first, rgb: Buffer.from(all.subarray(0, size)) });
			sink.first += sink.interval;
			sink.onTile?.(sink.tiles.length - 1);
			held = all.length > size ? [all.subarray(size)] : [];
			bytes = all.length - size;
		}
	}
}

/** Pictures on a storyboard at most, and seconds between two at least. */
const TILES_MOST = 48;
const INTERVAL_LEAST = 0.25;

/** An empty sink for tiles of the smallest rendition's size, evenly spread. */
export function tileSink(ladder: Ladder): TileSink {
	const smallest = ladder.rungs[0];
	if (!smallest) throw new Error("A ladder has at least one rung.");
	const frame = seconds(ladder, 1);
	const every = Math.max(1, Math.ceil(ladder.totalFrames / TILES_MOST), Math.ceil(INTERVAL_LEAST / frame));
	return { width: smallest.width, height: smallest.height, every, interval: every * frame, first: 0, tiles: [] };
}

/** Takes the tiles of a part that an earlier attempt encoded, from the source: decoding and scaling only. Gives processor seconds. */
export async function sampleTiles(
	source: Source,
	ladder: Ladder,
	sink: TileSink,
	untilSeconds: number,
	options: { ffmpeg: string; workDir: string; limits: ChildLimits; signal: AbortSignal },
): Promise<number> {
	const frames = Math.round((untilSeconds * ladder.rate.numerator) / ladder.rate.denominator);
	const filter = [
		...steadyPictures(source, ladder, sink, { frames, from: 0 }),
		`select='not(mod(n\\,${sink.every}))'`,
		"format=rgb24",
	].join(",");
	const child = startChild({
		command: options.ffmpeg,
		args: [
			...[...FFMPEG_TALK, ...decoderInput(source, "picture"), "-map", `0:${source.videoStream}`],
			...["-vf", filter, "-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1"],
		],
		cwd: options.workDir,
		limits: options.limits,
		signal: options.signal,
	});
	const [ended] = await Promise.all([child.ended, readTiles(child.stdout, sink)]);
	if (ended.code !== 0) throw encoderFailed(ended);
	return ended.cpuSeconds;
}
