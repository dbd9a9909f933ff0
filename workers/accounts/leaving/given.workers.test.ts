import { eq, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { afterAll, describe, expect, it } from "vitest";
import { EXPORT_FILE_NAMES, type ExportFileName } from "../../../contracts/export-files.ts";
import * as schema from "../../../db/schema/index.ts";
import { EXPORTED } from "../../exported.ts";
import { newUser, services, testApp } from "../../gateway/testing/api.ts";
import { personColumns, removeFilled, rowNaming } from "./fill.fixture.ts";
import { GIVEN_BINDINGS, GIVEN_OBJECTS, GIVEN_TABLES, type Given } from "./given.ts";

const call = testApp();
const databases = [...new Set([services.db.directory(), ...services.db.everyUserShard(), ...services.db.everyVideoShard()])];

/** A list of somebody's copy, as text. */
async function listOf(step: string, file: ExportFileName, userId: string): Promise<string> {
	const rows = EXPORTED.find(({ name }) => name === step)?.run(services, userId).files?.[file];
	if (rows === undefined) throw new Error(`${step} does not give ${file}`);
	const texts: string[] = [];
	for await (const page of rows) texts.push(JSON.stringify(page));
	return texts.join();
}

/** Rows that no column connects with a person: of a comment and a video of theirs. */
const hangingOn = (ids: {
	readonly commentId: string;
	readonly videoId: string;
	readonly collectionId: string;
	readonly userId: string;
}) => ({
	comment_edits: { commentId: ids.commentId, editedAt: new Date(), text: "earlier words" },
	video_screenings: {
		videoId: ids.videoId,
		generation: 1,
		frames: [],
		unchecked: [],
		verdict: "approve" as const,
		policy: "1",
		at: new Date(),
	},
	video_comment_rules: { videoId: ids.videoId, words: ["theirs"] },
	collection_videos: { collectionId: ids.collectionId, userId: ids.userId, videoId: services.newId(), place: 0 },
});

/** What a made-up row must say so that it is one of those that are told of. */
const TOLD: Readonly<Record<string, Record<string, unknown>>> = {
	moderation_decisions: { decision: "remove" },
	strikes: { expiresAt: new Date(Date.now() + 86_400_000) },
	account_limits: { suspendedUntil: new Date(Date.now() + 86_400_000) },
};

describe("the steps that say what somebody is given", () => {
	it("give every list, each once", () => {
		const given = EXPORTED.flatMap(({ run }) => Object.keys(run(services, "1").files ?? {}));
		expect(given.sort()).toEqual([...EXPORT_FILE_NAMES].sort());
	});

	it("are those that the stores name, and each list has a store", () => {
		const named = Object.values<Given>({ ...GIVEN_TABLES, ...GIVEN_OBJECTS, ...GIVEN_BINDINGS }).flatMap((given) =>
			"step" in given ? [given] : [],
		);
		for (const { step, file } of named) {
			const files = EXPORTED.find(({ name }) => name === step)?.run(services, "1").files ?? {};
			expect([step, file, file in files]).toEqual([step, file, true]);
		}
	});
});

const filledFor: string[] = [];
afterAll(() => removeFilled(databases, filledFor));

describe("a row in a table that is given", { timeout: 240_000 }, () => {
	const tables = Object.values(schema).flatMap((table) => (is(table, PgTable) ? [table] : []));
	const columns = personColumns();

	it("stands in its list, whatever table it is", async () => {
		const user = await newUser(call);
		filledFor.push(user.id);
		const person = { userId: user.id, words: `words${user.id}`, ownVideoId: services.newId(), otherVideoId: services.newId() };
		const seen: string[] = [];
		const written = new Map<string, Record<string, unknown>>();
		const write = async (table: PgTable, row: Record<string, unknown>) => {
			for (const database of databases) await database.insert(table).values(row).onConflictDoNothing();
		};
		const given = tables.flatMap((table) => {
			const found = GIVEN_TABLES[getTableName(table)];
			// Its rows were written by signing up.
			return found !== undefined &&
				"step" in found &&
				!/^(account_users|account_sessions|profiles|comment_rules)$/.test(getTableName(table))
				? [{ table, name: getTableName(table), ...found }]
				: [];
		});
		for (const { table, name, step, file } of given) {
			if (name in hangingOn({ commentId: "", videoId: "", collectionId: "", userId: "" })) continue;
			const before = await listOf(step, file, user.id);
			for (const column of columns.filter((one) => one.table === table)) {
				const row = rowNaming(services, column, person);
				written.set(name, { ...row, ...written.get(name) });
				await write(table, { ...row, ...TOLD[name] });
			}
			const after = await listOf(step, file, user.id);
			expect([name, after !== before]).toEqual([name, true]);
			seen.push(name);
		}
		const rows = hangingOn({
			commentId: String(written.get("comments")?.id),
			videoId: person.ownVideoId,
			collectionId: String(written.get("collections")?.id),
			userId: user.id,
		});
		await services.db
			.video("1")
			.update(schema.comments)
			.set({ editedAt: new Date() })
			.where(eq(schema.comments.id, String(written.get("comments")?.id)));
		for (const { table, name, step, file } of given) {
			const row = rows[name as keyof typeof rows];
			if (row === undefined) continue;
			const before = await listOf(step, file, user.id);
			await write(table, row);
			const after = await listOf(step, file, user.id);
			expect([name, after !== before]).toEqual([name, true]);
			seen.push(name);
		}
		expect(seen.sort()).toEqual(given.map(({ name }) => name).sort());
		expect(seen.length).toBeGreaterThan(28);
		// What was written for signing up is there as well; what nobody is given is not.
		expect(await listOf("account", "account", user.id)).toContain(user.id);
		expect(await listOf("account", "sessions", user.id)).toContain("createdAt");
		expect(await listOf("comments", "comment_settings", user.id)).toContain("everyone");
		expect(await listOf("profile", "profile", user.id)).toContain(user.user.username);
		const all = await Promise.all(
			EXPORTED.flatMap(({ name, run }) =>
				Object.keys(run(services, user.id).files ?? {}).map((file) => listOf(name, file as ExportFileName, user.id)),
			),
		);
		expect(all.join()).not.toContain("scrypt$");
		expect(all.join()).not.toContain(user.token.split(".")[0]);
	});
});
