import type { Exposure } from "../../../contracts/queues.ts";
import type { MuteScope } from "../../../recommender/types.ts";

/** What the Worker and a viewer's session object say to each other. */

/** Circumstances of a request, as far as they are known. */
export interface Circumstances {
	readonly country: string | null;
	readonly device: "phone" | "desktop" | null;
}

export interface PageRequest extends Circumstances {
	/** `user:<id>` or `guest:<id>`. */
	readonly viewer: string;
	readonly count: number;
	/** What an earlier page gave as `nextCursor`; null for the next page whatever it be. */
	readonly cursor: string | null;
}

export interface PageItem {
	readonly videoId: string;
	readonly liked: boolean;
	readonly following: boolean;
}

export interface Page {
	readonly items: readonly PageItem[];
	readonly nextCursor: string;
	/** The personal part of the retrieval was missing when these were chosen. */
	readonly isFallback: boolean;
	/** What comes after, as far as known now: for warming caches. */
	readonly upcoming: readonly string[];
	/** True when this page was given before, under the same cursor. */
	readonly repeated: boolean;
}

/** One showing of one video, its video known to exist. Times are milliseconds. */
export interface ShownEvent {
	readonly eventId: string | null;
	readonly videoId: string;
	readonly at: number;
	readonly watchMs: number;
	readonly durationMs: number;
	readonly liked: boolean;
	readonly commented: boolean;
	readonly shared: boolean;
	readonly followed: boolean;
	readonly replayed: boolean;
	readonly source: string;
	readonly startupMs: number | null;
}

/** An act outside the player: a heart on a profile, a follow from a comment. */
export interface Act {
	readonly videoId: string;
	readonly kind: "liked" | "unliked" | "commented" | "shared" | "followed";
}

export interface Refusal {
	readonly videoId: string;
	readonly scope: MuteScope;
	readonly undo: boolean;
}

export interface Relations {
	readonly following: readonly string[];
	readonly blocked: readonly string[];
}

/** What a guest's session hands over when the guest signs up. */
export interface Inheritance {
	readonly taste: string | null;
	/** Latest last. */
	readonly shown: readonly { readonly videoId: string; readonly at: number }[];
	/** Arms the guest was put into; the person stays in them, and is counted on under the guest's pseudonym. */
	readonly exposures: readonly Exposure[];
}
