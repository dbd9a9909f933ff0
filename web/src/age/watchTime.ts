import type { ScreenTime } from "../api/accounts.ts";

const MINUTE_MS = 60_000;
/** Who did not watch for so long had a break, milliseconds. */
const BREAK_MS = 5 * MINUTE_MS;

export interface Ticked {
	readonly why: "limit" | "break";
	readonly ms: number;
}

/**
 * Says when somebody is to be told how long they watched: after the limit of the day, once a day, by what the server counted on all
 * devices and what was watched here since; and after so long on end on this device. Pure but for what it remembers.
 */
export class WatchTime {
	#read: ScreenTime | null = null;
	/** Watched here since that was read. */
	#sinceMs = 0;
	#onEndMs = 0;
	#idleMs = 0;
	#toldOn: string | null;
	readonly #told: (day: string) => void;

	/** @param toldOn the day on which the limit was told last, @param told remembers it */
	constructor(toldOn: string | null, told: (day: string) => void) {
		this.#toldOn = toldOn;
		this.#told = told;
	}

	read(now: ScreenTime): void {
		this.#read = now;
		this.#sinceMs = 0;
	}

	/** So much time passed. @returns what is to be told now */
	tick(ms: number, isWatching: boolean): Ticked | null {
		if (!isWatching) {
			this.#idleMs += ms;
			if (this.#idleMs >= BREAK_MS) this.#onEndMs = 0;
			return null;
		}
		this.#idleMs = 0;
		this.#sinceMs += ms;
		this.#onEndMs += ms;
		const read = this.#read;
		if (read === null) return null;
		const today = read.days.at(-1)?.day ?? "";
		const todayMs = read.todayMs + this.#sinceMs;
		if (read.limitMin !== null && todayMs >= read.limitMin * MINUTE_MS && this.#toldOn !== today) {
			this.#toldOn = today;
			this.#told(today);
			return { why: "limit", ms: todayMs };
		}
		if (read.breakMin !== null && this.#onEndMs >= read.breakMin * MINUTE_MS) {
			const ms = this.#onEndMs;
			this.#onEndMs = 0;
			return { why: "break", ms };
		}
		return null;
	}
}
