import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SOUND_PREVIEW_MS } from "../../contracts/limits.ts";
import { SOUND_FILES } from "../../contracts/sound-files.ts";
import { type ChildLimits, FFMPEG_TALK, runChild } from "../media/child.ts";

/** What FFmpeg is run with for one sound. */
export interface SoundRun {
	readonly ffmpeg: string;
	/** A directory for this sound alone, or its video. */
	readonly workDir: string;
	readonly limits: ChildLimits;
	readonly signal: AbortSignal;
}

/** Rate and size of the samples that peaks and length are read from: enough for loudness. */
export const MEASURED_RATE = 8_000;
export const BYTES_A_SAMPLE = 2;
/** What of a sound is fingerprinted, seconds: what AcoustID compares. */
const FINGERPRINT_SECONDS = 120;

export const runSound = (run: SoundRun, args: readonly string[], maxBytes = 0) =>
	runChild({
		command: run.ffmpeg,
		args: [...FFMPEG_TALK, "-y", ...args],
		cwd: run.workDir,
		limits: run.limits,
		signal: run.signal,
		maxBytes,
		keepInfo: true,
	});

/** Arguments that write what is measured of a sound to FFmpeg's standard output. @param seconds at most */
export const measured = (seconds: number): string[] => [
	...["-vn", "-ac", "1", "-ar", String(MEASURED_RATE), "-t", String(seconds), "-f", "s16le", "pipe:1"],
];

/** Arguments of an audio file that can be played before all of it has come, without anything of the source but its sound. */
export const m4a = (path: string): string[] => [
	"-map_metadata",
	"-1",
	"-map_chapters",
	"-1",
	"-movflags",
	"+faststart",
	"-f",
	"ipod",
	path,
];

export const PREVIEW_SECONDS = SOUND_PREVIEW_MS / 1_000;

/** Chromaprint's fingerprint of a file, as base64; null where it is too short to have one, or this FFmpeg makes none. */
export async function fingerprintOf(input: readonly string[], run: SoundRun): Promise<string | null> {
	const path = join(run.workDir, "fingerprint.txt");
	const args = [...input, "-vn", "-t", String(FINGERPRINT_SECONDS), "-ac", "1", "-f", "chromaprint", "-fp_format", "base64", path];
	const made = await runSound(run, args);
	if (made.code !== 0) return null;
	return (await readFile(path, "latin1")).trim() || null;
}

export const soundFiles = async ({ workDir }: SoundRun): Promise<{ readonly whole: Buffer; readonly preview: Buffer }> => ({
	whole: await readFile(join(workDir, SOUND_FILES.whole)),
	preview: await readFile(join(workDir, SOUND_FILES.preview)),
});
