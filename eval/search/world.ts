import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { type Databases, openDatabases } from "../../db/client.ts";
import { startDatabaseHere } from "../../local/supervisor/database.ts";
import { ROOT } from "../../local/supervisor/installed.mjs";
import { LOCAL_CONNECTION, migrate } from "../../local/supervisor/migrate.ts";
import { documentOf, type Source } from "../../workers/discovery/search/documents/document.ts";
import { countTerms, storeDocuments } from "../../workers/discovery/search/documents/store.ts";
import { readTable, type WordTable } from "../../workers/discovery/search/meaning/table.ts";
import type { Video } from "./catalogue.ts";

export const sourceOf = ({
	id,
	title,
	description,
	hashtags,
	longViews,
}: Omit<Source, "videoId" | "captions"> & { id: string }): Source => ({
	videoId: id,
	title,
	description,
	hashtags,
	captions: "",
	longViews,
});

export interface World {
	readonly databases: Databases;
	readonly table: WordTable;
	readonly close: () => Promise<void>;
}

/** Documents written by one statement. */
const BATCH = 200;

/** The table of words that is served, read where there is no Worker. */
export const tableOfWords = (): WordTable => readTable(readFileSync(`${ROOT}/workers/discovery/search/meaning/words.bin`));

/** An embedded database of its own with these videos in it, all published at once. */
export async function worldOf(
	videos: Iterable<Pick<Video, "id" | "title" | "description" | "hashtags" | "longViews">>,
	now: number,
): Promise<World> {
	const service = await startDatabaseHere();
	await migrate(ROOT, service.endpoint);
	const databases = openDatabases({ default: LOCAL_CONNECTION }, service.endpoint);
	const table = tableOfWords();
	const database = databases.directory();
	let batch: Parameters<typeof sourceOf>[0][] = [];
	const write = async () => {
		const rows = JSON.stringify(batch.map(({ id, longViews }) => ({ id, longViews })));
		await database.execute(sql`
			INSERT INTO videos (id, user_id, status, original_bytes, declared_duration_ms, live_generation, long_view_count, published_at)
			SELECT (r->>'id')::bigint, 1, 'ready', 0, 0, 1, (r->>'longViews')::bigint, ${new Date(now).toISOString()}::timestamptz
			FROM jsonb_array_elements(${rows}::jsonb) AS r`);
		await storeDocuments(
			database,
			batch.map((video) => documentOf(sourceOf(video), table)),
			now,
		);
		batch = [];
	};
	for (const video of videos) {
		batch.push(video);
		if (batch.length === BATCH) await write();
	}
	await write();
	await countTerms(database);
	return {
		databases,
		table,
		close: () => service.stop(),
	};
}
