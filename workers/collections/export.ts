import { asc, eq } from "drizzle-orm";
import { collectionVideos } from "../../db/schema/users.ts";
import { type Exported, once } from "../platform/export.ts";
import type { Services } from "../platform/services.ts";
import { allOf } from "./rows.ts";

/** A person's collections with what is in them, for their archive: one after another, as each may be long. */
export const exportCollections = (services: Services, userId: string): Exported => ({
	files: { collections: collectionsOf(services, userId) },
});

async function* collectionsOf(services: Services, userId: string) {
	for (const { id, name, linkKey, createdAt } of await allOf(services, userId)) {
		yield* once(async () => {
			const videos = await services.db
				.user(userId)
				.select()
				.from(collectionVideos)
				.where(eq(collectionVideos.collectionId, id))
				.orderBy(asc(collectionVideos.place));
			return [
				{
					id,
					name,
					isShared: linkKey !== null,
					createdAt: createdAt.toISOString(),
					videos: videos.map(({ videoId, addedAt }) => ({ videoId, addedAt: addedAt.toISOString() })),
				},
			];
		});
	}
}
