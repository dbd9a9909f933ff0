import type { Relations } from "../../social/index.ts";
import type { VideoRecord } from "./record.ts";

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

/** Whether a video can be played at all: published, and a generation is being served. */
export const isPlayable = (record: VideoRecord): boolean =>
	record.status === "ready" && record.liveGeneration !== null && record.manifest !== null;

/** Whether it may come to people who never heard of its creator. */
export const isForEveryone = (record: VideoRecord): boolean => isPlayable(record) && record.visibility === "public";

/** Whether this viewer may see it. */
export function maySee(record: VideoRecord, standing: Standing): boolean {
	if (!isPlayable(record)) return false;
	if (standing.isCreator) return true;
	if (standing.blocked) return false;
	return record.visibility === "public" || (record.visibility === "followers" && standing.follows);
}
