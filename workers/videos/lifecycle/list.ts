import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { VideoTile } from "../../../contracts/videos.ts";
import { userVideos, videos } from "../../../db/schema/index.ts";
import { idCursor } from "../../lists/cursor.ts";
import { listPage, type PageQuery, peeking } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import { relationsOf } from "../../rules/relations.ts";
import { mustSeeListsOf, resolveUser } from "../../rules/users.ts";
import { mayDo, standingOf } from "../../rules/videos.ts";
import { userIdOf, type Viewer } from "../../rules/viewer.ts";
import type { VideoRow } from "../state/index.ts";
import { presentTiles } from "./tiles.ts";

/** A video of the profile, and where its list goes on. */
type Place = { readonly id: string };

export interface TilePage {
	readonly videos: VideoTile[];
	readonly nextCursor: string | null;
}

/**
 * A user's videos, newest first. Their creator sees them in every state, the newest upload at once; others what is theirs to see.
 * Read from Postgres, so that it follows every write.
 * @throws ProblemError user_not_found, account_private, invalid_fields for a cursor of another list
 */
export async function listUserVideos(services: Services, viewer: Viewer, user: string, query: PageQuery): Promise<TilePage> {
	const userId = await resolveUser(services, user);
	const standing = standingOf(await relationsOf(services, viewer), userIdOf(viewer), userId);
	const act = standing.isCreator ? "manage" : "see";
	const skeleton = peeking(
		(after: Place | null, limit: number) => newestOf(services, userId, after?.id, limit),
		(entry: Place) => entry,
	);
	const { items, nextCursor } = await listPage(
		{
			skeleton,
			hydrate: (entries) => loadRows(services, entries),
			rule: ({ id }, rows) => {
				const row = rows.get(id);
				return row !== undefined && mayDo(act, row, standing);
			},
			present: (entries, rows) =>
				presentTiles(
					services,
					viewer,
					entries.flatMap(({ id }) => rows.get(id) ?? []),
				),
		},
		idCursor,
		query,
	);
	// Who sees nothing may be looking at nobody, at somebody who blocked them, or at a private account.
	if (items.length === 0 && !standing.isCreator) await mustSeeListsOf(services, viewer, userId);
	return { videos: items, nextCursor };
}

function newestOf(services: Services, userId: string, after: string | undefined, limit: number): Promise<{ id: string }[]> {
	const older = after === undefined ? undefined : lt(userVideos.videoId, after);
	return services.db
		.user(userId)
		.select({ id: userVideos.videoId })
		.from(userVideos)
		.where(and(eq(userVideos.userId, userId), older))
		.orderBy(desc(userVideos.videoId))
		.limit(limit);
}

async function loadRows(services: Services, entries: readonly { readonly id: string }[]): Promise<Map<string, VideoRow>> {
	const groups = [...services.db.byVideo(entries.map(({ id }) => id))];
	const found = await Promise.all(groups.map(([database, some]) => database.select().from(videos).where(inArray(videos.id, some))));
	return new Map(found.flat().map((row) => [row.id, row]));
}
