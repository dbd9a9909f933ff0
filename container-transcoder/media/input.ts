import { INPUT_GUARD, THREADS } from "./limits.ts";
import type { Source } from "./source.ts";

/**
 * FFmpeg's arguments that open a source to decode its picture or its sound, with the video's time zero, or `fromSeconds` after
 * it, as zero.
 */
export function decoderInput(source: Source, kind: "picture" | "sound", fromSeconds = 0): string[] {
	const from = fromSeconds + (source[kind]?.skipMs ?? 0) / 1000;
	return [...(from > 0 ? ["-ss", from.toFixed(6)] : []), "-threads", String(THREADS), ...INPUT_GUARD, "-i", source.path];
}
