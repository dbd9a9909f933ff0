import { WorkerEntrypoint } from "cloudflare:workers";
import { neon, neonConfig } from "@neondatabase/serverless";
import { VECTOR_DIMENSIONS } from "../../contracts/limits.ts";
import { filterToSql } from "./filter.ts";
import { checkTopK, checkVectors, GET_BY_IDS_MAX, UPSERT_BATCH_MAX, vectorError } from "./limits.ts";

export interface Env {
	/** Neon's HTTP endpoint of the database the vectors are kept in. */
	VECTOR_FETCH_ENDPOINT: string;
}

const CONNECTION = "postgresql://reelay:local@database.local/reelay";
const TABLE = "vectorize.reelay_videos";
/** From this many vectors on, an exact scan takes too long (100 ms for 100 000 in PGlite; the index 16 ms, built in 9 s). */
const INDEX_FROM = 20_000;
/** Cells of the index, and those a query looks into: a tenth, which finds nearly all of the true hundred. */
const CELLS = 200;
const PROBES = 20;
/** The count is looked at once in this many vectors written. */
const LOOK_EVERY = 5_000;

interface Row {
	id: string;
	namespace: string | null;
	values: string;
	metadata: Record<string, VectorizeVectorMetadata> | null;
	score: number;
}

const toText = (values: VectorFloatArray | number[]) => `[${Array.from(values).join(",")}]`;

/** The shape of a Vectorize index (256 dimensions, cosine) over pgvector. Mutations are visible at once, on Cloudflare after seconds. */
export class VectorIndex extends WorkerEntrypoint<Env> implements Vectorize {
	/** Once the table is there; a flag, as a promise of one request can't be awaited in another. */
	static #hasTable = false;
	static #hasIndex = false;
	static #written = 0;

	async #sql() {
		neonConfig.fetchEndpoint = this.env.VECTOR_FETCH_ENDPOINT;
		const sql = neon(CONNECTION);
		if (VectorIndex.#hasTable) return sql;
		await sql.transaction([
			// Two isolates may come here at once, and IF NOT EXISTS alone does not keep them apart.
			sql.query("SELECT pg_advisory_xact_lock(714025)"),
			sql.query("CREATE SCHEMA IF NOT EXISTS vectorize"),
			sql.query(`CREATE TABLE IF NOT EXISTS ${TABLE} (id text PRIMARY KEY, namespace text, metadata jsonb,
				embedding vector(${VECTOR_DIMENSIONS}) NOT NULL)`),
		]);
		const found = await sql.query("SELECT 1 FROM pg_indexes WHERE schemaname = 'vectorize' AND indexname = 'nearest'");
		VectorIndex.#hasIndex = found.length > 0;
		VectorIndex.#hasTable = true;
		return sql;
	}

	/** A large catalogue gets an approximate index, as the real thing is one. */
	async #indexWhenLarge(written: number): Promise<void> {
		VectorIndex.#written += written;
		if (VectorIndex.#hasIndex || VectorIndex.#written < LOOK_EVERY) return;
		VectorIndex.#written = 0;
		if ((await this.describe()).vectorCount < INDEX_FROM) return;
		const sql = await this.#sql();
		await sql.transaction([
			sql.query("SELECT pg_advisory_xact_lock(714025)"),
			sql.query("SET LOCAL maintenance_work_mem = '256MB'"),
			sql.query(`CREATE INDEX IF NOT EXISTS nearest ON ${TABLE} USING ivfflat (embedding vector_cosine_ops) WITH (lists = ${CELLS})`),
		]);
		VectorIndex.#hasIndex = true;
	}

	async describe(): Promise<VectorizeIndexInfo> {
		const sql = await this.#sql();
		const [found] = (await sql.query(`SELECT count(*)::int AS count FROM ${TABLE}`)) as { count: number }[];
		return { vectorCount: found?.count ?? 0, dimensions: VECTOR_DIMENSIONS, processedUpToDatetime: Date.now(), processedUpToMutation: 0 };
	}

