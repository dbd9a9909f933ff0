import { sql } from "drizzle-orm";
import MiniSearch from "minisearch";
import type { Databases } from "../../db/client.ts";
import { dequantise, dot, fromBase64 } from "../../recommender/vectors.ts";
import { documentOf } from "../../workers/discovery/search/documents/document.ts";
import { meaningOf } from "../../workers/discovery/search/meaning/embed.ts";
import type { WordTable } from "../../workers/discovery/search/meaning/table.ts";
import { parseQuery } from "../../workers/discovery/search/query/parse.ts";
import { searchVideos } from "../../workers/discovery/search/query/search-videos.ts";
import type { Video } from "./catalogue.ts";
import { sourceOf } from "./world.ts";

/** Ids of videos, the best first. */
export type Ranker = (text: string) => Promise<readonly string[]>;

/** What is measured is the first page. */
const DEPTH = 10;
const NOBODY = new Set<string>();

/** The search that is served. */
export const served =
	(databases: Databases, table: WordTable, now: number): Ranker =>
	async (text) => {
		const { videos } = await searchVideos(databases.everyVideoShard(), table, text, { now, following: NOBODY, topics: {} });
		return videos.slice(0, DEPTH).map(({ videoId }) => videoId);
	};

/** Our words without meaning: typos, beginnings and middles, too. */
export const wordsAlone =
	(databases: Databases, table: WordTable, now: number): Ranker =>
	async (text) => {
		const ways = { words: true, meaning: false };
		const { videos } = await searchVideos(databases.everyVideoShard(), table, text, { now, following: NOBODY, topics: {} }, ways);
		return videos.slice(0, DEPTH).map(({ videoId }) => videoId);
	};

/** Postgres' full text over the same weighted words and stems: what has all words first, then what has some, each by `ts_rank`. */
export const fullText =
	(databases: Databases): Ranker =>
	async (text) => {
		const words = parseQuery(text).tokens.map((token) => token.text);
		if (words.length === 0) return [];
		const { rows } = await databases.directory().execute<{ id: string }>(sql`
			WITH forms AS (
				SELECT word, '(''' || word || '''' || coalesce((
					SELECT string_agg(' | ''' || stem || '''', '') FROM unnest(
						ts_lexize('english_stem', word) || ts_lexize('german_stem', word) || ts_lexize('spanish_stem', word) || ts_lexize('french_stem', word)
					) AS stem
				), '') || ')' AS form
				FROM jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) AS word
			), asked AS (SELECT string_agg(form, ' & ')::tsquery AS all_of, string_agg(form, ' | ')::tsquery AS any_of FROM forms)
			SELECT video_id::text AS id FROM search_documents, asked WHERE words @@ any_of
			ORDER BY words @@ all_of DESC, ts_rank('{0.1,0.3,0.7,1}', words, any_of) DESC, video_id DESC LIMIT ${DEPTH}`);
		return rows.map(({ id }) => id);
	};

/** The nearest by meaning of all documents, each compared. */
export function meaningAlone(videos: readonly Video[], table: WordTable): Ranker {
	const vectors = videos.flatMap((video) => {
		const { vector } = documentOf(sourceOf(video), table);
		return vector === null ? [] : [{ id: video.id, vector: dequantise(fromBase64(vector)) }];
	});
	return async (text) => {
		const query = meaningOf(table, [{ text, weight: 1 }]);
		if (query === null) return [];
		return vectors
			.map(({ id, vector }) => ({ id, near: dot(query, vector) }))
			.sort((a, b) => b.near - a.near)
			.slice(0, DEPTH)
			.map(({ id }) => id);
	};
}

/** What a good search library does without a server: beginnings, and typos of a fifth of a word's length. */
export function miniSearch(videos: readonly Video[]): Ranker {
	const index = new MiniSearch<{ id: string; title: string; hashtags: string; description: string }>({
		fields: ["title", "hashtags", "description"],
		searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3, hashtags: 2 } },
	});
	index.addAll(
		videos.map(({ id, title, hashtags, description }) => ({
			id,
			title,
			hashtags: hashtags.join(" "),
			description,
		})),
	);
	return async (text) =>
		index
			.search(text)
			.slice(0, DEPTH)
			.map(({ id }) => String(id));
}
