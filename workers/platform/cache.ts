/** How long an isolate believes its own copy, milliseconds, and how many it holds at most (docs/product.md#caches). */
export const ISOLATE_TTL_MS = 60_000;
export const ISOLATE_MAX_ENTRIES = 50_000;
/** An isolate has 128 MB for everything: one cache takes at most this, bytes. */
export const ISOLATE_MAX_BYTES = 24 * 1024 * 1024;
