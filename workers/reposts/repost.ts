import { and, eq } from "drizzle-orm";
import { repostNotAllowed } from "../../contracts/problems/sharing.ts";
import { reposts } from "../../db/schema/users.ts";
import { emit } from "../platform/events.ts";
import type { Services } from "../platform/services.ts";
import { mayBeReposted } from "../rules/videos.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { takeBackFrom, visibleVideo } from "../videos/index.ts";

export async function isReposted({ db }: Pick<Services, "db">, userId: string, videoId: string): Promise<boolean> {
	const rows = await db.user(userId).select({ videoId: reposts.videoId }).from(reposts).where(mine(userId, videoId));
	return rows.length > 0;
}

const mine = (userId: string, videoId: string) => and(eq(reposts.userId, userId), eq(reposts.videoId, videoId));

/** Passes a video on to one's followers. @throws `video_not_found`, `not_allowed` */
export async function repostVideo(services: Services, viewer: UserViewer, reference: string): Promise<{ reposted: boolean }> {
	const record = await visibleVideo(services, viewer, reference);
	if (!mayBeReposted(record, viewer.userId)) throw repostNotAllowed();
	const [row] = await services.db
		.user(viewer.userId)
		.insert(reposts)
		.values({ userId: viewer.userId, videoId: record.id, createdAt: new Date(services.clock()) })
		.onConflictDoNothing()
		.returning({ videoId: reposts.videoId });
	if (row !== undefined) {
		await emit(services, "reposted", { userId: viewer.userId, videoId: record.id, creatorId: record.userId, title: record.title });
	}
	return { reposted: true };
}

/** Takes a repost back, also of what can't be seen any more. @throws `video_not_found` for a UUID the viewer never used */
export async function unrepostVideo(services: Services, viewer: UserViewer, reference: string): Promise<{ reposted: boolean }> {
	const { videoId, record } = await takeBackFrom(services, viewer, reference);
	const [row] = await services.db
		.user(viewer.userId)
		.delete(reposts)
		.where(mine(viewer.userId, videoId))
		.returning({ videoId: reposts.videoId });
	if (row !== undefined) await emit(services, "unreposted", { userId: viewer.userId, videoId, creatorId: record?.userId ?? null });
	return { reposted: false };
}

/** What follows from a person's erasure. */
export async function forgetRepostsOf({ db }: Pick<Services, "db">, userId: string): Promise<void> {
	await db.user(userId).delete(reposts).where(eq(reposts.userId, userId));
}
