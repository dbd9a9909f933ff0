import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../../../db/client.ts";
import { parseQuery, type Token } from "./parse.ts";
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
	const { tokens, text: typed } = parseQuery(text);
	const last = tokens.at(-1);
	if (last === undefined) return [];
	const before = tokens.slice(0, -1);
	const answers = await Promise.all(databases.map(async (database) => (await database.execute<Row>(termsFor(last, before))).rows));
	const found = new Map<string, { documents: number; begins: boolean }>();
	for (const { term, documents, begins } of answers.flat()) {
		found.set(term, {
			documents: (found.get(term)?.documents ?? 0) + Number(documents),
			begins: begins === true,
		});
	}
	const isMeant = (term: string, begins: boolean) =>
		begins || typosBetween(last.text, term.slice(0, last.text.length)) <= typosAllowed(last.text);
	const start = typed.slice(0, typed.length - lastWordLength(typed));
	return [...found]
		.filter(([term, { begins }]) => isMeant(term, begins))
		.sort(([a, x], [b, y]) => Number(y.begins) - Number(x.begins) || y.documents - x.documents || a.length - b.length)
		.map(([term]) => `${start}${term}`.trim())
		.filter((query) => query !== typed)
		.slice(0, OFFERED);
}

/** Letters of the last word as it was typed: what is before it stays as it is. */
const lastWordLength = (typed: string): number => /[\p{L}\p{M}\p{N}]*$/u.exec(typed)?.[0].length ?? 0;

function termsFor({ text, isRun }: Token, before: readonly Token[]): SQL {
	const others = before.map((token) => `'${token.text}'`).join(" & ");
	const beside = others === "" ? sql`` : sql`AND d.words @@ ${others}::tsquery`;
	const stands = sql`EXISTS (SELECT 1 FROM search_documents AS d WHERE d.words @@ (CASE WHEN ${isRun}::boolean THEN ${`'${text}'`} ELSE '''' || term || '''' END)::tsquery ${beside})`;
	const near = typosAllowed(text) > 0 && !isRun;
	return sql`
		SELECT term, documents, true AS begins FROM (
			SELECT term, documents FROM search_terms WHERE term ~>=~ ${text} AND term ~<~ (${text}::text || chr(1114111)) AND term NOT LIKE '%\\_%'
			ORDER BY documents DESC, length(term) LIMIT ${LOOKED_AT}
		) AS beginning WHERE ${stands}
		${
			near
				? sql`UNION ALL SELECT term, documents, false FROM (
					SELECT term, documents FROM search_terms WHERE term % ${text} AND term !~ '_' AND NOT EXISTS (
						SELECT 1 FROM search_terms AS same WHERE same.term ~>=~ ${text} AND same.term ~<~ (${text}::text || chr(1114111))
					) ORDER BY similarity(term, ${text}) DESC LIMIT ${LOOKED_AT}
				) AS near WHERE ${stands}`
				: sql``
		}`;
}
