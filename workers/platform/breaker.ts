import { within } from "./waiting.ts";

export interface BreakerOptions {
	/** An answer slower than this counts as a failure, milliseconds. */
	readonly patienceMs: number;
	/** Failures in a row that open the circuit. */
	readonly failures: number;
	/** Time the circuit stays open before one call is let through to try, milliseconds. */
	readonly restMs: number;
}

/** Thrown without calling while the circuit is open. */
export class CircuitOpenError extends Error {
	constructor(what: string) {
		super(`${what} failed repeatedly and is left alone for a moment`);
		this.name = "CircuitOpenError";
	}
}

export interface Breaker {
	run<T>(work: () => Promise<T>): Promise<T>;
	readonly isOpen: boolean;
}

/**
 * A circuit breaker that shares no promise between requests: in a Worker the request that awaits a trial may outlive the one
 * that runs it, and a breaker that waits for the trial's outcome would then stay half-open for good.
 */
export function breaker(what: string, options: BreakerOptions, clock: () => number): Breaker {
	let failures = 0;
	let restUntil = 0;
	const rests = () => failures >= options.failures && clock() < restUntil;
	return {
		get isOpen() {
			return rests();
		},
		async run(work) {
			if (rests()) throw new CircuitOpenError(what);
			// Until this trial ends, others are still refused.
			if (failures >= options.failures) restUntil = clock() + options.restMs;
			try {
				const outcome = await within(options.patienceMs, what, work());
				failures = 0;
				return outcome;
			} catch (error) {
				failures += 1;
				restUntil = clock() + options.restMs;
				throw error;
			}
		},
	};
}
