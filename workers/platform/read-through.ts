import { LRUCache } from "lru-cache";
import { ISOLATE_MAX_BYTES, ISOLATE_MAX_ENTRIES } from "./cache.ts";
import type { Changes } from "./changes.ts";
import { perIsolate } from "./isolate.ts";
import { errorFields } from "./log.ts";
import type { Services } from "./services.ts";
import { SharedCopies, type SharedRule } from "./shared-copies.ts";
import { untilDone } from "./waiting.ts";

/**
 * Copies of what the database has: isolate → Redis → database, by one rule (docs/decisions/caching.md).
 *
 * After a change is written, `invalidate` takes the copy out of Redis and leaves a fence there, so that a slow reader can't put back what
 * it read before; then it notes the change in the change log, which every isolate asks for before it believes its copies, and drops this
 * isolate's own. A copy's mark says which changes it is younger than. So no isolate serves a copy from before a change for longer than the
 * log's lease. A cache without a log bounds that by how short its copies live.
 */

/** A copy read longer ago than this is not put into Redis, milliseconds: a fence it had to meet may be gone. */
const FILL_MAX_MS = 5_000;
/** Another request's look-up is waited for this long, milliseconds: its request may be gone. */
const FLIGHT_PATIENCE_MS = 150;
export interface ReadThroughRule<Value extends object, Stored = Value> {
	/** Names the log lines. */
	readonly name: string;
	readonly isolate: {
		/** Copies at most. */
		readonly max?: number;
		/** Estimate of a copy's size, bytes: all of them together take `ISOLATE_MAX_BYTES` at most. */
		readonly bytesOf?: (value: Value) => number;
		readonly ttlMs: number;
		/** Copies that came together end up to a quarter earlier, each at another moment: not all are to be loaded again at once. */
		readonly spread?: boolean;
	};
	readonly shared?: SharedRule<Value, Stored>;
	/** Where there is none, copies live so shortly that nobody minds. */
	readonly changes?: (services: Services) => Promise<Changes>;
	/** For values that bear the mark of their own last change: a shared copy is believed only by it. */
	readonly markOf?: (value: Value) => number;
	/** Which may be kept at all; all, unless said. */
	readonly mayKeep?: (value: Value) => boolean;
	/** What a new copy takes over from the one held before. */
	readonly renew?: (held: Value, value: Value) => Value;
	/** When the database can't be asked, a copy this long past its time is served, milliseconds; none unless said. */
	readonly lastKnown?: { readonly pastTtlMs: number; readonly onlyWhileSharedAnswers?: boolean };
	/** Another request's look-up is waited for this long, milliseconds. */
	readonly patienceMs?: number;
}

