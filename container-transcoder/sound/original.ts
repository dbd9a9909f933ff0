import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SOUND_PEAKS } from "../../contracts/limits.ts";
import { type MadeSound, SOUND_FILES } from "../../contracts/sound-files.ts";
import type { Audio } from "../encode/audio.ts";
import { encoderFailed } from "../media/child.ts";
import type { Output } from "../storage/output.ts";
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

const ADTS = "original.aac";

/**
 * Stores the sound of a video as files of its own, that others can hear and use: what its renditions have, copied without being encoded
 * again. @param durationSeconds of the video
 * @returns null where there is nothing to be heard in it
 */
export async function makeOriginal(audio: Audio, durationSeconds: number, output: Output, run: SoundRun): Promise<MadeSound | null> {
	await writeFile(join(run.workDir, ADTS), audio.adts, { mode: 0o640 });
	const input = ["-f", "aac", "-i", ADTS];
	const copied = ["-map", "0:a:0", "-c:a", "copy", "-bsf:a", "aac_adtstoasc"];
	const maxBytes = Math.ceil(durationSeconds + 2) * MEASURED_RATE * BYTES_A_SAMPLE;
	const made = await runSound(
		run,
		[
			...[...input, ...copied, ...m4a(SOUND_FILES.whole)],
			...[...copied, "-t", String(PREVIEW_SECONDS), ...m4a(SOUND_FILES.preview)],
			...["-map", "0:a:0", ...measured(durationSeconds + 1)],
		],
		maxBytes,
	);
	if (made.code !== 0) throw encoderFailed(made);
	const peaks = peaksOf(made.output, SOUND_PEAKS);
	if (peaks.every((peak) => peak === 0)) return null;
	const [files, fingerprint] = await Promise.all([soundFiles(run), fingerprintOf(input, run)]);
	await Promise.all([output.putFinal(SOUND_FILES.whole, files.whole), output.putFinal(SOUND_FILES.preview, files.preview)]);
	return { durationMs: Math.max(1, Math.round(durationSeconds * 1_000)), peaks, fingerprint };
}
