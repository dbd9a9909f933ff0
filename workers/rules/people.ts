import type { Relations } from "./relations.ts";

/** Whether somebody is named to the viewer in a list: nobody meets who blocked the other, either way. */
export const mayMeet = ({ blocked }: Pick<Relations, "blocked">, userId: string): boolean => !blocked.has(userId);

/** Whether a user may delete a comment: their own, or one under their own video. */
export const mayDeleteComment = (
	userId: string,
	{ authorId, creatorId }: { readonly authorId: string; readonly creatorId: string },
): boolean => userId === authorId || userId === creatorId;
