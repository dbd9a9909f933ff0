import { INPUT_GUARD, THREADS } from "./limits.ts";
import type { Source } from "./source.ts";

/** FFmpeg's own decoder of these leaves their alpha out. */
const ALPHA_DECODERS: Record<string, string> = { vp8: "libvpx", vp9: "libvpx-vp9" };

/** Takes out a colour matrix that FFmpeg's filters refuse, before the decoder sees it. */
const UNNAME_MATRIX: Record<string, string> = {
	h264: "h264_metadata=matrix_coefficients=2",
	hevc: "hevc_metadata=matrix_coefficients=2",
	av1: "av1_metadata=matrix_coefficients=2",
	mpeg2video: "mpeg2_metadata=matrix_coefficients=2",
	prores: "prores_metadata=colorspace=unknown",
	vp9: "vp9_metadata=color_space=unknown",
};

/**
 * FFmpeg's arguments that open a source to decode its picture or its sound, with the video's time zero, or `fromSeconds` after
 * it, as zero. Pictures come as they are stored, not turned, from the key picture before that time on: the one that stands then may
 * have begun long before.
 */
export function decoderInput(source: Source, kind: "picture" | "sound", fromSeconds = 0): string[] {
	const from = fromSeconds + (source[kind]?.skipMs ?? 0) / 1000;
	const seek = from > 0 ? ["-ss", from.toFixed(6)] : [];
	const open = ["-threads", String(THREADS), ...INPUT_GUARD, "-i", source.path];
	return kind === "picture" ? [...seek, "-noaccurate_seek", ...decoder(source), ...open] : [...seek, ...open];
}

function decoder({ appearance, probe }: Source): string[] {
	const withAlpha = appearance.alpha ? ALPHA_DECODERS[probe.videoCodec] : undefined;
	const unname = UNNAME_MATRIX[probe.videoCodec];
	return [
		// A graph built anew when the size changes would begin again at time zero.
		...["-reinit_filter", "0", "-noautorotate"],
		...(withAlpha ? ["-c:v", withAlpha] : []),
		...(appearance.reservedMatrix ? (unname ? ["-bsf:v", unname] : ["-colorspace:v", "unknown"]) : []),
	];
}
