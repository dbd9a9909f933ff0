import { and, eq, gt, isNotNull, isNull, lt, lte, ne, or, type SQL } from "drizzle-orm";
import { UNDO_DELETE_MS } from "../../../contracts/limits.ts";
import { videos } from "../../../db/schema/videos.ts";
import type { VideoRow } from "./row.ts";

/** What of a row, its status apart, says whether it may take a transition. */
export type Guarded = Pick<
	VideoRow,
	| "stage"
	| "generation"
	| "liveGeneration"
	| "withheldGeneration"
	| "deletedFrom"
	| "deletedAt"
	| "hiddenAt"
	| "creatorPrivate"
	| "creatorTeen"
>;

/** A condition said twice, for a row at hand and for a statement; a test holds the two to each other. */
interface Guard {
	/** @param now milliseconds since 1970 */
	readonly holds: (row: Guarded, now: number) => boolean;
	readonly where: (now: number) => SQL | undefined;
}

const undoEnds = (now: number): Date => new Date(now - UNDO_DELETE_MS);

export const GUARDS = {
	/** A new generation is being made while the old one is served; `stage` tells one that was given up (`done`) from one that goes on. */
	remade: {
		holds: ({ liveGeneration, generation, stage }) => liveGeneration !== null && liveGeneration < generation && stage !== "done",
		where: () => and(lt(videos.liveGeneration, videos.generation), ne(videos.stage, "done")),
	},
	neverLive: {
		holds: ({ liveGeneration }) => liveGeneration === null,
		where: () => isNull(videos.liveGeneration),
	},
	live: {
		holds: ({ liveGeneration }) => liveGeneration !== null,
		where: () => isNotNull(videos.liveGeneration),
	},
	/** Something of it can be served: what was, or what a verdict kept back. */
	made: {
		holds: ({ liveGeneration, withheldGeneration }) => liveGeneration !== null || withheldGeneration !== null,
		where: () => or(isNotNull(videos.liveGeneration), isNotNull(videos.withheldGeneration)),
	},
	notMade: {
		holds: ({ liveGeneration, withheldGeneration }) => liveGeneration === null && withheldGeneration === null,
		where: () => and(isNull(videos.liveGeneration), isNull(videos.withheldGeneration)),
	},
	/** What is served is the newest: nothing is being made. */
	newestLive: {
		holds: ({ liveGeneration, generation }) => liveGeneration === generation,
		where: () => eq(videos.liveGeneration, videos.generation),
	},
	/** What follows publishing is still to be done. */
	unannounced: {
		holds: ({ liveGeneration, stage }) => liveGeneration !== null && stage === "publishing",
		where: () => and(isNotNull(videos.liveGeneration), eq(videos.stage, "publishing")),
	},
	announced: {
		holds: ({ stage }) => stage === "done",
		where: () => eq(videos.stage, "done"),
	},
	undoable: {
		holds: ({ deletedFrom, deletedAt }, now) => deletedFrom !== null && deletedAt !== null && deletedAt > undoEnds(now),
		where: (now) => and(isNotNull(videos.deletedFrom), gt(videos.deletedAt, undoEnds(now))),
	},
	undoOver: {
		holds: ({ deletedAt }, now) => deletedAt !== null && deletedAt <= undoEnds(now),
		where: (now) => lte(videos.deletedAt, undoEnds(now)),
	},
	hidden: {
		holds: ({ hiddenAt }) => hiddenAt !== null,
		where: () => isNotNull(videos.hiddenAt),
	},
	ofPrivate: {
		holds: ({ creatorPrivate }) => creatorPrivate,
		where: () => eq(videos.creatorPrivate, true),
	},
	ofPublic: {
		holds: ({ creatorPrivate }) => !creatorPrivate,
		where: () => eq(videos.creatorPrivate, false),
	},
	ofTeen: {
		holds: ({ creatorTeen }) => creatorTeen,
		where: () => eq(videos.creatorTeen, true),
	},
	ofAdult: {
		holds: ({ creatorTeen }) => !creatorTeen,
		where: () => eq(videos.creatorTeen, false),
	},
	notHidden: {
		holds: ({ hiddenAt }) => hiddenAt === null,
		where: () => isNull(videos.hiddenAt),
	},
} satisfies Readonly<Record<string, Guard>>;

export type GuardName = keyof typeof GUARDS;
