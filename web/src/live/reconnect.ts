/** The first try after a lost connection comes within this time, milliseconds. An update of the Worker drops every socket at once: 2 000 clients come back at 400 a second. */
const FIRST_WITHIN_MS = 5_000;
/** … each further within twice as long, up to this, milliseconds. */
const WITHIN_AT_MOST_MS = 60_000;
/** Not before this, milliseconds: what dropped the connection is given a moment. */
const AT_LEAST_MS = 250;
/** The device has a connection again: no server is overrun by that. */
const HURRIED_WITHIN_MS = 1_000;

/** When a lost socket is opened again: any moment within a growing span, each as likely as the other. */
export class Reconnect {
	#tries = 0;
	#isHurried = false;
	readonly #random: () => number;

	/** @param random from 0 up to and without 1 */
	constructor(random: () => number) {
		this.#random = random;
	}

	/** Tries since the socket last held. */
	get tries(): number {
		return this.#tries;
	}

	/** Milliseconds to wait before the next try; none before the very first. */
	nextDelay(): number {
		const tries = this.#tries++;
		if (tries === 0) return 0;
		const within = this.#isHurried ? HURRIED_WITHIN_MS : Math.min(WITHIN_AT_MOST_MS, FIRST_WITHIN_MS * 2 ** (tries - 1));
		this.#isHurried = false;
		return AT_LEAST_MS + this.#random() * (within - AT_LEAST_MS);
	}

	/** The socket holds: the next loss is a first one. */
	held(): void {
		this.#tries = 1;
	}

	/** The next try comes soon: whatever stood in the way is gone. */
	hurry(): void {
		this.#tries = 1;
		this.#isHurried = true;
	}
}
