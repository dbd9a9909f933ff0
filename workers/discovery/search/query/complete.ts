import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../../../db/client.ts";
import { pairsOf, type Word, wordsIn } from "../words.ts";
import { typosAllowed, typosBetween } from "./typos.ts";

/** Queries that are offered, and words that are looked at for them. */
const OFFERED = 6;
const LOOKED_AT = 24;

interface Row extends Record<string, unknown> {
	readonly term: string;
	readonly documents: number;
	readonly begins: boolean;
}

/**
 * What a query may become whose last word is still being typed. Each that is offered finds something: that is asked, for words outlive
 * the videos they came from.
 */
export async function completeQuery(databases: readonly Database[], text: string): Promise<string[]> {
	const typed = text.trim();
	const words = wordsIn(typed);
	const last = words.at(-1);
	if (last === undefined) return [];
	const beside = words.slice(0, -1).flatMap(standing);
	const answers = await Promise.all(databases.map(async (database) => (await database.execute<Row>(termsFor(last, beside))).rows));
	const found = new Map<string, { documents: number; begins: boolean }>();
	for (const { term, documents, begins } of answers.flat()) {
		found.set(term, {
			documents: (found.get(term)?.documents ?? 0) + Number(documents),
			begins: begins === true,
		});
	}
	const isMeant = (term: string, begins: boolean) =>
		begins || typosBetween(last.text, term.slice(0, last.text.length)) <= typosAllowed(last.text);
	const start = typed.slice(0, typed.length - typedLength(typed, last));
	return [...found]
		.filter(([term, { begins }]) => isMeant(term, begins))
		.sort(([a, x], [b, y]) => Number(y.begins) - Number(x.begins) || y.documents - x.documents || a.length - b.length)
		.map(([term]) => `${start}${term}`.trim())
		.filter((query) => query !== typed)
		.slice(0, OFFERED);
}

/** What of a word documents hold. */
const standing = ({ text, script }: Word): string[] => (script === null ? [text] : pairsOf(text));

/** The last word as it was typed, with the signs that join its parts. */
const TAIL = /[\p{L}\p{M}\p{N}]+(?:[-'’_.][\p{L}\p{M}\p{N}]+)*$/u;
/** Letters of the last word as it was typed: what is before it stays as it is. */
const typedLength = (typed: string, { text, script }: Word): number =>
	script !== null && typed.endsWith(text) ? text.length : (TAIL.exec(typed)?.[0].length ?? 0);

function termsFor(last: Word, beside: readonly string[]): SQL {
	const { text, script } = last;
	// Of a script without spaces documents hold pairs of letters: what begins so is there where those of the beginning are.
	const own = script === null ? [] : standing(last);
	const all = [...beside, ...own].map((lexeme) => `'${lexeme}'`).join(" & ");
	const whole = script === null ? sql`AND d.words @@ ('''' || term || '''')::tsquery` : sql``;
	const others = all === "" ? sql`` : sql`AND d.words @@ ${all}::tsquery`;
	const stands = sql`EXISTS (SELECT 1 FROM search_documents AS d WHERE true ${whole} ${others})`;
	const isNear = script === null && typosAllowed(text) > 0;
	return sql`
		SELECT term, documents, true AS begins FROM (
			SELECT term, documents FROM search_terms
			WHERE term ~>=~ ${text} AND term ~<~ (${text}::text || chr(1114111)) AND strpos(term, '_') = 0
			ORDER BY documents DESC, length(term) LIMIT ${LOOKED_AT}
		) AS beginning WHERE ${stands}
		${
			isNear
				? sql`UNION ALL SELECT term, documents, false FROM (
					SELECT term, documents FROM search_terms WHERE term % ${text} AND strpos(term, '_') = 0 AND NOT EXISTS (
						SELECT 1 FROM search_terms AS same WHERE same.term ~>=~ ${text} AND same.term ~<~ (${text}::text || chr(1114111))
					) ORDER BY similarity(term, ${text}) DESC LIMIT ${LOOKED_AT}
				) AS near WHERE ${stands}`
				: sql``
		}`;
}
