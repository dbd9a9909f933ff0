import type { CommentsFrom } from "../../contracts/comments.ts";

/**
 * What an account of somebody of 13 to 17 is kept from, or keeps others from, that no other rule says: what they may watch stands in
 * videos.ts, who may write to them in messages.ts. By the account's type and not by the birthdate: at eighteen nothing changes by itself,
 * its owner says when (accounts/coming-of-age/).
 */

export type AccountType = "standard" | "teen";

/** Whether those who may see a teen's videos may comment on them: followers at most. */
export const mayLetComment = (from: CommentsFrom, isTeen: boolean): boolean => !isTeen || from !== "everyone";
export const commentsFromStart = (isTeen: boolean): CommentsFrom => (isTeen ? "followers" : "everyone");

/** Whether strangers may be let keep a copy of what the account made. */
export const mayLetDownload = (isTeen: boolean): boolean => !isTeen;

/** Whether a new account's followers are let in one by one. It can be turned off: it is a default. */
export const isPrivateFromStart = (isTeen: boolean): boolean => isTeen;

/** Whether a new account's feed learns from what is watched. It can be turned on: it is a default. */
export const isPersonalFromStart = (isTeen: boolean): boolean => !isTeen;

/** Whether who looks for people, or videos, finds this account's: only who follows it finds a teen. */
export const mayBeFound = (accountType: AccountType, isFollowed: boolean): boolean => accountType !== "teen" || isFollowed;
