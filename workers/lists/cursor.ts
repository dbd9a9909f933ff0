import { type Column, type SQL, sql } from "drizzle-orm";
import { ID_DIGITS } from "../../contracts/ids.ts";
import { CONVERSATION_ID } from "../../contracts/messages.ts";
import { cursorUnknown } from "../../contracts/problems/gateway.ts";

/** One part of a cursor: what its text may be, bounds included, and what it stands for. */
interface Field<T> {
	readonly pattern: string;
	read(text: string): T;
	write(value: T): string;
}

/** A Snowflake within Postgres' int8. */
const id: Field<string> = { pattern: ID_DIGITS, read: (text) => text, write: (value) => value };
/** Milliseconds since 1970. Thirteen digits reach the year 2286; Postgres does not read the five-digit years of more. */
const time: Field<Date> = {
	pattern: "\\d{1,13}",
	read: (text) => new Date(Number(text)),
	write: (value) => String(value.getTime()),
};
/** How far into a list, or a row number of an object's own SQLite: exact as a number. */
const count: Field<number> = { pattern: "\\d{1,15}", read: Number, write: String };

/** Names an order that was kept. */
const digest: Field<string> = { pattern: "[0-9a-f]{16}", read: (text) => text, write: (value) => value };

export interface Cursor<T> {
	encode(place: T): string;
	/** The place to go on from; null to begin, for no cursor and for the empty one or "0" that some clients begin with. @throws `invalid_fields` when it is none of ours */
	decode(cursor: string | undefined): T | null;
}

function cursor<T extends object>(fields: { readonly [K in keyof T]: Field<T[K]> }): Cursor<T> {
	const parts = Object.entries(fields) as [keyof T, Field<T[keyof T]>][];
	const whole = new RegExp(`^${parts.map(([, { pattern }]) => `(${pattern})`).join("-")}$`);
	return {
		encode: (place) => parts.map(([name, field]) => field.write(place[name])).join("-"),
		decode: (text) => {
			if (text === undefined || text === "" || text === "0") return null;
			const match = whole.exec(text);
			if (match === null) throw cursorUnknown();
			return Object.fromEntries(parts.map(([name, field], index) => [name, field.read(match[index + 1] ?? "")])) as T;
		},
	};
}

/** A place in a list sorted by time, then by id. */
export interface Place {
	readonly at: Date;
	readonly id: string;
}
export const placeCursor = cursor<Place>({ at: time, id });
/** What comes after a place in a list sorted by these columns, latest first. */
export const belowPlace = (at: Column, key: Column, after: Place | null): SQL | undefined =>
	after === null ? undefined : sql`(${at}, ${key}) < (${after.at.toISOString()}::timestamptz, ${after.id}::bigint)`;

/** Milliseconds since 1970, as an object's own SQLite keeps them. */
const milliseconds: Field<number> = { pattern: "\\d{1,15}", read: Number, write: String };
const conversationId: Field<string> = { pattern: CONVERSATION_ID, read: (text) => text, write: (value) => value };
/** A place in somebody's list of conversations. */
export const conversationCursor = cursor<{ readonly at: number; readonly id: string }>({ at: milliseconds, id: conversationId });

/** A place in a list sorted by id. */
export const idCursor = cursor<{ readonly id: string }>({ id });
/** A place in a list that is counted through, or numbers its entries itself. */
export const countCursor = cursor<{ readonly count: number }>({ count });

/** A place in a list whose order was kept when it was begun: how far into it, and the id of the last entry, for when it is lost. */
export interface KeptPlace {
	readonly order: string;
	readonly count: number;
	readonly id: string;
}
export const keptCursor = cursor<KeptPlace>({ order: digest, count, id });

/** A place in a list whose entries were numbered by somebody. */
export const rankCursor = cursor<{ readonly count: number; readonly id: string }>({ count, id });
