import type { EventsMessage, Exposure } from "../../../contracts/queues.ts";
import type { PageItem } from "./protocol.ts";
import type { StoredSlot } from "./slots.ts";

export type OutboxEvent = EventsMessage["events"][number];
/** An exposure on its way; told apart from events by its kind. */
export type OutboxExposure = Exposure & { readonly kind: "exposure" };

type OutboxEntry = OutboxEvent | OutboxExposure;

export interface OutboxBatch {
	readonly seq: number;
	/** `{the store's name}.{chance}.{closedAt}`: the same each time it is handed on. */
	readonly batchId: string;
	readonly closedAt: number;
	readonly events: OutboxEvent[];
	readonly exposures: Exposure[];
}

/** A page as it was given, so that its cursor answers the same again. */
export interface GivenPage {
	readonly items: readonly PageItem[];
	readonly nextCursor: string;
	readonly isFallback: boolean;
}

/** Shown videos are remembered this long, milliseconds, and at most so many. */
export const SHOWN_FOR_MS = 30 * 86_400_000;
export const SHOWN_MAX = 20_000;
const PAGES_KEPT = 20;
/** Of events, and of the videos that counted in an hour. */
const EVENT_IDS_KEPT = 8_000;

type StateKey = "taste" | "name" | "queue" | "preferences" | "exposures" | "space";

const SCHEMA = `
	create table if not exists state (key text primary key, value text not null) without rowid;
	create table if not exists shown (id integer primary key, at integer not null, kind text, propensity real, parts text);
	create index if not exists shown_oldest on shown (at);
	create table if not exists pages (cursor text primary key, at integer not null, page text not null) without rowid;
	create table if not exists event_ids (id text primary key, at integer not null) without rowid;
	create table if not exists outbox (seq integer primary key, batch text, event text not null);
`;

/**
 * All that outlives a session object's memory. Calls of one turn become one write to disk. An open object holds each different
 * statement prepared, at some 3 KB: hence few statements, and broad ones.
 */
