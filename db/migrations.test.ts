import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { expect, it } from "vitest";
import * as schema from "./schema/index.ts";

const FOLDER = fileURLToPath(new URL("./migrations/", import.meta.url));

interface Journal {
	readonly entries: readonly { readonly idx: number; readonly tag: string; readonly when: number }[];
}
const journal = async () => JSON.parse(await readFile(`${FOLDER}meta/_journal.json`, "utf8")) as Journal;

it("the migrations make the schema the code reads: nothing is left to generate", async () => {
	const last = String((await journal()).entries.at(-1)?.idx).padStart(4, "0");
	const migrated = JSON.parse(await readFile(`${FOLDER}meta/${last}_snapshot.json`, "utf8")) as Parameters<typeof generateMigration>[0];
	expect(await generateMigration(migrated, generateDrizzleJson(schema, migrated.id))).toEqual([]);
});

it("the journal names every migration once, in their order, and only goes forward", async () => {
	const { entries } = await journal();
	const files = (await readdir(FOLDER)).filter((name) => name.endsWith(".sql")).sort();
	expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(files);
	const times = entries.map(({ when }) => when);
	expect(times).toEqual([...times].sort((a, b) => a - b));
	for (const file of files) expect(await readFile(FOLDER + file, "utf8"), file).not.toMatch(/\bDROP (TABLE|COLUMN)\b/i);
});
