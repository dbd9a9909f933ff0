/** What "recent" means in `VideoStats.recentLongViews`: each long view counts half after this, milliseconds. */
export const RECENT_HALF_LIFE_MS = 86_400_000;

/** A faded count carried forward; clocks that run backwards fade nothing. */
export function fadeRecent(count: number, elapsedMs: number): number {
	return count * 2 ** (-Math.max(0, elapsedMs) / RECENT_HALF_LIFE_MS);
}

/** Long views of a moment (a part of the day, a kind of device) fade by half in so long, milliseconds: several days' same hours count. */
export const MOMENT_HALF_LIFE_MS = 7 * 86_400_000;
