import { runInDurableObject } from "cloudflare:test";
import { getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { afterAll, describe, expect, it } from "vitest";
import * as schema from "../../../db/schema/index.ts";
import { EVENTS } from "../../events.ts";
import { seedCatalogue } from "../../feed/catalogue.fixture.ts";
import { feedRoutes } from "../../feed/routes.ts";
import { newUser, PASSWORD, services, testApp, testEnv } from "../../gateway/testing/api.ts";
import { messageRoutes } from "../../messages/routes.ts";
import { socialRoutes } from "../../social/routes.ts";
import { purgeVideo } from "../../videos/cleanup/purge.ts";
import { engagementRoutes } from "../../videos/engagement/routes.ts";
import { eraseAccount } from "./erase.ts";
import { personColumns, removeFilled, rowNaming } from "./fill.fixture.ts";
import { BINDINGS, OBJECTS, TABLES } from "./stores.ts";

const call = testApp(socialRoutes, engagementRoutes, feedRoutes, messageRoutes);
const databases = [...new Set([services.db.directory(), ...services.db.everyUserShard(), ...services.db.everyVideoShard()])];
const tables = Object.values(schema).flatMap((each) => (is(each, PgTable) ? [getTableName(each)] : []));

/** Rows of Postgres that bear any of these, by table. */
async function rowsBearing(traces: readonly string[]): Promise<string[]> {
	const found: string[] = [];
	for (const table of tables)
		for (const database of databases) {
			const { rows } = await database.execute<{ text: string }>(sql`
				SELECT t::text AS text FROM ${sql.identifier(table)} AS t
				WHERE ${sql.join(
					traces.map((trace) => sql`strpos(lower(t::text), ${trace.toLowerCase()}) > 0`),
					sql` OR `,
				)}`);
			found.push(...rows.map(({ text }) => `${table} ${text}`));
		}
	return [...new Set(found)].sort();
}

/** How many rows each table has of these. */
function tableCounts(rows: readonly string[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const row of rows) {
		const table = row.slice(0, row.indexOf(" "));
		counts[table] = (counts[table] ?? 0) + 1;
	}
	return counts;
}

/** Keys of Redis that bear any of these in name or value. */
async function keysBearing(traces: readonly string[]): Promise<string[]> {
	const { client } = services.redis;
	const found: string[] = [];
	for (const key of await client.keys("*")) {
		const type = await client.type(key);
		// Its time was over between the two.
		if ((type as string) === "none") continue;
		const value =
			type === "string"
				? await client.get(key)
				: type === "hash"
					? await client.hgetall(key)
					: type === "zset"
						? await client.zrange(key, 0, -1)
						: type === "set"
							? await client.smembers(key)
							: await client.lrange(key, 0, -1);
		const text = `${key} ${JSON.stringify(value)}`.toLowerCase();
		if (traces.some((trace) => text.includes(trace.toLowerCase())))
			found.push(`${text.slice(0, 300)}${(await client.ttl(key)) === -1 ? " for ever" : ""}`);
	}
	return found.sort();
}

/** What says that copies of a number are outdated, and nothing else of it: for the minutes or hours that there may be such copies. */
const PASSING = /^changed:\d+ |^\w+:\d+ "outdated"$/;

/** Objects of the buckets that bear any of these in name, metadata or bytes. */
async function objectsBearing(traces: readonly string[]): Promise<string[]> {
	const found: string[] = [];
	for (const bucket of [testEnv.INGEST, testEnv.MEDIA, testEnv.ARCHIVE]) {
		for (const { key, customMetadata } of (await bucket.list({ include: ["customMetadata"] })).objects) {
			const body = new TextDecoder("latin1").decode(await (await bucket.get(key))?.arrayBuffer());
			if (traces.some((trace) => `${key} ${JSON.stringify(customMetadata)} ${body}`.includes(trace))) found.push(key);
		}
	}
	return found;
}

/** All an object has in its database, as text. */
const contentOf = (stub: DurableObjectStub): Promise<string> =>
	runInDurableObject(stub, (_, { storage }) => {
		const names = storage.sql.exec<{ name: string }>(
			"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_METADATA'",
		);
		const parts = [...names].map(({ name }) =>
			name.startsWith("_cf") ? "" : JSON.stringify([...storage.sql.exec(`SELECT * FROM "${name}"`)]),
		);
		return `${parts.join("\n")} ${JSON.stringify([...storage.kv.list()])}`;
	});

describe("the steps that stores name", () => {
	it("are all there", () => {
		const steps = new Set(["account", ...[EVENTS.erased, EVENTS.forgotten].flatMap(({ before }) => before.flat().map(({ name }) => name))]);
		const named = Object.values({ ...TABLES, ...OBJECTS, ...BINDINGS }).flatMap((fate) => ("step" in fate ? [fate.step] : []));
		expect(named.filter((name) => !steps.has(name))).toEqual([]);
	});
});

const filledFor: string[] = [];
afterAll(() => removeFilled(databases, filledFor));

describe("what is left of somebody who was erased", { timeout: 240_000 }, () => {
	it("is nothing in any store, and all of everybody else's", async () => {
		const words = `gone${services.newId()}words`;
		const stay = `stay${services.newId()}words`;
		const [left, other] = [await newUser(call), await newUser(call)];
		const third = await newUser(call);
		const { records } = await seedCatalogue(services, { count: 1, creators: 1 });
		const theirs = records[0]?.id ?? "";

		for (const { user, text } of [
			{ user: left, text: words },
			{ user: other, text: stay },
		]) {
			await call(`POST /api/v1/videos/${theirs}/like`, { token: user.token });
			await call(`POST /api/v1/videos/${theirs}/save`, { token: user.token });
			await call(`POST /api/v1/videos/${theirs}/comment`, { token: user.token, body: { text: `${text} it` } });
			await call("GET /api/v1/feed", { token: user.token });
			await services.media.put(`avatars/${user.id}/one.webp`, text);
		}
		await call(`POST /api/v1/users/${left.id}/follow`, { token: other.token });
		await call(`POST /api/v1/users/${other.id}/follow`, { token: left.token });
		await call(`POST /api/v1/videos/${theirs}/comment`, { token: other.token, body: { text: `Ask @${left.user.username}, ${stay}` } });

		// Blocked by one, and blocking one: both sides of it.
		await call(`POST /api/v1/users/${left.id}/block`, { token: third.token });
		const people = [
			{ userId: left.id, words, ownVideoId: services.newId(), otherVideoId: services.newId() },
			{ userId: other.id, words: stay, ownVideoId: services.newId(), otherVideoId: services.newId() },
		];
		filledFor.push(left.id, other.id);
		const filled: string[] = [];
		for (const one of personColumns()) {
			const table = getTableName(one.table);
			if (table.startsWith("account_") && table !== "account_limits") continue;
			const fate = TABLES[table];
			if (fate === undefined || "stays" in fate) continue;
			for (const person of people) {
				const row = rowNaming(services, one, person);
				for (const database of databases) await database.insert(one.table).values(row).onConflictDoNothing();
			}
			filled.push(one.name);
		}
		expect(filled.length).toBeGreaterThan(35);
		const ofLeft = [left.id, left.user.username, words];
		const ofOther = [other.id, other.user.username, stay];
		expect((await rowsBearing(ofLeft)).length).toBeGreaterThan(35);
		const sessionOf = (id: string) => testEnv.USER_SESSION.get(testEnv.USER_SESSION.idFromName(`user:${id}`));
		const inboxOf = (id: string) => testEnv.INBOX.get(testEnv.INBOX.idFromName(id));
		await expect.poll(async () => (await contentOf(sessionOf(left.id))).includes(theirs)).toBe(true);
		const kept = tableCounts(await rowsBearing(ofOther));

		expect((await call("POST /api/v1/auth/deletion", { token: left.token, body: { password: PASSWORD, when: "now" } })).status).toBe(202);
		const purged = async () => {
			for (const database of services.db.everyVideoShard()) {
				const rows = await database.execute<{ id: string }>(
					sql`SELECT id::text FROM videos WHERE user_id = ${left.id} UNION SELECT video_id::text FROM uploads WHERE user_id = ${left.id}`,
				);
				for (const { id } of rows.rows) await purgeVideo(services, id, left.id, { first: false, last: true });
			}
		};
		await expect
			.poll(
				async () => {
					if (await eraseAccount(services, left.id)) return true;
					await purged();
					return (await rowsBearing([left.user.username])).every((row) => !row.startsWith("account_users"));
				},
				{ timeout: 120_000, interval: 500 },
			)
			.toBe(true);

		// Why somebody else's comment waits for a reviewer keeps it as it stood, names in it included, until the case is over.
		expect((await rowsBearing(ofLeft)).filter((row) => !row.startsWith("case_evidence"))).toEqual([]);
		expect((await keysBearing(ofLeft)).filter((key) => !PASSING.test(key) || key.endsWith(" for ever"))).toEqual([]);
		expect(await objectsBearing(ofLeft)).toEqual([]);
		for (const content of [await contentOf(sessionOf(left.id)), await contentOf(inboxOf(left.id))]) {
			for (const trace of ofLeft) expect(content).not.toContain(trace);
		}
		// What was withdrawn is named there by number, so that it can't be told late.
		const told = await contentOf(inboxOf(other.id));
		for (const trace of [left.user.username, words]) expect(told).not.toContain(trace);
		// Of the other there is all there was, but for the two sides of what they and the first were to each other.
		const still = await rowsBearing(ofOther);
		expect(tableCounts(still)).toEqual({ ...kept, follows: (kept.follows ?? 0) - 2, followers: (kept.followers ?? 0) - 2 });
		expect(still.some((row) => row.startsWith("comments") && row.includes(`, ${stay}`))).toBe(true);
		expect(await objectsBearing(ofOther)).toEqual([`avatars/${other.id}/one.webp`]);
	});
});
