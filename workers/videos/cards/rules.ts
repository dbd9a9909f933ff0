import type { Relations } from "../../rules/relations.ts";
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

/** Whether a video can be played at all: published, a generation is being served, and its creator is not leaving. */
const isPlayable = (record: VideoRecord): boolean =>
	record.status === "ready" && record.liveGeneration !== null && record.manifest !== null && (record.hiddenAt ?? null) === null;

/** Whether it may come to people who never heard of its creator. */
export const isForEveryone = (record: VideoRecord): boolean => isPlayable(record) && record.visibility === "public";

/** Whether who stands so to the creator is among those it is shown to, once it can be played. */
export function isOpenTo({ visibility }: Pick<VideoRecord, "visibility">, standing: Standing): boolean {
	if (standing.isCreator) return true;
	if (standing.blocked) return false;
	return visibility === "public" || (visibility === "followers" && standing.follows);
}

/** Whether this viewer may see it. */
export const maySee = (record: VideoRecord, standing: Standing): boolean => isPlayable(record) && isOpenTo(record, standing);

/** What is done to a video: see it, and all that needs seeing (like, comment, share, ask why); manage one's own, in every state it has. */
export type MayDo = "see" | "manage";

const RULES: Readonly<Record<MayDo, (record: VideoRecord, standing: Standing) => boolean>> = {
	see: maySee,
	manage: ({ status }, { isCreator }) => isCreator && status !== "deleted",
};

/** Whether one who stands so to its creator may do this to a video. What one gave it oneself may be taken back from any: that has no rule. */
export const mayDo = (act: MayDo, record: VideoRecord, standing: Standing): boolean => RULES[act](record, standing);
