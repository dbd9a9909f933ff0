import { eq } from "drizzle-orm";
import { SETTLED_AFTER_MS } from "../../../contracts/limits.ts";
import { profiles } from "../../../db/schema/users.ts";
import type { EventMap } from "../../platform/event-map.ts";
import type { Services } from "../../platform/services.ts";
import { isRecommendable } from "../../rules/videos.ts";
import { uploaderOf } from "../../trust/index.ts";
import { loadVideo } from "../../videos/cards/index.ts";
import { HOUR_MS } from "./buckets.ts";
import { countActs } from "./count.ts";

/** A video that came up now counts towards its hashtags; one that is made anew, or was put up before, is no news. */
export async function countPosted(services: Services, { videoId, userId }: EventMap["published"]): Promise<void> {
	const record = await loadVideo(services, videoId);
	const now = services.clock();
	if (record === null || !isRecommendable(record) || record.hashtags.length === 0) return;
	if (record.publishedAt === null || now - record.publishedAt > HOUR_MS) return;
	const [address, [account]] = await Promise.all([
		uploaderOf(services, videoId),
		services.db.user(userId).select({ createdAt: profiles.createdAt }).from(profiles).where(eq(profiles.userId, userId)),
	]);
	const settled = account !== undefined && now - account.createdAt.getTime() >= SETTLED_AFTER_MS;
	const act = { kind: "posts", by: `user:${userId}`, at: now, settled, address, country: record.country } as const;
	await countActs(
		services,
		record.hashtags.map((tag) => ({ ...act, tag })),
	);
}
