import { and, asc, eq, gt } from "drizzle-orm";
import { ARCHIVE_VERSION, CATALOGUE_KEY, type CatalogueLine } from "../../../contracts/archive.ts";
import { videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { readSpace } from "../vectors/space.ts";
import { gzip } from "./gzip.ts";

/** The trainer's list of videos is at most so old, milliseconds. */
const FRESH_MS = 5 * 60_000;
const ROWS_A_QUERY = 1_000;
/** Newest videos that fit in an isolate's memory (about 600 bytes each). A larger catalogue is exported by the trainer's own engine. */
const ROWS_MAX = 50_000;

/** Writes what the trainer needs to know of each public video, when the last list is old. @returns how many, 0 when it was fresh */
export async function exportCatalogue(services: Services): Promise<number> {
	const { ARCHIVE } = services.env;
	const last = await ARCHIVE.head(CATALOGUE_KEY);
	if (last !== null && services.clock() - last.uploaded.getTime() < FRESH_MS) return 0;
	const space = (await readSpace(services))?.active ?? null;
	const lines: string[] = [];
	for (const database of services.db.everyVideoShard()) {
		let after = "0";
		for (let full = true; full && lines.length < ROWS_MAX; ) {
			const rows = await database
				.select({
					videoId: videos.id,
					creatorId: videos.userId,
					topics: videos.hashtags,
					soundId: videos.musicId,
					durationMs: videos.durationMs,
					createdAt: videos.createdAt,
					vector: videos.embedding,
					version: videos.embeddingVersion,
					country: videos.country,
				})
				.from(videos)
				.where(and(eq(videos.status, "ready"), eq(videos.visibility, "public"), gt(videos.id, after)))
				.orderBy(asc(videos.id))
				.limit(ROWS_A_QUERY);
			for (const row of rows) {
				const { version, durationMs, createdAt, vector, ...told } = row;
				const line: CatalogueLine = {
					v: ARCHIVE_VERSION,
					...told,
					durationMs: durationMs ?? 0,
					createdAt: createdAt.getTime(),
					// Of another space it can't be compared with the others.
					vector: space === null || version === space ? vector : null,
					space,
				};
				lines.push(JSON.stringify(line));
			}
			after = rows.at(-1)?.videoId ?? after;
			full = rows.length === ROWS_A_QUERY;
		}
	}
	if (lines.length === 0) return 0;
	await ARCHIVE.put(CATALOGUE_KEY, await gzip(`${lines.join("\n")}\n`));
	return lines.length;
}
