import type { Worded } from "../../../../contracts/word-filters.ts";
import type { Taste } from "../../../../recommender/taste.ts";
import type { Candidate, Random, RankContext, VideoFeatures } from "../../../../recommender/types.ts";
import type { DeclaredExperiment } from "../../../experiments/index.ts";
import type { GivenAnswer } from "../../../trust/index.ts";
import type { VideoRecord } from "../../../videos/cards/index.ts";
import type { Models } from "../../retrieval/models.ts";
import type { Tuning } from "../exposures.ts";
import type { GivenPage, Giving, Impression } from "../impressions.ts";
import type { Known } from "../known.ts";
import type { Outgoing } from "../outbox.ts";
import type {
	Act,
	Avoided,
	Changed,
	Circumstances,
	Inheritance,
	Page,
	PageRequest,
	PreferencesChange,
	Refusal,
	Relations,
	ShownEvent,
	TakenIn,
} from "../protocol.ts";
import type { FeedRelations } from "../relations.ts";
import type { StoredSlot } from "../slots.ts";
import type { MarksChange } from "./marks.ts";
import type { SessionState } from "./state.ts";

/** What a queue is gathered for: the session as it was when that began. */
export interface Gathering {
	readonly startedAt: number;
	readonly taste: Taste;
	readonly context: RankContext;
	readonly filtered: (video: Worded) => boolean;
	readonly recent: readonly string[];
	readonly changes: number;
	readonly tuning: Tuning;
	readonly relations: FeedRelations;
}

/** A queue laid out from candidates, before it is known what became of the session meanwhile. */
export interface LaidOut {
	readonly slots: readonly StoredSlot[];
	readonly repeats: boolean;
	readonly tuning: Tuning;
}

/** Everything a session can be told, and what each answers. */
export interface Commands {
	page: { command: PageRequest; answer: Page };
	watch: {
		command: { readonly viewer: string; readonly events: readonly ShownEvent[]; readonly circumstances: Circumstances };
		answer: TakenIn;
	};
	act: { command: { readonly viewer: string; readonly act: Act }; answer: null };
	refuse: { command: { readonly viewer: string; readonly refusal: Refusal }; answer: null };
	prefer: { command: { readonly viewer: string; readonly asked: PreferencesChange }; answer: Changed };
	/** Begins from chosen interests; `vectors` say where they lie. False when the feed is not personal. */
	choose: {
		command: { readonly viewer: string; readonly interests: readonly string[]; readonly vectors: readonly Float32Array[] };
		answer: boolean;
	};
	relate: { command: { readonly viewer: string; readonly relations: Relations }; answer: null };
	inherit: { command: { readonly viewer: string; readonly from: Inheritance }; answer: null };
	/** What was given to a guest before there was a session: pages of a feed are what this one has shown. */
	takeOver: { command: { readonly answers: readonly GivenAnswer[] }; answer: null };
	/** Forgets what was learned. @returns the interests to begin from again */
	reset: { command: object; answer: readonly string[] };

	/** Results of effects, as they come back. */
	related: { command: { readonly relations: FeedRelations }; answer: null };
	/** The taste's directions in the space that is served now, made of the taste as it was; null where it stays as it is. */
	enterSpace: { command: { readonly space: string; readonly from: Taste; readonly taste: Taste | null }; answer: null };
	/** A rest is over; `isBehind` when answers waited for their turn meanwhile. */
	rested: { command: { readonly rests: number; readonly fromLearning: boolean; readonly isBehind: boolean }; answer: null };
	gather: { command: { readonly relations: FeedRelations }; answer: Gathering };
	layOut: {
		command: {
			readonly gathering: Gathering;
			readonly candidates: readonly Candidate[];
			readonly models: Models;
			readonly recent: readonly VideoFeatures[];
			/** All there is was shown: these come again. */
			readonly repeats: boolean;
		};
		answer: LaidOut;
	};
	takeUp: {
		command: {
			readonly gathering: Gathering;
			readonly laidOut: LaidOut;
			readonly liked: ReadonlySet<string>;
			readonly saved: ReadonlySet<string>;
			readonly isFallback: boolean;
			/** A source that was asked did not answer. */
			readonly isPartial: boolean;
		};
		/** The slots that wait now; null when it has to be gathered again. */
		answer: { readonly slots: number } | null;
	};
	/** Filling ended: whether it did, or nobody had a place for it. */
	filled: { command: { readonly fromLearning: boolean; readonly isMade: boolean }; answer: null };
}

