import { neon } from "@neondatabase/serverless";
import { expect, it, onTestFinished } from "vitest";
import { pgliteBackend } from "../neon/pglite.ts";
import { startNeon } from "../neon/server.ts";
import { ROOT } from "./installed.mjs";
import { LOCAL_CONNECTION, migrate } from "./migrate.ts";

it("applies all migrations of an empty database once, and nothing the second time", async () => {
	const backend = await pgliteBackend();
	const server = await startNeon({ backend });
	onTestFinished(async () => {
		await server.close();
		await backend.close();
	});
	const endpoint = `${server.url}/sql`;
	const applied = await migrate(ROOT, endpoint);
	expect(applied).toBeGreaterThan(0);
	expect(await migrate(ROOT, endpoint)).toBe(0);
	const sql = neon(LOCAL_CONNECTION);
	expect(await sql`SELECT count(*)::int AS n FROM drizzle.__drizzle_migrations`).toEqual([{ n: applied }]);
	expect(await sql`SELECT to_regclass('videos') IS NOT NULL AS there`).toEqual([{ there: true }]);
});
