import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NeonDbError, neon, neonConfig } from "@neondatabase/serverless";
import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/neon-http";
import { bigint, boolean, customType, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StandIn } from "../serve.ts";
import { openBackend } from "./backend.ts";
import { pgliteBackend } from "./pglite.ts";
import type { SqlBackend } from "./protocol.ts";
import { startNeon } from "./server.ts";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const clips = pgTable("contract_clips", {
	id: bigint("id", { mode: "bigint" }).primaryKey(),
	title: text("title").notNull().unique("contract_clips_title_unique"),
	tags: text("tags").array().notNull(),
	facts: jsonb("facts"),
	isPublic: boolean("is_public").notNull(),
	views: integer("views"),
	hash: bytea("hash"),
	createdAt: timestamp("created_at", { withTimezone: true }).notNull().default(sql`now()`),
});
const clip = { id: 7n, title: "Sea", tags: ["a,b", 'q"u', "ü"], facts: { n: [1, null] }, isPublic: true, views: null };

let server: StandIn;
let backend: SqlBackend;
const url = "postgresql://reelay:secret@db.localtest/reelay";
const query = neon(url);
const database = drizzle(query);

beforeAll(async () => {
	backend = await openBackend({ databaseUrl: process.env.DATABASE_URL });
	server = await startNeon({ backend });
	neonConfig.fetchEndpoint = `${server.url}/sql`;
	await query`DROP TABLE IF EXISTS contract_clips`;
	await query`CREATE TABLE contract_clips (id bigint PRIMARY KEY, title text NOT NULL CONSTRAINT contract_clips_title_unique UNIQUE,
		tags text[] NOT NULL, facts jsonb, is_public boolean NOT NULL, views integer, hash bytea, created_at timestamptz NOT NULL DEFAULT now())`;
});
beforeEach(() => query`TRUNCATE contract_clips`);
afterAll(async () => {
	await query`DROP TABLE contract_clips`;
	await server.close();
	await backend.close();
});

describe("neon()", () => {
	it("returns rows as objects with types parsed by the driver", async () => {
		expect(await query`SELECT ${42}::int AS n, ${"x"}::text AS t, NULL AS nothing, true AS yes, '{"a":1}'::jsonb AS j`).toEqual([
			{ n: 42, t: "x", nothing: null, yes: true, j: { a: 1 } },
		]);
	});

	it("returns arrays and full results when asked", async () => {
		const result = await query.query("SELECT 1 AS a, 2 AS a", [], { arrayMode: true, fullResults: true });
		expect(result.rows).toEqual([[1, 2]]);
		expect(result).toMatchObject({ command: "SELECT", rowCount: 1, rowAsArray: true });
		expect(result.fields.map((field) => [field.name, field.dataTypeID])).toEqual([
			["a", 23],
			["a", 23],
		]);
	});

	it("gives the command and the number of rows touched", async () => {
		await query`INSERT INTO contract_clips (id, title, tags, is_public) VALUES (1, 'a', '{}', true), (2, 'b', '{}', true)`;
		const update = await query.query("UPDATE contract_clips SET views = 1", [], { fullResults: true });
		expect(update).toMatchObject({ command: "UPDATE", rowCount: 2, rows: [] });
	});

	it("throws NeonDbError with SQLSTATE, constraint, table and detail of a unique violation", async () => {
		const insert = () => query`INSERT INTO contract_clips (id, title, tags, is_public) VALUES (${1}, ${"same"}, '{}', true)`;
		await insert();
		const error = await insert().then(
			() => null,
			(reason: unknown) => reason,
		);
		expect(error).toBeInstanceOf(NeonDbError);
		expect(error).toMatchObject({ code: "23505", severity: "ERROR", constraint: "contract_clips_pkey", table: "contract_clips" });
		expect((error as NeonDbError).detail).toContain("already exists");
	});

	it("throws with the position of a syntax error and goes on working after it", async () => {
		await expect(query.query("SELEC 1")).rejects.toMatchObject({ code: "42601", position: "1" });
		expect(await query`SELECT 1 AS one`).toEqual([{ one: 1 }]);
	});

	it("rolls a whole transaction back when one of its queries fails", async () => {
		const insert = (id: number) => query`INSERT INTO contract_clips (id, title, tags, is_public) VALUES (${id}, ${`t${id}`}, '{}', true)`;
		await expect(query.transaction([insert(1), insert(2), insert(1)])).rejects.toMatchObject({ code: "23505" });
		expect(await query`SELECT count(*)::int AS n FROM contract_clips`).toEqual([{ n: 0 }]);
	});

	it("honours isolation level and read-only of a transaction", async () => {
		const [level] = await query.transaction([query`SHOW transaction_isolation`], { isolationLevel: "Serializable" });
		expect(level).toEqual([{ transaction_isolation: "serializable" }]);
		await expect(query.transaction([query`TRUNCATE contract_clips`], { readOnly: true })).rejects.toMatchObject({ code: "25006" });
	});

	it("keeps concurrent transactions apart", async () => {
		await query`INSERT INTO contract_clips (id, title, tags, is_public, views) VALUES (1, 'n', '{}', true, 0)`;
		const bump = query.query.bind(query);
		await Promise.all(
			Array.from({ length: 20 }, () =>
				query.transaction([
					bump("UPDATE contract_clips SET views = views + 1 WHERE id = 1"),
					bump("UPDATE contract_clips SET views = views + 1 WHERE id = 1"),
				]),
			),
		);
		expect(await query`SELECT views FROM contract_clips`).toEqual([{ views: 40 }]);
	});

	it.skipIf(process.env.DATABASE_URL)("answers pgvector's distance operators", async () => {
		expect(await query`SELECT '[1,0]'::vector <=> ${"[0,1]"}::vector AS distance`).toEqual([{ distance: 1 }]);
	});

	it("keeps times in UTC whatever the machine's zone", async () => {
		expect(await query.query("SELECT '2026-01-02T03:04:05.678Z'::timestamptz::text AS t")).toEqual([{ t: "2026-01-02 03:04:05.678+00" }]);
	});

	it("fails as a connection error while the database is down, and works once it is back", async () => {
		server.gate("refuse");
		await expect(query`SELECT 1`).rejects.toThrow(/Error connecting to database/);
		server.gate("unavailable");
		await expect(query`SELECT 1`).rejects.toThrow(/HTTP status 503/);
		server.gate("open");
		expect(await query`SELECT 1 AS one`).toEqual([{ one: 1 }]);
	});
});

