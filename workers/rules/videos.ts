import type { Restriction, Visibility } from "../../contracts/videos.ts";
import type { Relations } from "./relations.ts";

/** What of a video says who may do what to it; a record and a row have all of it. */
export interface VideoFacts {
	readonly userId: string;
	readonly status: string;
	readonly visibility: Visibility;
	/** Its creator's account is private. */
	readonly creatorPrivate?: boolean | undefined;
	/** Its creator's account is a teen's. */
	readonly creatorTeen?: boolean | undefined;
	readonly restriction: Restriction;
	/** Null while nothing of it can be played. */
	readonly liveGeneration: number | null;
	readonly manifest: object | null;
	/** Since when nobody is shown it because its creator is leaving. */
	readonly hiddenAt?: Date | number | null | undefined;
}

/** How the one who looks stands to a video's creator. */
export interface Standing {
	readonly isCreator: boolean;
	/** Known to be one, by their account. */
	readonly isAdult: boolean;
	readonly follows: boolean;
	/** In either direction. */
	readonly blocked: boolean;
}

/** @param userId of the one who looks; null for a guest */
export const standingOf = (relations: Relations, userId: string | null, creatorId: string): Standing => ({
	isCreator: creatorId === userId,
	isAdult: relations.isAdult,
	follows: relations.following.has(creatorId),
	blocked: relations.blocked.has(creatorId),
});

/** Whether a video can be played at all: published, a generation is being served, and its creator is not leaving. */
const isPlayable = ({ status, liveGeneration, manifest, hiddenAt = null }: VideoFacts): boolean =>
	status === "ready" && liveGeneration !== null && manifest !== null && hiddenAt === null;

/** Whom a video is for: of a private account, what is meant for everyone is for followers. */
export const audienceOf = ({ visibility, creatorPrivate }: Pick<VideoFacts, "visibility" | "creatorPrivate">): Visibility =>
	creatorPrivate === true && visibility === "public" ? "followers" : visibility;

/** Whether an age restriction lets somebody watch: nobody who is not known to be adult. */
export const mayWatch = ({ restriction }: Pick<VideoFacts, "restriction">, { isAdult }: Pick<Standing, "isAdult">): boolean =>
	restriction !== "age" || isAdult;

/** Whether what is shown of it needs no proof of who looks: then its objects are open to whoever has their address. */
export const isOpen = (video: Pick<VideoFacts, "visibility" | "creatorPrivate" | "restriction">): boolean =>
	audienceOf(video) === "public" && video.restriction !== "age";

/** Whether who stands so to the creator is among those it is shown to, once it can be played. */
const AUDIENCE: Readonly<Record<Visibility, (standing: Standing) => boolean>> = {
	public: ({ isCreator, blocked }) => isCreator || !blocked,
	followers: ({ isCreator, follows, blocked }) => isCreator || (follows && !blocked),
	private: ({ isCreator }) => isCreator,
};

/** What is done to a video: see it, and all that needs seeing (like, comment, share, ask why); manage one's own, in every state it has. */
export type MayDo = "see" | "manage";

const RULES: Readonly<Record<MayDo, (video: VideoFacts, standing: Standing) => boolean>> = {
	see: (video, standing) => isPlayable(video) && AUDIENCE[audienceOf(video)](standing) && (standing.isCreator || mayWatch(video, standing)),
	manage: ({ status }, { isCreator }) => isCreator && status !== "deleted",
};

/** Whether one who stands so to its creator may do this to a video. What one gave it oneself may be taken back from any: that has no rule. */
export const mayDo = (act: MayDo, video: VideoFacts, standing: Standing): boolean => RULES[act](video, standing);

/** Whether this viewer may see it. */
export const maySee = (video: VideoFacts, standing: Standing): boolean => mayDo("see", video, standing);

/** Whether everybody may see it, who never heard of its creator too. */
export const isForEveryone = (video: VideoFacts): boolean => isPlayable(video) && isOpen(video);

/**
 * Whether it may come to people who did not ask for it or its creator: feeds, search, hashtags, what is trending, a sound's videos. What a
 * teen made comes to nobody so, also while their account is public: who follows them has it, and who was given its link.
 */
export const isRecommendable = (video: VideoFacts): boolean =>
	isForEveryone(video) && video.restriction === "none" && video.creatorTeen !== true;

/**
 * Whether a user may pass it on to their followers: only what everyone may see anyway, while its creator allows it and is no teen, whom
 * those do not follow; and not one's own.
 */
export const mayBeReposted = (video: VideoFacts & { readonly allowReposts: boolean }, userId: string): boolean =>
	isForEveryone(video) && video.allowReposts && video.creatorTeen !== true && video.userId !== userId;

/** Whether a copy of it may be kept: only of what everyone may see anyway, while its creator allows it, and of nothing a teen made. */
export const mayBeDownloaded = (video: VideoFacts & { readonly allowDownload: boolean }): boolean =>
	isForEveryone(video) && video.allowDownload && video.creatorTeen !== true;
