/** A character that leaves a mark: not a space, and none of Unicode's invisible or combining ones alone. */
export const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
