import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { VOICE_MAX_MS } from "../../contracts/limits.ts";
import { VOICE_REFUSALS, type VoiceRefusal } from "../../contracts/voice.ts";
import { TranscodeFailure } from "../failures.ts";
import { type ChildEnd, FFMPEG_TALK, runChild, wouldFailAgain } from "../media/child.ts";
import { SOUND_GUARD } from "../media/limits.ts";
import { peaksOf } from "./peaks.ts";

const LIMITS = { cpuSeconds: 30, wallMs: 30_000 };
const BITRATE = "48k";
const SAMPLE_RATE = 48_000;
/** What peaks and length are read from: enough for loudness. */
const MEASURED_RATE = 8_000;
const BYTES_A_SAMPLE = 2;
/** Recorders stop a little late; what is over this is cut off, milliseconds. */
const GRACE_MS = 1_500;
const MIN_MS = 300;

export interface VoiceTools {
	/** Command that runs FFmpeg, as the user that may read nothing of the service. */
	readonly ffmpeg: string;
	readonly memoryBytes: number;
	/** A directory for this recording alone. */
	readonly workDir: string;
	readonly signal: AbortSignal;
}

export interface MadeVoice {
	/** AAC in M4A, ready to be played before all of it has come. */
	readonly sound: Buffer;
	readonly durationMs: number;
	readonly peaks: readonly number[];
}

/**
 * Encodes a recording anew, without anything of the file but its sound.
 * @returns why not, where the recording is at fault. @throws `TranscodeFailure` when another attempt may succeed
 */
export async function remakeVoice(file: Uint8Array, tools: VoiceTools): Promise<MadeVoice | { readonly refused: VoiceRefusal }> {
	const recorded = join(tools.workDir, "recorded");
	await writeFile(recorded, file, { mode: 0o640 });
	// One decode of the whole gives its true length; what a file says of itself is not asked.
	const measured = await run(tools, [
		...["-i", recorded, "-map", "0:a:0", "-vn", "-ac", "1", "-ar", String(MEASURED_RATE)],
		...["-t", String((VOICE_MAX_MS + GRACE_MS + 1_000) / 1_000), "-f", "s16le", "pipe:1"],
	]);
	if (measured.code !== 0) return refusedOrThrow(measured);
	const lengthMs = (measured.output.length / BYTES_A_SAMPLE / MEASURED_RATE) * 1_000;
	if (lengthMs < MIN_MS) return { refused: lengthMs === 0 ? VOICE_REFUSALS.not_sound : VOICE_REFUSALS.too_short };
	if (lengthMs > VOICE_MAX_MS + GRACE_MS) return { refused: VOICE_REFUSALS.too_long };
	const made = join(tools.workDir, "voice.m4a");
	const encoded = await run(tools, [
		...["-i", recorded, "-map", "0:a:0", "-vn", "-map_metadata", "-1", "-map_chapters", "-1", "-t", String(VOICE_MAX_MS / 1_000)],
		...["-c:a", "aac", "-b:a", BITRATE, "-ac", "1", "-ar", String(SAMPLE_RATE), "-movflags", "+faststart", "-f", "ipod", "-y", made],
	]);
	if (encoded.code !== 0) return refusedOrThrow(encoded);
	const samples = measured.output.subarray(0, Math.floor((VOICE_MAX_MS / 1_000) * MEASURED_RATE) * BYTES_A_SAMPLE);
	return { sound: await readFile(made), durationMs: Math.min(VOICE_MAX_MS, Math.round(lengthMs)), peaks: peaksOf(samples) };
}

const run = ({ ffmpeg, memoryBytes, workDir, signal }: VoiceTools, args: readonly string[]) =>
	runChild({
		command: ffmpeg,
		args: [...FFMPEG_TALK, ...SOUND_GUARD, ...args],
		cwd: workDir,
		limits: { ...LIMITS, memoryBytes },
		signal,
		maxBytes: ((VOICE_MAX_MS + GRACE_MS + 2_000) / 1_000) * MEASURED_RATE * BYTES_A_SAMPLE,
	});

function refusedOrThrow(ended: ChildEnd): { readonly refused: VoiceRefusal } {
	if (wouldFailAgain(ended)) return { refused: VOICE_REFUSALS.not_sound };
	const cause = new Error(`FFmpeg ended with ${ended.killedBy ?? ended.code}: ${ended.complaint}`);
	throw new TranscodeFailure("encoder_failed", "The recording could not be encoded this time.", { cause });
}
