import { and, eq, ne } from "drizzle-orm";
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

/**
 * Nothing is left to hear of it: its video's objects are removed. While others' videos name it, an empty row stays that nobody is shown: what
 * is not there would be asked of the database for each of their cards. Repeated, it does no harm.
 */
export async function forgetOriginal(services: Services, { videoId }: { readonly videoId: string }): Promise<void> {
	const database = services.db.directory();
	const touched = (await isUsedByOthers(services, videoId))
		? await database.update(sounds).set(EMPTY).where(eq(sounds.id, videoId)).returning({ id: sounds.id })
		: await database.delete(sounds).where(eq(sounds.id, videoId)).returning({ id: sounds.id });
	if (touched.length > 0) await invalidateSounds(services, [videoId]);
}

/** Of nobody, never offered, and silent. */
const EMPTY = { creatorId: null, offeredAt: null, title: "", fingerprint: null, peaks: [] } satisfies Partial<typeof sounds.$inferInsert>;

async function isUsedByOthers(services: Services, soundId: string): Promise<boolean> {
	const found = await Promise.all(
		services.db.everyVideoShard().map((database) =>
			database
				.select({ id: videos.id })
				.from(videos)
				.where(and(eq(videos.soundId, soundId), ne(videos.id, soundId)))
				.limit(1),
		),
	);
	return found.flat().length > 0;
}
