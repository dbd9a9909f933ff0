import { and, count, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { isPublished } from "../../../db/published.ts";
import { sounds } from "../../../db/schema/directory.ts";
import { videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { invalidateSounds } from "./load.ts";

/** Sounds counted in one go. */
const BATCH = 200;

/** Counts the videos that everybody may see of the sound of this one anew. */
export async function recountSoundOf(services: Services, { videoId }: { readonly videoId: string }): Promise<void> {
	const [row] = await services.db.video(videoId).select({ soundId: videos.soundId }).from(videos).where(eq(videos.id, videoId)).limit(1);
	if (row !== undefined && row.soundId !== null) await recountSounds(services, [row.soundId]);
}

/** The same for all sounds somebody's videos use. */
export async function recountSoundsOf(services: Services, userId: string): Promise<void> {
	const rows = await Promise.all(
		services.db.everyVideoShard().map((database) =>
			database
				.selectDistinct({ soundId: videos.soundId })
				.from(videos)
				.where(and(eq(videos.userId, userId), isNotNull(videos.soundId))),
		),
	);
	const ids = [...new Set(rows.flat().flatMap(({ soundId }) => soundId ?? []))];
	for (let from = 0; from < ids.length; from += BATCH) await recountSounds(services, ids.slice(from, from + BATCH));
}

/** Written-out scatter-gather, and absolute, so that repeating it does no harm. */
async function recountSounds(services: Services, ids: readonly string[]): Promise<void> {
	const rows = await Promise.all(
		services.db.everyVideoShard().map((database) =>
			database
				.select({ soundId: videos.soundId, value: count() })
				.from(videos)
				.where(and(inArray(videos.soundId, [...ids]), isPublished, isNull(videos.hiddenAt)))
				.groupBy(videos.soundId),
		),
	);
	const counts = new Map(ids.map((id) => [id, 0]));
	for (const { soundId, value } of rows.flat()) if (soundId !== null) counts.set(soundId, (counts.get(soundId) ?? 0) + value);
	const wanted = sql.join(
		[...counts].map(([id, value]) => sql`(${id}::bigint, ${value}::int)`),
		sql`, `,
	);
	const changed = await services.db
		.directory()
		.update(sounds)
		.set({ videoCount: sql`wanted.value` })
		.from(sql`(values ${wanted}) as wanted(id, value)`)
		.where(sql`${sounds.id} = wanted.id and ${sounds.videoCount} <> wanted.value`)
		.returning({ id: sounds.id });
	if (changed.length > 0)
		await invalidateSounds(
			services,
			changed.map(({ id }) => id),
		);
}
