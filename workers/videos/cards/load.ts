import { eq } from "drizzle-orm";
import { VIRAL_VIEWS } from "../../../contracts/limits.ts";
import { videosNotLookedUp } from "../../../contracts/problems/videos.ts";
import { videos } from "../../../db/schema/videos.ts";
import { ISOLATE_TTL_MS, isolateCache, perServices } from "../../platform/cache.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { untilDone } from "../../platform/waiting.ts";
import { CHANGED } from "../state/index.ts";
import { type Changes, changeLogOf, LEASE_MS, listChange } from "./changes.ts";
import { countsOf } from "./counts.ts";
import { Flights } from "./flights.ts";
import type { VideoRecord } from "./record.ts";
import { RECORD_COLUMNS, readRecords, recordFrom } from "./rows.ts";

/** Redis keeps a video an hour, a viral one a day (docs/product.md#caches), and the mark of a deletion longer than any copy, seconds. */
const REDIS_TTL_S = 3_600;
const VIRAL_TTL_S = 24 * 3_600;
const TOMBSTONE_TTL_S = 25 * 3_600;
const REDIS_AT_ONCE = 120;
/** Another's look-up is waited for so long, milliseconds: its request may be gone. */
const FLIGHT_PATIENCE_MS = 150;
/** A deletion is acknowledged this long after it was written, milliseconds: by then no isolate's lease is older. */
export const DELETION_LEASE_MS = LEASE_MS + 50;

export interface Entry {
	readonly record: VideoRecord;
	/** The part of the card that is the same for all viewers, as JSON; made at the first showing. */
	fixedJson: string | null;
}

const bytesOf = ({ record }: Entry): number => 4_000 + 4 * (record.title.length + record.description.length);
const entriesOf = perServices((services) => isolateCache<Entry>(services.clock, bytesOf));
const flightsOf = perServices(() => new Flights());
const redisKey = (videoId: string): string => `video:${videoId}`;
/** Only what is served is kept: anything else changes without being told to all. */
const mayKeep = (record: VideoRecord): boolean => record.status === "ready";

/** What is known of a video, whatever its state; null when there is none. @throws `unavailable` when nobody can tell. */
export async function loadVideo(services: Services, videoId: string): Promise<VideoRecord | null> {
	const { entries, failed } = await loadEntries(services, [videoId]);
	const record = entries.get(videoId)?.record ?? null;
	if (record === null && failed) {
		throw videosNotLookedUp();
	}
	return record;
}

/** The same for many; what can't be found or asked for is left out. */
export async function loadVideos(services: Services, videoIds: readonly string[]): Promise<Map<string, VideoRecord>> {
	const { entries } = await loadEntries(services, videoIds);
	const records = new Map<string, VideoRecord>();
	for (const [id, { record }] of entries) records.set(id, record);
	return records;
}

export interface Loaded {
	readonly entries: Map<string, Entry>;
	/** True when the database could not be asked for what the caches did not have. */
	readonly failed: boolean;
}

/** Isolate, then Redis, then Postgres in one query per database. Copies are used only as the change log allows. */
export async function loadEntries(services: Services, videoIds: readonly string[]): Promise<Loaded> {
	const changes = await changeLogOf(services).current();
	const entries = new Map<string, Entry>();
	const takeKept = (ids: readonly string[]): string[] =>
		ids.filter((id) => {
			const entry = changes.sure ? entriesOf(services).get(id) : undefined;
			if (entry === undefined || entry.record.changedAt < changes.changedAt(id)) return true;
			entries.set(id, entry);
			return false;
		});
	let missing = takeKept([...new Set(videoIds)]);
	if (missing.length === 0) return { entries, failed: false };
	// A crowd that comes to a cold isolate wants the same videos: what another is loading is waited for, not loaded again.
	const flights = flightsOf(services);
	const othersAreLoading = () => flights.isUnderWay(missing, services.clock() - FLIGHT_PATIENCE_MS);
	if (changes.sure && othersAreLoading()) {
		await untilDone(() => !othersAreLoading(), FLIGHT_PATIENCE_MS);
		missing = takeKept(missing);
		if (missing.length === 0) return { entries, failed: false };
	}
	const land = flights.begin(missing, services.clock());
	try {
		return { entries, failed: await loadMissing(services, missing, changes, entries) };
	} finally {
		land();
	}
}

