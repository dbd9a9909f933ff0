import type { CommentsFrom } from "../../contracts/comments.ts";
import { COMMENT_EDIT_MS } from "../../contracts/limits.ts";
import type { Standing } from "./videos.ts";

/** What of a comment says who may do what to it. */
export interface CommentFacts {
	readonly userId: string;
	readonly createdAt: Date;
	/** Since when it waits for the creator's approval; null when everybody sees it. */
	readonly heldAt: Date | null;
	readonly deletedAt: Date | null;
}

/** What is done to a comment by somebody who may see its video. `answer` and all that others see of it need one that everybody sees. */
export type MayDoToComment = "see" | "answer" | "edit" | "delete" | "prefer" | "approve";

interface Who {
	/** Null for a guest. */
	readonly userId: string | null;
	/** Of the video. */
	readonly creatorId: string;
}

const isAuthor = ({ userId }: CommentFacts, who: Who) => userId === who.userId;
const isCreator = (who: Who) => who.creatorId === who.userId;
const isUp = ({ heldAt, deletedAt }: CommentFacts) => heldAt === null && deletedAt === null;

const RULES: Readonly<Record<MayDoToComment, (comment: CommentFacts, who: Who) => boolean>> = {
	see: (comment, who) => comment.heldAt === null || isAuthor(comment, who) || isCreator(who),
	answer: (comment) => isUp(comment),
	edit: (comment, who) => comment.deletedAt === null && isAuthor(comment, who),
	delete: (comment, who) => comment.deletedAt === null && (isAuthor(comment, who) || isCreator(who)),
	/** The creator's heart, and the pin. */
	prefer: (comment, who) => isUp(comment) && isCreator(who),
	approve: (comment, who) => comment.deletedAt === null && isCreator(who),
};

/** Whether somebody may do this to a comment under a video they may see; who is blocked is asked of `mayMeet` besides. */
export const mayDoToComment = (act: MayDoToComment, comment: CommentFacts, who: Who): boolean => RULES[act](comment, who);

/** Whether a comment can still be changed by its author. */
export const isEditable = ({ createdAt }: Pick<CommentFacts, "createdAt">, now: number): boolean =>
	now - createdAt.getTime() <= COMMENT_EDIT_MS;

const FROM: Readonly<Record<CommentsFrom, (standing: Standing) => boolean>> = {
	everyone: () => true,
	followers: ({ follows }) => follows,
	off: () => false,
};

/** Whether who may see a video may comment on it. */
export const mayComment = (from: CommentsFrom, standing: Standing): boolean => standing.isCreator || FROM[from](standing);
