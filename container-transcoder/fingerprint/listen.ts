import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runSound, type SoundRun } from "../sound/files.ts";
import { itemsOf } from "./items.ts";
import type { Query } from "./search.ts";

/** Chromaprint's own rate: what is above half of it is not heard. */
const RATE = 11_025;
/**
 * Speeds that uploads are searched at besides their own. Pitch moves with speed, and a fingerprint is that of another key from half a percent
 * on (a quarter: found by 0.93, half: by 0.65 of excerpts), so each is an own fingerprint; a minute of sound takes FFmpeg 20 ms each.
 */
const STEP = 0.0025;
const STEPS = 20;
export const SPEEDS: readonly number[] = [
	1,
	...Array.from({ length: STEPS }, (_, n) => [1 + (n + 1) * STEP, 1 - (n + 1) * STEP])
		.flat()
		.map((speed) => Math.round(speed * 10_000) / 10_000),
];

/** What FFmpeg is to do to samples at `rate` so that they play so much faster, pitch and all. */
export const playedAt = (speed: number, rate: number): string => `asetrate=${Math.round(rate * speed)},aresample=${rate}`;

/**
 * Fingerprints of a sound as it is and at other speeds, in one run of FFmpeg.
 * @param input FFmpeg's arguments that open it
 * @returns as it is first; null where it is too short to have one, or can't be heard
 */
export async function listen(input: readonly string[], run: SoundRun, speeds: readonly number[] = SPEEDS): Promise<Query[] | null> {
	const names = speeds.map((_, n) => `fingerprint-${n}.raw`);
	const split = `[0:a:0]aresample=${RATE},aformat=channel_layouts=mono,asplit=${speeds.length}${speeds.map((_, n) => `[in${n}]`).join("")}`;
	const played = speeds.map((speed, n) => `[in${n}]${speed === 1 ? "anull" : playedAt(speed, RATE)}[out${n}]`);
	const outputs = names.flatMap((name, n) => ["-map", `[out${n}]`, "-f", "chromaprint", "-fp_format", "raw", join(run.workDir, name)]);
	const made = await runSound(run, [...input, "-filter_complex", [split, ...played].join(";"), ...outputs]);
	if (made.code !== 0) return null;
	const files = await Promise.all(names.map((name) => readFile(join(run.workDir, name))));
	const queries = files.map((file, n) => ({ speed: speeds[n] ?? 1, items: itemsOf(file) }));
	return (queries[0]?.items.length ?? 0) > 0 ? queries : null;
}
