import { and, desc, lt } from "drizzle-orm";
import { ARCHIVE_VERSION, CATALOGUE_KEY, type CatalogueLine } from "../../../contracts/archive.ts";
import type { Database } from "../../../db/client.ts";
import { isPublished } from "../../../db/published.ts";
import { videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { readSpace } from "../vectors/space.ts";
import { gzip } from "./gzip.ts";

/** The trainer's list of videos is at most so old, milliseconds. */
const FRESH_MS = 5 * 60_000;
const ROWS_A_QUERY = 500;
/** Newest videos that fit in an isolate's memory (about 600 bytes each). A larger catalogue is exported by the trainer's own engine. */
const ROWS_MAX = 50_000;

/**
 * Writes what the trainer needs to know of each public video, the newest first, when the last list is old.
 * @param most videos written; older ones are left out
 * @returns how many, 0 when it was fresh
 */
export async function exportCatalogue(services: Services, most = ROWS_MAX): Promise<number> {
	const { archive } = services;
	const last = await archive.head(CATALOGUE_KEY);
	if (last !== null && services.clock() - last.uploaded.getTime() < FRESH_MS) return 0;
	const space = (await readSpace(services))?.active ?? null;
	const lines: string[] = [];
	for await (const row of newestOfAll(services.db.everyVideoShard())) {
		lines.push(JSON.stringify(lineOf(row, space)));
		if (lines.length >= most) break;
	}
	if (lines.length === 0) return 0;
	await archive.put(CATALOGUE_KEY, await gzip(`${lines.join("\n")}\n`));
	return lines.length;
}

/** Public videos of all shards, newest first: ids rise with time, so of the shards' next ones the largest id is the newest. */
async function* newestOfAll(shards: readonly Database[]): AsyncGenerator<Row> {
	const lists = shards.map(newestOf);
	const heads = await Promise.all(lists.map((list) => list.next()));
	for (;;) {
		let newest: { readonly place: number; readonly row: Row } | null = null;
		for (const [place, { done, value }] of heads.entries()) {
			if (done !== true && (newest === null || BigInt(value.videoId) > BigInt(newest.row.videoId))) newest = { place, row: value };
		}
		if (newest === null) return;
		yield newest.row;
		const next = await lists[newest.place]?.next();
		if (next !== undefined) heads[newest.place] = next;
	}
}

async function* newestOf(database: Database): AsyncGenerator<Row, undefined> {
	for (let before: string | undefined; ; ) {
		const rows = await pageOf(database, before);
		yield* rows;
		before = rows.at(-1)?.videoId;
		if (rows.length < ROWS_A_QUERY) return undefined;
	}
}

type Row = Awaited<ReturnType<typeof pageOf>>[number];

const pageOf = (database: Database, before: string | undefined) =>
	database
		.select({
			videoId: videos.id,
			creatorId: videos.userId,
			topics: videos.hashtags,
			soundId: videos.soundId,
			durationMs: videos.durationMs,
			createdAt: videos.createdAt,
			vector: videos.embedding,
			version: videos.embeddingVersion,
			country: videos.country,
		})
		.from(videos)
		.where(and(isPublished, before === undefined ? undefined : lt(videos.id, before)))
		.orderBy(desc(videos.id))
		.limit(ROWS_A_QUERY);

function lineOf({ version, durationMs, createdAt, vector, ...told }: Row, space: string | null): CatalogueLine {
	return {
		v: ARCHIVE_VERSION,
		...told,
		durationMs: durationMs ?? 0,
		createdAt: createdAt.getTime(),
		// Of another space it can't be compared with the others.
		vector: space === null || version === space ? vector : null,
		space,
	};
}
