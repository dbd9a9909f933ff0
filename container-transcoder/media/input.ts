import { INPUT_GUARD, THREADS } from "./limits.ts";
import type { Source } from "./source.ts";

/** FFmpeg's arguments that open a source for decoding; what is seeked to goes before them. */
export function decoderInput(source: Pick<Source, "path">): string[] {
	return ["-threads", String(THREADS), ...INPUT_GUARD, "-i", source.path];
}
