import type { Rendition } from "../api/videos.ts";
import { quality } from "./viewing.ts";

/** Share of the measured bandwidth a rendition may take while playing: the rest is for the clips that come next. */
const PLAYING_SHARE = 0.7;
/** Share while the buffer is nearly empty. */
const HUNGRY_SHARE = 0.4;
/** Less than this ahead is hungry, seconds. */
const HUNGRY_SECONDS = 3;
/** A clip starts no higher than this short side, pixels: the first frame counts more than its sharpness. */
const START_SHORT_SIDE = 480;
/** …and 480 only when the line is this many times faster than it needs; else 360. */
const START_HEADROOM = 6;
const CAREFUL_SHORT_SIDE = 360;

export interface Conditions {
	/** Measured bandwidth, bits per second. */
	bitsPerSecond: number;
	/** Short side of the picture's place on screen, device pixels. */
	shortSide: number;
	/** The person asked to save data. */
	saveData: boolean;
}

/** Looked at no earlier than this into a transfer: the first bytes of a slow line come late and then all at once, milliseconds. */
const JUDGED_AFTER_MS = 600;

/** A segment on its way. */
export interface Transfer {
	arrivedBytes: number;
	/** Since its first byte, milliseconds. */
	elapsedMs: number;
}

/** Bits per second of a transfer; null as long as it says nothing yet. */
export const paceOf = ({ arrivedBytes, elapsedMs }: Transfer): number | null =>
	elapsedMs < JUDGED_AFTER_MS ? null : (arrivedBytes * 8000) / elapsedMs;

/**
 * Whether to give a segment up for the same one in a lighter rendition: it would come after the picture has stopped, and the lighter one in
 * half the time. All but `bitsPerSecond` in bytes and seconds.
 */
export function isHopeless(leftBytes: number, lighterBytes: number, bitsPerSecond: number, bufferedSeconds: number): boolean {
	const secondsFor = (bytes: number) => (bytes * 8) / Math.max(1, bitsPerSecond);
	const left = secondsFor(leftBytes);
	return left > Math.max(1, bufferedSeconds) && secondsFor(lighterBytes) < left / 2;
}

const shortSideOf = (rendition: Rendition) => Math.min(rendition.width, rendition.height);
const byBandwidth = (a: Rendition, b: Rendition) => a.bandwidth - b.bandwidth;

/** Whether the person asked to save data: here, or of their browser. */
export function savesData(): boolean {
	if (quality.value !== "auto") return quality.value === "saver";
	const connection: unknown = Reflect.get(navigator, "connection");
	return typeof connection === "object" && connection !== null && Reflect.get(connection, "saveData") === true;
}

/** Rendition a clip starts with. `renditions` must not be empty. */
export function startRendition(
	renditions: readonly Rendition[],
	{ bitsPerSecond, saveData }: Omit<Conditions, "shortSide">,
): Rendition | undefined {
	const sorted = [...renditions].sort(byBandwidth);
	const fits = (rendition: Rendition) => {
		const side = shortSideOf(rendition);
		if (side > START_SHORT_SIDE) return false;
		if (side > CAREFUL_SHORT_SIDE) return !saveData && rendition.bandwidth * START_HEADROOM <= bitsPerSecond;
		return rendition.bandwidth <= bitsPerSecond * PLAYING_SHARE;
	};
	return sorted.findLast(fits) ?? sorted[0];
}

/** The next rendition below `rendition`; undefined for the lightest. */
export const lighterThan = (renditions: readonly Rendition[], rendition: Rendition): Rendition | undefined =>
	[...renditions].sort(byBandwidth).findLast(({ bandwidth }) => bandwidth < rendition.bandwidth);

/** Rendition for the next segment of a clip that plays with `bufferedSeconds` ahead. */
export function nextRendition(
	renditions: readonly Rendition[],
	{ bitsPerSecond, shortSide, saveData }: Conditions,
	bufferedSeconds: number,
): Rendition | undefined {
	const sorted = [...renditions].sort(byBandwidth);
	const share = bufferedSeconds < HUNGRY_SECONDS ? HUNGRY_SHARE : PLAYING_SHARE;
	const limit = saveData ? Math.min(shortSide, CAREFUL_SHORT_SIDE) : shortSide;
	// One rung may exceed the screen, so that a 400 px wide stage gets 480p and not 360p.
	const largest = sorted.find((rendition) => shortSideOf(rendition) >= limit) ?? sorted.at(-1);
	return (
		sorted.findLast((r) => r.bandwidth <= bitsPerSecond * share && shortSideOf(r) <= (largest ? shortSideOf(largest) : 0)) ?? sorted[0]
	);
}
