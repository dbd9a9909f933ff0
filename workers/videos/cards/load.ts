import { eq } from "drizzle-orm";
import { VIRAL_VIEWS } from "../../../contracts/limits.ts";
import { videosNotLookedUp } from "../../../contracts/problems/videos.ts";
import { videos } from "../../../db/schema/videos.ts";
import { ISOLATE_TTL_MS } from "../../platform/cache.ts";
import { LEASE_MS } from "../../platform/changes.ts";
import { readThrough } from "../../platform/read-through.ts";
import type { Services } from "../../platform/services.ts";
import { isOpen } from "../../rules/videos.ts";
import { CHANGED } from "../state/index.ts";
import { changeLogOf, listChange } from "./changes.ts";
import { countsOf } from "./counts.ts";
import type { VideoRecord } from "./record.ts";
import { RECORD_COLUMNS, readRecords, recordFrom } from "./rows.ts";

/** Redis keeps a video an hour, a viral one a day (docs/product.md#caches), and the mark of a deletion longer than any copy, seconds. */
const REDIS_TTL_S = 3_600;
const VIRAL_TTL_S = 24 * 3_600;
const TOMBSTONE_TTL_S = 25 * 3_600;
/** A deletion is acknowledged this long after it was written, milliseconds: by then no isolate's lease is older. */
export const DELETION_LEASE_MS = LEASE_MS + 50;

export interface Entry {
	readonly record: VideoRecord;
	/** The part of the card that is the same for all viewers, as JSON; made at the first impression. */
	fixedJson: string | null;
}

const entryOf = (record: VideoRecord): Entry => ({ record, fixedJson: null });

const copies = readThrough<Entry, VideoRecord>({
	name: "videos",
	isolate: {
		bytesOf: ({ record }) => 4_000 + 4 * (record.title.length + record.description.length),
		ttlMs: ISOLATE_TTL_MS,
		spread: true,
	},
	shared: {
		key: (videoId) => `video:${videoId}`,
		ttlS: ({ record }) => ttlOf(record),
		encode: ({ record }) => record,
		decode: entryOf,
	},
	changes: (services) => changeLogOf(services).current(),
	markOf: ({ record }) => record.changedAt,
	// Only what is served is kept: anything else changes without being told to all.
	mayKeep: ({ record }) => record.status === "ready",
	renew: (held, entry) => (held.record.changedAt === entry.record.changedAt ? { ...held, record: entry.record } : entry),
	// Nothing can be deleted while Postgres is away, and a Redis that answers would name what was deleted just before.
	lastKnown: { pastTtlMs: 0, onlyWhileSharedAnswers: true },
});

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
	const { values, error } = await copies.look(
		services,
		videoIds,
		async (ids) => new Map((await readRecords(services, ids)).map((record) => [record.id, entryOf(record)])),
	);
	return { entries: values, failed: error !== null };
}

function ttlOf(record: VideoRecord): number {
	if (record.status === "deleted") return TOMBSTONE_TTL_S;
	return record.viralAt !== null || record.viewCount > VIRAL_VIEWS ? VIRAL_TTL_S : REDIS_TTL_S;
}

/**
 * Drops the copies of videos whose vectors were changed, in the background and many at once: isolates have the new ones within
 * their own minute. A change that viewers can see needs `invalidateVideo`.
 */
export const forgetCopies = (services: Services, videoIds: readonly string[]): Promise<void> => copies.forget(services, videoIds);

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
	countsOf(services).drop(videoId);
	const changedAt = record?.changedAt ?? services.clock();
	changeLogOf(services).note(videoId, changedAt);
	await listChange(services, videoId, changedAt);
	const stands = record !== null && (record.status === "ready" || record.status === "deleted");
	await copies.replace(services, videoId, stands ? entryOf(record) : null);
	// Deleted, hidden, restricted or gone: nobody may be shown a copy after the answer.
	if (record === null || record.status !== "ready" || !isOpen(record) || record.restriction !== "none")
		await new Promise((resolve) => setTimeout(resolve, DELETION_LEASE_MS));
}
