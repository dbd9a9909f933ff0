import type { PreferencesChange } from "../../../contracts/preferences.ts";
import type { EventsMessage, Exposure } from "../../../contracts/queues.ts";
import type { WordFilters } from "../../../contracts/word-filters.ts";
import type { Device, MuteScope } from "../../../recommender/types.ts";

/** What the Worker and a viewer's session object say to each other. */

/** Circumstances of a request, as far as they are known. */
export interface Circumstances {
	readonly country: string | null;
	readonly device: Device | null;
	/** Hour of the viewer's day, 0–23, as far as the connection tells where that is. */
	readonly hour?: number | null;
	/** Where it comes from, as names of one day; null where that is not told. */
	readonly from?: { readonly address: string; readonly network: string } | null;
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
	readonly saved: boolean;
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

/** One impression of one video, its video known to exist. Times are milliseconds. */
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
	readonly saved?: boolean;
	readonly profileVisited?: boolean;
	readonly replayed: boolean;
	readonly source: string;
	readonly startupMs: number | null;
}

/** What became of impressions that were told. `counted` are those that count for others, as they go to them. */
export interface TakenIn {
	readonly accepted: number;
	readonly duplicates: number;
	readonly counted: readonly EventsMessage["events"][number][];
}

/** An act outside the player: a heart on a profile, a follow from a comment. */
export interface Act {
	readonly videoId: string;
	readonly kind: "liked" | "unliked" | "saved" | "unsaved" | "commented" | "shared" | "followed";
}

export type LearnedAct = Exclude<Act["kind"], "unliked" | "unsaved">;

export interface Refusal {
	readonly videoId: string;
	readonly scope: MuteScope;
	readonly undo: boolean;
}

/** A thing muted, by its id. */
export interface MutedThing {
	readonly scope: MuteScope;
	readonly key: string;
}

/** What must not be shown to a viewer wherever something is chosen for them, and whether anything may be chosen for them personally. */
export interface Avoided {
	readonly isPersonal: boolean;
	readonly filters: WordFilters;
	/** Topics set to none are among them. */
	readonly muted: readonly MutedThing[];
}

/** What a viewer told the feed, for them to see; the names of things are looked up elsewhere. */
export interface StatedPreferences {
	readonly isPersonal: boolean;
	readonly interests: readonly string[];
	readonly topics: readonly { readonly topic: string; readonly weight: number; readonly learned: number; readonly picked: boolean }[];
	readonly filters: WordFilters;
	readonly muted: readonly (MutedThing & { readonly videoId: string | null; readonly at: number })[];
}

/** The answer to a change of preferences: as they are now, or which of them had no room for more, or that the feed is not `personal`. */
export type Changed =
	| { readonly told: StatedPreferences; readonly full: null }
	| { readonly told: null; readonly full: "filters" | "topics" | "personal" };

export type { PreferencesChange };

export interface Relations {
	readonly following: readonly string[];
	readonly blocked: readonly string[];
	readonly topics: readonly string[];
	readonly isTeen: boolean;
}

/** How a video came to be shown. */
export interface Story {
	/** Whether the feed is personal now: of one that is not, only what holds for everybody is told. */
	readonly isPersonal: boolean;
	readonly kind: "exploit" | "explore" | "fresh";
	/** Parts of its score that spoke for it. */
	readonly parts: Readonly<Record<string, number>>;
	/** Which of its topics the parts of topics are owed to. */
	readonly topics: Readonly<Partial<Record<"topic" | "topicNow" | "chosen", string>>>;
	/** Of the interests the viewer chose, those that are known from that choice rather than from watching. */
	readonly picked: readonly string[];
	/** Of the video's topics, those the viewer follows. */
	readonly followed: readonly string[];
	/** Nothing was liked yet. */
	readonly onlyPicked: boolean;
}

/** What a guest's session hands over when the guest signs up. */
export interface Inheritance {
	readonly taste: string | null;
	/** What was set by hand, encoded; null where nothing was. */
	readonly preferences?: string | null;
	/** Latest last. */
	readonly shown: readonly { readonly videoId: string; readonly at: number; readonly watchedAt: number | null }[];
	/** Arms the guest was put into; the person stays in them, and is counted on under the guest's pseudonym. */
	readonly exposures: readonly Exposure[];
}
