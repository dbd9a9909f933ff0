import { sql } from "drizzle-orm";
import type { HashtagSummary } from "../../../../contracts/hashtags.ts";
import { hashtagKey } from "../../../../contracts/words.ts";
import type { Services } from "../../../platform/services.ts";
import { parseQuery } from "./parse.ts";
import { lookUp } from "./vocabulary.ts";

/** Hashtags that are looked at for one query. */
const LOOKED_AT = 40;

interface Row extends Record<string, unknown> {
	readonly tag: string;
	readonly videos: number;
}

/**
 * Hashtags like what was typed, those exactly so first, then by how many videos for everyone bear them: by the beginning, the middle, a
 * typo, and of several words by all of them joined.
 */
export async function findHashtags(services: Services, text: string): Promise<HashtagSummary[]> {
	const query = parseQuery(text);
	const whole = hashtagKey(text.replace(/^#+/, "").replaceAll(/\s+/g, ""));
	const joined = { text: query.squeezed, share: 1, parts: [], isRun: false };
	const databases = services.db.everyVideoShard();
	const { known } = await lookUp(databases, [joined, ...query.tokens.filter(({ text: word }) => word !== query.squeezed)]);
	const terms = [...new Set([whole, ...known.flatMap(({ token, variants }) => [token.text, ...variants.map(({ term }) => term)])])].slice(
		0,
		LOOKED_AT,
	);
	const statement = sql`
		SELECT tag, count(*)::int AS videos FROM jsonb_array_elements_text(${JSON.stringify(terms)}::jsonb) AS tag
		JOIN videos AS v ON v.hashtags @> ARRAY[tag]
		WHERE v.status = 'ready' AND v.visibility = 'public' AND NOT v.creator_private AND v.hidden_at IS NULL
		GROUP BY tag`;
	const counts = new Map<string, number>();
	for (const rows of await Promise.all(databases.map(async (database) => (await database.execute<Row>(statement)).rows))) {
		for (const { tag, videos } of rows) counts.set(tag, (counts.get(tag) ?? 0) + Number(videos));
	}
	const isWhole = (tag: string) => Number(tag === whole || tag === query.squeezed);
	return [...counts]
		.map(([tag, videoCount]) => ({ tag, videoCount }))
		.sort((a, b) => isWhole(b.tag) - isWhole(a.tag) || b.videoCount - a.videoCount || a.tag.localeCompare(b.tag));
}
