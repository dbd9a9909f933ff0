import { FFMPEG_TALK } from "../media/child.ts";
import { decoderInput } from "../media/input.ts";
import { THREADS } from "../media/limits.ts";
import type { Source } from "../media/source.ts";
import { type Ladder, type Rung, seconds } from "./ladder.ts";

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
	// A hair early: a seek a microsecond behind the frame would lose it, and the rate filter rounds to the grid anyway.
	const from = Math.max(0, seconds(ladder, firstFrame) - 0.001);
	return [
		...FFMPEG_TALK,
		// A recording may change its size when the phone is turned: the scaler follows by itself, while a graph built anew
		// would begin again at time zero.
		...["-filter_complex_threads", String(THREADS)],
		...["-reinit_filter", "0", ...decoderInput(source, "picture", from)],
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
	const { numerator, denominator } = ladder.rate;
	const largest = ladder.rungs.length - 1;
	const head = [
		`fps=${numerator}/${denominator}:start_time=0`,
		`trim=end_frame=${ladder.totalFrames - firstFrame}`,
		...normalise(source, ladder.rungs[largest] as Rung),
	].join(",");
	const chains = [`[0:${source.videoStream}]${head},split=2[v${largest}][s${largest}]`];
	for (let n = largest - 1; n >= 0; n--) {
		const rung = ladder.rungs[n] as Rung;
		chains.push(`[s${n + 1}]scale=${rung.width}:${rung.height}:flags=bicubic,format=yuv420p,split=2[v${n}][s${n}]`);
	}
	chains.push(`[s0]select='not(mod(n+${firstFrame}\\,${command.tileEvery}))',format=rgb24[tiles]`);
	return chains.join(";");
}

/**
 * White of HDR pictures (ITU-R BT.2408) and the highlights that are kept apart, cd/m². White becomes nearly SDR's white and what is
 * darker than a third of it stays as it is; the curve above makes room for the highlights.
 */
const HDR_WHITE = 203;
const HDR_PEAK = 1000;

/** Square pixels, 8-bit 4:2:0, BT.709 in limited range: what every player shows alike. */
export function normalise(source: Source, rung: { width: number; height: number }): string[] {
	const size = `${rung.width}:${rung.height}`;
	// Of pictures that hold two moments the lines between are filled in; those marked as whole pass untouched.
	const whole = source.interlaced ? ["bwdif=mode=send_frame:deint=interlaced"] : [];
	if (source.transfer) {
		// Tone mapping works in linear light on floats: scaled down first, for it is the dearest filter of all.
		return [
			...whole,
			`zscale=w=${rung.width}:h=${rung.height}:tin=${source.transfer}:pin=bt2020:min=bt2020nc:t=linear:npl=${HDR_WHITE}`,
			`format=gbrpf32le,zscale=p=bt709,tonemap=mobius:param=0.3:desat=0:peak=${(HDR_PEAK / HDR_WHITE).toFixed(3)}`,
			"zscale=t=bt709:m=bt709:r=tv,format=yuv420p,setsar=1",
		];
	}
	const matrix = `in_color_matrix=${source.matrix}:out_color_matrix=bt709`;
	const range = `in_range=${source.fullRange ? "pc" : "tv"}:out_range=tv`;
	return [...whole, `scale=${size}:flags=bicubic:${matrix}:${range}`, "format=yuv420p,setsar=1"];
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
