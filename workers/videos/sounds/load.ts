import { inArray } from "drizzle-orm";
import type { SoundGenre, SoundMood } from "../../../contracts/sounds.ts";
import { sounds } from "../../../db/schema/directory.ts";
import { ISOLATE_TTL_MS } from "../../platform/cache.ts";
import { changesOf } from "../../platform/changes.ts";
import { type Found, readThrough } from "../../platform/read-through.ts";
import type { Services } from "../../platform/services.ts";
import type { SoundFacts } from "../../rules/sounds.ts";

/** How long Redis keeps a sound, seconds. */
const REDIS_TTL_S = 3_600;
const ISOLATE_MAX = 10_000;

/** What is known of a sound. Times are milliseconds since 1970. */
export interface SoundRecord extends SoundFacts {
	readonly id: string;
	readonly title: string;
	readonly artist: string;
	readonly genre: SoundGenre | null;
	readonly mood: SoundMood | null;
	readonly durationMs: number;
	readonly peaks: readonly number[];
	/** The name its files bear; null for an original, whose files lie with its video. */
	readonly audio: string | null;
	readonly videoCount: number;
}

/** The columns a record is made of. */
export const SOUND_COLUMNS = {
	id: sounds.id,
	creatorId: sounds.creatorId,
	title: sounds.title,
	artist: sounds.artist,
	genre: sounds.genre,
	mood: sounds.mood,
	durationMs: sounds.durationMs,
	licenseType: sounds.licenseType,
	territories: sounds.territories,
	peaks: sounds.peaks,
	audio: sounds.audio,
	offeredAt: sounds.offeredAt,
	offAt: sounds.offAt,
	videoCount: sounds.videoCount,
} as const;
type Row = Pick<typeof sounds.$inferSelect, keyof typeof SOUND_COLUMNS>;

export const soundFrom = (row: Row): SoundRecord => ({
	...row,
	genre: row.genre as SoundGenre | null,
	mood: row.mood as SoundMood | null,
	offeredAt: row.offeredAt?.getTime() ?? null,
	offAt: row.offAt?.getTime() ?? null,
});

const copies = readThrough<SoundRecord>({
	name: "sounds",
	isolate: { max: ISOLATE_MAX, ttlMs: ISOLATE_TTL_MS, spread: true },
	shared: {
		key: (soundId) => `sound:${soundId}`,
		ttlS: () => REDIS_TTL_S,
		encode: (record) => record,
		decode: (record) => record,
	},
	changes: (services) => changesOf(services).currentOf("sound"),
});

/** Sounds by id; what does not exist is left out. */
export const loadSounds = (services: Services, ids: readonly string[]): Promise<Map<string, SoundRecord>> =>
	copies.getMany(services, ids, (wanted) => readSounds(services, wanted));

/** The same; while the database can't be asked, those that some cache has. */
export const knownSounds = (services: Services, ids: readonly string[]): Promise<Found<SoundRecord>> =>
	copies.look(services, ids, (wanted) => readSounds(services, wanted));

/** To be called after a change of these is written. */
export const invalidateSounds = (services: Services, ids: readonly string[]): Promise<void> =>
	copies.invalidate(services, ids, () => changesOf(services).note(ids.map((id) => `sound:${id}` as const)));

async function readSounds(services: Services, ids: readonly string[]): Promise<Map<string, SoundRecord>> {
	const rows = await services.db
		.directory()
		.select(SOUND_COLUMNS)
		.from(sounds)
		.where(inArray(sounds.id, [...ids]));
	return new Map(rows.map((row) => [row.id, soundFrom(row)]));
}
