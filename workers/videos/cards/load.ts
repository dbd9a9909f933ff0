import { eq, sql } from "drizzle-orm";
import { VIRAL_VIEWS } from "../../../contracts/limits.ts";
import { videos } from "../../../db/schema/videos.ts";
import { ProblemError } from "../../gateway/problem.ts";
import { isolateCache, perServices } from "../../platform/cache.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { changeLogOf, LEASE_MS } from "./changes.ts";
import { countsOf } from "./counts.ts";
import type { VideoRecord } from "./record.ts";
import { RECORD_COLUMNS, readRecords, recordFrom } from "./rows.ts";

/** Redis keeps a video an hour, a viral one a day (brief §9), and the mark of a deletion longer than any copy, seconds. */
const REDIS_TTL_S = 3_600;
const VIRAL_TTL_S = 24 * 3_600;
const TOMBSTONE_TTL_S = 25 * 3_600;
/** A deletion is acknowledged this long after it was written, milliseconds: by then no isolate's lease is older. */
export const DELETION_LEASE_MS = LEASE_MS + 50;

export interface Entry {
	readonly record: VideoRecord;
	/** The part of the card that is the same for all viewers, as JSON; made at the first showing. */
	fixedJson: string | null;
}

const bytesOf = ({ record }: Entry): number => 4_000 + 4 * (record.title.length + record.description.length);
const entriesOf = perServices((services) => isolateCache<Entry>(services.clock, bytesOf));
const redisKey = (videoId: string): string => `video:${videoId}`;
/** Only what is served is kept: anything else changes without being told to all. */
const mayKeep = (record: VideoRecord): boolean => record.status === "ready";

/** What is known of a video, whatever its state; null when there is none. @throws `unavailable` when nobody can tell. */
export async function loadVideo(services: Services, videoId: string): Promise<VideoRecord | null> {
	const { entries, failed } = await loadEntries(services, [videoId]);
	const record = entries.get(videoId)?.record ?? null;
	if (record === null && failed) {
		throw new ProblemError("unavailable", "We can't look this up for a moment. Try again shortly.", { retryAfterSeconds: 2 });
	}
	return record;
}

/** The same for many; what can't be found or asked for is left out. */
export async function loadVideos(services: Services, videoIds: readonly string[]): Promise<Map<string, VideoRecord>> {
	const { entries } = await loadEntries(services, videoIds);
	return new Map([...entries].map(([id, { record }]) => [id, record]));
}

export interface Loaded {
	readonly entries: Map<string, Entry>;
	/** True when the database could not be asked for what the caches did not have. */
	readonly failed: boolean;
}

/** Isolate, then Redis in one MGET, then Postgres in one query per database. Copies are used only as the change log allows. */
export async function loadEntries(services: Services, videoIds: readonly string[]): Promise<Loaded> {
	const kept = entriesOf(services);
	const changes = await changeLogOf(services).current();
	const entries = new Map<string, Entry>();
	const good = (record: VideoRecord) => record.updatedAt >= changes.changedAt(record.id);
	let missing: string[] = [];
	for (const id of videoIds) {
		const entry = changes.sure ? kept.get(id) : undefined;
		if (entry !== undefined && good(entry.record)) entries.set(id, entry);
		else if (!entries.has(id)) missing.push(id);
	}
	if (missing.length === 0) return { entries, failed: false };

	const keep = (record: VideoRecord): void => {
		const held = kept.get(record.id);
		const entry = held !== undefined && held.record.updatedAt === record.updatedAt ? held : { record, fixedJson: null };
		entries.set(record.id, entry);
		if (mayKeep(record)) kept.set(record.id, entry);
		else kept.delete(record.id);
	};
	const cached = await services.redis.soft((redis) => redis.mget<(VideoRecord | null)[]>(...missing.map(redisKey)));
	for (const record of cached ?? []) if (record !== null && good(record)) keep(record);
	missing = [...new Set(missing)].filter((id) => !entries.has(id));
	if (missing.length === 0) return { entries, failed: false };

	try {
		const records = await readRecords(services, missing);
		records.forEach(keep);
		await fillRedis(services, records.filter(mayKeep));
		return { entries, failed: false };
	} catch (error) {
		services.log.warn("videos_unavailable", { wanted: missing.length, ...errorFields(error) });
		return { entries, failed: true };
	}
}

/** Only where nothing is: what a change has written meanwhile is newer than what was read before it. */
async function fillRedis(services: Services, records: readonly VideoRecord[]): Promise<void> {
	if (records.length === 0) return;
	await services.redis.soft((redis) => {
		const pipeline = redis.pipeline();
		for (const record of records) pipeline.set(redisKey(record.id), record, { ex: ttlOf(record), nx: true });
		return pipeline.exec();
	});
}

function ttlOf(record: VideoRecord): number {
	if (record.status === "deleted") return TOMBSTONE_TTL_S;
	return record.viewCount > VIRAL_VIEWS ? VIRAL_TTL_S : REDIS_TTL_S;
}

/**
 * To be called after a change of a video is written. Stamps the row, so that every isolate drops its copy within its lease,
 * and puts the new state into Redis. A deletion returns only when no isolate can serve an older copy any more.
 */
export async function invalidateVideo(services: Services, videoId: string): Promise<void> {
	const [row] = await services.db
		.video(videoId)
		.update(videos)
		.set({ updatedAt: sql`greatest(date_trunc('milliseconds', now()), ${videos.updatedAt} + interval '1 millisecond')` })
		.where(eq(videos.id, videoId))
		.returning(RECORD_COLUMNS);
	const record = row === undefined ? null : recordFrom(row);
	entriesOf(services).delete(videoId);
	countsOf(services).drop(videoId);
	changeLogOf(services).note(videoId, record?.updatedAt ?? services.clock());
	await services.redis.soft<unknown>((redis) =>
		record !== null && (mayKeep(record) || record.status === "deleted")
			? redis.set(redisKey(videoId), record, { ex: ttlOf(record) })
			: redis.del(redisKey(videoId)),
	);
	// Deleted, hidden or gone: nobody may be shown a copy after the answer.
	if (record === null || record.status !== "ready" || record.visibility !== "public")
		await new Promise((resolve) => setTimeout(resolve, DELETION_LEASE_MS));
}
