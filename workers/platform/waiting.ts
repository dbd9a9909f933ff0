/** What another request is doing is looked at this often, milliseconds. */
const LOOK_EVERY_MS = 4;

/**
 * Waits for something another request does, at most so long; true when it is done. No promise may be shared for that: a request
 * or object that awaits a promise of another context is ended with that context, and an object loses all it has in memory.
 */
export async function untilDone(isDone: () => boolean, patienceMs: number): Promise<boolean> {
	for (let waited = 0; !isDone() && waited < patienceMs; waited += LOOK_EVERY_MS)
		await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
	return isDone();
}

/** A shared run that has not ended after this long is given up: the request it belonged to is gone, milliseconds. */
const FLIGHT_MAX_MS = 4_000;

interface Flight<T> {
	readonly since: number;
	outcome: { readonly value: T } | { readonly error: unknown } | null;
}

/** Runs one at a time: calls that come while it runs share its outcome, or run anew when that never comes. */
export function singleFlight<T>(clock: () => number, run: () => Promise<T>): () => Promise<T> {
	let flying: Flight<T> | null = null;
	return async () => {
		const joined = flying;
		if (joined !== null && (await untilDone(() => joined.outcome !== null, joined.since + FLIGHT_MAX_MS - clock()))) {
			if (joined.outcome !== null && "value" in joined.outcome) return joined.outcome.value;
			throw joined.outcome?.error;
		}
		const flight: Flight<T> = { since: clock(), outcome: null };
		flying = flight;
		try {
			const value = await run();
			flight.outcome = { value };
			return value;
		} catch (error) {
			flight.outcome = { error };
			throw error;
		} finally {
			if (flying === flight) flying = null;
		}
	};
}

/** An answer that is here when patience ends is taken: it is given so long to be read, milliseconds. */
const READ_MS = 20;

/**
 * Rejects after `ms`; the work itself goes on and its outcome is dropped. Where the isolate itself was held up, as by a password's hash, answer
 * and timer are both due when it goes on, and the timer would come first: the answer, which was in time, is let come before.
 */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => {
			timer = setTimeout(() => reject(new Error(`${what} took more than ${ms} ms`)), READ_MS);
		}, ms);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
