import { and, count, eq, inArray } from "drizzle-orm";
import { isUp } from "../../../db/published.ts";
import { profiles, userVideos, videos } from "../../../db/schema/index.ts";
import { invalidateUser } from "../../lists/people.ts";
import type { Services } from "../../platform/services.ts";

/** Counts a user's public videos anew, a private account's too, and writes the number: absolute, so repeating it does no harm. */
export async function recountVideos(services: Services, userId: string): Promise<void> {
	const database = services.db.user(userId);
	const own = await database.select({ videoId: userVideos.videoId }).from(userVideos).where(eq(userVideos.userId, userId));
	const groups = [...services.db.byVideo(own.map(({ videoId }) => videoId))];
	const counts = await Promise.all(
		groups.map(([shard, ids]) =>
			shard
				.select({ value: count() })
				.from(videos)
				.where(and(inArray(videos.id, ids), isUp)),
		),
	);
	const videosCount = counts.flat().reduce((sum, { value }) => sum + value, 0);
	await database.update(profiles).set({ videosCount }).where(eq(profiles.userId, userId));
	await invalidateUser(services, userId);
}
