/** A round to a hundred people takes so long of an object's one thread; rounds begin no more often, milliseconds a person. */
const MS_A_PERSON = 0.5;
/** Slow rounds begin at most so far apart, milliseconds. */
const APART_AT_MOST_MS = 1_000;

/** How far apart rounds begin, milliseconds, for so many people, of which the last took so long. */
export type Pace = (audience: number, tookMs: number) => number;
/** As often as can be. On a machine that can't keep up, half of the time is left to who sends, and a round takes more along. */
export const brisk: Pace = (audience, tookMs) => Math.max(audience * MS_A_PERSON, Math.min(APART_AT_MOST_MS, 2 * tookMs));
/** Once a second at most, for what nobody waits for: a commit for ten messages costs as much as one for one. */
export const leisurely: Pace = () => APART_AT_MOST_MS;

export interface RoundsPorts {
	readonly clock: () => number;
	/** People who wait to be told something. */
	readonly audience: () => number;
	readonly pace: Pace;
	/** Tells them. @returns whether all was acknowledged */
	readonly drain: () => Promise<boolean>;
	/** Calls back after so many milliseconds. */
	readonly after: (ms: number, call: () => void) => void;
}

/**
 * When a conversation's people are told: at once, and no more often than they can be. In a busy group a message waits for the next round, which
 * takes along all that were written meanwhile: a hundred people hear two thousand messages a minute by a third of the calls.
 */
export class Rounds {
	readonly #ports: RoundsPorts;
	#began = Number.NEGATIVE_INFINITY;
	/** How long the last round took, milliseconds. */
	#took = 0;
	#isDue = false;
	#running: Promise<void> | null = null;

	constructor(ports: RoundsPorts) {
		this.#ports = ports;
	}

	/** Something is to be told. Ends when it was, or could not be. */
	soon(): Promise<void> {
		this.#isDue = true;
		this.#running ??= this.#run();
		return this.#running;
	}

	async #run(): Promise<void> {
		while (this.#isDue) {
			await this.#paced();
			this.#isDue = false;
			this.#began = this.#ports.clock();
			// What was refused is told again by the alarm, not in a circle.
			if ((await this.#ports.drain()) && this.#ports.audience() > 0) this.#isDue = true;
			this.#took = this.#ports.clock() - this.#began;
		}
		// In the turn in which nothing was due: what is asked for from now on begins anew.
		this.#running = null;
	}

	async #paced(): Promise<void> {
		const wait = this.#began + this.#ports.pace(this.#ports.audience(), this.#took) - this.#ports.clock();
		if (wait > 0) await new Promise<void>((resolve) => this.#ports.after(wait, resolve));
	}
}
