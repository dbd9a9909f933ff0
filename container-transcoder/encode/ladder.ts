import { RUNGS, type RungName } from "../../contracts/media.ts";
import type { Source } from "../media/source.ts";

/** One rendition to make. */
export interface Rung {
	readonly name: RungName;
	readonly width: number;
	readonly height: number;
	readonly preset: string;
	readonly crf: number;
	/** Bits per second that no two seconds exceed by much. */
	readonly maxRate: number;
	/** More x264 parameters. */
	readonly tuning: string;
}

/** Frames per second as a fraction, so that two seconds of NTSC rates stay exact. */
export interface FrameRate {
	readonly numerator: number;
	readonly denominator: number;
}

/** What to encode: the same for each attempt at one source, so that segments of two attempts fit together. */
export interface Ladder {
	readonly rungs: readonly Rung[];
	readonly rate: FrameRate;
	/** Frames of one segment, which is one closed group of pictures. */
	readonly segmentFrames: number;
	readonly totalFrames: number;
}

/** Length that segments are as near to as the frame rate allows, seconds. */
const SEGMENT_SECONDS = 2;
/** Phones' decoders take no wider picture, pixels. */
const LONG_SIDE_MOST = 4096;
/** A short side this much below a rung still gets the rung, at its own size: 1072 lines are sold as 1080. */
const NEAR_ENOUGH = 0.95;

/** Three B pictures always, instead of as many as a search finds best: 7 % of the processor time for no visible difference. */
const FIXED_B = ":b-adapt=0";

/**
 * Encoder settings by rung, chosen by `bench/transcode.ts`: the cheapest presets whose pictures at 480p and 720p stay within
 * .003 SSIM of the much dearer `fast` at the bit rates of docs/product.md#processing. The caps are those bit rates and their like.
 */
const SETTINGS: Record<(typeof RUNGS)[number], Pick<Rung, "preset" | "crf" | "maxRate" | "tuning">> = {
	240: { preset: "veryfast", crf: 23, maxRate: 400_000, tuning: "" },
	360: { preset: "veryfast", crf: 22, maxRate: 800_000, tuning: "" },
	480: { preset: "veryfast", crf: 21, maxRate: 1_400_000, tuning: "" },
	720: { preset: "superfast", crf: 23, maxRate: 3_200_000, tuning: FIXED_B },
	1080: { preset: "superfast", crf: 25, maxRate: 6_000_000, tuning: FIXED_B },
};

/** Rungs by the source's short side, never above it; a source below the smallest gets one, at its own size. */
export function chooseLadder(probe: Source["probe"]): Ladder {
	const [short, long] = [Math.min(probe.width, probe.height), Math.max(probe.width, probe.height)];
	const most = short * Math.min(1, LONG_SIDE_MOST / long);
	const fitting = RUNGS.filter((rung) => most >= rung * NEAR_ENOUGH);
	const rungs = (fitting.length > 0 ? fitting : [RUNGS[0]]).map((rung): Rung => {
		const scale = Math.min(rung, most) / short;
		return { name: `${rung}p`, width: even(probe.width * scale), height: even(probe.height * scale), ...SETTINGS[rung] };
	});
	const rate = chooseRate(probe.frameRate);
	const perSecond = rate.numerator / rate.denominator;
	return {
		rungs,
		rate,
		segmentFrames: Math.round(SEGMENT_SECONDS * perSecond),
		totalFrames: Math.max(1, Math.round((probe.durationMs / 1000) * perSecond)),
	};
}

function even(pixels: number): number {
	return Math.max(2, Math.round(pixels / 2) * 2);
}

const EXACT_RATES: readonly FrameRate[] = [
	{ numerator: 24_000, denominator: 1001 },
	{ numerator: 24, denominator: 1 },
	{ numerator: 25, denominator: 1 },
	{ numerator: 30_000, denominator: 1001 },
	{ numerator: 30, denominator: 1 },
];

/** Rates between these are kept; motion needs the lower, and nobody sees more than the upper on a phone. */
const RATE_LEAST = 10;
const RATE_MOST = 30;
/** A whole part of a higher rate is even motion; below this, uneven motion at the full rate looks better. */
const PART_LEAST = 23.5;

/** A constant rate near the source's: its own, a whole part of a higher one or a multiple of a lower one, so that motion stays even. */
function chooseRate(measured: number): FrameRate {
	const fits = measured <= RATE_MOST * 1.0005;
	const part = measured / Math.ceil(measured / (RATE_MOST * 1.0005));
	const bounded = fits ? measured * Math.ceil(RATE_LEAST / measured) : part >= PART_LEAST ? part : RATE_MOST;
	const exact = EXACT_RATES.find((rate) => Math.abs(rate.numerator / rate.denominator - bounded) < 0.012);
	if (exact) return exact;
	const halves = Math.round(bounded * 2);
	if (Math.abs(halves / 2 - bounded) < 0.012)
		return halves % 2 === 0 ? { numerator: halves / 2, denominator: 1 } : { numerator: halves, denominator: 2 };
	return { numerator: Math.min(RATE_MOST, Math.ceil(bounded)), denominator: 1 };
}

/** Seconds of one frame times `frames`. */
export function seconds(ladder: Ladder, frames: number): number {
	return (frames * ladder.rate.denominator) / ladder.rate.numerator;
}
