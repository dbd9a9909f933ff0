import type { Relations } from "./relations.ts";

/** Whether somebody is named to the viewer in a list: nobody meets who blocked the other, either way. */
export const mayMeet = ({ blocked }: Pick<Relations, "blocked">, userId: string): boolean => !blocked.has(userId);

/**
 * Whether what somebody makes or does comes to the viewer unasked: videos in a feed, comments, reposts, notices. Not of those they
 * muted, who are still found where the viewer looks for them.
 */
export const mayReach = (relations: Pick<Relations, "blocked" | "muted">, userId: string): boolean =>
	mayMeet(relations, userId) && !relations.muted.has(userId);

/** Those whose videos are not chosen for the viewer. */
export const keptFrom = ({ blocked, muted }: Pick<Relations, "blocked" | "muted">): ReadonlySet<string> =>
	muted.size === 0 ? blocked : new Set([...blocked, ...muted]);

/** Who owns something, as far as it says who may see what they have on their profile. */
export interface Owner {
	readonly userId: string;
	/** Their account is private. */
	readonly isPrivate: boolean;
}

/**
 * Whether the viewer may see the lists of a person who exists for them: videos, pins, reposts, followers, and whom they follow.
 * @param viewerId null for a guest
 */
export const maySeeListsOf = (
	{ userId, isPrivate }: Owner,
	viewerId: string | null,
	{ following }: Pick<Relations, "following">,
): boolean => userId === viewerId || !isPrivate || following.has(userId);
