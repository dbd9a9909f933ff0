import { and, asc, eq, gt } from "drizzle-orm";
import { videos } from "../../../../db/schema/videos.ts";
import type { EventMap } from "../../../platform/event-map.ts";
import type { Services } from "../../../platform/services.ts";
import { isRecommendable } from "../../../rules/videos.ts";
import { readRecords, type VideoRecord } from "../../../videos/cards/index.ts";
import { tableOfWords } from "../meaning/load.ts";
import { documentOf, type Source } from "./document.ts";
import { countTerms, dropDocuments, storeDocuments } from "./store.ts";

/** What search does about what happens to videos: the steps of `workers/events.ts` that are its own. All are idempotent. */

/** Documents written by one statement. */
const BATCH = 100;

const sourceOf = ({ id, title, description, hashtags, alt, longViewCount }: VideoRecord): Source => ({
	videoId: id,
	title,
	description,
	hashtags,
	captions: alt,
	longViews: longViewCount,
});

/** Writes what these videos are found by as they are now, or takes out those that are not brought to strangers. @throws when the database can't be asked */
export async function indexForSearch(services: Services, asked: readonly string[]): Promise<void> {
	const videoIds = [...new Set(asked)];
	const records = await readRecords(services, videoIds);
	const shown = new Map(records.filter(isRecommendable).map((record) => [record.id, record]));
	const table = await tableOfWords();
	for (const [database, ids] of services.db.byVideo(videoIds)) {
		const documents = ids.flatMap((id) => shown.get(id) ?? []).map((record) => documentOf(sourceOf(record), table));
		await storeDocuments(database, documents, services.clock());
		await dropDocuments(
			database,
			ids.filter((id) => !shown.has(id)),
		);
	}
}

export const makeSearchable = (services: Services, { videoId }: { readonly videoId: string }): Promise<void> =>
	indexForSearch(services, [videoId]);

export async function searchChanged(services: Services, { videoId, what }: EventMap["changed"]): Promise<void> {
	if (what !== "virality") await indexForSearch(services, [videoId]);
}

export async function dropFromSearch(services: Services, { videoId }: { readonly videoId: string }): Promise<void> {
	await dropDocuments(services.db.video(videoId), [videoId]);
}

/** All videos of somebody whose account turned private or public, or who came of age. */
export async function reindexVideosOf(services: Services, { userId }: EventMap["cameOfAge"]): Promise<void> {
	for (const database of services.db.everyVideoShard()) {
		const rows = await database
			.select({ id: videos.id })
			.from(videos)
			.where(and(eq(videos.userId, userId), eq(videos.status, "ready")));
		for (let from = 0; from < rows.length; from += BATCH) {
			await indexForSearch(
				services,
				rows.slice(from, from + BATCH).map(({ id }) => id),
			);
		}
	}
}

export interface Rebuilt {
	readonly documents: number;
	/** Where to go on; null when all is done. */
	readonly next: string | null;
}

/** Documents made anew by one call: as many as a request has time for. */
const REBUILT_A_CALL = 1_000;

/**
 * Makes the documents of videos after an id anew; at the end the words are counted. What was there stays and is replaced, so that search
 * goes on meanwhile.
 */
export async function rebuildSearch(services: Services, after: string | null): Promise<Rebuilt> {
	const read = services.db.everyVideoShard().map((database) =>
		database
			.select({ id: videos.id })
			.from(videos)
			.where(and(eq(videos.status, "ready"), gt(videos.id, after ?? "0")))
			.orderBy(asc(videos.id))
			.limit(REBUILT_A_CALL),
	);
	const found = (await Promise.all(read)).flat().map(({ id }) => id);
	const ids = found.sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)).slice(0, REBUILT_A_CALL);
	for (let from = 0; from < ids.length; from += BATCH) await indexForSearch(services, ids.slice(from, from + BATCH));
	const last = ids.at(-1);
	const next = ids.length < REBUILT_A_CALL || last === undefined ? null : last;
	if (next === null) await countSearchTerms(services);
	return { documents: ids.length, next };
}

/** Once a day: how often words stand in documents, and how far videos reached. @returns databases counted */
export async function countSearchTerms(services: Services): Promise<number> {
	const databases = services.db.everyVideoShard();
	await Promise.all(databases.map(countTerms));
	return databases.length;
}
