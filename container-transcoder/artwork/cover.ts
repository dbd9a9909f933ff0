import { encode } from "blurhash";
import sharp from "sharp";
import type { Ladder } from "../encode/ladder.ts";
import { steadyPictures } from "../encode/normalise.ts";
import type { Tile } from "../encode/tiles.ts";
import { type ChildLimits, FFMPEG_TALK, runChild } from "../media/child.ts";
import { decoderInput } from "../media/input.ts";
import type { Source } from "../media/source.ts";

/** Short side of a cover at most, pixels. */
const COVER_SHORT_SIDE = 720;
const BLUR_SIDE = 32;

export interface CoverOptions {
	ffmpeg: string;
	workDir: string;
	limits: ChildLimits;
	signal: AbortSignal;
}

export interface Cover {
	/** JPEG; null when the decoder gives no picture at that time. */
	picture: Buffer | null;
	cpuSeconds: number;
}

/** The source's picture that stands at a time. */
export async function takeCover(source: Source, ladder: Ladder, seconds: number, options: CoverOptions): Promise<Cover> {
	const { width, height } = source.probe;
	const scale = Math.min(1, COVER_SHORT_SIDE / Math.min(width, height));
	const size = { width: even(width * scale), height: even(height * scale) };
	const filter = [
		...steadyPictures(source, ladder, size, { frames: 1, from: Math.round((seconds * ladder.rate.numerator) / ladder.rate.denominator) }),
		"format=rgb24",
	].join(",");
	const run = await runChild({
		command: options.ffmpeg,
		args: [
			...[...FFMPEG_TALK, ...decoderInput(source, "picture", seconds), "-map", `0:${source.videoStream}`],
			...["-vf", filter, "-frames:v", "1", "-f", "rawvideo", "pipe:1"],
		],
		cwd: options.workDir,
		limits: options.limits,
		signal: options.signal,
		maxBytes: size.width * size.height * 3,
	});
	const whole = run.code === 0 && run.output.length === size.width * size.height * 3;
	return { picture: whole ? await jpeg(run.output, size, 82) : null, cpuSeconds: run.cpuSeconds };
}

/** A raw picture as JPEG. */
export function jpeg(rgb: Uint8Array, size: { width: number; height: number }, quality: number): Promise<Buffer> {
	return sharp(rgb, { raw: { ...size, channels: 3 } })
		.jpeg({ quality, mozjpeg: true })
		.toBuffer();
}

/** A few characters that stand for a picture until it has come (blurha.sh), of as many parts as the shape wants. */
export async function blurhashOf(tile: Tile, size: { width: number; height: number }): Promise<string> {
	const small = await sharp(tile.rgb, { raw: { ...size, channels: 3 } })
		.resize(BLUR_SIDE, BLUR_SIDE, { fit: "fill" })
		.ensureAlpha()
		.raw()
		.toBuffer();
	const [across, down] = size.width >= size.height ? [4, 3] : [3, 4];
	return encode(new Uint8ClampedArray(small), BLUR_SIDE, BLUR_SIDE, across, down);
}

/** The same of a picture that is a file. */
export async function blurhashOfPicture(picture: Buffer): Promise<string> {
	const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
	return blurhashOf({ seconds: 0, rgb: data }, info);
}

function even(pixels: number): number {
	return Math.max(2, Math.round(pixels / 2) * 2);
}
