import { seeded } from "../../../../contracts/seeded.ts";
import { FALLBACK_MODEL } from "../../../../recommender/fallback-model.ts";
import { emptyTaste } from "../../../../recommender/taste.ts";
import type { VideoFeatures } from "../../../../recommender/types.ts";
import { USUAL_PARAMETERS } from "../../../experiments/index.ts";
import type { VideoRecord } from "../../../videos/cards/index.ts";
import { NEWCOMER } from "../influence.ts";
import type { Known } from "../known.ts";
import { NO_PREFERENCES } from "../preferences.ts";
import type { ShownEvent } from "../protocol.ts";
import type { StoredSlot } from "../slots.ts";
import type { Context, Memory } from "./commands.ts";
import { NO_LESSONS } from "./lessons.ts";
import { AT_REST, type SessionState } from "./state.ts";

export const NOW = Date.UTC(2026, 10, 30, 12);
export const VIEWER = "user:7";
export const NOWHERE = { country: null, device: null };

export const slot = (videoId: string, creatorId = `c${videoId}`): StoredSlot => ({
	videoId,
	creatorId,
	kind: "exploit",
	propensity: null,
	score: 1,
	parts: {},
	sources: {},
});

/** A queue of the ids from 1 on, just made, that is not worth making anew. */
export const queueOf = (count: number, more: Partial<SessionState["queue"]> = {}): SessionState["queue"] => ({
	slots: Array.from({ length: count }, (_, place) => slot(String(place + 1))),
	repeats: false,
	isFallback: false,
	madeAt: NOW,
	hasMore: false,
	liked: [],
	saved: [],
	...more,
});

/** A session of a user who is known, with a queue of sixty and nothing learned. */
export const session = (more: Partial<SessionState> = {}): SessionState => ({
	viewer: { kind: "user", userId: "7", sessionId: "", teen: false },
	circumstances: NOWHERE,
	taste: emptyTaste(NOW),
	preferences: NO_PREFERENCES,
	filtered: () => false,
	queue: queueOf(60),
	isStale: false,
	given: null,
	recent: [],
	relations: { following: new Set(), blocked: new Set(), topics: new Set(), isTeen: false },
	standing: NEWCOMER,
	exposures: [],
	pseudonym: "pseudonym",
	space: null,
	lessons: NO_LESSONS,
	filling: AT_REST,
	...more,
});

const MEMORY: Memory = {
	among: () => new Set(),
	tell: () => new Map(),
	page: () => null,
	last: () => [],
	unwritten: () => [],
	times: () => new Map(),
};

export const context = ({ memory, ...more }: Partial<Omit<Context, "memory">> & { readonly memory?: Partial<Memory> } = {}): Context => ({
	now: NOW,
	random: seeded(3),
	newId: () => "an id",
	experiments: [],
	isForEveryone: () => true,
	memory: { ...MEMORY, ...memory },
	known: null,
	elsewhere: null,
	hasWaited: false,
	...more,
});

const features = (id: string): VideoFeatures => ({
	id,
	creatorId: `c${id}`,
	topics: [`topic${Number(id) % 5}`],
	soundId: null,
	durationMs: 10_000,
	createdAt: NOW - 1_000_000,
	country: null,
	vector: null,
	stats: { impressions: 100, views: 100, longViews: 50, likes: 5, recentLongViews: 0, expectedLongViews: undefined },
});

/** All that was asked for is known; of `gone` nothing is. */
export function knowing(videoIds: readonly string[], gone: readonly string[] = []): Known {
	const there = videoIds.filter((id) => !gone.includes(id));
	return {
		asked: new Set(videoIds),
		records: new Map(there.map((id) => [id, { id, hashtags: [] } as unknown as VideoRecord])),
		videos: new Map(there.map((id) => [id, features(id)])),
		models: { rank: FALLBACK_MODEL, share: 1, neighbours: null, space: null },
		recent: [],
	};
}

export const sixty = Array.from({ length: 60 }, (_, place) => String(place + 1));

/** Watched to the end, just now. */
export const event = (videoId: string, more: Partial<ShownEvent> = {}): ShownEvent => ({
	eventId: `e${videoId}`,
	videoId,
	at: NOW,
	watchMs: 10_000,
	durationMs: 10_000,
	liked: false,
	commented: false,
	shared: false,
	followed: false,
	replayed: false,
	source: "fyp",
	startupMs: null,
	...more,
});

export const TUNED = { parameters: USUAL_PARAMETERS, arms: [{ experiment: "e", arm: "control" }] };
