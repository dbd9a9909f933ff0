import { join } from "node:path";
import { type ChildLimits, runChild } from "./child.ts";
import { INPUT_GUARD } from "./limits.ts";
import type { Source } from "./source.ts";

/** Pictures that are looked at: one of each sixteenth. */
const LOOKED_AT = 16;
/** So many of them with a hole, a quarter, are refused: one picture in ten damaged gives at most two. */
const UNPAINTED_LEAST = 4;
/** Share of a picture without paint from which on it counts as a hole. */
const HOLE_LEAST = 0.02;
/** Samples per side that a picture is looked at with. */
const SIDE = 64;
/** Fresh memory is zero in every plane; a full range that FFmpeg makes limited begins at 16, give or take its rounding. */
const ZERO_MOST = 17;

interface LookOptions {
	readonly ffmpeg: string;
	readonly workDir: string;
	readonly limits: ChildLimits;
	readonly signal: AbortSignal;
}

/**
 * Whether pictures of an HEVC stream end before their last block, over which FFmpeg's decoder does not complain: encrypted behind
 * intact headers, each block ends the picture by a chance of about 1 in 200 (ITU-T H.265, 9.3.4.3.5). The rest of its memory then
 * stays as it was. Each picture is decoded by a decoder of its own, whose memory is fresh, so that a hole is zero in luma and both
 * chromas and none is taken over from an earlier picture. No colour has that: black has both chromas in the middle, and references
 * that are missing stand in as mid-grey. What can't be decoded alone counts as whole.
 */
export async function leavesUnpainted(source: Source, options: LookOptions): Promise<boolean> {
	// Other codecs end a picture by its size, or complain.
	if (source.probe.videoCodec !== "hevc") return false;
	const looked = Math.min(LOOKED_AT, source.pictureCount);
	if (looked < UNPAINTED_LEAST || !(await takeApart(source, looked, options))) return false;
	let holes = 0;
	for (let n = 0; n < looked && holes < UNPAINTED_LEAST && holes + looked - n >= UNPAINTED_LEAST; n++) {
		if (unpaintedShare(await decodeAlone(n, options)) > HOLE_LEAST) holes++;
	}
	return holes >= UNPAINTED_LEAST;
}

/** Share of a planar 4:4:4 picture of eight bits that is as good as zero in all three planes; 0 for what is no whole picture. */
export function unpaintedShare(picture: Buffer): number {
	const size = picture.length / 3;
	let zero = 0;
	for (let at = 0; at < size; at++) {
		const most = Math.max(picture[at] ?? 0, picture[size + at] ?? 0, picture[2 * size + at] ?? 0);
		if (most <= ZERO_MOST) zero++;
	}
	return size === 0 ? 0 : zero / size;
}

/** Fraction of the golden ratio: its multiples keep step with no interval at which pictures may be damaged, or be of one kind. */
const GOLDEN = 0.618034;

/** One picture of each of `count` equal parts of `pictures`, at another place in each. */
export function spread(count: number, pictures: number): number[] {
	return Array.from({ length: count }, (_, n) => Math.floor(((n + ((n * GOLDEN) % 1)) * pictures) / count));
}

const fileOf = (number: string) => `single-${number}.mkv`;

/** Writes `looked` pictures of the stream into a file each, as they are stored. */
async function takeApart(source: Source, looked: number, { ffmpeg, workDir, limits, signal }: LookOptions): Promise<boolean> {
	const chosen = spread(looked, source.pictureCount).map((n) => `eq(n,${n})`);
	const cuts = Array.from({ length: looked - 1 }, (_, n) => n + 1);
	const ended = await runChild({
		command: ffmpeg,
		args: [
			...["-v", "level+error", "-nostdin", "-y", ...INPUT_GUARD, "-i", source.path, "-map", `0:${source.videoStream}`, "-c", "copy"],
			...["-bsf:v", `noise=amount=0:drop='not(${chosen.join("+")})'`],
			...["-f", "segment", "-segment_format", "matroska", "-break_non_keyframes", "1", "-segment_frames", cuts.join()],
			join(workDir, fileOf("%02d")),
		],
		cwd: workDir,
		limits,
		signal,
		maxBytes: 0,
	});
	return ended.code === 0;
}

/** The picture of one such file, in its own matrix; empty when it can't be decoded. */
async function decodeAlone(number: number, { ffmpeg, workDir, limits, signal }: LookOptions): Promise<Buffer> {
	const path = join(workDir, fileOf(String(number).padStart(2, "0")));
	const run = await runChild({
		command: ffmpeg,
		args: [
			...["-v", "level+error", "-nostdin", "-threads", "1", "-noautorotate", ...INPUT_GUARD, "-i", path, "-map", "0:v"],
			...["-vf", `scale=${SIDE}:${SIDE}:flags=neighbor,format=yuv444p`],
			...["-frames:v", "1", "-f", "rawvideo", "pipe:1"],
		],
		cwd: workDir,
		limits,
		signal,
		maxBytes: SIDE * SIDE * 3,
	});
	return run.output;
}