/** Reads from the database. What does not exist is left out. */
export type Load<Value> = (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>;

export interface Found<Value> {
	readonly values: Map<string, Value>;
	/** Why something may be missing; null when the database, or a copy, could tell of all. */
	readonly error: { readonly cause: unknown } | null;
}

export interface ReadThrough<Value extends object> {
	/** What can be had of these; never throws for a database that is away. */
	look(services: Services, ids: readonly string[], load: Load<Value>): Promise<Found<Value>>;
	/** @throws as `load` does, when something is missing for it */
	getMany(services: Services, ids: readonly string[], load: Load<Value>): Promise<Map<string, Value>>;
	/** @throws as `load` does, when nothing is known */
	get(services: Services, id: string, load: () => Promise<Value>): Promise<Value>;
	/**
	 * To be called after a change is written.
	 * @param note writes it into the change log, where there is one
	 */
	invalidate(services: Services, ids: readonly string[], note?: () => Promise<void>): Promise<void>;
	/** Puts a new value that bears its own mark into Redis in place of the old; without one, takes it out. */
	replace(services: Services, id: string, value: Value | null): Promise<void>;
	/** Removes copies, for good or because nobody minds that some are served out their time. */
	forget(services: Services, ids: readonly string[]): Promise<void>;
	/** Drops all of this isolate's own. */
	clear(services: Services): void;
}

export function readThrough<Value extends object, Stored = Value>(rule: ReadThroughRule<Value, Stored>): ReadThrough<Value> {
	const copiesOf = perIsolate((services) => new Copies(services, rule));
	const getMany: ReadThrough<Value>["getMany"] = async (services, ids, load) => {
		const { values, error } = await copiesOf(services).look(ids, load);
		if (error !== null) throw error.cause;
		return values;
	};
	return {
		look: (services, ids, load) => copiesOf(services).look(ids, load),
		getMany,
		async get(services, id, load) {
			const value = (await getMany(services, [id], async () => new Map([[id, await load()]]))).get(id);
			if (value === undefined) throw new Error(`${rule.name}: nothing was loaded`);
			return value;
		},
		invalidate: (services, ids, note) => copiesOf(services).invalidate(ids, note),
		replace: (services, id, value) => copiesOf(services).replace(id, value),
		forget: (services, ids) => copiesOf(services).forget(ids),
		clear: (services) => copiesOf(services).clear(),
	};
}

interface Copy<Value> {
	readonly value: Value;
	readonly mark: number;
	/** Milliseconds. */
	readonly until: number;
}

/** What was known when a read began. */
interface Begun {
	/** Milliseconds. */
	readonly at: number;
	readonly mark: number;
	readonly drops: number;
}

interface Flight {
	readonly since: number;
	/** Null while it is under way. */
	outcome: { readonly error: { readonly cause: unknown } | null } | null;
}

/** What is to be trusted at this moment: without a change log, all that lives. */
const UNCHANGED: Changes = { sure: true, mark: () => 0, changedAt: () => 0 };

/** One isolate's copies under one rule. */
class Copies<Value extends object, Stored> {
	readonly #services: Services;
	readonly #rule: ReadThroughRule<Value, Stored>;
	readonly #held: LRUCache<string, Copy<Value>>;
	readonly #shared: SharedCopies<Value, Stored>;
	readonly #flights = new Map<string, Flight>();
	/** How often something was dropped here: what was being read meanwhile is not kept, unless its own mark tells that it may be. */
	#drops = 0;

	constructor(services: Services, rule: ReadThroughRule<Value, Stored>) {
		const { bytesOf, max = ISOLATE_MAX_ENTRIES } = rule.isolate;
		this.#services = services;
		this.#rule = rule;
		this.#shared = new SharedCopies(services, rule.name, rule.shared);
		this.#held = new LRUCache(
			bytesOf === undefined
				? { max }
				: { max, maxSize: ISOLATE_MAX_BYTES, sizeCalculation: ({ value }) => Math.max(1, Math.ceil(bytesOf(value))) },
		);
	}

	async look(ids: readonly string[], load: Load<Value>): Promise<Found<Value>> {
		const changes = this.#rule.changes === undefined ? UNCHANGED : await this.#rule.changes(this.#services);
		const values = new Map<string, Value>();
		let missing = this.#take([...new Set(ids)], changes, values);
		if (missing.length === 0) return { values, error: null };
		if (changes.sure) {
			// A crowd that comes to a cold isolate wants the same: what another is loading is waited for, not loaded again. No pause
			// where nobody is: who comes next must find this one's look-up.
			const others = this.#othersFor(missing);
			if (others.size > 0) {
				await untilDone(() => [...others.values()].every(({ outcome }) => outcome !== null), this.#rule.patienceMs ?? FLIGHT_PATIENCE_MS);
				missing = this.#take(missing, changes, values);
				if (missing.length === 0) return { values, error: null };
				const failures = missing.flatMap((id) => others.get(id)?.outcome?.error ?? []);
				if (failures[0] !== undefined && failures.length === missing.length)
					return this.#lastKnown(missing, changes, values, failures[0], false);
			}
		}
		return this.#fly(missing, changes, values, load);
	}

	async invalidate(ids: readonly string[], note?: () => Promise<void>): Promise<void> {
		this.#drop(ids);
		await this.#shared.fence(ids);
		await note?.();
		this.#drop(ids);
	}

	async replace(id: string, value: Value | null): Promise<void> {
		this.#drop([id]);
		await (value === null ? this.#shared.remove([id]) : this.#shared.put(id, value));
	}

	async forget(ids: readonly string[]): Promise<void> {
		this.#drop(ids);
		await this.#shared.remove(ids);
	}

	clear(): void {
		this.#drops += 1;
		this.#held.clear();
	}

	#drop(ids: readonly string[]): void {
		this.#drops += 1;
		for (const id of ids) this.#held.delete(id);
	}

	/** Takes what is held and may be believed. @returns the others */
	#take(ids: readonly string[], changes: Changes, values: Map<string, Value>): string[] {
		if (!changes.sure) return [...ids];
		const now = this.#services.clock();
		return ids.filter((id) => {
			const copy = this.#held.get(id);
			if (copy === undefined || now >= copy.until || copy.mark < changes.changedAt(id)) return true;
			values.set(id, copy.value);
			return false;
		});
	}

	/** Look-ups of these by other requests; one that takes too long belongs to a request that is gone. */
	#othersFor(ids: readonly string[]): Map<string, Flight> {
		const { patienceMs = FLIGHT_PATIENCE_MS } = this.#rule;
		const begunAfter = this.#services.clock() - patienceMs;
		const flights = new Map<string, Flight>();
		for (const id of ids) {
			const flight = this.#flights.get(id);
			if (flight !== undefined && flight.since > begunAfter) flights.set(id, flight);
		}
		return flights;
	}

	async #fly(ids: readonly string[], changes: Changes, values: Map<string, Value>, load: Load<Value>): Promise<Found<Value>> {
		const flight: Flight = { since: this.#services.clock(), outcome: null };
		for (const id of ids) this.#flights.set(id, flight);
		let error: Found<Value>["error"] = null;
		try {
			const found = await this.#read(ids, changes, values, load);
			error = found.error;
			return found;
		} finally {
			flight.outcome = { error };
			for (const id of ids) if (this.#flights.get(id) === flight) this.#flights.delete(id);
		}
	}

	/** Redis, then the database. */
	async #read(ids: readonly string[], changes: Changes, values: Map<string, Value>, load: Load<Value>): Promise<Found<Value>> {
		const sharedAnswered = await this.#readShared(ids, changes, values);
		const missing = ids.filter((id) => !values.has(id));
		if (missing.length === 0) return { values, error: null };
		const begun = this.#begin(changes);
		try {
			const loaded = [...(await load(missing))];
			for (const [id, value] of loaded) values.set(id, this.#keep(id, value, begun, changes));
			// The fence of who changed one of these meanwhile stands in Redis; the fill of one that was long under way could come after it.
			if (sharedAnswered && this.#services.clock() - begun.at < FILL_MAX_MS)
				await this.#shared.fill(loaded.filter(([, value]) => this.#rule.mayKeep?.(value) !== false));
			return { values, error: null };
		} catch (cause) {
			return this.#lastKnown(missing, changes, values, { cause }, sharedAnswered);
		}
	}

	#begin(changes: Changes): Begun {
		return { at: this.#services.clock(), mark: changes.mark(), drops: this.#drops };
	}

	#keep(id: string, value: Value, { at, mark, drops }: Begun, changes: Changes): Value {
		const { isolate, mayKeep, markOf, renew } = this.#rule;
		if (mayKeep?.(value) === false) {
			this.#held.delete(id);
			return value;
		}
		const held = renew === undefined ? undefined : this.#held.peek(id);
		const renewed = held === undefined || renew === undefined ? value : renew(held.value, value);
		const own = markOf?.(value) ?? mark;
		if ((markOf !== undefined || this.#drops === drops) && own >= changes.changedAt(id)) {
			const ttlMs = isolate.spread === true ? isolate.ttlMs * (0.75 + 0.25 * Math.random()) : isolate.ttlMs;
			this.#held.set(id, { value: renewed, mark: own, until: at + ttlMs });
		}
		return renewed;
	}

	/** What is known of the rest from before, however old it may be by the rule. */
	#lastKnown(
		missing: readonly string[],
		changes: Changes,
		values: Map<string, Value>,
		error: { readonly cause: unknown },
		sharedAnswered: boolean,
	): Found<Value> {
		const { name, lastKnown } = this.#rule;
		const before = values.size;
		if (lastKnown !== undefined && (sharedAnswered || lastKnown.onlyWhileSharedAnswers !== true)) {
			const now = this.#services.clock();
			for (const id of missing) {
				const copy = this.#held.get(id);
				if (copy !== undefined && now < copy.until + lastKnown.pastTtlMs && copy.mark >= changes.changedAt(id)) values.set(id, copy.value);
			}
		}
		const stale = values.size - before;
		this.#services.log.warn("copies_only", { cache: name, wanted: missing.length, stale, ...errorFields(error.cause), stack: undefined });
		return { values, error: stale === missing.length ? null : error };
	}

	/** @returns whether Redis could tell */
	async #readShared(ids: readonly string[], changes: Changes, values: Map<string, Value>): Promise<boolean> {
		const { markOf } = this.#rule;
		const begun = this.#begin(changes);
		const shared = await this.#shared.read(ids);
		for (const [id, value] of shared.values) {
			if ((markOf?.(value) ?? begun.mark) >= changes.changedAt(id)) values.set(id, this.#keep(id, value, begun, changes));
		}
		return shared.answered;
	}
}
