import { and, gt, inArray } from "drizzle-orm";
import type { HashtagSummary } from "../../../../contracts/hashtags.ts";
import { hashtagKey } from "../../../../contracts/words.ts";
import { hashtags } from "../../../../db/schema/directory.ts";
import type { Services } from "../../../platform/services.ts";
import { parseQuery } from "./parse.ts";
import { lookUp } from "./vocabulary.ts";

/** Hashtags that are looked at for one query. */
const LOOKED_AT = 40;

/**
 * Hashtags like what was typed, those exactly so first, then by how many videos for everyone bear them: by the beginning, the middle, a
 * typo, and of several words by all of them joined.
 */
export async function findHashtags(services: Services, text: string): Promise<HashtagSummary[]> {
	const query = parseQuery(text);
	const whole = hashtagKey(text.replace(/^#+/, "").replaceAll(/\s+/g, ""));
	const joined = { text: query.squeezed, share: 1, parts: [], isRun: false };
	const { known } = await lookUp(services.db.everyVideoShard(), [
		joined,
		...query.tokens.filter(({ text: word }) => word !== query.squeezed),
	]);
	const terms = [...new Set([whole, ...known.flatMap(({ token, variants }) => [token.text, ...variants.map(({ term }) => term)])])].slice(
		0,
		LOOKED_AT,
	);
	const rows = await services.db
		.directory()
		.select({ tag: hashtags.tag, videoCount: hashtags.videoCount })
		.from(hashtags)
		.where(and(inArray(hashtags.tag, terms), gt(hashtags.videoCount, 0)));
	const isWhole = (tag: string) => Number(tag === whole || tag === query.squeezed);
	return rows.sort((a, b) => isWhole(b.tag) - isWhole(a.tag) || b.videoCount - a.videoCount || a.tag.localeCompare(b.tag));
}
