import { errorFields, type Log } from "./log.ts";

/** What failed is tried again after this long, twice as long each time, milliseconds … */
export const RETRY_AFTER_MS = 5_000;
/** … and at most this long. */
export const RETRY_AT_MOST_MS = 60_000;

/** Where an object keeps its alarms: a text of its own, and the one alarm that the runtime gives it. */
export interface AlarmStorage {
	read(): string | null;
	/** Null when no alarm is left. */
	write(text: string | null): void;
	setAlarm(at: number): void;
	deleteAlarm(): void;
}

interface Due {
	/** Milliseconds since 1970. */
	readonly at: number;
	/** How often in a row it failed. */
	readonly failures: number;
}

type Handlers<Name extends string> = Readonly<Record<Name, () => void | Promise<void>>>;

/**
 * Named alarms of one object over the one alarm it has. When each is due is stored beside the object's own state, so that an object that
 * was lost in between goes on where it was. A change costs one commit, and what changes nothing costs none: setting an alarm to the moment
 * it has, or asking for it no later than it is due anyhow. The runtime's own alarm is always the earliest.
 */
export class Alarms<Name extends string> {
	readonly #storage: AlarmStorage;
	readonly #handlers: Handlers<Name>;
	readonly #clock: () => number;
	readonly #log: Log;
	/** Read when first needed: most calls set nothing. */
	#due: Map<Name, Due> | null = null;
	/** Those whose handler runs: stored as due until it has ended. */
	readonly #running = new Map<Name, Due>();
	/** When the runtime's alarm goes off; null for never. */
	#rings: number | null = null;

	constructor(storage: AlarmStorage, handlers: Handlers<Name>, { clock, log }: { readonly clock: () => number; readonly log: Log }) {
		this.#storage = storage;
		this.#handlers = handlers;
		this.#clock = clock;
		this.#log = log;
	}

	/** When it goes off, milliseconds since 1970; null when it does not. */
	dueAt(name: Name): number | null {
		return this.#all().get(name)?.at ?? null;
	}

	/** Goes off at this time, earlier or later than it did. */
	set(name: Name, at: number): void {
		if (this.#all().get(name)?.at === at) return;
		this.#all().set(name, { at, failures: 0 });
		this.#keep();
	}

	/** Goes off at this time, or before if it does so anyhow. One that failed keeps its back-off. */
	setNoLater(name: Name, at: number): void {
		const known = this.#all().get(name);
		if (known === undefined || (known.at > at && known.failures === 0)) this.set(name, at);
	}

	clear(name: Name): void {
		if (this.#all().delete(name)) this.#keep();
	}

	/** Everything is about to be forgotten. */
	forget(): void {
		this.#due = new Map();
		this.#running.clear();
		this.#rings = null;
		this.#storage.deleteAlarm();
	}

	/**
	 * The runtime's alarm went off: runs what is due, and at least what is due next, one after the other. A handler that throws is called again
	 * later, alone; the others are not held up by it.
	 */
	async ring(): Promise<void> {
		const all = this.#all();
		this.#rings = null;
		const upTo = Math.max(this.#clock(), Math.min(...[...all.values()].map(({ at }) => at)));
		const names = [...all].filter(([, { at }]) => at <= upTo).map(([name]) => name);
		for (const name of names) await this.#run(name);
		// A handler may have had everything forgotten.
		if (names.length > 0 && this.#due === all) this.#keep();
	}

	async #run(name: Name): Promise<void> {
		const due = this.#all().get(name);
		// Another handler may have put it off.
		if (due === undefined) return;
		this.#all().delete(name);
		this.#running.set(name, due);
		try {
			await this.#handlers[name]();
		} catch (error) {
			const failures = due.failures + 1;
			const at = this.#clock() + Math.min(RETRY_AT_MOST_MS, RETRY_AFTER_MS * 2 ** due.failures);
			// It may have been asked for meanwhile: one that fails is not called more often for that.
			if (this.#running.has(name)) this.#all().set(name, { at, failures });
			this.#log.error("alarm_failed", { alarm: name, failures, ...errorFields(error) });
		} finally {
			this.#running.delete(name);
		}
	}

	#all(): Map<Name, Due> {
		if (this.#due !== null) return this.#due;
		const text = this.#storage.read();
		const stored = text === null ? [] : (JSON.parse(text) as [Name, number, number][]);
		// Names that have no handler any more are forgotten with the next change.
		const known = stored.filter(([name]) => Object.hasOwn(this.#handlers, name));
		this.#due = new Map(known.map(([name, at, failures]) => [name, { at, failures }]));
		this.#rings = this.#earliest();
		return this.#due;
	}

	#keep(): void {
		const all = [...this.#running, ...this.#all()].map(([name, { at, failures }]) => [name, at, failures]);
		this.#storage.write(all.length === 0 ? null : JSON.stringify(all));
		const earliest = this.#earliest();
		if (earliest !== null && earliest !== this.#rings) this.#storage.setAlarm(earliest);
		else if (earliest === null && this.#rings !== null) this.#storage.deleteAlarm();
		this.#rings = earliest;
	}

	#earliest(): number | null {
		const all = this.#due ?? new Map<Name, Due>();
		return all.size === 0 ? null : Math.min(...[...all.values()].map(({ at }) => at));
	}
}

/** Alarms kept under a key of the object's own storage. */
export function alarmsUnder(storage: DurableObjectStorage, key = "alarms"): AlarmStorage {
	return {
		read: () => storage.kv.get<string>(key) ?? null,
		write: (text) => {
			if (text === null) storage.kv.delete(key);
			else storage.kv.put(key, text);
		},
		setAlarm: (at) => void storage.setAlarm(at),
		deleteAlarm: () => void storage.deleteAlarm(),
	};
}
