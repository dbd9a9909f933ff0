import type { Visibility } from "../../contracts/videos.ts";
import type { Relations } from "./relations.ts";

/** What of a video says who may do what to it; a record and a row have all of it. */
export interface VideoFacts {
	readonly userId: string;
	readonly status: string;
	readonly visibility: Visibility;
	/** Its creator's account is private. */
	readonly creatorPrivate?: boolean | undefined;
	/** Null while nothing of it can be played. */
	readonly liveGeneration: number | null;
	readonly manifest: object | null;
	/** Since when nobody is shown it because its creator is leaving. */
	readonly hiddenAt?: Date | number | null | undefined;
}

/** How the one who looks stands to a video's creator. */
export interface Standing {
	readonly isCreator: boolean;
	readonly follows: boolean;
	/** In either direction. */
	readonly blocked: boolean;
}

/** @param userId of the one who looks; null for a guest */
export const standingOf = (relations: Relations, userId: string | null, creatorId: string): Standing => ({
	isCreator: creatorId === userId,
	follows: relations.following.has(creatorId),
	blocked: relations.blocked.has(creatorId),
});

/** Whether a video can be played at all: published, a generation is being served, and its creator is not leaving. */
const isPlayable = ({ status, liveGeneration, manifest, hiddenAt = null }: VideoFacts): boolean =>
	status === "ready" && liveGeneration !== null && manifest !== null && hiddenAt === null;

/** Whom a video is for: of a private account, what is meant for everyone is for followers. */
export const audienceOf = ({ visibility, creatorPrivate }: Pick<VideoFacts, "visibility" | "creatorPrivate">): Visibility =>
	creatorPrivate === true && visibility === "public" ? "followers" : visibility;

/** Whether who stands so to the creator is among those it is shown to, once it can be played. */
const AUDIENCE: Readonly<Record<Visibility, (standing: Standing) => boolean>> = {
	public: ({ isCreator, blocked }) => isCreator || !blocked,
	followers: ({ isCreator, follows, blocked }) => isCreator || (follows && !blocked),
	private: ({ isCreator }) => isCreator,
};

/** What is done to a video: see it, and all that needs seeing (like, comment, share, ask why); manage one's own, in every state it has. */
export type MayDo = "see" | "manage";

const RULES: Readonly<Record<MayDo, (video: VideoFacts, standing: Standing) => boolean>> = {
	see: (video, standing) => isPlayable(video) && AUDIENCE[audienceOf(video)](standing),
	manage: ({ status }, { isCreator }) => isCreator && status !== "deleted",
};

/** Whether one who stands so to its creator may do this to a video. What one gave it oneself may be taken back from any: that has no rule. */
export const mayDo = (act: MayDo, video: VideoFacts, standing: Standing): boolean => RULES[act](video, standing);

/** Whether this viewer may see it. */
export const maySee = (video: VideoFacts, standing: Standing): boolean => mayDo("see", video, standing);

/** Whether it may come to people who never heard of its creator. */
export const isForEveryone = (video: VideoFacts): boolean => isPlayable(video) && audienceOf(video) === "public";

/** Whether a user may pass it on to their followers: only what everyone may see anyway, while its creator allows it, and not one's own. */
export const mayBeReposted = (video: VideoFacts & { readonly allowReposts: boolean }, userId: string): boolean =>
	isForEveryone(video) && video.allowReposts && video.userId !== userId;

/** Whether a copy of it may be kept: only of what everyone may see anyway, while its creator allows it. */
export const mayBeDownloaded = (video: VideoFacts & { readonly allowDownload: boolean }): boolean =>
	isForEveryone(video) && video.allowDownload;
