import { keptMs } from "../../../contracts/retention.ts";
import type { AlarmStorage } from "../../platform/alarms.ts";
import { ACT_MARKS } from "./acts.ts";
import type { Memory } from "./core/commands.ts";
import type { MarksChange } from "./core/marks.ts";
import { type GivenPage, type Impression, Impressions } from "./impressions.ts";
import { Outbox } from "./outbox.ts";

/** Of events, and of the videos that counted in an hour. */
const EVENT_IDS_KEPT = 8_000;

type StateKey = "taste" | "name" | "queue" | "preferences" | "exposures" | "space" | "standing" | "guest" | "alarms" | "screenTime";
/** Short, and asked for with every call: held in memory once read. */
const HELD: ReadonlySet<StateKey> = new Set<StateKey>(["name", "exposures", "space", "standing", "guest"]);

const SCHEMA = `
	create table if not exists state (key text primary key, value text not null) without rowid;
	create table if not exists event_ids (id text primary key, at integer not null) without rowid;
`;

/** Whether a session was ever begun here. Asking makes nothing. */
export function isKept(sql: SqlStorage): boolean {
	return sql.exec("select 1 from sqlite_master where type = 'table' and name = 'state'").toArray().length > 0;
}

/** Where a session's alarms are kept: beside all else, so that a change is a part of the same commit. */
export function alarmsIn(store: SessionStore, storage: Pick<DurableObjectStorage, "setAlarm" | "deleteAlarm">): AlarmStorage {
	return {
		read: () => store.read("alarms"),
		write: (text) => store.write("alarms", text ?? "[]"),
		setAlarm: (at) => void storage.setAlarm(at),
		deleteAlarm: () => void storage.deleteAlarm(),
	};
}

/**
 * All that outlives a session object's memory. Calls of one turn become one write to disk. An open object holds each different
 * statement prepared, at some 3 KB: hence few statements, and broad ones.
 *
 * A write is the dearest part of a page. What a page gave, and which batches the queue has taken, is therefore noted in memory
 * and put away a moment later, or with what else is written by then. A crash within that moment brings nothing twice: a cursor
 * names what its page showed (session/cursor.ts), and a batch that is handed on again has the name it had.
 */
export class SessionStore implements Memory {
	readonly impressions: Impressions;
	readonly outbox: Outbox;
	readonly #sql: SqlStorage;
	readonly #later: (write: () => void) => void;
	readonly #held = new Map<StateKey, string | null>();
	#isDue = false;
	#pseudonym: string | null = null;

	/** @param later calls what it is given, in a moment */
	constructor(sql: SqlStorage, later: (write: () => void) => void = (write) => write()) {
		this.#sql = sql;
		this.#later = later;
		sql.exec(SCHEMA);
		const writeSoon = () => this.#writeSoon();
		this.impressions = new Impressions(sql, writeSoon);
		this.outbox = new Outbox(sql, () => this.keptPseudonym(), writeSoon);
	}

