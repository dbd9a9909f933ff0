import {
	addBlock,
	addBlockedBy,
	addFollow,
	addFollower,
	addRequest,
	addSentRequest,
	removeBlock,
	removeBlockedBy,
	removeFollow,
	removeFollower,
	removeRequest,
	removeSentRequest,
} from "./statements.ts";
import type { Side } from "./two-sided.ts";

/** Facts about two people, as both sides of `writeBothSides`. */
export type Sides = readonly [Side, Side];

export const followSides = (followerId: string, followeeId: string): Sides => [
	{ userId: followerId, run: addFollow(followerId, followeeId), undo: removeFollow(followerId, followeeId) },
	{ userId: followeeId, run: addFollower(followeeId, followerId), undo: removeFollower(followeeId, followerId) },
];

export const requestSides = (requesterId: string, userId: string): Sides => [
	{ userId: requesterId, run: addSentRequest(requesterId, userId), undo: removeSentRequest(requesterId, userId) },
	{ userId, run: addRequest(userId, requesterId), undo: removeRequest(userId, requesterId) },
];

export const blockSides = (blockerId: string, blockedId: string): Sides => [
	{ userId: blockerId, run: addBlock(blockerId, blockedId), undo: removeBlock(blockerId, blockedId) },
	{ userId: blockedId, run: addBlockedBy(blockedId, blockerId), undo: removeBlockedBy(blockedId, blockerId) },
];

/** The same, to be taken back. */
export const undone = ([own, theirs]: Sides): Sides => [
	{ ...own, run: own.undo, undo: own.run },
	{ ...theirs, run: theirs.undo, undo: theirs.run },
];
