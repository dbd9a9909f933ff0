import { and, eq } from "drizzle-orm";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import type { like } from "../../../contracts/engagement.ts";
import { userLikes } from "../../../db/schema/users.ts";
import { videoEngagement } from "../../../db/schema/videos.ts";
import { emit } from "../../platform/events.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { spendAllowance } from "../../quotas/index.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { countsKey, countsOf, likedOf, loadVideo, type VideoRecord } from "../cards/index.ts";
import { takeBackFrom, visibleVideo } from "../visible-video.ts";
import { count } from "./counter/count.ts";

type Liked = AnswerOf<typeof like>;

/** The counter is tried so often before the nightly count from the rows has to set it right. */
const ATTEMPTS = 3;

/** Likes a video. Postgres first; only the one call that wrote the row counts. @throws `video_not_found`, `daily_limit` */
export async function likeVideo(services: Services, viewer: UserViewer, ref: string): Promise<Liked> {
	const record = await visibleVideo(services, viewer, ref);
	const { userId } = viewer;
	await spendAllowance(services, userId, "like", record.id, async () => (await likedOf(services, userId, [record.id])).size > 0);
	const [row] = await services.db
		.video(record.id)
		.insert(videoEngagement)
		.values({ videoId: record.id, userId, type: "like" })
		.onConflictDoNothing()
		.returning({ createdAt: videoEngagement.createdAt });
	// The list by user is written each time: a call that failed between the two rows is mended by its repetition.
	await services.db.user(userId).insert(userLikes).values({ userId, videoId: record.id }).onConflictDoNothing();
	if (row === undefined) return { liked: true, likeCount: await likesNow(services, record, 0), alreadyLiked: true };
	const likeCount = await countLike(services, record, `like.${userId}`, row.createdAt, 1);
	await emit(services, "acted", { viewer, videoId: record.id, kind: "liked", creatorId: record.userId, title: record.title });
	return { liked: true, likeCount, alreadyLiked: false };
}

/** Takes a like back, whatever became of the video. The count of one that can't be seen any more is told as 0. */
export async function unlikeVideo(services: Services, viewer: UserViewer, ref: string): Promise<Liked> {
	const { videoId, record } = await takeBackFrom(services, viewer, ref);
	const { userId } = viewer;
	const mine = and(eq(videoEngagement.videoId, videoId), eq(videoEngagement.userId, userId), eq(videoEngagement.type, "like"));
	const [row] = await services.db.video(videoId).delete(videoEngagement).where(mine).returning({ createdAt: videoEngagement.createdAt });
	const [listed] = await services.db
		.user(userId)
		.delete(userLikes)
		.where(and(eq(userLikes.userId, userId), eq(userLikes.videoId, videoId)))
		.returning({ videoId: userLikes.videoId });
	// A video that was removed took its rows along; the list by user is then what tells that it was liked.
	const alreadyLiked = row !== undefined || listed !== undefined;
	if (row === undefined) return { liked: false, likeCount: record === null ? 0 : await likesNow(services, record, 0), alreadyLiked };
	const counted = record ?? (await loadVideo(services, videoId));
	const likeCount = counted === null ? 0 : await countLike(services, counted, `unlike.${userId}`, row.createdAt, -1);
	await emit(services, "acted", { viewer, videoId, kind: "unliked" });
	return { liked: false, likeCount: record === null ? 0 : likeCount, alreadyLiked };
}

/** Counts a change of a row, named by the row: told twice, it counts once. The row is the truth; a count that fails is set right from it. */
async function countLike(services: Services, record: VideoRecord, name: string, rowMadeAt: Date, delta: 1 | -1): Promise<number> {
	const entry = { batchId: `${name}.${rowMadeAt.getTime()}`, at: services.clock(), deltas: { likes: delta } };
	for (let attempt = 1; ; attempt++) {
		try {
			const { numbers } = await count(services, record.id, [entry]);
			if (numbers === null) return likesNow(services, record, delta);
			const { views, likes, shares } = numbers;
			// At once for this isolate and every reader that asks Redis: one's own heart counts in the next read.
			countsOf(services).put(record.id, { views, likes, shares });
			await services.redis.soft((redis) => redis.set(countsKey(record.id), { views, likes, shares }));
			return likes;
		} catch (error) {
			services.log.warn("like_not_counted", { videoId: record.id, attempt, ...errorFields(error) });
			if (attempt === ATTEMPTS) return likesNow(services, record, delta);
		}
	}
}

async function likesNow(services: Services, record: VideoRecord, delta: number): Promise<number> {
	await countsOf(services).refresh([record.id]);
	return Math.max(0, countsOf(services).of(record).likes + delta);
}
