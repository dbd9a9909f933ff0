import { LRUCache } from "lru-cache";
import { perIsolate } from "../../platform/isolate.ts";
import type { Services } from "../../platform/services.ts";
import { changeLogOf } from "../cards/index.ts";
import { MISS_LIFETIME_S } from "./access.ts";
import type { MediaPath } from "./path.ts";

/** Addresses an isolate remembers at once. */
const MISSES_MAX = 10_000;

/** Addresses that lead nowhere, and when that was found: asked for again and again, they cost no look-up. */
const misses = perIsolate(
	({ clock }) => new LRUCache<string, number>({ max: MISSES_MAX, ttl: MISS_LIFETIME_S * 1000, ttlResolution: 0, perf: { now: clock } }),
);

/** A grant is worth what its holder may see at this very moment: nothing of that is remembered. */
const keyOf = ({ videoId, generation, name, grant }: MediaPath): string | null =>
	grant === null ? `${videoId}/${generation ?? ""}/${name}` : null;

/** Whether this address led nowhere a moment ago, and its video was not changed since. */
export async function isKnownMiss(services: Services, path: MediaPath): Promise<boolean> {
	const key = keyOf(path);
	const at = key === null ? undefined : misses(services).get(key);
	if (at === undefined) return false;
	const changes = await changeLogOf(services).current();
	return changes.sure && at > changes.changedAt(path.videoId);
}

export function rememberMiss(services: Services, path: MediaPath): void {
	const key = keyOf(path);
	if (key !== null) misses(services).set(key, services.clock());
}