	#writeSoon(): void {
		if (this.#isDue) return;
		this.#isDue = true;
		this.#later(() => {
			this.#isDue = false;
			this.putAway();
		});
	}

	/** Writes what was noted. Called before anything else is written, too: all of one turn is one write to disk. */
	putAway(): void {
		this.impressions.putAway();
		this.outbox.putAway();
	}

	/** Everything is about to be forgotten: what was noted is not written any more. */
	close(): void {
		this.impressions.close();
		this.outbox.close();
	}

	read(key: StateKey): string | null {
		const held = this.#held.get(key);
		if (held !== undefined) return held;
		const value = this.#sql.exec<{ value: string }>("select value from state where key = ?", key).toArray()[0]?.value ?? null;
		if (HELD.has(key)) this.#held.set(key, value);
		return value;
	}

	write(key: StateKey, value: string): void {
		this.putAway();
		if (HELD.has(key)) this.#held.set(key, value);
		this.#sql.exec("insert into state values (?, ?) on conflict (key) do update set value = excluded.value", key, value);
	}

	/**
	 * The random name under which others know of what this session tells: one that was forgotten and began anew has another. It is written with
	 * the first that bears it.
	 */
	pseudonym(): string {
		this.#pseudonym ??= this.read("name") ?? crypto.randomUUID();
		return this.#pseudonym;
	}

	keptPseudonym(): string {
		const name = this.pseudonym();
		if (this.read("name") === null) this.write("name", name);
		return name;
	}

	/** When something was shown or told last, milliseconds since 1970; 0 before. */
	lastUsed(): number {
		this.putAway();
		const { at } = this.#sql
			.exec<{ at: number | null }>("select max(at) as at from (select max(at) as at from shown union all select max(at) from event_ids)")
			.one();
		return at ?? 0;
	}

	/** When each of these marks was set, of those that were (session/acts.ts). They are kept beside the event ids. */
	times(marks: readonly string[]): Map<string, number> {
		const rows = this.#sql.exec<{ id: string; at: number }>(
			"select id, at from event_ids where id in (select value from json_each(?))",
			JSON.stringify(marks),
		);
		return new Map([...rows].map(({ id, at }) => [id, at]));
	}

	among(videoIds: readonly string[]): ReadonlySet<string> {
		return this.impressions.among(videoIds);
	}

	tell(videoIds: readonly string[]): ReadonlyMap<string, Impression> {
		return this.impressions.tell(videoIds);
	}

	page(cursor: string): GivenPage | null {
		return this.impressions.page(cursor);
	}

	last(limit: number): readonly { readonly videoId: string; readonly at: number }[] {
		return this.impressions.last(limit);
	}

	unwritten(): readonly string[] {
		return this.impressions.unwritten();
	}

	/** Forgets marks, then remembers marks; one that is there keeps its time. */
	mark({ forget, remember }: MarksChange): void {
		this.putAway();
		if (forget.length > 0) this.#sql.exec("delete from event_ids where id in (select value from json_each(?))", JSON.stringify(forget));
		if (remember.length > 0)
			this.#sql.exec(
				"insert into event_ids select value ->> 0, value ->> 1 from json_each(?) where true on conflict do nothing",
				JSON.stringify(remember),
			);
	}

	/** Forgets what is too old or too much. @returns when the next will be too old, milliseconds since 1970; null when nothing is left */
	prune(now: number): number | null {
		const next = this.impressions.prune(now);
		this.#sql.exec("delete from event_ids where at < ?", now - keptMs("marks"));
		this.#sql.exec(`delete from event_ids where id in (select id from event_ids order by at desc limit -1 offset ${EVENT_IDS_KEPT})`);
		const { at } = this.#sql.exec<{ at: number | null }>("select min(at) as at from event_ids").one();
		const ends = [next, at === null ? null : at + keptMs("marks")].filter((end) => end !== null);
		return ends.length === 0 ? null : Math.min(...ends);
	}

	/**
	 * Forgets what was learned and laid out. What was shown stays known: beginning anew is no reason to repeat. What was set by
	 * hand stays, too: nobody who begins anew wants to meet again what they asked never to see.
	 */
	forgetTaste(): void {
		this.#sql.exec("delete from state where key in ('taste', 'queue')");
		this.impressions.forgetPages();
	}

	/**
	 * Forgets all by which anything was chosen for the viewer: the taste, what is remembered of their acts to take them back from it, what
	 * spoke for the videos they were shown, the experiments they were in. The name others know this session under goes with it, so that
	 * what was told before is nobody's. What is told now, and what was watched as its owner sees it in their history, stays.
	 */
	forgetPerson(): void {
		this.forgetTaste();
		this.impressions.forgetReasons();
		this.#sql.exec("delete from state where key in ('exposures', 'name', 'space')");
		this.#sql.exec(`delete from event_ids where ${ACT_MARKS.map((name) => `id glob '${name}.*'`).join(" or ")}`);
		for (const key of ["exposures", "name", "space"] as const) this.#held.delete(key);
		this.#pseudonym = null;
	}
}
