import type { Exposure } from "../../../../contracts/queues.ts";
import type { Worded } from "../../../../contracts/word-filters.ts";
import type { Taste } from "../../../../recommender/taste.ts";
import type { RankContext } from "../../../../recommender/types.ts";
import { type Viewer, viewerKey } from "../../../rules/viewer.ts";
import type { GivenPage } from "../impressions.ts";
import type { Standing } from "../influence.ts";
import type { Preferences } from "../preferences.ts";
import type { Circumstances } from "../protocol.ts";
import type { Queue } from "../queue.ts";
import type { FeedRelations } from "../relations.ts";
import type { KeptLessons } from "./lessons.ts";

/** How far the queue is from being made anew. */
export interface Filling {
	/** Candidates are being gathered: whoever needs a queue meanwhile waits for the same. */
	readonly isUnderWay: boolean;
	/** It is to be made anew when the isolate has a moment. */
	readonly isResting: boolean;
	/** How much was learned since candidates were last gathered. */
	readonly moved: number;
	/** Queues made anew from what was learned that no page was taken from yet. */
	readonly unseen: number;
	/** Rises with each change by hand: what was gathered under an older one is no good. */
	readonly changes: number;
}

export const AT_REST: Filling = { isUnderWay: false, isResting: false, moved: 0, unseen: 0, changes: 0 };

/** All a session works on, decoded. Immutable: a command answers with the next. */
export interface SessionState {
	/** Whose it is; null before anybody was met. */
	readonly viewer: Viewer | null;
	/** As they were last met in. */
	readonly circumstances: Circumstances;
	/** What was learned, steered by what was set by hand. */
	readonly taste: Taste;
	readonly preferences: Preferences;
	/** True for videos whose words the viewer filters. */
	readonly filtered: (video: Worded) => boolean;
	readonly queue: Queue;
	/** True while the queue stands as it was read: more may have been learned since it was written. It is put into order before it is shown. */
	readonly isStale: boolean;
	/** The page given last and the cursor it was asked for by; no page was given for its own next cursor yet. Null when that is not known. */
	readonly given: { readonly cursor: string | null; readonly page: GivenPage } | null;
	/** What was shown last, the latest at the end. */
	readonly recent: readonly string[];
	readonly relations: FeedRelations | null;
	readonly standing: Standing;
	/** Arms that were shown. */
	readonly exposures: readonly Exposure[];
	/** The random name under which others know of this session. */
	readonly pseudonym: string;
	/** Version of the vectors that the taste's directions are made of; null when that is not known. */
	readonly space: string | null;
	readonly lessons: KeptLessons;
	readonly filling: Filling;
}

/** At most this many of those shown last keep the next ones varied. */
export const RECENT = 20;

const NOBODY: Viewer = { kind: "guest", guestId: "" };
const NOT_TOLD: Circumstances = { country: null, device: null };

/** @param viewer `user:<id>` or `guest:<id>`; what is unknown of the circumstances stays as it was */
export function met(state: SessionState, viewer: string, { country, device, hour }: Circumstances = NOT_TOLD): SessionState {
	const known = state.circumstances;
	return {
		...state,
		viewer: state.viewer ?? viewerOf(viewer),
		circumstances: {
			country: country ?? known.country,
			device: device ?? known.device,
			hour: hour ?? known.hour ?? null,
		},
	};
}

function viewerOf(key: string): Viewer {
	const [kind, id = ""] = key.split(":");
	return kind === "user" ? { kind, userId: id, sessionId: "", teen: false } : { kind: "guest", guestId: id };
}

export const viewerIn = ({ viewer }: SessionState): Viewer => viewer ?? NOBODY;
export const userIn = ({ viewer }: SessionState): string | null => (viewer?.kind === "user" ? viewer.userId : null);
/** Null before anybody was met. */
export const keyIn = ({ viewer }: SessionState): string | null => (viewer === null ? null : viewerKey(viewer));

export const isPersonal = ({ preferences }: SessionState): boolean => preferences.isPersonal;

/** What ranking goes by, beside the taste. Of a feed that is not personal, the country alone: it is the same for all who are there. */
export function rankContext(state: SessionState, now: number): RankContext {
	const { circumstances, relations } = state;
	if (!isPersonal(state)) return { now, followed: new Set(), country: circumstances.country, device: null, hour: null, surface: "fyp" };
	const { following = new Set<string>(), topics = new Set<string>() } = relations ?? {};
	return { now, followed: following, followedTopics: topics, ...circumstances, surface: "fyp" };
}

/** These were shown just now. */
export function remembering(state: SessionState, videoIds: readonly string[]): SessionState {
	if (videoIds.length === 0) return state;
	const latest = new Set(videoIds);
	return { ...state, recent: [...state.recent.filter((id) => !latest.has(id)), ...latest].slice(-RECENT) };
}
