import type { VectorSpace } from "./space.ts";

/** How many videos for everyone have content vectors of a version. */
export interface VersionCount {
	readonly version: string;
	readonly videos: number;
}

/** The share of all videos that must have a vector of the next space before it is served: those whose original is gone never will. */
const WHOLE_SHARE = 0.99;
/** When for so long no other was added it is served if nine in ten have one, and given up otherwise, milliseconds. */
const PATIENCE_MS = 2 * 86_400_000;
const MOST_SHARE = 0.9;
/** A new version is believed when this many videos have it: a container that was rolled out and back makes a few. */
const BELIEVED = 5;

export interface Turn {
	/** The same object when nothing changed. */
	readonly space: VectorSpace | null;
	readonly event: "vector_space_chosen" | "vector_space_next" | "vector_space_switched" | "vector_space_given_up" | null;
}

/** What is to be served now, and what filled. @param versions most first */
export function decide(space: VectorSpace | null, versions: readonly VersionCount[], now: number): Turn {
	if (space === null) {
		const [most] = versions;
		if (most === undefined) return { space, event: null };
		return { space: { active: most.version, next: null, retired: null, past: [] }, event: "vector_space_chosen" };
	}
	const { active, next, retired, past } = space;
	if (next === null) {
		const other = versions.find(({ version, videos }) => version !== active && !past.includes(version) && videos >= BELIEVED);
		// One after the other: what is being cleared is cleared first.
		if (other === undefined || retired !== null) return { space, event: null };
		return { space: { ...space, next: { ...other, since: now } }, event: "vector_space_next" };
	}
	const all = versions.reduce((sum, { videos }) => sum + videos, 0);
	const have = versions.find(({ version }) => version === next.version)?.videos ?? 0;
	const share = have / Math.max(1, all);
	const isStuck = have <= next.videos && now - next.since >= PATIENCE_MS;
	if (share >= WHOLE_SHARE || (isStuck && share >= MOST_SHARE)) {
		const served = { active: next.version, next: null, retired: { version: active, after: "0" }, past: [...past, active] };
		return { space: served, event: "vector_space_switched" };
	}
	if (isStuck) return { space: { ...space, next: null, past: [...past, next.version] }, event: "vector_space_given_up" };
	if (have > next.videos) return { space: { ...space, next: { version: next.version, videos: have, since: now } }, event: null };
	return { space, event: null };
}
