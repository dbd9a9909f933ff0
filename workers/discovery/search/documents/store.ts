import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../../../db/client.ts";
import type { SearchDocument } from "./document.ts";

/**
 * Writes documents, each as it now is, and the words they bring along. Idempotent. Stems are made by Postgres' own dictionaries; the words
 * themselves were parted before. Of a word that many documents have nothing is written, so that they don't wait for each other.
 */
export async function storeDocuments(database: Database, documents: readonly SearchDocument[], now: number): Promise<void> {
	if (documents.length === 0) return;
	const terms = [...new Set(documents.flatMap((document) => document.terms))].sort();
	await database.batch([database.execute(upsertStatement(documents, now)), database.execute(termsStatement(terms))]);
}

function upsertStatement(documents: readonly SearchDocument[], now: number): SQL {
	const rows = JSON.stringify(
		documents.map(({ placed, terms: _, ...row }) => ({
			...row,
			placed: placed.map(({ word, at, weight }) => [word, `${Math.min(at, 16_383)}${weight}`]),
		})),
	);
	return sql`
		INSERT INTO search_documents (video_id, words, language, vector, vector_version, cells, sketch, reach, written_at)
		SELECT (d->>'videoId')::bigint,
			coalesce((
				SELECT string_agg('''' || lexeme || ''':' || place, ' ')::tsvector
				FROM (SELECT p->>0 AS word, p->>1 AS place FROM jsonb_array_elements(d->'placed') AS p) AS placed
				CROSS JOIN LATERAL (
					SELECT word AS lexeme
					UNION
					SELECT unnest(CASE d->>'language'
						WHEN 'english' THEN ts_lexize('english_stem', word)
						WHEN 'german' THEN ts_lexize('german_stem', word)
						WHEN 'spanish' THEN ts_lexize('spanish_stem', word)
						WHEN 'french' THEN ts_lexize('french_stem', word)
					END)
				) AS found
			), ''),
			d->>'language', d->>'vector', d->>'vectorVersion',
			ARRAY(SELECT jsonb_array_elements_text(d->'cells')::smallint), (d->>'sketch')::bit(128), (d->>'reach')::real,
			${new Date(now).toISOString()}::timestamptz
		FROM jsonb_array_elements(${rows}::jsonb) AS d
		ON CONFLICT (video_id) DO UPDATE SET
			words = excluded.words, language = excluded.language, vector = excluded.vector, vector_version = excluded.vector_version,
			cells = excluded.cells, sketch = excluded.sketch, reach = excluded.reach, written_at = excluded.written_at`;
}

const termsStatement = (terms: readonly string[]): SQL =>
	sql`INSERT INTO search_terms (term) SELECT jsonb_array_elements_text(${JSON.stringify(terms)}::jsonb) ON CONFLICT DO NOTHING`;

/** Takes videos out. Idempotent. */
export async function dropDocuments(database: Database, videoIds: readonly string[]): Promise<void> {
	if (videoIds.length === 0) return;
	await database.execute(
		sql`DELETE FROM search_documents WHERE video_id IN (SELECT jsonb_array_elements_text(${JSON.stringify(videoIds)}::jsonb)::bigint)`,
	);
}

/** Counts anew in how many documents each word stands, drops those that stand in none, and has Postgres see how its tables are by now. */
export async function countTerms(database: Database): Promise<void> {
	await database.batch([
		database.execute(sql`
			INSERT INTO search_terms (term, documents)
			SELECT word, ndoc FROM ts_stat('SELECT words FROM search_documents') AS counted WHERE EXISTS (SELECT 1 FROM search_terms WHERE term = word)
			ON CONFLICT (term) DO UPDATE SET documents = excluded.documents WHERE search_terms.documents <> excluded.documents`),
		// Of a run of a script without spaces the documents hold pairs, never the run: it is looked for when it is offered.
		database.execute(sql`
			DELETE FROM search_terms WHERE term ~ '^[a-z0-9]+$'
			AND NOT EXISTS (SELECT 1 FROM search_documents WHERE words @@ ('''' || term || '''')::tsquery)`),
		database.execute(sql`
			UPDATE search_documents AS d SET reach = log(1 + greatest(0, v.long_view_count)::numeric)::real
			FROM videos AS v WHERE v.id = d.video_id AND abs(d.reach - log(1 + greatest(0, v.long_view_count)::numeric)) > 0.05`),
	]);
	// Also works off what the indexes of words put aside when they were written to: until then every search reads all of that.
	await database.execute(sql`VACUUM (ANALYZE) search_documents`);
	await database.execute(sql`VACUUM (ANALYZE) search_terms`);
}
