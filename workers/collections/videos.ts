import { and, desc, eq, sql } from "drizzle-orm";
import type { Collection, collectionVideos as contract, sharedCollection as sharedContract } from "../../contracts/collections.ts";
import type { AnswerOf } from "../../contracts/endpoint.ts";
import { COLLECTION_VIDEOS_MAX } from "../../contracts/limits.ts";
import { ProblemError } from "../../contracts/problems/problem-error.ts";
import { collectionFull, collectionNotFound } from "../../contracts/problems/sharing.ts";
import { collectionVideos } from "../../db/schema/users.ts";
import { rankCursor } from "../lists/cursor.ts";
import { loadSummaries } from "../lists/people.ts";
import { listPage, type PageQuery, peeking } from "../lists/pipeline.ts";
import type { EventMap } from "../platform/event-map.ts";
import type { Services } from "../platform/services.ts";
import { mustSeeListsOf } from "../rules/users.ts";
import type { UserViewer, Viewer } from "../rules/viewer.ts";
import { cardSteps, loadVideos, type VideoRecord } from "../videos/cards/index.ts";
import { saveVideo } from "../videos/engagement/index.ts";
import { takeBackFrom, visibleVideo } from "../videos/index.ts";
import { presentOne } from "./own.ts";
import { byLink, type CollectionRow, contentsOf, ownCollection, presentCollections } from "./rows.ts";

/** Puts a video on top of one's collection, and so among the favourites. @throws `collection_not_found`, `video_not_found`, `collections_full` */
export async function addToCollection(services: Services, viewer: UserViewer, id: string, reference: string): Promise<Collection> {
	const row = await ownCollection(services, viewer.userId, id);
	const { id: videoId } = await visibleVideo(services, viewer, reference);
	const now = new Date(services.clock()).toISOString();
	const database = services.db.user(viewer.userId);
	await database.execute(sql`
		INSERT INTO collection_videos (collection_id, user_id, video_id, place, added_at)
		SELECT ${id}::bigint, ${viewer.userId}::bigint, ${videoId}::bigint, coalesce(max(place), 0) + 1, ${now}::timestamptz
		FROM collection_videos WHERE collection_id = ${id} HAVING count(*) < ${COLLECTION_VIDEOS_MAX}
		ON CONFLICT DO NOTHING`);
	const [there] = await database
		.select({ videoId: collectionVideos.videoId })
		.from(collectionVideos)
		.where(and(eq(collectionVideos.collectionId, id), eq(collectionVideos.videoId, videoId)));
	if (there === undefined) throw collectionFull();
	await saveVideo(services, viewer, videoId);
	return presentOne(services, viewer, row);
}

/** Whatever became of the video. @throws `collection_not_found`; `video_not_found` for a UUID the viewer never used */
export async function removeFromCollection(services: Services, viewer: UserViewer, id: string, reference: string): Promise<Collection> {
	const row = await ownCollection(services, viewer.userId, id);
	const { videoId } = await takeBackFrom(services, viewer, reference);
	await services.db
		.user(viewer.userId)
		.delete(collectionVideos)
		.where(and(eq(collectionVideos.collectionId, id), eq(collectionVideos.videoId, videoId)));
	return presentOne(services, viewer, row);
}

/** Those not named follow in the order they had. @throws `collection_not_found` */
export async function orderVideos(services: Services, viewer: UserViewer, id: string, ids: readonly string[]): Promise<void> {
	await ownCollection(services, viewer.userId, id);
	await services.db.user(viewer.userId).execute(sql`
		UPDATE collection_videos SET place = wanted.place
		FROM (
			SELECT video_id, row_number() OVER (
				ORDER BY array_position(${`{${ids.join()}}`}::bigint[], video_id) DESC NULLS FIRST, place, video_id
			) AS place
			FROM collection_videos WHERE collection_id = ${id}
		) wanted
		WHERE collection_videos.collection_id = ${id} AND collection_videos.video_id = wanted.video_id`);
}

/** What is no favourite any more is in none of one's collections. */
export async function forgetUnsaved({ db }: Pick<Services, "db">, { viewer, videoId, kind }: EventMap["acted"]): Promise<void> {
	if (kind !== "unsaved" || viewer.kind !== "user") return;
	await db
		.user(viewer.userId)
		.delete(collectionVideos)
		.where(and(eq(collectionVideos.userId, viewer.userId), eq(collectionVideos.videoId, videoId)));
}

/** @throws `collection_not_found` */
export async function ownVideos(services: Services, viewer: UserViewer, id: string, query: PageQuery): Promise<AnswerOf<typeof contract>> {
	const row = await ownCollection(services, viewer.userId, id);
	return { collection: await presentOne(services, viewer, row), ...(await pageOf(services, viewer, row, query)) };
}

/**
 * A collection by its link, for whoever has it: what they may not see is left out, and of somebody they may not meet, or whose account is
 * private to them, there is nothing. @throws `collection_not_found`
 */
export async function sharedVideos(
	services: Services,
	viewer: Viewer,
	link: string,
	query: PageQuery,
): Promise<AnswerOf<typeof sharedContract>> {
	const row = await byLink(services, link);
	if (row === null) throw collectionNotFound();
	await mustSeeListsOf(services, viewer, row.userId).catch((error: unknown) => {
		throw error instanceof ProblemError ? collectionNotFound() : error;
	});
	const owner = (await loadSummaries(services, [row.userId])).get(row.userId);
	const [shown] = await presentCollections(services, viewer, row.userId, [row]);
	if (owner === undefined || shown === undefined) throw collectionNotFound();
	return { collection: { name: shown.name, covers: shown.covers }, owner, ...(await pageOf(services, viewer, row, query)) };
}

type Entry = { readonly count: number; readonly id: string };

async function pageOf(services: Services, viewer: Viewer, { id, userId }: CollectionRow, query: PageQuery) {
	const read = (after: Entry | null, limit: number): Promise<Entry[]> =>
		services.db
			.user(userId)
			.select({ count: collectionVideos.place, id: collectionVideos.videoId })
			.from(collectionVideos)
			.where(
				and(
					eq(collectionVideos.collectionId, id),
					after === null
						? undefined
						: sql`(${collectionVideos.place}, ${collectionVideos.videoId}) < (${after.count}::bigint, ${after.id}::bigint)`,
				),
			)
			.orderBy(desc(collectionVideos.place), desc(collectionVideos.videoId))
			.limit(limit);
	const steps = cardSteps<Entry>(services, viewer);
	const { items, nextCursor } = await listPage({ ...steps, skeleton: peeking(read, (entry) => entry) }, rankCursor, query);
	return { videos: items.map(({ card }) => card), nextCursor };
}

/** What everybody may know of a shared collection: for a preview. Null when its owner's account is private. */
export async function linkedCollection(
	services: Services,
	link: string,
): Promise<{ readonly name: string; readonly userId: string; readonly covers: VideoRecord[] } | null> {
	const row = await byLink(services, link);
	if (row === null) return null;
	const guest = { kind: "guest", guestId: "0", isNew: true } as const;
	const isOpen = await mustSeeListsOf(services, guest, row.userId).then(
		() => true,
		(error: unknown) => {
			if (error instanceof ProblemError) return false;
			throw error;
		},
	);
	if (!isOpen) return null;
	const { first } = await contentsOf(services, row.userId, [row]);
	const ids = first.get(row.id) ?? [];
	const records = await loadVideos(services, ids);
	return { name: row.name, userId: row.userId, covers: ids.flatMap((id) => records.get(id) ?? []) };
}
