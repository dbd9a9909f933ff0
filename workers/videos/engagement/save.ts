import { and, desc, eq, lt, or } from "drizzle-orm";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import type { listSaved, save } from "../../../contracts/engagement.ts";
import { userSaves } from "../../../db/schema/users.ts";
import { onAct } from "../../feed/index.ts";
import type { UserViewer } from "../../gateway/viewer.ts";
import { type Place, placeCursor } from "../../lists/cursor.ts";
import type { Services } from "../../platform/services.ts";
import { hydrateCards } from "../cards/index.ts";
import { takeBackFrom, visibleVideo } from "../visible-video.ts";

type Saved = AnswerOf<typeof save>;
type SavedPage = AnswerOf<typeof listSaved>;

/** Keeps a video among the viewer's favourites. Postgres first; only the one call that wrote the row teaches the feed. */
export async function saveVideo(services: Services, viewer: UserViewer, ref: string): Promise<Saved> {
	const record = await visibleVideo(services, viewer, ref);
	const { userId } = viewer;
	const [row] = await services.db
		.user(userId)
		.insert(userSaves)
		.values({ userId, videoId: record.id })
		.onConflictDoNothing()
		.returning({ videoId: userSaves.videoId });
	if (row !== undefined) await onAct(services, viewer, { videoId: record.id, kind: "saved" });
	return { saved: true };
}

/** Takes a video out of the favourites; also one that can't be seen any more. */
export async function unsaveVideo(services: Services, viewer: UserViewer, ref: string): Promise<Saved> {
	const { videoId } = await takeBackFrom(services, viewer, ref);
	const { userId } = viewer;
	const [row] = await services.db
		.user(userId)
		.delete(userSaves)
		.where(and(eq(userSaves.userId, userId), eq(userSaves.videoId, videoId)))
		.returning({ videoId: userSaves.videoId });
	if (row !== undefined) await onAct(services, viewer, { videoId, kind: "unsaved" });
	return { saved: false };
}

/** How often a page that the rules left short is topped up before it is handed out as it is. */
const TOP_UPS = 5;

/** The viewer's favourites, latest first. What they may not see any more is left out, and back when they may. */
export async function savedPage(services: Services, viewer: UserViewer, limit: number, cursor: string | undefined): Promise<SavedPage> {
	let after = placeCursor.decode(cursor);
	const cards: SavedPage["videos"] = [];
	for (let round = 0; round < TOP_UPS; round++) {
		const room = limit - cards.length;
		const rows = await rowsAfter(services, viewer.userId, room + 1, after);
		const here = rows.slice(0, room);
		const ids = here.map(({ id }) => id);
		cards.push(...(await hydrateCards(services, viewer, ids)));
		after = here.at(-1) ?? after;
		if (rows.length <= room) return { videos: cards, nextCursor: null };
		if (cards.length === limit) break;
	}
	return { videos: cards, nextCursor: after === null ? null : placeCursor.encode(after) };
}

async function rowsAfter({ db }: Services, userId: string, limit: number, after: Place | null): Promise<Place[]> {
	const older =
		after === null
			? undefined
			: or(lt(userSaves.createdAt, after.at), and(eq(userSaves.createdAt, after.at), lt(userSaves.videoId, after.id)));
	return db
		.user(userId)
		.select({ at: userSaves.createdAt, id: userSaves.videoId })
		.from(userSaves)
		.where(and(eq(userSaves.userId, userId), older))
		.orderBy(desc(userSaves.createdAt), desc(userSaves.videoId))
		.limit(limit);
}
