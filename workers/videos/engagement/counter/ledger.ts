import { type Entry, isZero, joinMinutes, type Numbers, plus, ZERO } from "./deltas.ts";
import { type MinuteViews, NO_PULSE, type Pulse } from "./pulse.ts";
import type { Split } from "./split.ts";

/** What a counter remembers beside the batches. */
export interface Standing {
	/** The numbers the video had before this ledger began; null until Postgres was asked. */
	readonly base: Numbers | null;
	/** Sum of all entries since. */
	readonly sum: Numbers;
	/** Rises with each flush. */
	readonly version: number;
	/** Version of the numbers last flushed with success; less than `changes` says there is something to flush. */
	readonly changes: number;
	readonly flushed: number;
	readonly flushedLikes: number | null;
	readonly split: Split | null;
	/** Batches closed before this are forgotten: one that comes after all is refused, for it may have been counted. */
	readonly forgottenBefore: number;
	/** Views by the minute, and whether they make the video viral; of a sub-object, empty. */
	readonly pulse: Pulse;
	/** Of a sub-object: views by the minute that it has not handed on yet. */
	readonly minutes: readonly MinuteViews[];
}

const NEW: Standing = {
	base: null,
	sum: ZERO,
	version: 0,
	changes: 0,
	flushed: 0,
	flushedLikes: null,
	split: null,
	forgottenBefore: 0,
	pulse: NO_PULSE,
	minutes: [],
};

/** Batch ids are kept for as long as a queue may deliver again: four days, and a day to spare, milliseconds. */
const KEPT_MS = 5 * 86_400_000;
/** … but no more than this many: beyond, those older than an hour go. */
const KEPT_MAX = 200_000;
const CROWDED_KEPT_MS = 3_600_000;

/** The numbers of one video and the batches they are made of, in the object's own SQLite. */
export class Ledger {
	readonly #sql: SqlStorage;
	#standing: Standing;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		sql.exec("create table if not exists batches (id text primary key, at integer not null) without rowid");
		sql.exec("create table if not exists standing (one integer primary key, value text not null)");
		const [row] = sql.exec<{ value: string }>("select value from standing").toArray();
		this.#standing = row === undefined ? NEW : { ...NEW, ...(JSON.parse(row.value) as Partial<Standing>) };
	}

	get standing(): Standing {
		return this.#standing;
	}

	/** The video's numbers; null until the base is known. */
	get numbers(): Numbers | null {
		const { base, sum } = this.#standing;
		return base === null ? null : plus(base, sum);
	}

	get isDirty(): boolean {
		return this.#standing.flushed < this.#standing.changes;
	}

	/**
	 * Counts each batch that was not counted before, in one write.
	 * @param also what else changes with those just counted
	 * @returns the ids of those
	 */
	apply(entries: readonly Entry[], also: (counted: readonly Entry[]) => Partial<Standing> = () => ({})): string[] {
		const open = entries.filter(({ at }) => at >= this.#standing.forgottenBefore);
		if (open.length === 0) return [];
		const rows = this.#sql.exec<{ id: string }>(
			`insert into batches select value ->> 0, value ->> 1 from json_each(?) where true on conflict do nothing returning id`,
			JSON.stringify(open.map(({ batchId, at }) => [batchId, at])),
		);
		const fresh = new Set([...rows].map(({ id }) => id));
		// A batch named twice in one call counts once.
		const counted = open.filter(({ batchId }) => fresh.delete(batchId));
		if (counted.length === 0) return [];
		const sum = counted.reduce((total, { deltas }) => plus(total, deltas), this.#standing.sum);
		this.update({ sum, changes: this.#standing.changes + 1, ...also(counted) });
		return counted.map(({ batchId }) => batchId);
	}

	/** Latest time at which a counted batch was closed; 0 before the first. */
	latestBatchAt(): number {
		return this.#sql.exec<{ at: number | null }>("select max(at) as at from batches").one().at ?? 0;
	}

	/** Hands over what was added up since the last time, as an entry of its own; null when there is nothing. */
	takeSum(name: string, now: number): Entry | null {
		const { sum, changes, minutes } = this.#standing;
		if (isZero(sum)) return null;
		this.update({ sum: ZERO, minutes: [] });
		return { batchId: `${name}.${changes}`, at: now, deltas: sum, minutes };
	}

	/** Counts for a sub-object: keeps the minutes as well, to be handed on with the sum. @returns the ids of those counted */
	applyForward(entries: readonly Entry[]): string[] {
		return this.apply(entries, (counted) => ({
			minutes: counted.reduce<readonly MinuteViews[]>((sum, { minutes = [] }) => joinMinutes(sum, minutes), this.#standing.minutes),
		}));
	}

	/** Changes what can be lost with the object's memory; it is written with the next change that can't. */
	keepInMind(change: Partial<Pick<Standing, "version" | "flushed">>): void {
		this.#standing = { ...this.#standing, ...change };
	}

	update(change: Partial<Standing>): void {
		this.#standing = { ...this.#standing, ...change };
		this.#sql.exec(
			"insert into standing values (1, ?) on conflict (one) do update set value = excluded.value",
			JSON.stringify(this.#standing),
		);
	}

	/** Forgets batches that can't come again. */
	prune(now: number): void {
		const { count } = this.#sql.exec<{ count: number }>("select count(*) as count from batches").one();
		const before = now - (count > KEPT_MAX ? CROWDED_KEPT_MS : KEPT_MS);
		const { rowsWritten } = this.#sql.exec("delete from batches where at < ?", before);
		if (rowsWritten > 0) this.update({ forgottenBefore: Math.max(before, this.#standing.forgottenBefore) });
	}
}
