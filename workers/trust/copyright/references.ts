import { and, count, eq, inArray, isNull, sql } from "drizzle-orm";
import type { HashedPicture } from "../../../contracts/copyright-matches.ts";
import { type ShardEntry, writeShard } from "../../../contracts/copyright-shards.ts";
import { copyrightReferences, copyrightShards } from "../../../db/schema/copyright.ts";
import type { Services } from "../../platform/services.ts";

/** References a file of the library holds: three minutes of sound each make three megabytes, which an isolate writes at once. */
const SHARD_ENTRIES = 500;
/** Files written at one tick. */
const SHARDS_AT_ONCE = 8;

export type Reference = typeof copyrightReferences.$inferSelect;
export type NewReference = typeof copyrightReferences.$inferInsert;

/** Makes something known. What is known under the same id is replaced; it is found from the next file of the library on, within a minute. */
export async function addReference(services: Services, reference: NewReference): Promise<void> {
	const { fingerprint = null, pictures = [] } = reference;
	await services.db
		.directory()
		.insert(copyrightReferences)
		.values(reference)
		.onConflictDoUpdate({ target: copyrightReferences.id, set: { fingerprint, pictures, shard: null } });
}

/** What a video brings that others may be found to have taken of it; a claim that was accepted stays as it is. */
export async function keepOriginalReference(
	services: Services,
	original: { readonly id: string; readonly ownerId: string; readonly fingerprint: string | null; readonly pictures: HashedPicture[] },
): Promise<void> {
	if (original.fingerprint === null && original.pictures.length === 0) return;
	await addReference(services, {
		...original,
		kind: "original",
		title: "",
		artist: "",
		policy: "track",
		licenseType: "licensed",
		createdAt: new Date(services.clock()),
	});
}

/** It is not looked for any more. */
export async function forgetReference(services: Services, id: string): Promise<void> {
	const gone = await services.db
		.directory()
		.delete(copyrightReferences)
		.where(eq(copyrightReferences.id, id))
		.returning({ shard: copyrightReferences.shard });
	await outdate(services, gone);
}

async function outdate(services: Services, rows: readonly { readonly shard: number | null }[]): Promise<void> {
	const shards = rows.flatMap(({ shard }) => (shard === null ? [] : [shard]));
	if (shards.length > 0)
		await services.db.directory().update(copyrightShards).set({ isOutdated: true }).where(inArray(copyrightShards.shard, shards));
}

/**
 * Writes what became known, or is no more, into the library's files: only the last file grows, and a file that changes is another object,
 * as transcoders keep what a name stood for. @returns files written
 */
export async function writeLibrary(services: Services): Promise<number> {
	const database = services.db.directory();
	const last = (
		await database
			.select({ shard: copyrightReferences.shard, entries: count() })
			.from(copyrightReferences)
			.where(sql`shard = (select max(shard) from copyright_references)`)
			.groupBy(copyrightReferences.shard)
	)[0];
	const isFull = last !== undefined && last.entries >= SHARD_ENTRIES;
	const shard = last?.shard == null ? 0 : isFull ? last.shard + 1 : last.shard;
	const room = last === undefined || isFull ? SHARD_ENTRIES : SHARD_ENTRIES - last.entries;
	const unfiled = database
		.select({ id: copyrightReferences.id })
		.from(copyrightReferences)
		.where(isNull(copyrightReferences.shard))
		.orderBy(copyrightReferences.id)
		.limit(room);
	const filed = await database
		.update(copyrightReferences)
		.set({ shard })
		.where(and(isNull(copyrightReferences.shard), sql`id in ${unfiled}`))
		.returning({ id: copyrightReferences.id });
	const outdated = await database
		.select({ shard: copyrightShards.shard })
		.from(copyrightShards)
		.where(eq(copyrightShards.isOutdated, true))
		.limit(SHARDS_AT_ONCE);
	const due = new Set([...(filed.length > 0 ? [shard] : []), ...outdated.map((one) => one.shard)]);
	for (const one of due) await writeOne(services, one, shard);
	return due.size;
}

async function writeOne(services: Services, shard: number, newest: number): Promise<void> {
	const database = services.db.directory();
	const rows = await database
		.select()
		.from(copyrightReferences)
		.where(eq(copyrightReferences.shard, shard))
		.orderBy(copyrightReferences.id);
	const file = writeShard(rows.map(entryOf));
	const key = `copyright/shards/${shard}-${crypto.randomUUID()}.bin`;
	await services.media.put(key, file);
	const values = {
		key,
		bytes: file.length,
		entries: rows.length,
		isSealed: shard < newest || rows.length >= SHARD_ENTRIES,
		isOutdated: false,
	};
	await database
		.insert(copyrightShards)
		.values({ shard, ...values })
		.onConflictDoUpdate({ target: copyrightShards.shard, set: values });
	services.log.info("copyright_shard_written", { shard, entries: rows.length, bytes: file.length });
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const entryOf = ({ id, fingerprint, pictures }: Reference): ShardEntry => ({
	id,
	items: fingerprint === null ? new Uint8Array() : bytesOf(fingerprint),
	pictures: pictures.map(({ atMs, hash }) => ({ atMs, hash: bytesOf(hash) })),
});

/** The library's files as they stand. */
export const libraryFiles = (services: Services): Promise<(typeof copyrightShards.$inferSelect)[]> =>
	services.db.directory().select().from(copyrightShards).where(sql`entries > 0`).orderBy(copyrightShards.shard);

/** Removed long after a transcoder may have been told of them, milliseconds. */
const LEFT_OVER_MS = 86_400_000;

/** Removes files of the library that another took the place of a day ago. @returns how many */
export async function sweepLibrary(services: Services): Promise<number> {
	const known = new Set((await libraryFiles(services)).map(({ key }) => key));
	const { objects } = await services.media.list({ prefix: "copyright/shards/", limit: 1_000 });
	const gone = objects.filter(({ key, uploaded }) => !known.has(key) && uploaded.getTime() < services.clock() - LEFT_OVER_MS);
	if (gone.length > 0) await services.media.delete(gone.map(({ key }) => key));
	return gone.length;
}

/** @returns those that are known, by id */
export async function referencesOf(services: Services, ids: readonly string[]): Promise<Map<string, Reference>> {
	if (ids.length === 0) return new Map();
	const rows = await services.db
		.directory()
		.select()
		.from(copyrightReferences)
		.where(inArray(copyrightReferences.id, [...new Set(ids)]));
	return new Map(rows.map((row) => [row.id, row]));
}
