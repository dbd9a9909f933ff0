import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../../../db/client.ts";
import type { Query } from "./parse.ts";
import type { Known, Variant, Vocabulary } from "./vocabulary.ts";

/** A form of a word as it is looked for: what for, which of the query's words it stands for, and how surely. */
interface Form {
	readonly token: number;
	readonly quality: number;
	readonly query: string;
	/** Lexemes in it: Postgres divides the rank of alternatives by their number. */
	readonly size: number;
}

/** What is asked of Postgres. */
export interface Plan {
	readonly forms: readonly Form[];
	/** All words at once, each in any form; any of those that tell one document from another; one that stands in a title. */
	readonly all: string;
	readonly any: string;
	readonly title: string;
	/** How many documents have all words, at most. */
	readonly documents: number;
}

/** Where a query's meaning is looked for; null where none of its words is known. */
export interface Place {
	readonly version: string;
	readonly cells: readonly number[];
	readonly sketch: string;
}

export interface Candidate {
	readonly videoId: string;
	readonly userId: string;
	/** Postgres' rank by each form of the plan. */
	readonly ranks: readonly number[];
	/** int8 as base64. */
	readonly vector: string | null;
	/** As they are looked up. */
	readonly hashtags: readonly string[];
	readonly longViews: number;
	/** Milliseconds since 1970. */
	readonly publishedAt: number;
}

/** How surely a form is what was meant. */
const QUALITY: Readonly<Record<Variant["kind"] | "exact" | "parts", number>> = {
	exact: 1,
	parts: 0.8,
	typo: 0.7,
	beginning: 0.55,
	middle: 0.35,
};
/** Forms of each kind that are looked for. */
const FORMS = 8;
/** A word in so many documents is common: ranking all of them takes longer than a search may. */
const COMMON = 600;
/** In so many, 150 of them are soon met by going down through all documents by reach. */
const EVERYWHERE = 6_000;
/** Of a common word, titles are looked through down to this place by reach: where none has it, all would be. */
const TITLES_READ = 4_000;
/** Candidates by each way. */
const BY_WORDS = 150;
const BY_MEANING = 100;

const quoted = (lexeme: string): string => `'${lexeme}'`;
const either = (queries: readonly string[]): string => queries.join(" | ");

export function planOf({ tokens, sign }: Query, { known }: Vocabulary): Plan {
	const weight = sign === "#" ? ":B" : "";
	const forms = known.flatMap((one, token) => formsOf(one, token, weight));
	const neighbours = tokens.slice(1).flatMap((second, at): Form[] => {
		const first = tokens[at];
		if (first === undefined || first.isRun || second.isRun) return [];
		// "lofi music" is also asked for as #lofimusic.
		const query = quoted(first.text + second.text) + weight;
		return [at, at + 1].map((token) => ({
			token,
			quality: QUALITY.parts,
			query,
			size: 1,
		}));
	});
	const every = [...forms, ...neighbours];
	const perToken = tokens.map((_, token) => either(every.filter((form) => form.token === token).map(({ query }) => query)));
	const counts = known.map(documentsOf);
	const rarest = Math.min(...counts);
	const telling = perToken.filter((_, token) => (counts[token] ?? 0) < COMMON || counts[token] === rarest);
	return {
		forms: every,
		all: perToken.map((query) => `(${query})`).join(" & "),
		any: either(telling),
		title: known.map(({ token: { text } }) => `${quoted(text)}:A`).join(" & "),
		documents: rarest,
	};
}

/** Documents that have a word in some form, at most. */
const documentsOf = ({ documents, variants }: Known): number =>
	documents + variants.slice(0, FORMS).reduce((sum, variant) => sum + variant.documents, 0);

function formsOf({ token, stems, variants }: Known, at: number, weight: string): Form[] {
	const exact = [token.text, ...stems].map((lexeme) => quoted(lexeme) + weight);
	const forms: Form[] = [
		{
			token: at,
			quality: QUALITY.exact,
			query: either(exact),
			size: exact.length,
		},
	];
	if (token.parts.length > 0) {
		forms.push({
			token: at,
			quality: QUALITY.parts,
			query: `(${token.parts.map((part) => quoted(part) + weight).join(" & ")})`,
			size: 1,
		});
	}
	for (const kind of ["typo", "beginning", "middle"] as const) {
		const terms = variants.filter((variant) => variant.kind === kind).slice(0, FORMS);
		if (terms.length === 0) continue;
		forms.push({
			token: at,
			quality: QUALITY[kind],
			query: either(terms.map(({ term }) => quoted(term) + weight)),
			size: terms.length,
		});
	}
	return forms;
}

