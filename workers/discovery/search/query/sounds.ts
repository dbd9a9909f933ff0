import { and, desc, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { SoundSummary } from "../../../../contracts/sounds.ts";
import { sounds } from "../../../../db/schema/directory.ts";
import { countCursor } from "../../../lists/cursor.ts";
import { listPage, type PageQuery } from "../../../lists/pipeline.ts";
import type { Services } from "../../../platform/services.ts";
import type { Viewer } from "../../../rules/viewer.ts";
import { type SeenSound, SOUND_COLUMNS, type SoundRecord, seen, soundFrom } from "../../../videos/sounds/index.ts";
import { presentSummaries } from "../../sounds/present.ts";
import { wordsIn } from "../words.ts";

/** Words that are looked for. */
const WORDS_MAX = 8;

/** A teen's original is found by nobody but themselves. */
const isShown = (seen: SeenSound | undefined): boolean =>
	seen !== undefined && (seen.source === undefined || seen.source.standing.isCreator || !seen.source.video.creatorTeen);

/**
 * Sounds by words of their title or artist, most used first: those of the library, and originals that were given a title. An original is
 * as visible as the video it was made from.
 */
export async function findSounds(
	services: Services,
	viewer: Viewer,
	text: string,
	page: PageQuery,
): Promise<{ readonly sounds: SoundSummary[]; readonly nextCursor: string | null }> {
	const words = wordsIn(text).slice(0, WORDS_MAX);
	if (words.length === 0) return { sounds: [], nextCursor: null };
	// Of letters and digits alone: nothing in them means anything to a pattern.
	const says = (part: string) => sql`search_fold(${sounds.title} || ' ' || ${sounds.artist}) LIKE ${`%${part}%`}`;
	// A compound is written as one word or as its parts: "lofi", "lo-fi".
	const said = words.map(({ text: whole, parts }) => or(says(whole), parts.length === 0 ? undefined : and(...parts.map(says))));
	const read = async (from: number, limit: number): Promise<SoundRecord[]> => {
		const rows = await services.db
			.directory()
			.select(SOUND_COLUMNS)
			.from(sounds)
			.where(and(sql`${sounds.title} <> ''`, or(isNotNull(sounds.creatorId), isNotNull(sounds.offeredAt)), isNull(sounds.offAt), ...said))
			.orderBy(desc(sounds.videoCount), desc(sounds.id))
			.offset(from)
			.limit(limit);
		return rows.map(soundFrom);
	};
	const { items, nextCursor } = await listPage<SoundRecord, { readonly count: number }, Map<string, SeenSound>, SeenSound>(
		{
			async skeleton(after, limit) {
				const begin = after?.count ?? 0;
				const found = await read(begin, limit + 1);
				return { entries: found.slice(0, limit), next: found.length > limit ? { count: begin + limit } : null };
			},
			hydrate: (rows) => seen(services, viewer, rows),
			rule: ({ id }, known) => isShown(known.get(id)),
			present: (rows, known) => rows.flatMap(({ id }) => known.get(id) ?? []),
		},
		countCursor,
		page,
	);
	return { sounds: await presentSummaries(services, viewer, items), nextCursor };
}
