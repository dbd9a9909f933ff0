import { sql } from "drizzle-orm";
import type { Database } from "../../../../db/client.ts";
import type { Token } from "./parse.ts";
import { typosAllowed, typosBetween } from "./typos.ts";

/** A word of the documents that stands for one that was asked for. */
export interface Variant {
	readonly term: string;
	readonly kind: "beginning" | "middle" | "typo";
	readonly documents: number;
}

/** What the documents' words say of a token. */
export interface Known {
	readonly token: Token;
	/** In how many documents it stands as it was typed; 0 where in none. */
	readonly documents: number;
	readonly stems: readonly string[];
	readonly variants: readonly Variant[];
}

export interface Vocabulary {
	/** In the order of the tokens. */
	readonly known: readonly Known[];
	/** How many documents there are, as of Postgres' last look. */
	readonly documents: number;
}

interface Row extends Record<string, unknown> {
	readonly at: number;
	readonly kind: "exact" | "stem" | "near" | "beginning" | "middle" | "total";
	readonly term: string;
	readonly documents: number;
}

/** A word of so many documents is what was meant, and finds enough: no other form of it is looked for. */
const PLENTY = 30;
/** Beginnings and middles are looked for from so many letters on: of fewer, nearly every word has them. */
const BEGINNING_FROM = 2;
const MIDDLE_FROM = 4;

/**
 * Looks the words of a query up among those of the documents: one statement per database, whose findings are joined.
 * Typos are looked for only where the word itself is hardly known: what exists is what was meant.
 * @param isWord whether a text is a word though no document has it: it is no typo then, and its meaning finds what there is
 */
export async function lookUp(
	databases: readonly Database[],
	tokens: readonly Token[],
	isWord: (text: string) => boolean = () => false,
): Promise<Vocabulary> {
	const asked = JSON.stringify(
		tokens.map(({ text, isRun }, at) => ({
			at,
			word: text,
			near: !isRun && typosAllowed(text) > 0 && !isWord(text),
			beginning: !isRun && text.length >= BEGINNING_FROM,
			middle: !isRun && text.length >= MIDDLE_FROM,
			stemmed: !isRun,
		})),
	);
	const statement = sql`
		WITH asked AS MATERIALIZED (
			SELECT a.*, coalesce(same.documents, 0) AS standing
			FROM jsonb_to_recordset(${asked}::jsonb) AS a(at int, word text, near boolean, beginning boolean, middle boolean, stemmed boolean)
			LEFT JOIN search_terms AS same ON same.term = a.word
		)
		SELECT -1 AS at, 'total' AS kind, '' AS term, greatest(0, reltuples)::int AS documents FROM pg_class WHERE oid = 'search_documents'::regclass
		UNION ALL
		SELECT at, 'exact', word, standing FROM asked WHERE standing > 0
		UNION ALL
		SELECT DISTINCT at, 'stem', stem, 0 FROM asked CROSS JOIN LATERAL unnest(
			ts_lexize('english_stem', word) || ts_lexize('german_stem', word) || ts_lexize('spanish_stem', word) || ts_lexize('french_stem', word)
		) AS stem WHERE stemmed AND stem <> word
		UNION ALL
		SELECT at, 'beginning', term, documents FROM asked CROSS JOIN LATERAL (
			SELECT term, documents FROM search_terms WHERE term ~>=~ word AND term ~<~ (word || chr(1114111)) AND term <> word ORDER BY documents DESC LIMIT 12
		) AS found WHERE beginning AND standing < ${PLENTY}
		UNION ALL
		SELECT at, 'middle', term, documents FROM asked CROSS JOIN LATERAL (
			SELECT term, documents FROM search_terms WHERE term LIKE '%_' || word || '%' ORDER BY documents DESC LIMIT 8
		) AS found WHERE middle AND standing < ${PLENTY}
		UNION ALL
		SELECT at, 'near', term, documents FROM asked CROSS JOIN LATERAL (
			SELECT term, documents FROM search_terms WHERE term % word AND term <> word ORDER BY similarity(term, word) DESC, documents DESC LIMIT 12
		) AS found WHERE near AND standing < 3`;
	const answers = await Promise.all(databases.map(async (database) => (await database.execute<Row>(statement)).rows));
	const rows = answers.flat().map((row) => ({ ...row, at: Number(row.at), documents: Number(row.documents) }));
	const total = rows.filter(({ kind }) => kind === "total").reduce((sum, row) => sum + row.documents, 0);
	const found = tokens.map((token, at) =>
		known(
			token,
			rows.filter((row) => row.at === at),
		),
	);
	return { known: found, documents: Math.max(total, ...found.map(({ documents }) => documents)) };
}

function known(token: Token, rows: readonly Row[]): Known {
	const documents = rows.filter(({ kind }) => kind === "exact").reduce((sum, row) => sum + row.documents, 0);
	const variants = new Map<string, Variant>();
	for (const { kind, term, documents: count } of rows) {
		if (kind === "exact" || kind === "stem" || kind === "total") continue;
		const typos = kind === "near" ? typosBetween(token.text, term) : 0;
		if (typos > typosAllowed(token.text) && kind === "near") continue;
		const held = variants.get(term);
		if (held !== undefined && held.kind !== "middle") {
			variants.set(term, { ...held, documents: held.documents + count });
			continue;
		}
		variants.set(term, { term, kind: kind === "near" ? "typo" : kind, documents: count });
	}
	const ordered = [...variants.values()].sort(
		(a, b) => typosOf(token, a) - typosOf(token, b) || b.documents - a.documents || a.term.localeCompare(b.term),
	);
	return {
		token,
		documents,
		stems: [...new Set(rows.filter(({ kind }) => kind === "stem").map(({ term }) => term))],
		variants: ordered,
	};
}

const typosOf = ({ text }: Token, { kind, term }: Variant): number => (kind === "typo" ? typosBetween(text, term) : 0);

/** The word that was most likely meant by one that no document has; null where it is known, or nothing is near. */
export const meantBy = ({ token, documents, variants }: Known): string | null =>
	documents > 0 || token.isRun ? null : (variants.find(({ kind }) => kind === "typo")?.term ?? null);
