import { and, eq } from "drizzle-orm";
import { blockedBy, blocks, followers, followRequests, follows, mutes, sentRequests } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";
import type { UserViewer, Viewer } from "./viewer.ts";

/** How a viewer and one other stand to each other. */
export interface StandingTo {
	readonly following: boolean;
	/** The viewer asked to follow, and was not answered yet. */
	readonly requested: boolean;
	readonly followsYou: boolean;
	/** They asked to follow the viewer. */
	readonly requestedYou: boolean;
	readonly blocked: boolean;
	readonly blockedYou: boolean;
	readonly muted: boolean;
}

const STRANGERS: StandingTo = {
	following: false,
	requested: false,
	followsYou: false,
	requestedYou: false,
	blocked: false,
	blockedYou: false,
	muted: false,
};

/**
 * How the viewer stands to one user, from the rows themselves: one's own follow or block is in the very next read. All of it is on the
 * viewer's own shard. To be asked about one person; for many, `relationsOf`.
 */
export async function standingTo(
	services: Services,
	viewer: Viewer | Pick<UserViewer, "kind" | "userId">,
	userId: string,
): Promise<StandingTo> {
	if (viewer.kind === "guest" || viewer.userId === userId) return STRANGERS;
	const me = viewer.userId;
	const database = services.db.user(me);
	const [following, sent, followed, asked, blocking, blockers, muted] = await database.batch([
		database
			.select({ id: follows.followeeId })
			.from(follows)
			.where(and(eq(follows.followerId, me), eq(follows.followeeId, userId))),
		database
			.select({ id: sentRequests.userId })
			.from(sentRequests)
			.where(and(eq(sentRequests.requesterId, me), eq(sentRequests.userId, userId))),
		database
			.select({ id: followers.followerId })
			.from(followers)
			.where(and(eq(followers.followeeId, me), eq(followers.followerId, userId))),
		database
			.select({ id: followRequests.requesterId })
			.from(followRequests)
			.where(and(eq(followRequests.userId, me), eq(followRequests.requesterId, userId))),
		database
			.select({ id: blocks.blockedId })
			.from(blocks)
			.where(and(eq(blocks.userId, me), eq(blocks.blockedId, userId))),
		database
			.select({ id: blockedBy.blockerId })
			.from(blockedBy)
			.where(and(eq(blockedBy.userId, me), eq(blockedBy.blockerId, userId))),
		database
			.select({ id: mutes.mutedId })
			.from(mutes)
			.where(and(eq(mutes.userId, me), eq(mutes.mutedId, userId))),
	]);
	return {
		following: following.length > 0,
		requested: sent.length > 0,
		followsYou: followed.length > 0,
		requestedYou: asked.length > 0,
		blocked: blocking.length > 0,
		blockedYou: blockers.length > 0,
		muted: muted.length > 0,
	};
}
