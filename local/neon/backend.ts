import { pgliteBackend } from "./pglite.ts";
import { postgresBackend } from "./postgres.ts";
import type { SqlBackend } from "./protocol.ts";

/** A real Postgres when its address is given, else the embedded one, kept in `dataDir` or in memory. */
export function openBackend(options: { databaseUrl?: string | undefined; dataDir?: string }): Promise<SqlBackend> {
	if (options.databaseUrl) return postgresBackend({ connectionString: options.databaseUrl });
	return pgliteBackend(options.dataDir === undefined ? {} : { dataDir: options.dataDir });
}