export class SessionStore {
	readonly #sql: SqlStorage;
	#name: string | null = null;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		sql.exec(SCHEMA);
	}

	read(key: StateKey): string | null {
		return this.#sql.exec<{ value: string }>("select value from state where key = ?", key).toArray()[0]?.value ?? null;
	}

	write(key: StateKey, value: string): void {
		this.#sql.exec("insert into state values (?, ?) on conflict (key) do update set value = excluded.value", key, value);
	}

	/** Names this store for good: batches of a session that was forgotten and began anew don't bear its old names. */
	name(): string {
		this.#name ??= this.read("name");
		if (this.#name !== null) return this.#name;
		this.#name = crypto.randomUUID();
		this.write("name", this.#name);
		return this.#name;
	}

	/** Which of these were shown to this viewer. Told as one value: each row of an answer costs more than finding it. */
	shownAmong(videoIds: readonly string[]): Set<string> {
		const { ids } = this.#sql
			.exec<{ ids: string }>(
				"select json_group_array(cast(id as text)) as ids from shown where id in (select cast(value as integer) from json_each(?))",
				JSON.stringify(videoIds),
			)
			.one();
		return new Set(JSON.parse(ids) as string[]);
	}

	/** Marks as shown; the latest showing counts. */
	markShown(slots: readonly Pick<StoredSlot, "videoId" | "kind" | "propensity" | "parts">[], at: number): void {
		this.#mark(
			slots.map((slot) => [slot.videoId, slot.kind, slot.propensity, JSON.stringify(slot.parts)]),
			at,
		);
	}

	/** A showing elsewhere (profile, search): remembered, but without a slot's story. */
	markSeen(videoIds: readonly string[], at: number): void {
		this.#mark(
			videoIds.map((videoId) => [videoId]),
			at,
		);
	}

	/** @param rows id, kind, propensity, parts; of an id alone, the story of an earlier showing stays */
	#mark(rows: readonly (readonly (string | number | null)[])[], at: number): void {
		if (rows.length === 0) return;
		this.#sql.exec(
			`insert into shown select cast(value ->> 0 as integer), ?, value ->> 1, value ->> 2, value ->> 3 from json_each(?) where true
			on conflict (id) do update set at = excluded.at, kind = coalesce(excluded.kind, kind),
			propensity = iif(excluded.kind is null, propensity, excluded.propensity), parts = coalesce(excluded.parts, parts)`,
			at,
			JSON.stringify(rows),
		);
	}

	/** How videos came to be shown, of those that were, and by this feed. */
	showings(videoIds: readonly string[]): Map<string, Pick<StoredSlot, "kind" | "propensity" | "parts">> {
		const rows = this.#sql.exec<{ id: string; kind: StoredSlot["kind"]; propensity: number | null; parts: string | null }>(
			`select cast(id as text) as id, kind, propensity, parts from shown
			where id in (select cast(value as integer) from json_each(?)) and kind is not null`,
			JSON.stringify(videoIds),
		);
		return new Map(
			[...rows].map(({ id, kind, propensity, parts }) => [
				id,
				{ kind, propensity, parts: JSON.parse(parts ?? "{}") as Record<string, number> },
			]),
		);
	}

	/** Shown videos, those longest ago first, leaving out the `share` of them shown last. */
	longestAgo(limit: number, share: number): string[] {
		const [row] = this.#sql.exec<{ count: number }>("select count(*) as count from shown").toArray();
		const some = Math.min(limit, Math.max(1, Math.ceil((row?.count ?? 0) * (1 - share))));
		const rows = this.#sql.exec<{ id: string }>("select cast(id as text) as id from shown order by at, id limit ?", some);
		return [...rows].map(({ id }) => id);
	}

	/** Latest last. */
	lastShown(limit: number): { videoId: string; at: number }[] {
		const rows = this.#sql.exec<{ id: string; at: number }>("select cast(id as text) as id, at from shown order by at desc limit ?", limit);
		return [...rows].map(({ id, at }) => ({ videoId: id, at })).reverse();
	}

	page(cursor: string): GivenPage | null {
		const [row] = this.#sql.exec<{ page: string }>("select page from pages where cursor = ?", cursor).toArray();
		return row === undefined ? null : (JSON.parse(row.page) as GivenPage);
	}

	keepPage(cursor: string, at: number, page: GivenPage): void {
		this.#sql.exec("insert or replace into pages values (?, ?, ?)", cursor, at, JSON.stringify(page));
	}

	/** Pages given lately. */
	pages(): (GivenPage & { readonly cursor: string })[] {
		const rows = this.#sql.exec<{ cursor: string; page: string }>("select cursor, page from pages");
		return [...rows].map(({ cursor, page }) => ({ ...(JSON.parse(page) as GivenPage), cursor }));
	}

	/** Takes videos out of the pages that may be asked for again; a page that loses all is made anew when it is. */
	withdraw(isMeant: (videoId: string) => boolean): void {
		for (const { cursor, ...page } of this.pages()) {
			const items = page.items.filter(({ videoId }) => !isMeant(videoId));
			if (items.length === page.items.length) continue;
			if (items.length === 0) this.#sql.exec("delete from pages where cursor = ?", cursor);
			else this.#sql.exec("update pages set page = ? where cursor = ?", JSON.stringify({ ...page, items }), cursor);
		}
	}

	/** When each of these marks was set, of those that were (session/acts.ts). They are kept beside the event ids. */
	times(marks: readonly string[]): Map<string, number> {
		const rows = this.#sql.exec<{ id: string; at: number }>(
			"select id, at from event_ids where id in (select value from json_each(?))",
			JSON.stringify(marks),
		);
		return new Map([...rows].map(({ id, at }) => [id, at]));
	}

	remember(marks: readonly string[], at: number): void {
		this.newEventIds(marks, at);
	}

	forget(marks: readonly string[]): void {
		this.#sql.exec("delete from event_ids where id in (select value from json_each(?))", JSON.stringify(marks));
	}

	/** Remembers event ids. @returns those that are new */
	newEventIds(ids: readonly string[], at: number): Set<string> {
		if (ids.length === 0) return new Set();
		const rows = this.#sql.exec<{ id: string }>(
			"insert into event_ids select distinct value, ? from json_each(?) where true on conflict do nothing returning id",
			at,
			JSON.stringify(ids),
		);
		return new Set([...rows].map(({ id }) => id));
	}

	/** Puts what a request told, or an exposure, into the outbox, under the name it is to be counted by. */
	queueEvents(events: readonly OutboxEntry[], at: number): void {
		if (events.length === 0) return;
		const batch = `${this.name()}.${Math.floor(Math.random() * 2 ** 48).toString(36)}.${at}`;
		this.#sql.exec("insert into outbox (batch, event) values (?, ?)", batch, JSON.stringify(events));
	}

	/** The oldest batch there is. */
	nextBatch(): OutboxBatch | null {
		const [row] = this.#sql
			.exec<{ seq: number; batch: string | null; event: string }>("select seq, batch, event from outbox order by seq limit 1")
			.toArray();
		if (row === undefined) return null;
		// Rows of before held one event each, and a name only once they were under way.
		const entries = [JSON.parse(row.event) as OutboxEntry | OutboxEntry[]].flat();
		const batchId = row.batch ?? `${this.name()}.${row.seq}.${entries[0]?.at ?? 0}`;
		const events: OutboxEvent[] = [];
		const exposures: Exposure[] = [];
		for (const entry of entries) {
			if (entry.kind !== "exposure") events.push(entry);
			else exposures.push({ experiment: entry.experiment, arm: entry.arm, unit: entry.unit, at: entry.at });
		}
		return { seq: row.seq, batchId, closedAt: Number(batchId.split(".").at(-1)), events, exposures };
	}

	/** By name as well: a session forgotten meanwhile has begun to number its batches anew. */
	handedOn({ seq, batchId }: OutboxBatch): void {
		this.#sql.exec("delete from outbox where seq = ? and (batch = ? or batch is null)", seq, batchId);
	}

	/** Forgets what is too old or too much. In one go: of such a list only the last statement stays prepared in memory. */
	prune(now: number): void {
		this.#sql.exec(
			`delete from shown where id in (select id from shown order by at desc limit -1 offset ${SHOWN_MAX});
			delete from pages where cursor in (select cursor from pages order by at desc limit -1 offset ${PAGES_KEPT});
			delete from event_ids where id in (select id from event_ids order by at desc limit -1 offset ${EVENT_IDS_KEPT});
			delete from shown where at < ?`,
			now - SHOWN_FOR_MS,
		);
	}

	/**
	 * Forgets what was learned and laid out. What was shown stays known: beginning anew is no reason to repeat. What was set by
	 * hand stays, too: nobody who begins anew wants to meet again what they asked never to see.
	 */
	forgetTaste(): void {
		this.#sql.exec("delete from state where key in ('taste', 'queue')");
		this.#sql.exec("delete from pages");
	}
}