describe("drizzle over neon-http", () => {
	it("round-trips every column type we use", async () => {
		const hash = Buffer.from([0, 1, 255]);
		const createdAt = new Date("2026-01-02T03:04:05.678Z");
		await database.insert(clips).values({ ...clip, hash, createdAt });
		const [found] = await database.select().from(clips).where(eq(clips.id, 7n));
		expect(found).toEqual({ ...clip, hash, createdAt });
	});

	it("returns from an insert and ignores a conflict", async () => {
		const insert = () => database.insert(clips).values(clip).onConflictDoNothing().returning({ id: clips.id });
		expect(await insert()).toEqual([{ id: 7n }]);
		expect(await insert()).toEqual([]);
	});

	it("runs a batch as one transaction and maps each result", async () => {
		const [inserted, listed] = await database.batch([
			database.insert(clips).values(clip).returning(),
			database.select({ title: clips.title }).from(clips),
		]);
		expect(inserted[0]?.id).toBe(7n);
		expect(listed).toEqual([{ title: "Sea" }]);
		await expect(
			database.batch([database.update(clips).set({ title: "Changed" }), database.insert(clips).values({ ...clip, title: "Other" })]),
		).rejects.toThrow();
		expect(await database.select({ title: clips.title }).from(clips)).toEqual([{ title: "Sea" }]);
	});

	it("passes the cause's SQLSTATE through drizzle's error", async () => {
		await database.insert(clips).values(clip);
		const error: unknown = await database
			.insert(clips)
			.values({ ...clip, id: 8n })
			.catch((reason: unknown) => reason);
		expect((error as Error).cause).toMatchObject({ code: "23505", constraint: "contract_clips_title_unique" });
	});
});

it("keeps an embedded database's rows between runs", async () => {
	const dataDir = await mkdtemp(join(tmpdir(), "reelay-pglite-"));
	try {
		const first = await pgliteBackend({ dataDir });
		await first.run([{ query: "CREATE TABLE kept AS SELECT 5 AS n", params: [] }], null);
		await first.close();
		const second = await pgliteBackend({ dataDir });
		const [result] = await second.run([{ query: "SELECT n FROM kept", params: [] }], null);
		await second.close();
		expect(result?.rows).toEqual([["5"]]);
	} finally {
		await rm(dataDir, { recursive: true });
	}
});
