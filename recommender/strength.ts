import type { Signal } from "./types.ts";

/**
 * A long view, milliseconds: a short clip to its end, a longer one for 18 s. The definition of the KuaiRand logs
 * (Gao et al., CIKM 2022), so that what is measured there is what is learned here.
 */
const LONG_VIEW_MS = 18_000;
/** Left sooner than this, and before half of it played: a skip (docs/product.md#watching). */
export const SKIP_MS = 2_000;

/** Milliseconds after which an impression of a video of this length is a long view. */
export function longViewMs(durationMs: number): number {
	return Math.min(Math.max(durationMs, 1), LONG_VIEW_MS);
}

/** Watched against what is expected of this length: 0 nothing, 1 a long view, up to 2 when watched again. */
export function watchRatio(watchMs: number, durationMs: number): number {
	if (!(watchMs > 0)) return 0;
	const long = longViewMs(durationMs);
	if (watchMs < long) return watchMs / long;
	const again = Math.max(0, watchMs - Math.max(durationMs, long)) / Math.max(durationMs, long);
	return 1 + Math.min(1, again);
}

/** What each deliberate act adds, in units of one long view. */
export const ACT_STRENGTH = { liked: 1, commented: 1, saved: 1.2, shared: 1.5, followed: 2, profileVisited: 0.4 } as const;
const ACTS = Object.keys(ACT_STRENGTH) as (keyof typeof ACT_STRENGTH)[];
/** However much one did with one video, it says no more than this. */
export const STRENGTH_MAX = 4;
const SKIP_STRENGTH = -0.6;
const NOT_INTERESTED_STRENGTH = -1;

export function isSkip(signal: Signal): boolean {
	return signal.watchMs < SKIP_MS && signal.watchMs < signal.durationMs / 2 && !hasAct(signal);
}

export function isLongView(signal: Pick<Signal, "watchMs" | "durationMs">): boolean {
	return watchRatio(signal.watchMs, signal.durationMs) >= 1;
}

function hasAct(signal: Signal): boolean {
	return ACTS.some((act) => signal[act]);
}

/**
 * How much a signal speaks for (positive) or against (negative) more of the same, in units of one long view: −1 to 4.
 * An act without a watch is the act alone: it is not a skip.
 */
export function strength(signal: Signal): number {
	if (signal.notInterested !== null) return NOT_INTERESTED_STRENGTH;
	let acts = 0;
	for (const act of ACTS) if (signal[act]) acts += ACT_STRENGTH[act];
	if (acts > 0 && signal.watchMs <= 0) return Math.min(STRENGTH_MAX, acts);
	const ratio = watchRatio(signal.watchMs, signal.durationMs);
	// A third of a long view is neither for nor against; below that it is ever more of a skip.
	const watched = ratio >= 1 ? 1 + 0.5 * (ratio - 1) : isSkip(signal) ? SKIP_STRENGTH : Math.max(-0.4, -0.4 + 1.4 * ratio);
	return Math.min(STRENGTH_MAX, Math.max(acts > 0 ? 0 : -1, watched) + acts);
}
