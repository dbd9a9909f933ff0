import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { VideoTile } from "../../../contracts/videos.ts";
import { userVideos, videos } from "../../../db/schema/index.ts";
import { idCursor } from "../../lists/cursor.ts";
import type { Services } from "../../platform/services.ts";
import { relationsOf } from "../../rules/relations.ts";
import { mustExistFor, resolveUser } from "../../rules/users.ts";
import { userIdOf, type Viewer } from "../../rules/viewer.ts";
import { isOpenTo, standingOf } from "../cards/index.ts";
import type { VideoRow } from "../state/index.ts";
import { presentTiles } from "./tiles.ts";

/** How often a page that the rules left short is topped up before it is handed out as it is. */
const TOP_UPS = 5;

export interface TilePage {
	readonly videos: VideoTile[];
	readonly nextCursor: string | null;
}

/**
 * A user's videos, newest first. Their creator sees them in every state, the newest upload at once; others what is ready
 * and theirs to see. Read from Postgres, so that it follows every write.
 * @param cursor the id of the last video of the page before
 * @throws ProblemError user_not_found, invalid_fields for a cursor of another list
 */
export async function listUserVideos(services: Services, viewer: Viewer, user: string, limit: number, cursor?: string): Promise<TilePage> {
	const userId = await resolveUser(services, user);
	const visible = await rulesFor(services, viewer, userId);
	const rows: VideoRow[] = [];
	let after = idCursor.decode(cursor)?.id;
	let exhausted = false;
	for (let round = 0; round < TOP_UPS && rows.length <= limit && !exhausted; round++) {
		const ids = await skeleton(services, userId, limit + 1, after);
		exhausted = ids.length <= limit;
		after = ids.at(-1) ?? after;
		rows.push(...(await loadRows(services, ids)).filter(visible));
	}
	// Who sees nothing may be looking at nobody, or at somebody who blocked them.
	if (rows.length === 0 && userId !== userIdOf(viewer)) await mustExistFor(services, viewer, userId);
	const page = rows.slice(0, limit);
	const more = rows.length > limit ? page.at(-1)?.id : exhausted ? undefined : after;
	return { videos: await presentTiles(services, viewer, page), nextCursor: more ?? null };
}

async function rulesFor(services: Services, viewer: Viewer, userId: string): Promise<(row: VideoRow) => boolean> {
	if (userIdOf(viewer) === userId) return (row) => row.status !== "deleted";
	const standing = standingOf(await relationsOf(services, viewer), userIdOf(viewer), userId);
	return (row) => row.status === "ready" && isOpenTo(row, standing);
}

async function skeleton(services: Services, userId: string, limit: number, after: string | undefined): Promise<string[]> {
	const older = after === undefined ? undefined : lt(userVideos.videoId, after);
	const rows = await services.db
		.user(userId)
		.select({ videoId: userVideos.videoId })
		.from(userVideos)
		.where(and(eq(userVideos.userId, userId), older))
		.orderBy(desc(userVideos.videoId))
		.limit(limit);
	return rows.map(({ videoId }) => videoId);
}

/** Rows in the order of the ids; what has none is left out. */
async function loadRows(services: Services, ids: readonly string[]): Promise<VideoRow[]> {
	const groups = [...services.db.byVideo(ids)];
	const found = await Promise.all(groups.map(([database, some]) => database.select().from(videos).where(inArray(videos.id, some))));
	const byId = new Map(found.flat().map((row) => [row.id, row]));
	return ids.flatMap((id) => byId.get(id) ?? []);
}