export type Kind = keyof Commands;
export type Command<K extends Kind> = Commands[K]["command"];
export type Answer<K extends Kind> = Commands[K]["answer"];

/** What stands in `state` is kept under these names. */
export type Part = "taste" | "queue" | "preferences" | "standing" | "exposures" | "space";

/** What a command has done outside the session's state. */
export type Effect =
	| { readonly kind: "keep"; readonly part: Part }
	| { readonly kind: "forgetTaste" }
	/** Nothing is left by which anything was or will be chosen for them, nor the name under which others know of it. */
	| { readonly kind: "forgetPerson" }
	/** A page is being given: written a moment later, or with what is written before. */
	| { readonly kind: "give"; readonly giving: Giving }
	/** What was given is written now. */
	| { readonly kind: "putAway" }
	| { readonly kind: "markSeen"; readonly videoIds: readonly string[]; readonly at: number }
	| { readonly kind: "markWatched"; readonly videoIds: readonly string[]; readonly at: number }
	| { readonly kind: "marks"; readonly change: MarksChange }
	| { readonly kind: "tell"; readonly told: Outgoing; readonly at: number }
	/** The outbox is handed on at once, or when something else goes. */
	| { readonly kind: "handOn"; readonly isUrgent: boolean }
	/** Takes what these keep out off the pages that were given, and leaves a copy for when the session can't answer. Waited for. */
	| { readonly kind: "withdraw"; readonly avoided: Avoided; readonly viewer: string | null }
	/** Gathers candidates, has them laid out and taken up. */
	| { readonly kind: "fill" }
	/** The same, in the isolate's turn. */
	| { readonly kind: "fillInTurn"; readonly fromLearning: boolean }
	| { readonly kind: "rest"; readonly rests: number; readonly fromLearning: boolean };

/** What has to be found out before a command can be carried out. */
export type Need =
	| { readonly kind: "videos"; readonly videoIds: readonly string[] }
	| { readonly kind: "relations" }
	/** Times at which answers outside this feed named videos. */
	| { readonly kind: "elsewhere" }
	/** A queue that is being filled. */
	| { readonly kind: "queue" };

/** What is stored, as it was before the command. */
export interface Memory {
	among(videoIds: readonly string[]): ReadonlySet<string>;
	tell(videoIds: readonly string[]): ReadonlyMap<string, Impression>;
	page(cursor: string): GivenPage | null;
	last(limit: number): readonly { readonly videoId: string; readonly at: number }[];
	/** Shown by pages that are not written yet. */
	unwritten(): readonly string[];
	times(marks: readonly string[]): ReadonlyMap<string, number>;
}

/** All else a command goes by. */
export interface Context {
	readonly now: number;
	readonly random: Random;
	readonly newId: () => string;
	readonly experiments: readonly DeclaredExperiment[];
	readonly isForEveryone: (video: VideoRecord) => boolean;
	readonly memory: Memory;
	/** What was found out for this command so far. */
	readonly known: Known | null;
	readonly elsewhere: ReadonlyMap<string, number> | null;
	readonly hasWaited: boolean;
}

/** The next state, what to do, and the answer; or what is missing for it: then the command is given again with that. */
export type Outcome<A> =
	| { readonly state: SessionState; readonly effects: readonly Effect[]; readonly needs: null; readonly answer: A }
	| { readonly state: SessionState; readonly effects: readonly Effect[]; readonly needs: Need };

export const done = <A>(state: SessionState, effects: readonly Effect[], answer: A): Outcome<A> => ({
	state,
	effects,
	needs: null,
	answer,
});
export const needing = (state: SessionState, needs: Need, effects: readonly Effect[] = []): Outcome<never> => ({ state, effects, needs });