interface Row extends Record<string, unknown> {
	readonly id: string;
	readonly owner: string;
	readonly ranks: readonly number[];
	readonly vector: string | null;
	readonly tags: readonly string[];
	readonly views: number;
	readonly published: number;
}

/**
 * Candidates by words and by meaning, in one statement per database; the databases hold different videos, so that what they find is
 * simply joined. Only what is for everyone at this moment. `OFFSET 0` has Postgres look the few candidates up one by one, whatever its
 * statistics say: it reads through all videos otherwise.
 */
export async function candidatesFor(databases: readonly Database[], plan: Plan | null, place: Place | null): Promise<Candidate[]> {
	const picked = [...(plan === null ? [] : byWords(plan)), ...(place === null ? [] : [byMeaning(place)])];
	if (picked.length === 0) return [];
	const statement = sql`
		WITH asked AS MATERIALIZED (
			SELECT form::tsquery AS form, at
			FROM jsonb_array_elements_text(${JSON.stringify(plan?.forms.map(({ query }) => query) ?? [])}::jsonb) WITH ORDINALITY AS forms(form, at)
		),
		picked AS MATERIALIZED (${sql.join(picked, sql` UNION `)})
		SELECT v.id::text AS id, v.user_id::text AS owner,
			to_json(ARRAY(SELECT ts_rank('{0.1,0.3,0.7,1}', d.words, form) FROM asked ORDER BY at)) AS ranks,
			d.vector, to_json(v.hashtags) AS tags, v.long_view_count::float8 AS views,
			(extract(epoch FROM coalesce(v.published_at, v.created_at)) * 1000)::float8 AS published
		FROM picked CROSS JOIN LATERAL (SELECT words, vector FROM search_documents WHERE video_id = picked.video_id OFFSET 0) AS d
		CROSS JOIN LATERAL (
			SELECT id, user_id, hashtags, long_view_count, published_at, created_at FROM videos
			WHERE id = picked.video_id AND status = 'ready' AND visibility = 'public' AND NOT creator_private AND NOT creator_teen AND restriction = 'none'
				AND hidden_at IS NULL
				AND live_generation IS NOT NULL OFFSET 0
		) AS v`;
	const answers = await Promise.all(databases.map(async (database) => (await database.execute<Row>(statement)).rows));
	return answers.flat().map(({ id, owner, ranks, vector, tags, views, published }) => ({
		videoId: id,
		userId: owner,
		ranks: ranks.map(Number),
		vector,
		hashtags: tags,
		longViews: Number(views),
		publishedAt: Number(published),
	}));
}

function byWords({ all, any, title, documents }: Plan): SQL[] {
	if (documents >= EVERYWHERE) {
		return [
			sql`(SELECT video_id FROM (SELECT video_id, words FROM search_documents ORDER BY reach DESC, video_id DESC LIMIT ${TITLES_READ}) AS far
				WHERE words @@ ${title}::tsquery LIMIT ${BY_WORDS})`,
			sql`(SELECT video_id FROM search_documents WHERE words @@ ${all}::tsquery ORDER BY reach DESC, video_id DESC LIMIT ${BY_WORDS})`,
		];
	}
	if (documents >= COMMON) {
		return [
			sql`(SELECT video_id FROM (SELECT video_id, reach, words FROM search_documents WHERE words @@ ${all}::tsquery OFFSET 0) AS matching
				ORDER BY words @@ ${title}::tsquery DESC, reach DESC, video_id DESC LIMIT ${BY_WORDS})`,
		];
	}
	const ranked = (query: string) => sql`
		(SELECT video_id FROM search_documents WHERE words @@ ${query}::tsquery
		ORDER BY ts_rank('{0.1,0.3,0.7,1}', words, ${query}::tsquery) DESC, video_id DESC LIMIT ${BY_WORDS})`;
	return all === any || `(${any})` === all ? [ranked(any)] : [ranked(all), ranked(any)];
}

const byMeaning = ({ version, cells, sketch }: Place): SQL => sql`
	(SELECT video_id FROM search_documents
	WHERE cells && ${`{${cells.join(",")}}`}::smallint[] AND vector_version = ${version}
	ORDER BY bit_count(sketch # ${sketch}::bit(128)), video_id DESC LIMIT ${BY_MEANING})`;