/** Looks up what this isolate does not have. @returns true when the database could not be asked for the rest */
async function loadMissing(
	services: Services,
	videoIds: readonly string[],
	changes: Changes,
	entries: Map<string, Entry>,
): Promise<boolean> {
	const kept = entriesOf(services);
	const keep = (record: VideoRecord): void => {
		const held = kept.get(record.id);
		const entry = held !== undefined && held.record.changedAt === record.changedAt ? { ...held, record } : { record, fixedJson: null };
		entries.set(record.id, entry);
		// Not all at once: what came together would have to be loaded again together.
		if (mayKeep(record)) kept.set(record.id, entry, { ttl: ISOLATE_TTL_MS * (0.75 + 0.25 * Math.random()) });
		else kept.delete(record.id);
	};
	const shared = await readRedis(services, videoIds);
	for (const record of shared.records) if (record.changedAt >= changes.changedAt(record.id)) keep(record);
	const missing = videoIds.filter((id) => !entries.has(id));
	if (missing.length === 0) return false;
	try {
		const records = await readRecords(services, missing);
		records.forEach(keep);
		await fillRedis(services, records.filter(mayKeep));
		return false;
	} catch (error) {
		services.log.warn("videos_unavailable", { wanted: missing.length, ...errorFields(error) });
		// Nothing can be deleted while Postgres is away, and a Redis that answers would name what was deleted just before.
		for (const id of shared.answered ? missing : []) {
			const held = kept.get(id);
			if (held !== undefined && held.record.changedAt >= changes.changedAt(id)) entries.set(id, held);
		}
		return missing.some((id) => !entries.has(id));
	}
}

/** Records of the shared cache, so many in one command that its answer stays below half a megabyte. */
async function readRedis(services: Services, videoIds: readonly string[]): Promise<{ records: VideoRecord[]; answered: boolean }> {
	const commands: Promise<(VideoRecord | null)[] | null>[] = [];
	for (let from = 0; from < videoIds.length; from += REDIS_AT_ONCE) {
		const keys = videoIds.slice(from, from + REDIS_AT_ONCE).map(redisKey);
		commands.push(services.redis.soft((redis) => redis.mget<(VideoRecord | null)[]>(...keys)));
	}
	const answers = await Promise.all(commands);
	const records = answers.flatMap((found) => (found ?? []).filter((record) => record !== null));
	return { records, answered: answers.every((found) => found !== null) };
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
	return record.viralAt !== null || record.viewCount > VIRAL_VIEWS ? VIRAL_TTL_S : REDIS_TTL_S;
}

/**
 * Drops the copies of videos whose vectors were changed, in the background and many at once: isolates have the new ones within
 * their own minute. A change that viewers can see needs `invalidateVideo`.
 */
export async function forgetCopies(services: Services, videoIds: readonly string[]): Promise<void> {
	for (const id of videoIds) entriesOf(services).delete(id);
	if (videoIds.length > 0) await services.redis.soft((redis) => redis.del(...videoIds.map(redisKey)));
}

/**
 * To be called after a change of a video is written. Stamps the row, so that every isolate drops its copy within its lease,
 * and puts the new state into Redis. A deletion returns only when no isolate can serve an older copy any more.
 */
export async function invalidateVideo(services: Services, videoId: string): Promise<void> {
	const [row] = await services.db
		.video(videoId)
		.update(videos)
		.set({ changedAt: CHANGED })
		.where(eq(videos.id, videoId))
		.returning(RECORD_COLUMNS);
	const record = row === undefined ? null : recordFrom(row);
	entriesOf(services).delete(videoId);
	countsOf(services).drop(videoId);
	const changedAt = record?.changedAt ?? services.clock();
	changeLogOf(services).note(videoId, changedAt);
	await listChange(services, videoId, changedAt);
	await services.redis.soft<unknown>((redis) =>
		record !== null && (mayKeep(record) || record.status === "deleted")
			? redis.set(redisKey(videoId), record, { ex: ttlOf(record) })
			: redis.del(redisKey(videoId)),
	);
	// Deleted, hidden or gone: nobody may be shown a copy after the answer.
	if (record === null || record.status !== "ready" || record.visibility !== "public")
		await new Promise((resolve) => setTimeout(resolve, DELETION_LEASE_MS));
}
