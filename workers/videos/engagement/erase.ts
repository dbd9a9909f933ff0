import { and, eq } from "drizzle-orm";
import { userLikes, userSaves } from "../../../db/schema/users.ts";
import { videoEngagement, videos } from "../../../db/schema/videos.ts";
import { emitOrFail } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { count } from "./counter/count.ts";

/** So many likes are taken back in one go; the next go takes the next. */
const BATCH = 200;

/** Takes back every like of somebody who leaves, numbers too, and forgets their favourites. @returns whether nothing is left */
export async function eraseEngagementOf(services: Services, userId: string): Promise<boolean> {
	const database = services.db.user(userId);
	await database.delete(userSaves).where(eq(userSaves.userId, userId));
	const likes = await database.select({ videoId: userLikes.videoId }).from(userLikes).where(eq(userLikes.userId, userId)).limit(BATCH);
	for (const { videoId } of likes) await eraseLike(services, userId, videoId);
	return likes.length < BATCH;
}

/** The row by user goes last: while it stands, the rest is done again. The count bears the name of a like taken back by hand. */
async function eraseLike(services: Services, userId: string, videoId: string): Promise<void> {
	const shard = services.db.video(videoId);
	const mine = and(eq(videoEngagement.videoId, videoId), eq(videoEngagement.userId, userId), eq(videoEngagement.type, "like"));
	const [row] = await shard
		.select({ likedAt: videoEngagement.createdAt, creatorId: videos.userId, status: videos.status })
		.from(videoEngagement)
		.innerJoin(videos, eq(videos.id, videoEngagement.videoId))
		.where(mine);
	if (row !== undefined) {
		const entry = { batchId: `unlike.${userId}.${row.likedAt.getTime()}`, at: services.clock(), deltas: { likes: -1 } };
		// The counter of a deleted video is gone, and with it the number.
		if (row.status !== "deleted") await count(services, videoId, [entry]);
		await emitOrFail(services, "unacted", { actorId: userId, ofUserId: row.creatorId });
	}
	await shard.delete(videoEngagement).where(mine);
	await services.db
		.user(userId)
		.delete(userLikes)
		.where(and(eq(userLikes.userId, userId), eq(userLikes.videoId, videoId)));
}
