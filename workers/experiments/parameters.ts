import { CANDIDATE_TARGET } from "../../contracts/limits.ts";
import { EXPLORATION_SHARE, JITTER } from "../../recommender/page.ts";

/** What experiments may change about a feed: the value without one, and the bounds a declaration must keep to. */
export const FEED_PARAMETERS = {
	/** Share of a page's slots given to new and uncertain videos. */
	exploration: { usual: EXPLORATION_SHARE, min: 0, max: 0.5 },
	/** Times the cost of repeating a creator, topic or sound; 0 leaves the order of the scores. */
	diversity: { usual: 1, min: 0, max: 3 },
	/** Largest chance addition to a score. */
	jitter: { usual: JITTER, min: 0, max: 1 },
	/** Candidates gathered before ranking. Sources overlap: far fewer would leave a newcomer's queue short. */
	candidates: { usual: CANDIDATE_TARGET, min: 200, max: 1_000 },
} as const satisfies Record<string, { usual: number; min: number; max: number }>;

export type FeedParameter = keyof typeof FEED_PARAMETERS;
export type FeedParameters = Readonly<Record<FeedParameter, number>>;

export const isFeedParameter = (name: string): name is FeedParameter => Object.hasOwn(FEED_PARAMETERS, name);

export const USUAL_PARAMETERS: FeedParameters = {
	exploration: FEED_PARAMETERS.exploration.usual,
	diversity: FEED_PARAMETERS.diversity.usual,
	jitter: FEED_PARAMETERS.jitter.usual,
	candidates: FEED_PARAMETERS.candidates.usual,
};
