import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { Collection } from "../../contracts/collections.ts";
import { ID_DIGITS } from "../../contracts/ids.ts";
import { UNDO_DELETE_MS } from "../../contracts/limits.ts";
import { collectionNotFound } from "../../contracts/problems/sharing.ts";
import { collections, collectionVideos } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";
import { isOpen } from "../rules/videos.ts";
import type { Viewer } from "../rules/viewer.ts";
import { presentThumbnail, type VideoRecord } from "../videos/cards/index.ts";
import { visibleVideos } from "../videos/index.ts";

export type CollectionRow = typeof collections.$inferSelect;

/** Covers a collection shows, and videos looked at for them: some of these may be gone. */
const COVERS = 4;
const LOOKED_AT = 12;

/** A collection of the viewer's own that stands. @throws `collection_not_found` */
export async function ownCollection({ db }: Pick<Services, "db">, userId: string, id: string): Promise<CollectionRow> {
	const [row] = await db.user(userId).select().from(collections).where(mine(userId, id));
	if (row === undefined) throw collectionNotFound();
	return row;
}

export const mine = (userId: string, id: string) =>
	and(eq(collections.id, id), eq(collections.userId, userId), isNull(collections.deletedAt));

/** All of a person's, in their order: those put last first where nothing was said. */
export const allOf = ({ db }: Pick<Services, "db">, userId: string): Promise<CollectionRow[]> =>
	db
		.user(userId)
		.select()
		.from(collections)
		.where(and(eq(collections.userId, userId), isNull(collections.deletedAt)))
		.orderBy(asc(collections.place), desc(collections.id));

/** Rows with their covers and counts. Covers are of what the viewer may see. */
export async function presentCollections(
	services: Services,
	viewer: Viewer,
	userId: string,
	rows: readonly CollectionRow[],
): Promise<Collection[]> {
	const { counts, first } = await contentsOf(services, userId, rows);
	const visible = await visibleVideos(services, viewer, [...new Set([...first.values()].flat())]);
	return rows.map(({ id, name, linkKey, createdAt }) => ({
		id,
		name,
		videoCount: counts.get(id) ?? 0,
		covers: coversOf(services, first.get(id) ?? [], visible),
		link: linkKey === null ? null : linkOf(userId, linkKey),
		createdAt: createdAt.toISOString(),
	}));
}

const coversOf = ({ config }: Services, ids: readonly string[], visible: ReadonlyMap<string, VideoRecord>): string[] =>
	ids
		.flatMap((id) => visible.get(id) ?? [])
		// A cover that needs a grant is none for a grid that is kept.
		.filter(isOpen)
		.slice(0, COVERS)
		.map((record) => presentThumbnail(config.REGION, record));

interface Contents {
	readonly counts: ReadonlyMap<string, number>;
	readonly first: ReadonlyMap<string, string[]>;
}

/** How many videos each has, and which are the first. */
export async function contentsOf({ db }: Services, userId: string, rows: readonly Pick<CollectionRow, "id">[]): Promise<Contents> {
	if (rows.length === 0) return { counts: new Map(), first: new Map() };
	const ranked = sql`(
		select collection_id, video_id, count(*) over (partition by collection_id) as count,
			row_number() over (partition by collection_id order by place desc, video_id desc) as nth
		from ${collectionVideos} where ${inArray(
			collectionVideos.collectionId,
			rows.map(({ id }) => id),
		)}
	)`;
	const found = await db
		.user(userId)
		.execute<{ collection_id: string; video_id: string; count: string }>(
			sql`select collection_id, video_id, count from ${ranked} ranked where nth <= ${LOOKED_AT} order by nth`,
		);
	const counts = new Map<string, number>();
	const first = new Map<string, string[]>();
	for (const { collection_id, video_id, count } of found.rows) {
		const id = String(collection_id);
		counts.set(id, Number(count));
		first.set(id, [...(first.get(id) ?? []), String(video_id)]);
	}
	return { counts, first };
}

/** A link names its owner, by whom the collection is found, and a secret. */
const linkOf = (userId: string, key: string): string => `${userId}-${key}`;

const LINK = new RegExp(`^(${ID_DIGITS})-([A-Za-z0-9]{22})$`);

/** The collection behind a link; null when there is none, or the link was taken back. */
export async function byLink({ db }: Pick<Services, "db">, link: string): Promise<CollectionRow | null> {
	const match = LINK.exec(link);
	const [, userId, key] = match ?? [];
	if (userId === undefined || key === undefined) return null;
	const [row] = await db
		.user(userId)
		.select()
		.from(collections)
		.where(and(eq(collections.userId, userId), eq(collections.linkKey, key), isNull(collections.deletedAt)));
	return row ?? null;
}

/** Those that stand or can still come back, for what is counted against the most there may be. */
export const standing = (userId: string, now: number) =>
	and(eq(collections.userId, userId), or(isNull(collections.deletedAt), gt(collections.deletedAt, new Date(now - UNDO_DELETE_MS))));
