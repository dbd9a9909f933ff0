import { and, desc, eq } from "drizzle-orm";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import type { listSavedSounds as contract } from "../../../contracts/sounds.ts";
import { soundSaves } from "../../../db/schema/users.ts";
import { belowPlace, type Place, placeCursor } from "../../lists/cursor.ts";
import { listPage, type PageQuery, peeking } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { type SeenSound, seeSounds } from "../../videos/sounds/index.ts";
import { visibleSound } from "./page.ts";
import { presentSounds } from "./present.ts";

/** @throws ProblemError sound_not_found */
export async function saveSound(services: Services, viewer: UserViewer, soundId: string): Promise<{ readonly saved: boolean }> {
	await visibleSound(services, viewer, soundId);
	await services.db
		.user(viewer.userId)
		.insert(soundSaves)
		.values({ userId: viewer.userId, soundId, createdAt: new Date(services.clock()) })
		.onConflictDoNothing();
	return { saved: true };
}

/** Whatever became of the sound. */
export async function unsaveSound(services: Services, { userId }: UserViewer, soundId: string): Promise<{ readonly saved: boolean }> {
	await services.db
		.user(userId)
		.delete(soundSaves)
		.where(and(eq(soundSaves.userId, userId), eq(soundSaves.soundId, soundId)));
	return { saved: false };
}

/** The viewer's favourite sounds, latest first. What they may not see is left out, and back when they may. */
export async function savedSounds(
	services: Services,
	viewer: UserViewer,
	country: string | null,
	query: PageQuery,
): Promise<AnswerOf<typeof contract>> {
	const { userId } = viewer;
	const read = (after: Place | null, limit: number): Promise<Place[]> =>
		services.db
			.user(userId)
			.select({ at: soundSaves.createdAt, id: soundSaves.soundId })
			.from(soundSaves)
			.where(and(eq(soundSaves.userId, userId), belowPlace(soundSaves.createdAt, soundSaves.soundId, after)))
			.orderBy(desc(soundSaves.createdAt), desc(soundSaves.soundId))
			.limit(limit);
	const { items, nextCursor } = await listPage<Place, Place, Map<string, SeenSound>, SeenSound>(
		{
			skeleton: peeking(read, (place) => place),
			hydrate: (places) =>
				seeSounds(
					services,
					viewer,
					places.map(({ id }) => id),
				),
			rule: ({ id }, known) => known.has(id),
			present: (places, known) => places.flatMap(({ id }) => known.get(id) ?? []),
		},
		placeCursor,
		query,
	);
	return { sounds: await presentSounds(services, { viewer, country }, items), nextCursor };
}

/** All of a person's, when they are erased. */
export async function forgetSoundSavesOf(services: Services, userId: string): Promise<void> {
	await services.db.user(userId).delete(soundSaves).where(eq(soundSaves.userId, userId));
}
