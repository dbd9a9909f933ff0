import { and, eq, inArray, isNotNull, lte, sql } from "drizzle-orm";
import type { Collection, createCollection as createContract, listCollections as listContract } from "../../contracts/collections.ts";
import type { AnswerOf, BodyOf } from "../../contracts/endpoint.ts";
import { COLLECTIONS_MAX, UNDO_DELETE_MS } from "../../contracts/limits.ts";
import { collectionNotFound, collectionsFull } from "../../contracts/problems/sharing.ts";
import { collections, collectionVideos } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { screenText } from "../trust/index.ts";
import { allOf, type CollectionRow, mine, ownCollection, presentCollections, standing } from "./rows.ts";

/** What a person does with their own collections as a whole. */

export async function listCollections(
	services: Services,
	viewer: UserViewer,
	videoId: string | undefined,
): Promise<AnswerOf<typeof listContract>> {
	const rows = await allOf(services, viewer.userId);
	const [shown, having] = await Promise.all([
		presentCollections(services, viewer, viewer.userId, rows),
		videoId === undefined
			? []
			: services.db
					.user(viewer.userId)
					.select({ id: collectionVideos.collectionId })
					.from(collectionVideos)
					.where(and(eq(collectionVideos.userId, viewer.userId), eq(collectionVideos.videoId, videoId))),
	]);
	const has = new Set(having.map(({ id }) => id));
	return { collections: shown.map((collection) => ({ ...collection, has: has.has(collection.id) })) };
}

/** Begins one, on top of the others; the same client id answers the one it began. @throws `collections_full` */
export async function createCollection(
	services: Services,
	viewer: UserViewer,
	{ name, clientId }: BodyOf<typeof createContract>,
): Promise<{ readonly collection: Collection; readonly isNew: boolean }> {
	const { userId } = viewer;
	const database = services.db.user(userId);
	const known = async () =>
		(
			await database
				.select()
				.from(collections)
				.where(and(eq(collections.userId, userId), eq(collections.clientId, clientId)))
		)[0];
	const before = await known();
	if (before === undefined) {
		await purgeDeleted(services, userId);
		const now = new Date(services.clock()).toISOString();
		await database.execute(sql`
			INSERT INTO collections (id, user_id, name, place, client_id, created_at)
			SELECT ${services.newId()}::bigint, ${userId}::bigint, ${name}, coalesce(min(place), 0) - 1, ${clientId}::uuid, ${now}::timestamptz
			FROM collections WHERE ${standing(userId, services.clock())}
			HAVING count(*) < ${COLLECTIONS_MAX}
			ON CONFLICT DO NOTHING`);
	}
	const row = before ?? (await known());
	if (row === undefined) throw collectionsFull();
	if (before === undefined) screenName(services, userId, name);
	return { collection: await presentOne(services, viewer, row), isNew: before === undefined };
}

/** @throws `collection_not_found` */
export async function renameCollection(services: Services, viewer: UserViewer, id: string, name: string): Promise<Collection> {
	const renamed = await changed(services, viewer, id, { name });
	screenName(services, viewer.userId, name);
	return renamed;
}

const screenName = (services: Services, userId: string, name: string): void =>
	screenText(services, { subject: { kind: "profile", id: userId, ownerId: userId }, fields: { collection: name } });

/** Makes the link, or answers the one there is; or takes it back. @throws `collection_not_found` */
export async function setLink(services: Services, viewer: UserViewer, id: string, on: boolean): Promise<Collection> {
	const { linkKey } = await ownCollection(services, viewer.userId, id);
	return changed(services, viewer, id, { linkKey: on ? (linkKey ?? newKey()) : null });
}

/** 22 letters and digits: 131 bits. */
function newKey(): string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
	// A byte of 248 and above would make the first letters likelier.
	const letters: string[] = [];
	while (letters.length < 22) {
		for (const byte of crypto.getRandomValues(new Uint8Array(32))) if (byte < 248) letters.push(alphabet.charAt(byte % 62));
	}
	return letters.slice(0, 22).join("");
}

async function changed(
	services: Services,
	viewer: UserViewer,
	id: string,
	change: Partial<Pick<CollectionRow, "name" | "linkKey">>,
): Promise<Collection> {
	const [row] = await services.db.user(viewer.userId).update(collections).set(change).where(mine(viewer.userId, id)).returning();
	if (row === undefined) throw collectionNotFound();
	return presentOne(services, viewer, row);
}

/** Hidden at once, its link too; for some seconds it can come back as it was. @throws `collection_not_found` */
export async function deleteCollection(services: Services, { userId }: UserViewer, id: string): Promise<void> {
	const [row] = await services.db
		.user(userId)
		.update(collections)
		.set({ deletedAt: new Date(services.clock()) })
		.where(mine(userId, id))
		.returning({ id: collections.id });
	if (row === undefined) throw collectionNotFound();
	await purgeDeleted(services, userId);
}

/** @throws `collection_not_found` when its time is over */
export async function restoreCollection(services: Services, viewer: UserViewer, id: string): Promise<Collection> {
	const { userId } = viewer;
	const [row] = await services.db
		.user(userId)
		.update(collections)
		.set({ deletedAt: null })
		.where(and(eq(collections.id, id), standing(userId, services.clock())))
		.returning();
	if (row === undefined) throw collectionNotFound();
	return presentOne(services, viewer, row);
}

/** Those whose deletion can't be undone any more go with what was in them; done whenever collections come and go. */
async function purgeDeleted({ db, clock }: Services, userId: string): Promise<void> {
	const database = db.user(userId);
	const over = and(
		eq(collections.userId, userId),
		isNotNull(collections.deletedAt),
		lte(collections.deletedAt, new Date(clock() - UNDO_DELETE_MS)),
	);
	const gone = await database.delete(collections).where(over).returning({ id: collections.id });
	if (gone.length === 0) return;
	await database.delete(collectionVideos).where(
		inArray(
			collectionVideos.collectionId,
			gone.map(({ id }) => id),
		),
	);
}

/** Those not named follow in the order they had. */
export async function orderCollections({ db }: Services, { userId }: UserViewer, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await db.user(userId).execute(sql`
		UPDATE collections SET place = wanted.place
		FROM (
			SELECT id, row_number() OVER (ORDER BY array_position(${`{${ids.join()}}`}::bigint[], id) NULLS LAST, place, id DESC) AS place
			FROM collections WHERE user_id = ${userId}
		) wanted
		WHERE collections.id = wanted.id AND collections.user_id = ${userId}`);
}

/** What follows from a person's erasure. */
export async function forgetCollectionsOf({ db }: Pick<Services, "db">, userId: string): Promise<void> {
	const database = db.user(userId);
	await database.batch([
		database.delete(collectionVideos).where(eq(collectionVideos.userId, userId)),
		database.delete(collections).where(eq(collections.userId, userId)),
	]);
}

export async function presentOne(services: Services, viewer: UserViewer, row: CollectionRow): Promise<Collection> {
	const [shown] = await presentCollections(services, viewer, viewer.userId, [row]);
	if (shown === undefined) throw collectionNotFound();
	return shown;
}
