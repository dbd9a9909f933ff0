import { LRUCache } from "lru-cache";
import type { Services } from "./services.ts";

/** How long an isolate believes its own copy, milliseconds, and how many it holds at most (brief §9). */
export const ISOLATE_TTL_MS = 60_000;
export const ISOLATE_MAX_ENTRIES = 50_000;
/** An isolate has 128 MB for everything: one cache takes at most this, bytes. */
export const ISOLATE_MAX_BYTES = 24 * 1024 * 1024;

/** State that lives as long as the services it belongs to: one per isolate, and one of their own for tests. */
export function perServices<T>(make: (services: Services) => T): (services: Services) => T {
	const held = new WeakMap<Services, T>();
	return (services) => {
		const known = held.get(services);
		if (known !== undefined) return known;
		const made = make(services);
		held.set(services, made);
		return made;
	};
}

/** A least-recently-used cache by id, bounded in number and in bytes as `bytesOf` estimates them. */
export function isolateCache<Entry extends object>(clock: () => number, bytesOf: (entry: Entry) => number): LRUCache<string, Entry> {
	return new LRUCache({
		max: ISOLATE_MAX_ENTRIES,
		maxSize: ISOLATE_MAX_BYTES,
		sizeCalculation: (entry) => Math.max(1, Math.ceil(bytesOf(entry))),
		ttl: ISOLATE_TTL_MS,
		ttlResolution: 0,
		perf: { now: clock },
	});
}

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

/** Rejects after `ms`; the work itself goes on and its outcome is dropped. */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`${what} took more than ${ms} ms`)), ms);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
