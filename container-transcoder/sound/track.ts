import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SOUND_PEAKS, TRACK_MAX_MS, TRACK_MIN_MS } from "../../contracts/limits.ts";
import { type MadeSound, SOUND_FILES, TRACK_REFUSALS, type TrackRefusal } from "../../contracts/sound-files.ts";
import { loudnessGainDb } from "../encode/audio.ts";
import { TranscodeFailure } from "../failures.ts";
import { listen } from "../fingerprint/listen.ts";
import { type ChildEnd, wouldFailAgain } from "../media/child.ts";
import { TRACK_GUARD } from "../media/limits.ts";
import { peaksOf } from "../voice/peaks.ts";
import {
	BYTES_A_SAMPLE,
	fingerprintOf,
	MEASURED_RATE,
	m4a,
	measured,
	PREVIEW_SECONDS,
	runSound,
	type SoundRun,
	soundFiles,
} from "./files.ts";

/** A track that may be served: all of it, and its preview, as AAC in M4A. */
export interface MadeTrack extends MadeSound {
	readonly whole: Buffer;
	readonly preview: Buffer;
	/** Raw items of the whole track, little-endian; empty where it is too short to have any. */
	readonly items: Uint8Array;
}

/** Recorded by labels at 44.1 or 48 kHz; music wants more than speech. */
const ENCODED = ["-vn", "-c:a", "aac", "-b:a", "160k", "-ac", "2", "-ar", "48000"];
/** A preview that is cut off fades out, seconds. */
const FADE_SECONDS = 1.5;

/**
 * Encodes a track of the library anew, at the common loudness, without anything of the file but its sound.
 * @returns why not, where the file is at fault. @throws `TranscodeFailure` when another attempt may succeed
 */
export async function makeTrack(file: Uint8Array, run: SoundRun): Promise<MadeTrack | { readonly refused: TrackRefusal }> {
	await writeFile(join(run.workDir, "track"), file, { mode: 0o640 });
	const input = [...TRACK_GUARD, "-i", "track"];
	const most = TRACK_MAX_MS / 1_000 + 1;
	// One decode of the whole gives its true length; what a file says of itself is not asked.
	const heard = await runSound(
		run,
		[
			...[...input, "-map", "0:a:0", "-vn", "-t", String(most), "-af", "ebur128=framelog=verbose:peak=sample", "-f", "null", "-"],
			...["-map", "0:a:0", ...measured(most)],
		],
		Math.ceil(most + 1) * MEASURED_RATE * BYTES_A_SAMPLE,
	);
	if (heard.code !== 0) return refusedOrThrow(heard);
	const durationMs = Math.round((heard.output.length / BYTES_A_SAMPLE / MEASURED_RATE) * 1_000);
	if (durationMs < TRACK_MIN_MS) return { refused: TRACK_REFUSALS[durationMs === 0 ? "not_sound" : "too_short"] };
	if (durationMs > TRACK_MAX_MS) return { refused: TRACK_REFUSALS.too_long };
	const peaks = peaksOf(heard.output, SOUND_PEAKS);
	if (peaks.every((peak) => peak === 0)) return { refused: TRACK_REFUSALS.silent };
	const level = `volume=${loudnessGainDb(heard.complaint).toFixed(2)}dB,alimiter=limit=0.8:level=false:latency=true`;
	const fade = `afade=t=out:st=${PREVIEW_SECONDS - FADE_SECONDS}:d=${FADE_SECONDS}`;
	const isCut = durationMs > PREVIEW_SECONDS * 1_000;
	const made = await runSound(run, [
		...[...input, "-map", "0:a:0", "-af", level, ...ENCODED, ...m4a(SOUND_FILES.whole)],
		...["-map", "0:a:0", "-af", isCut ? `${level},${fade}` : level, "-t", String(PREVIEW_SECONDS), ...ENCODED, ...m4a(SOUND_FILES.preview)],
	]);
	if (made.code !== 0) return refusedOrThrow(made);
	const fingerprint = await fingerprintOf(input, run);
	const [heardWhole] = (await listen(input, run, [1])) ?? [];
	const items = heardWhole === undefined ? new Uint8Array() : new Uint8Array(heardWhole.items.buffer);
	return { durationMs, peaks, fingerprint, items, ...(await soundFiles(run)) };
}

function refusedOrThrow(ended: ChildEnd): { readonly refused: TrackRefusal } {
	if (wouldFailAgain(ended)) return { refused: TRACK_REFUSALS.not_sound };
	const cause = new Error(`FFmpeg ended with ${ended.killedBy ?? ended.code}: ${ended.complaint}`);
	throw new TranscodeFailure("encoder_failed", "The track could not be encoded this time.", { cause });
}
