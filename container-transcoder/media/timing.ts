import { MAX_DURATION_MS, MIN_DURATION_MS } from "../../contracts/limits.ts";
import { Refusal } from "../failures.ts";
import { DURATION_TOLERANCE_MS, MAX_FRAME_RATE, MAX_FRAMES } from "./limits.ts";
import type { PacketTimes } from "./packets.ts";

/** Where a stream lies in the video's time, which begins with the earlier of picture and sound. Milliseconds. */
export interface Extent {
	readonly startMs: number;
	/** End of the last packet. */
	readonly endMs: number;
	/** What `decoderInput` skips: from the container's start, where FFmpeg's clock begins, to the video's. */
	readonly skipMs: number;
}

export interface Timing {
	readonly picture: Extent;
	readonly sound: Extent | null;
	/** The later end of the two. */
	readonly durationMs: number;
	/** Pictures a second where it moves. */
	readonly frameRate: number;
}

/** What the container says of itself, milliseconds; null where it says nothing. */
export interface Declared {
	/** Where FFmpeg's clock begins. */
	readonly startMs: number;
	readonly wholeMs: number | null;
	readonly pictureMs: number | null;
	readonly soundMs: number | null;
}

/** Containers begin a few packets early or late; so little is left as it is, milliseconds. */
const LEAD_MOST_MS = 100;
/** Sound is coded in frames, of which the last may be padding: so little behind the picture is not worth a still, milliseconds. */
const TAIL_LEAST_MS = 100;
/** One frame of AAC at 22.05 kHz, milliseconds. */
const PRIMING_MOST_MS = 47;
/** Picture and sound this far apart are on clocks of their own, milliseconds: nobody records a minute of nothing between them. */
const APART_MS = 60_000;

/** The video's time from the packets of both streams, the container's start taken off. Throws `Refusal` for what is too long, too short or incomplete. */
export function timingOf(picture: PacketTimes, sound: PacketTimes | null, declared: Declared): Timing {
	checkWhole(picture, sound, declared);
	const extents = placeExtents(picture, sound, declared.startMs);
	// What an encoder of sound puts before its first sample is heard by nobody: the length is without it.
	const lead = extents.picture.startMs <= PRIMING_MOST_MS ? extents.picture.startMs : 0;
	const tail = extents.sound ? extents.sound.endMs - extents.picture.endMs : 0;
	const durationMs = (tail > TAIL_LEAST_MS && extents.sound ? extents.sound.endMs : extents.picture.endMs) - lead;
	checkDuration(durationMs);
	return { ...extents, durationMs, frameRate: frameRateOf(picture) };
}

function placeExtents(picture: PacketTimes, sound: PacketTimes | null, startMs: number): Pick<Timing, "picture" | "sound"> {
	const from = (zero: number, stream: PacketTimes): Extent => {
		const skipMs = zero - startMs > LEAD_MOST_MS ? zero - startMs : 0;
		const place = (ms: number) => Math.max(0, Math.round(ms - startMs - skipMs));
		return { startMs: place(stream.startMs), endMs: place(stream.endMs), skipMs: Math.round(skipMs) };
	};
	if (!sound) return { picture: from(picture.startMs, picture), sound: null };
	const apart = Math.max(picture.startMs - sound.endMs, sound.startMs - picture.endMs);
	const zero = Math.min(picture.startMs, sound.startMs);
	return apart > APART_MS
		? { picture: from(picture.startMs, picture), sound: from(sound.startMs, sound) }
		: { picture: from(zero, picture), sound: from(zero, sound) };
}

/** A file cut off behind its index declares more than it has. A length of zero or less is none. */
function checkWhole(picture: PacketTimes, sound: PacketTimes | null, declared: Declared): void {
	const isMissing = (ms: number | null, streams: readonly PacketTimes[]) => {
		if (ms === null || ms <= 0) return false;
		const start = Math.min(...streams.map((stream) => stream.startMs));
		const end = Math.max(...streams.map((stream) => stream.endMs));
		// Containers count from time zero, from their first packet or from the stream's: the kindest reading is the true one.
		const missing = ms - Math.max(end, end - start, end - declared.startMs);
		return (missing > 500 && streams.some((stream) => stream.damaged)) || missing > Math.max(1_000, ms * 0.1);
	};
	const sounds = sound ? [sound] : [];
	const own = declared.pictureMs ?? declared.soundMs;
	const isCut =
		isMissing(declared.pictureMs, [picture]) ||
		isMissing(declared.soundMs, sounds) ||
		(own === null && isMissing(declared.wholeMs, [picture, ...sounds]));
	if (isCut) throw new Refusal("truncated", "This video is incomplete: its end is missing. Please upload the original file again.");
}

function checkDuration(durationMs: number): void {
	if (durationMs < MIN_DURATION_MS - DURATION_TOLERANCE_MS) {
		throw new Refusal("too_short", "This video is shorter than one second. Please choose a longer one.");
	}
	if (durationMs > MAX_DURATION_MS + DURATION_TOLERANCE_MS) {
		throw new Refusal("too_long", "This video is longer than ten minutes. Please cut it and upload the part you want.");
	}
}

/** Throws `Refusal` when the pictures are too many, in all or a second. */
function frameRateOf({ count, startMs, endMs, typicalGapMs }: PacketTimes): number {
	const mean = (1000 * count) / Math.max(1, endMs - startMs);
	const rate = Math.round(mean);
	if (mean > MAX_FRAME_RATE * 1.02) {
		throw new Refusal(
			"too_many_frames",
			`This video has too many frames (${rate} a second). Please export it at ${MAX_FRAME_RATE} a second or fewer.`,
		);
	}
	if (count > MAX_FRAMES) {
		const minutes = Math.floor((MAX_FRAMES / mean / 60) * 10) / 10;
		throw new Refusal(
			"too_many_frames",
			`This video is too long for ${rate} frames a second. Please make it shorter, ${minutes} minutes at most, or export it at ${MAX_FRAMES / 600} frames a second or fewer.`,
		);
	}
	return typicalGapMs === null ? mean : 1000 / typicalGapMs;
}
