import { eq } from "drizzle-orm";
import { sounds } from "../../../db/schema/directory.ts";
import { videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { invalidateSounds } from "./load.ts";

/**
 * Makes a sound of what was published with one of its own. It has the video's id, so that this can be repeated; a name it was given, and
 * that it was turned off, stay when the video is made again.
 */
export async function keepOriginal(services: Services, { videoId }: { readonly videoId: string }): Promise<void> {
	const [row] = await services.db
		.video(videoId)
		.select({ userId: videos.userId, soundId: videos.soundId, made: videos.ownSound })
		.from(videos)
		.where(eq(videos.id, videoId))
		.limit(1);
	if (row === undefined || row.made === null || row.soundId !== videoId) return;
	const { durationMs, peaks, fingerprint } = row.made;
	await services.db
		.directory()
		.insert(sounds)
		.values({
			id: videoId,
			creatorId: row.userId,
			durationMs,
			peaks,
			fingerprint,
			// Its creator's work, which the rules here let others use while it is public.
			isCopyrighted: true,
			licenseType: "licensed",
			offeredAt: new Date(services.clock()),
		})
		.onConflictDoUpdate({
			target: sounds.id,
			set: { durationMs, peaks, fingerprint },
		});
	await invalidateSounds(services, [videoId]);
}

/** Nothing is left to hear of it: its video's objects are removed. Repeated, it does no harm. */
export async function forgetOriginal(services: Services, { videoId }: { readonly videoId: string }): Promise<void> {
	const gone = await services.db.directory().delete(sounds).where(eq(sounds.id, videoId)).returning({ id: sounds.id });
	if (gone.length > 0) await invalidateSounds(services, [videoId]);
}
