import { join } from "node:path";
import { pgliteBackend } from "./pglite.ts";
import { postgresBackend } from "./postgres.ts";
import type { SqlBackend } from "./protocol.ts";

/** A real Postgres when its address is given, else the embedded one, kept in `dataDir` or in memory. */
export function openBackend(options: { databaseUrl?: string | undefined; dataDir?: string }): Promise<SqlBackend> {
	if (options.databaseUrl) return postgresBackend({ connectionString: options.databaseUrl });
	return pgliteBackend(options.dataDir === undefined ? {} : { dataDir: options.dataDir });
}

export interface Backends {
	readonly main: SqlBackend;
	/** Holds the vector index: the same embedded database, or one beside a real Postgres, which may lack pgvector. */
	readonly vectors: SqlBackend;
	readonly close: () => Promise<void>;
}

/** Where the product's rows and vectors are kept; `folder` keeps what is embedded, without it that lives in memory. */
export async function openBackends(options: { databaseUrl?: string | undefined; folder?: string }): Promise<Backends> {
	const dataDir = (name: string) => (options.folder === undefined ? {} : { dataDir: join(options.folder, name) });
	const main = await openBackend({ databaseUrl: options.databaseUrl, ...dataDir("database") });
	if (!options.databaseUrl) return { main, vectors: main, close: main.close };
	const vectors = await pgliteBackend(dataDir("vectors"));
	return { main, vectors, close: async () => void (await Promise.all([main.close(), vectors.close()])) };
}
