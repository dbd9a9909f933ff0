import { neon, neonConfig } from "@neondatabase/serverless";
import { expect, it, onTestFinished } from "vitest";
import { startDatabaseProcess } from "./database.ts";
import { ROOT } from "./installed.mjs";
import { LOCAL_CONNECTION } from "./migrate.ts";
import { temporaryDirectory } from "./temp-dir.fixture.ts";

it("comes back by itself after being killed, with all that was committed", async () => {
	const folder = await temporaryDirectory();
	const deaths: string[] = [];
	const database = await startDatabaseProcess({ root: ROOT, logDir: folder, folder, watch: { onDeath: (how) => deaths.push(how) } });
	onTestFinished(database.stop);
	neonConfig.fetchEndpoint = database.endpoint;
	const sql = neon(LOCAL_CONNECTION);
	await sql`CREATE TABLE kept (id int PRIMARY KEY)`;
	for (let id = 0; id < 20; id += 1) await sql`INSERT INTO kept VALUES (${id})`;
	database.kill();
	await expect.poll(() => deaths).toEqual(["was ended by SIGKILL"]);
	const count = () => sql`SELECT count(*)::int AS n FROM kept`.catch(() => null);
	await expect.poll(count, { timeout: 40_000, interval: 200 }).toEqual([{ n: 20 }]);
});
