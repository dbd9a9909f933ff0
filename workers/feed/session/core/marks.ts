import type { ActLedger } from "../acts.ts";

/** Marks to be written: those forgotten first, then those remembered, each with its time. */
export interface MarksChange {
	readonly forget: readonly string[];
	readonly remember: readonly (readonly [mark: string, at: number])[];
}

/**
 * Marks as a command sees them: what is stored, and over it what the command itself remembered and forgot. A mark that is there keeps its time.
 */
export class Marks implements ActLedger {
	readonly #stored: (marks: readonly string[]) => ReadonlyMap<string, number>;
	readonly #remembered = new Map<string, number>();
	readonly #forgotten = new Set<string>();

	constructor(stored: (marks: readonly string[]) => ReadonlyMap<string, number>) {
		this.#stored = stored;
	}

	times(marks: readonly string[]): ReadonlyMap<string, number> {
		if (marks.length === 0) return new Map();
		const times = new Map(this.#stored(marks));
		for (const mark of marks) {
			if (this.#forgotten.has(mark)) times.delete(mark);
			const at = this.#remembered.get(mark);
			if (at !== undefined) times.set(mark, at);
		}
		return times;
	}

	remember(marks: readonly string[], at: number): void {
		this.firstOf(marks, at);
	}

	/** Remembers marks. @returns those that were not there */
	firstOf(marks: readonly string[], at: number): Set<string> {
		const known = this.times(marks);
		const fresh = new Set(marks.filter((mark) => !known.has(mark)));
		for (const mark of fresh) this.#remembered.set(mark, at);
		return fresh;
	}

	forget(marks: readonly string[]): void {
		for (const mark of marks) {
			this.#remembered.delete(mark);
			this.#forgotten.add(mark);
		}
	}

	change(): MarksChange | null {
		if (this.#forgotten.size + this.#remembered.size === 0) return null;
		return { forget: [...this.#forgotten], remember: [...this.#remembered] };
	}
}
