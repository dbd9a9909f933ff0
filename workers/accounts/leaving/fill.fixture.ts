import { type Column, getTableColumns, getTableName, inArray, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as schema from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";

/** Columns that say whose a row is, or whom it is about. */
const PERSON = /^(user|owner|creator|reporter|reported|follower|followee|requester|muted|blocked|blocker)_id$/;

/** The far sides of what is written in pairs (`writeBothSides`): found by the near one, so that a row of theirs alone is none that there is. */
const FAR_SIDES: ReadonlySet<string> = new Set([
	"follows.followee_id",
	"followers.follower_id",
	"follow_requests.requester_id",
	"sent_requests.user_id",
	"blocks.blocked_id",
	"blocked_by.blocker_id",
]);

/** Columns of text that people don't write in. */
const NEVER_WORDS: ReadonlySet<string> = new Set(["subject_id", "reporter_key", "policy", "tag"]);

/** Rows that go with a video of theirs. */
const OF_OWN_VIDEO: ReadonlySet<string> = new Set(["videos.id", "music.id", "hashtag_videos.video_id"]);

/** Somebody whose rows are filled in. */
export interface Filled {
	readonly userId: string;
	/** Written wherever words are. */
	readonly words: string;
	/** Their own video, and one of somebody else. */
	readonly ownVideoId: string;
	readonly otherVideoId: string;
}

export interface PersonColumn {
	readonly table: PgTable;
	readonly column: string;
	/** `table.column`. */
	readonly name: string;
}

/** Every column of every table that names a person. */
export const personColumns = (): PersonColumn[] =>
	Object.values(schema).flatMap((table) =>
		is(table, PgTable)
			? Object.entries(getTableColumns(table)).flatMap(([column, { name }]) =>
					PERSON.test(name) && !FAR_SIDES.has(`${getTableName(table)}.${name}`)
						? [{ table, column, name: `${getTableName(table)}.${name}` }]
						: [],
				)
			: [],
	);

/** Takes made-up rows of these people away again. Other files read these tables, too: none stays that no part of the product would have written. */
export async function removeFilled(
	databases: readonly ReturnType<Services["db"]["directory"]>[],
	userIds: readonly string[],
): Promise<void> {
	for (const { table, column } of personColumns()) {
		const named = getTableColumns(table)[column];
		if (named === undefined || getTableName(table).startsWith("account_users")) continue;
		for (const database of databases) await database.delete(table).where(inArray(named, [...userIds]));
	}
}

/** A row that names the person in one column and has in every other what it must, words of theirs where it takes words. */
export function rowNaming(services: Services, { table, column }: PersonColumn, person: Filled): Record<string, unknown> {
	const row: Record<string, unknown> = {};
	for (const [key, each] of Object.entries(getTableColumns(table))) {
		if (key === column) row[key] = person.userId;
		else if (OF_OWN_VIDEO.has(`${getTableName(table)}.${each.name}`)) row[key] = person.ownVideoId;
		else if (each.name === "video_id" && each.notNull) row[key] = person.otherVideoId;
		// What a reporter saw is somebody else's.
		else if (each.name === "label" && column === "reporterId") row[key] = "";
		else if (NEVER_WORDS.has(each.name)) row[key] = services.newId();
		else if (each.notNull && !each.hasDefault) row[key] = valueFor(services, each, person.words);
	}
	return row;
}

function valueFor(services: Services, column: Column, words: string): unknown {
	if (column.enumValues !== undefined && column.enumValues.length > 0) return column.enumValues[0];
	switch (column.columnType) {
		case "PgCustomColumn":
			return services.newId();
		case "PgUUID":
			return crypto.randomUUID();
		case "PgTimestamp":
			return new Date(services.clock());
		case "PgBoolean":
			return false;
		case "PgJsonb":
			return [];
		case "PgArray":
		case "PgTextArray":
			return [];
		case "PgText":
			return column.isUnique || column.primary ? crypto.randomUUID() : words;
		default:
			return 1;
	}
}
