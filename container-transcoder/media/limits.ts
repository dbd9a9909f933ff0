/** Bounds on what an input may cost. Phones stay far inside; a crafted file runs into them before it is decoded. */
import type { ChildLimits } from "./child.ts";
import { DECODERS } from "./codecs.ts";

/** Largest picture, pixels: DCI 4K and 4K in portrait, with a little room. */
export const MAX_PIXELS = 4096 * 2304;
/** Slow motion of today's phones, frames per second. */
export const MAX_FRAME_RATE = 240;
/** Frames to decode: ten minutes at 120 per second. */
export const MAX_FRAMES = 72_000;
/** Packets of sound that are looked at: ten minutes of the shortest that Opus writes, 2.5 ms, and a quarter more. */
export const MAX_SOUND_PACKETS = 300_000;
/** Pictures and sounds in one file: recorders of screens write six sounds, of which one is the mix. */
export const MAX_PICTURE_STREAMS = 4;
export const MAX_SOUND_STREAMS = 8;
/** How far the container may be searched for its streams, bytes and microseconds. */
export const PROBE_BYTES = 32 * 1024 * 1024;
export const PROBE_MICROSECONDS = 10_000_000;
/** Rounding of containers: this much beside the limits is still within them, milliseconds. */
export const DURATION_TOLERANCE_MS = 100;

/**
 * Containers, file access and decoders that FFmpeg may use: before each of our inputs that is not our own. A playlist or concat
 * list named .mp4 can then open nothing else.
 */
export const INPUT_GUARD = [
	...["-protocol_whitelist", "file", "-format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm"],
	...["-codec_whitelist", DECODERS],
] as const;

/** The same for recordings of sound alone, as browsers make them. */
export const SOUND_GUARD = [
	...["-protocol_whitelist", "file", "-format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,ogg,wav"],
	...["-codec_whitelist", DECODERS],
] as const;

/** The same for tracks of the library, as labels deliver them. */
export const TRACK_GUARD = [
	...["-protocol_whitelist", "file", "-format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,ogg,wav,mp3,flac,aac,aiff"],
	...["-codec_whitelist", DECODERS],
] as const;

/** The same for ffprobe on a file with streams of other codecs: it may open, by these names, what it does not decode. */
export function probeGuard(opened: readonly string[]): string[] {
	const decoders = [DECODERS, ...opened].join();
	return [...INPUT_GUARD, ...["v", "a", "s", "d", "t"].flatMap((kind) => [`-codec_whitelist:${kind}`, decoders])];
}

/**
 * Threads of the decoder, and of each encoder. Left to itself FFmpeg takes as many as there are cores for each: on a machine of sixteen
 * a 4K clip then needs more address space than one process is given, and what x264 writes depends on their number.
 */
export const THREADS = 4;

/** Far above what any input needed that was tried (4K at 60 frames a second among them): they end runaways, not slow jobs. */
export function encoderLimits(lengthSeconds: number, memoryBytes: number): ChildLimits {
	return { memoryBytes, cpuSeconds: 120 + 30 * lengthSeconds, wallMs: (120 + 20 * lengthSeconds) * 1000 };
}
