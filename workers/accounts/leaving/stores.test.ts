import { readFileSync } from "node:fs";
import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import * as schema from "../../../db/schema/index.ts";
import { GIVEN_BINDINGS, GIVEN_OBJECTS, GIVEN_TABLES, type Given } from "./given.ts";
import { BINDINGS, type Fate, OBJECTS, TABLES } from "./stores.ts";

const wrangler = readFileSync("wrangler.toml", "utf8");
const local = wrangler.slice(0, wrangler.indexOf("[env.production]"));

/** Bindings of what keeps something: in lists of these names. */
function bindingsOf(...lists: string[]): string[] {
	const pattern = new RegExp(String.raw`^\[\[(?:${lists.join("|")})\]\]\s+(?:binding|name) = "(\w+)"`, "gm");
	return [...local.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}

describe("every store says what becomes there of somebody who is erased", () => {
	it("tables", () => {
		const tables = Object.values(schema).flatMap((each) => (is(each, PgTable) ? [getTableName(each)] : []));
		expect(tables.length).toBeGreaterThan(50);
		expect(Object.keys(TABLES).sort()).toEqual(tables.sort());
	});

	it("object classes", () => {
		const classes = [...local.matchAll(/new_sqlite_classes = \[([^\]]+)\]/g)].flatMap(([, names]) => names?.match(/\w+/g) ?? []);
		expect(classes.length).toBeGreaterThan(5);
		expect(Object.keys(OBJECTS).sort()).toEqual(classes.sort());
	});

	it("buckets, key-value, vectors, queues, figures", () => {
		const bound = bindingsOf(
			"r2_buckets",
			"kv_namespaces",
			String.raw`queues\.producers`,
			"analytics_engine_datasets",
			"services",
			"vectorize",
		);
		expect(bound.length).toBeGreaterThan(8);
		expect(Object.keys(BINDINGS).sort()).toEqual(bound.sort());
	});

	it("in words that say why, where it stays", () => {
		for (const [store, fate] of Object.entries<Fate>({ ...TABLES, ...OBJECTS, ...BINDINGS })) {
			if ("stays" in fate) expect([store, fate.stays.length > 15]).toEqual([store, true]);
		}
	});
});

describe("every store says what of it a person is given who asks for a copy", () => {
	it("tables, object classes, and all else that is bound", () => {
		expect(Object.keys(GIVEN_TABLES).sort()).toEqual(Object.keys(TABLES).sort());
		expect(Object.keys(GIVEN_OBJECTS).sort()).toEqual(Object.keys(OBJECTS).sort());
		expect(Object.keys(GIVEN_BINDINGS).sort()).toEqual(Object.keys(BINDINGS).sort());
	});

	it("in words that say why, where nothing is", () => {
		for (const [store, given] of Object.entries<Given>({ ...GIVEN_TABLES, ...GIVEN_OBJECTS, ...GIVEN_BINDINGS })) {
			if ("kept" in given) expect([store, given.kept.length >= 9]).toEqual([store, true]);
		}
	});
});
