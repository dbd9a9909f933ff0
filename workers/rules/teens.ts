import type { CommentsFrom } from "../../contracts/comments.ts";
import type { Relations } from "./relations.ts";

/**
 * What an account of somebody of 13 to 17 is kept from, or keeps others from, that no other rule says: what they may watch stands in
 * videos.ts, who may write to them in messages.ts. By the account's type and not by the birthdate: at eighteen nothing changes by itself,
 * its owner says when (accounts/coming-of-age/).
 */

/** Who may comment on what an account made, whatever it was set to: of a teen's, followers at most. */
export const mayLetComment = (from: CommentsFrom, isTeen: boolean): boolean => !isTeen || from !== "everyone";
export const commentsFromStart = (isTeen: boolean): CommentsFrom => (isTeen ? "followers" : "everyone");

/** Whether strangers may be let keep a copy of what the account made. */
export const mayLetDownload = (isTeen: boolean): boolean => !isTeen;

/** Whether a new account's followers are let in one by one. It can be turned off: it is a default. */
export const isPrivateFromStart = (isTeen: boolean): boolean => isTeen;

/** Whether a new account's feed learns from what is watched. It can be turned on: it is a default. */
export const isPersonalFromStart = (isTeen: boolean): boolean => !isTeen;

/** Whether an account is found by who looks for people, is suggested to them, and is told that they mention it: a teen's by its followers alone. */
export const mayBeFound = (isTeen: boolean, userId: string, { following }: Pick<Relations, "following">): boolean =>
	!isTeen || following.has(userId);
