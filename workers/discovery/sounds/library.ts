import { and, desc, eq, ilike, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AnswerOf, QueryOf } from "../../../contracts/endpoint.ts";
import type { listSounds as contract } from "../../../contracts/sounds.ts";
import { sounds } from "../../../db/schema/directory.ts";
import { rankCursor } from "../../lists/cursor.ts";
import { listPage, peeking } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import { mayUseSound } from "../../rules/sounds.ts";
import { type SeenSound, SOUND_COLUMNS, type SoundRecord, seen, soundFrom } from "../../videos/sounds/index.ts";
import { type Listener, presentSounds } from "./present.ts";

/** Words of a search that are looked for. */
const WORDS_MAX = 8;

/** A place in a list of sounds, most used first. */
interface Place {
	readonly count: number;
	readonly id: string;
}

/** The library, most used first: what can be used from where the viewer is. */
export async function listSounds(
	services: Services,
	listener: Listener,
	{ q, genre, mood, ...query }: QueryOf<typeof contract>,
): Promise<AnswerOf<typeof contract>> {
	const wanted = and(
		isNull(sounds.creatorId),
		isNotNull(sounds.offeredAt),
		licensedIn(listener.country),
		genre === undefined ? undefined : eq(sounds.genre, genre),
		mood === undefined ? undefined : eq(sounds.mood, mood),
		named(q),
	);
	const read = async (after: Place | null, limit: number): Promise<SoundRecord[]> => {
		const rows = await services.db
			.directory()
			.select(SOUND_COLUMNS)
			.from(sounds)
			.where(
				and(wanted, after === null ? undefined : sql`(${sounds.videoCount}, ${sounds.id}) < (${after.count}::bigint, ${after.id}::bigint)`),
			)
			.orderBy(desc(sounds.videoCount), desc(sounds.id))
			.limit(limit);
		return rows.map(soundFrom);
	};
	const { items, nextCursor } = await listPage<SoundRecord, Place, Map<string, SeenSound>, SeenSound>(
		{
			skeleton: peeking(read, ({ videoCount, id }) => ({ count: videoCount, id })),
			hydrate: (rows) => seen(services, listener.viewer, rows),
			rule: (row, known) => known.has(row.id) && mayUseSound(row, undefined, listener.country),
			present: (rows, known) => rows.flatMap(({ id }) => known.get(id) ?? []),
		},
		rankCursor,
		query,
	);
	return { sounds: await presentSounds(services, listener, items), nextCursor };
}

/** As `isLicensedIn` of the rules, so that pages are full of what can be used. */
function licensedIn(country: string | null): SQL | undefined {
	return or(
		eq(sounds.licenseType, "free"),
		and(eq(sounds.licenseType, "licensed"), isNull(sounds.territories)),
		country === null ? undefined : sql`${country} = any(${sounds.territories})`,
	);
}

/** Bears each of these words in its title or its artist's name. */
const named = (q: string | undefined): SQL | undefined =>
	and(...wordsOf(q).map((word) => or(ilike(sounds.title, word), ilike(sounds.artist, word))));

/** Each word of a search as a pattern. */
const wordsOf = (q: string | undefined): string[] =>
	(q ?? "")
		.split(/\s+/)
		.filter((word) => word !== "")
		.slice(0, WORDS_MAX)
		.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
