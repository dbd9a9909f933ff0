import { join } from "node:path";
import type { TranscodeJob } from "../../contracts/transcode.ts";
import type { AddedSound } from "../encode/audio.ts";
import { downloadSource } from "../storage/download.ts";
import type { TranscodeContext } from "../tools.ts";

/** Fetches the sound that was added to a video. It was put beside the original when that was complete, and is pinned as it is. */
export async function takeAdded({ sound }: TranscodeJob, { workDir, signal, log }: TranscodeContext): Promise<AddedSound | undefined> {
	if (sound === undefined) return undefined;
	const path = join(workDir, "added");
	await downloadSource(sound.source, path, { signal, log });
	return { path, mix: sound.mix };
}
