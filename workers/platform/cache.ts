import type { Services } from "./services.ts";

/** How long an isolate believes its own copy, milliseconds, and how many it holds at most (docs/product.md#caches). */
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