	async query(vector: VectorFloatArray | number[], options: VectorizeQueryOptions = {}): Promise<VectorizeMatches> {
		if (vector.length !== VECTOR_DIMENSIONS)
			throw vectorError("QUERY", 40006, `invalid query vector, expected ${VECTOR_DIMENSIONS} dimensions, and got ${vector.length}`);
		const topK = checkTopK(options);
		const filter = filterToSql(options.filter, 4);
		const sql = await this.#sql();
		const search = sql.query(
			`SELECT id, namespace, metadata, ${options.returnValues ? "embedding::text" : "''"} AS values, 1 - (embedding <=> $1::vector) AS score
			FROM ${TABLE} WHERE ($2::text IS NULL OR namespace = $2) AND ${filter.sql} ORDER BY embedding <=> $1::vector LIMIT $3::int`,
			[toText(vector), options.namespace ?? null, topK, ...filter.params],
		);
		// What a filter leaves may lie in cells that are not looked into: then all are compared. A namespace leaves a half at least.
		const isFiltered = options.filter !== undefined;
		const setting = isFiltered ? "SET LOCAL enable_indexscan = off" : `SET LOCAL ivfflat.probes = ${PROBES}`;
		const rows = (VectorIndex.#hasIndex ? (await sql.transaction([sql.query(setting), search])).at(-1) : await search) as Row[];
		const hasMetadata = options.returnMetadata !== undefined && options.returnMetadata !== false && options.returnMetadata !== "none";
		const matches = rows.map((row) => ({
			id: row.id,
			score: row.score,
			...(row.namespace === null ? {} : { namespace: row.namespace }),
			...(hasMetadata && row.metadata ? { metadata: row.metadata } : {}),
			...(options.returnValues ? { values: JSON.parse(row.values) as number[] } : {}),
		}));
		return { matches: matches as VectorizeMatches["matches"], count: matches.length };
	}

	async queryById(vectorId: string, options?: VectorizeQueryOptions): Promise<VectorizeMatches> {
		const [found] = await this.getByIds([vectorId]);
		if (!found) throw vectorError("QUERY", 40014, `vector not found: "${vectorId}"`);
		return this.query(Array.from(found.values), options);
	}

	async #write(vectors: VectorizeVector[], conflict: string): Promise<VectorizeAsyncMutation> {
		const sql = await this.#sql();
		const rows = vectors.map(({ id, namespace = null, values, metadata = null }) => ({ id, namespace, values: toText(values), metadata }));
		await sql.query(
			`INSERT INTO ${TABLE} (id, namespace, metadata, embedding)
			SELECT DISTINCT ON (id) id, namespace, metadata, "values"::vector
			FROM jsonb_to_recordset($1::jsonb) AS given (id text, namespace text, metadata jsonb, "values" text) ON CONFLICT (id) ${conflict}`,
			[JSON.stringify(rows)],
		);
		await this.#indexWhenLarge(rows.length);
		return { mutationId: crypto.randomUUID() };
	}

	async insert(vectors: VectorizeVector[]): Promise<VectorizeAsyncMutation> {
		checkVectors(vectors, VECTOR_DIMENSIONS, "INSERT");
		return this.#write(vectors, "DO NOTHING");
	}

	async upsert(vectors: VectorizeVector[]): Promise<VectorizeAsyncMutation> {
		checkVectors(vectors, VECTOR_DIMENSIONS, "UPSERT");
		return this.#write(
			vectors,
			"DO UPDATE SET namespace = excluded.namespace, metadata = excluded.metadata, embedding = excluded.embedding",
		);
	}

	async deleteByIds(ids: string[]): Promise<VectorizeAsyncMutation> {
		if (ids.length > UPSERT_BATCH_MAX) throw vectorError("DELETE", 40011, `at most ${UPSERT_BATCH_MAX} ids at once, got ${ids.length}`);
		const sql = await this.#sql();
		await sql.query(`DELETE FROM ${TABLE} WHERE id IN (SELECT jsonb_array_elements_text($1::jsonb))`, [JSON.stringify(ids)]);
		return { mutationId: crypto.randomUUID() };
	}

	async getByIds(ids: string[]): Promise<VectorizeVector[]> {
		if (ids.length > GET_BY_IDS_MAX) throw vectorError("GET", 40007, `at most ${GET_BY_IDS_MAX} ids at once, got ${ids.length}`);
		const sql = await this.#sql();
		const rows = (await sql.query(
			`SELECT id, namespace, metadata, embedding::text AS values FROM ${TABLE} WHERE id IN (SELECT jsonb_array_elements_text($1::jsonb))`,
			[JSON.stringify(ids)],
		)) as Row[];
		return rows.map((row) => ({
			id: row.id,
			values: JSON.parse(row.values) as number[],
			...(row.namespace === null ? {} : { namespace: row.namespace }),
			...(row.metadata === null ? {} : { metadata: row.metadata }),
		}));
	}
}

export default { fetch: () => new Response("The vector index is reached by its binding.", { status: 404 }) } satisfies ExportedHandler<Env>;
