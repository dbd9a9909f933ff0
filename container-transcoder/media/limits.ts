/** Bounds on what an input may cost. Phones stay far inside; a crafted file runs into them before it is decoded. */
import type { ChildLimits } from "./child.ts";

/** Largest picture, pixels: DCI 4K and 4K in portrait, with a little room. */
export const MAX_PIXELS = 4096 * 2304;
/** Slow motion of today's phones, frames per second. */
export const MAX_FRAME_RATE = 240;
/** Frames to decode: ten minutes at 120 per second. */
export const MAX_FRAMES = 72_000;
/** Packets of sound that are looked at: ten minutes of the shortest that Opus writes, 2.5 ms, and a quarter more. */
export const MAX_SOUND_PACKETS = 300_000;
/** Pictures and sounds in one file. */
export const MAX_MEDIA_STREAMS = 6;
/** All streams: phones add several of metadata. */
export const MAX_STREAMS = 16;
/** How far the container may be searched for its streams, bytes and microseconds. */
export const PROBE_BYTES = 32 * 1024 * 1024;
export const PROBE_MICROSECONDS = 10_000_000;
/** Rounding of containers: this much beside the limits is still within them, milliseconds. */
export const DURATION_TOLERANCE_MS = 100;

/** Containers and file access that FFmpeg may use. A playlist or concat list named .mp4 can then open nothing else. */
export const INPUT_GUARD = ["-protocol_whitelist", "file", "-format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm"] as const;

/**
 * Threads of the decoder, and of each encoder. Left to itself FFmpeg takes as many as there are cores for each: on a machine of sixteen
 * a 4K clip then needs more address space than one process is given, and what x264 writes depends on their number.
 */
export const THREADS = 4;

/** Decoders that what phones, browsers and editors write needs; the rest is attack surface. */
export const VIDEO_CODECS: ReadonlySet<string> = new Set([
	"h264",
	"hevc",
	"vp8",
	"vp9",
	"av1",
	"mpeg4",
	"h263",
	"mjpeg",
	"mpeg2video",
	"prores",
]);
export const AUDIO_CODECS: ReadonlySet<string> = new Set([
	"aac",
	"mp3",
	"opus",
	"vorbis",
	"flac",
	"alac",
	"ac3",
	"eac3",
	"amr_nb",
	"amr_wb",
	"mp2",
	"pcm_s16le",
	"pcm_s16be",
	"pcm_s24le",
	"pcm_s24be",
	"pcm_s32le",
	"pcm_f32le",
	"pcm_u8",
	"pcm_mulaw",
	"pcm_alaw",
]);

/** Far above what any input needed that was tried (4K at 60 frames a second among them): they end runaways, not slow jobs. */
export function encoderLimits(lengthSeconds: number, memoryBytes: number): ChildLimits {
	return { memoryBytes, cpuSeconds: 120 + 30 * lengthSeconds, wallMs: (120 + 20 * lengthSeconds) * 1000 };
}
