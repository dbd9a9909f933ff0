import { join } from "node:path";
import { neon, neonConfig } from "@neondatabase/serverless";
import { readMigrationFiles } from "drizzle-orm/migrator";

/** The stand-in ignores it, the driver wants one. */
export const LOCAL_CONNECTION = "postgresql://reelay:local@database.local/reelay";

/**
 * Applies what is new in `db/migrations`, in order, each as one transaction together with its entry in drizzle's own journal table,
 * so that `drizzle-kit migrate` and this agree about what is done. Returns how many were applied.
 */
export async function migrate(root: string, fetchEndpoint: string): Promise<number> {
	neonConfig.fetchEndpoint = fetchEndpoint;
	const sql = neon(LOCAL_CONNECTION);
	await sql.query("CREATE SCHEMA IF NOT EXISTS drizzle");
	await sql.query("CREATE TABLE IF NOT EXISTS drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint)");
	const [last] = (await sql.query("SELECT max(created_at)::text AS at FROM drizzle.__drizzle_migrations")) as { at: string | null }[];
	const pending = readMigrationFiles({ migrationsFolder: join(root, "db/migrations") }).filter(
		(migration) => migration.folderMillis > Number(last?.at ?? 0),
	);
	for (const migration of pending) {
		const statements = migration.sql.map((statement) => statement.trim()).filter((statement) => statement !== "");
		await sql.transaction([
			...statements.map((statement) => sql.query(statement)),
			sql.query("INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ($1, $2)", [migration.hash, migration.folderMillis]),
		]);
	}
	return pending.length;
}
