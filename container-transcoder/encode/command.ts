import { FFMPEG_TALK_OF_COUNTS } from "../media/child.ts";
import { decoderInput } from "../media/input.ts";
import { THREADS } from "../media/limits.ts";
import type { Source } from "../media/source.ts";
import { type Ladder, type Rung, seconds } from "./ladder.ts";
import { steadyPictures } from "./normalise.ts";

export interface EncodeCommand {
	source: Source;
	ladder: Ladder;
	/** ADTS of each rendition, beginning where its picture begins; empty for a video without sound. */
	audioPaths: readonly string[];
	/** Segment to begin with; those before are there from an earlier attempt. */
	firstSegment: number;
	/** Every how many frames a small picture is taken for artwork. */
	tileEvery: number;
}

/** Pipe of the first rendition; the others follow in order of the ladder, the small pictures last. */
const FIRST_PIPE = 3;

/**
 * Arguments of the one FFmpeg process that makes all renditions: one decode, each picture scaled from the next larger one,
 * fragmented MP4 cut at the fixed groups of pictures, written to one pipe per rendition. Pipes rather than files: the
 * service numbers and places the fragments itself, holds them back when the network is slow, and when it dies the encoder
 * loses its reader and ends too.
 */
export function encodeArgs(command: EncodeCommand): string[] {
	const { source, ladder, audioPaths } = command;
	const inputs = [...new Set(audioPaths)];
	const firstFrame = command.firstSegment * ladder.segmentFrames;
	const from = seconds(ladder, firstFrame);
	return [
		...FFMPEG_TALK_OF_COUNTS,
		...["-filter_complex_threads", String(THREADS)],
		...decoderInput(source, "picture", from),
		...inputs.flatMap((path) => ["-f", "aac", "-i", path]),
		...["-filter_complex", filterGraph(command, firstFrame)],
		...ladder.rungs.flatMap((rung, index) => {
			const path = audioPaths[index];
			return renditionArgs(rung, ladder, path === undefined ? null : inputs.indexOf(path) + 1, FIRST_PIPE + index);
		}),
		...["-map", "[tiles]", "-fps_mode", "passthrough", "-f", "rawvideo", `pipe:${FIRST_PIPE + ladder.rungs.length}`],
	];
}

/** From the decoded picture to `[v0]`, `[v1]`, … in order of the ladder, and `[tiles]`. */
function filterGraph(command: EncodeCommand, firstFrame: number): string {
	const { ladder, source } = command;
	const largest = ladder.rungs.length - 1;
	const frames = ladder.totalFrames - firstFrame;
	const head = steadyPictures(source, ladder, ladder.rungs[largest] as Rung, { frames, from: firstFrame }).join(",");
	const chains = [`[0:${source.videoStream}]${head},split=2[v${largest}][s${largest}]`];
	for (let n = largest - 1; n >= 0; n--) {
		const rung = ladder.rungs[n] as Rung;
		chains.push(`[s${n + 1}]scale=${rung.width}:${rung.height}:flags=bicubic,format=yuv420p,setsar=1,split=2[v${n}][s${n}]`);
	}
	chains.push(`[s0]select='not(mod(n+${firstFrame}\\,${command.tileEvery}))',format=rgb24[tiles]`);
	return chains.join(";");
}

function renditionArgs(rung: Rung, ladder: Ladder, audioInput: number | null, pipe: number): string[] {
	const gop = String(ladder.segmentFrames);
	const index = ladder.rungs.indexOf(rung);
	return [
		...["-map", `[v${index}]`, ...(audioInput !== null ? ["-map", `${audioInput}:a:0`, "-c:a", "copy", "-bsf:a", "aac_adtstoasc"] : [])],
		...["-c:v", "libx264", "-preset", rung.preset, "-profile:v", "high", "-crf", String(rung.crf), "-threads", String(THREADS)],
		...["-maxrate", String(rung.maxRate), "-bufsize", String(rung.maxRate * 2)],
		...["-g", gop, "-keyint_min", gop, "-sc_threshold", "0"],
		// Headers that depend on the settings alone, so that segments of two attempts share one init segment. Bits spread by the
		// picture's own variance (aq-mode 2): against x264's default, equal VMAF on nine clips for up to 30 % fewer bits and less time.
		...["-x264-params", `stitchable=1:aq-mode=2${rung.tuning}`],
		...["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"],
		...["-map_metadata", "-1", "-map_chapters", "-1", "-fps_mode", "passthrough", "-flush_packets", "1"],
		// Pictures begin at time zero in each fragment, with no edit list for players to disagree on.
		...["-use_editlist", "0", "-avoid_negative_ts", "disabled"],
		...["-movflags", "+frag_keyframe+delay_moov+default_base_moof+negative_cts_offsets+skip_trailer"],
		...["-f", "mp4", `pipe:${pipe}`],
	];
}
