import { and, asc, eq, gt } from "drizzle-orm";
import { sounds } from "../../../db/schema/directory.ts";
import { soundSaves } from "../../../db/schema/users.ts";
import { type Exported, isoOf, mapped, pages } from "../../platform/export.ts";
import type { Services } from "../../platform/services.ts";

/** What sounds give to a person's archive: those made of their uploads, and those they saved. */
export const exportSounds = ({ db }: Services, userId: string): Exported => ({
	files: {
		sounds: mapped(
			pages((after: { readonly id: string } | null, limit) =>
				db
					.directory()
					.select()
					.from(sounds)
					.where(and(eq(sounds.creatorId, userId), after === null ? undefined : gt(sounds.id, after.id)))
					.orderBy(asc(sounds.id))
					.limit(limit),
			),
			(rows) =>
				rows.map(({ id, title, durationMs, videoCount, offAt, createdAt }) => ({
					id,
					title,
					durationMs,
					videoCount,
					offAt: isoOf(offAt),
					createdAt: createdAt.toISOString(),
				})),
		),
		favourite_sounds: mapped(
			pages((after: { readonly soundId: string } | null, limit) =>
				db
					.user(userId)
					.select()
					.from(soundSaves)
					.where(and(eq(soundSaves.userId, userId), after === null ? undefined : gt(soundSaves.soundId, after.soundId)))
					.orderBy(asc(soundSaves.soundId))
					.limit(limit),
			),
			(rows) => rows.map(({ soundId, createdAt }) => ({ soundId, at: createdAt.toISOString() })),
		),
	},
});
