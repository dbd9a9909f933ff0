import { VOICE_PEAKS } from "../../contracts/limits.ts";

/** Quieter than this of the full scale is silence, not a loud note turned up. */
const LOUDEST_AT_LEAST = 0.02;

/**
 * How loud each part of a recording is, as its bars are drawn.
 * @param samples 16-bit little-endian, one channel
 * @returns as many numbers as there are bars, 0 to 100 of its loudest part
 */
export function peaksOf(samples: Buffer, bars: number = VOICE_PEAKS): number[] {
	const count = Math.floor(samples.length / 2);
	const loudness = Array.from({ length: bars }, (_, bar) => {
		const from = Math.floor((bar * count) / bars);
		const to = Math.max(from + 1, Math.floor(((bar + 1) * count) / bars));
		let sum = 0;
		for (let at = from; at < to && at < count; at++) sum += (samples.readInt16LE(at * 2) / 32_768) ** 2;
		return Math.sqrt(sum / (to - from));
	});
	const loudest = Math.max(LOUDEST_AT_LEAST, ...loudness);
	return loudness.map((value) => Math.round((value / loudest) * 100));
}
