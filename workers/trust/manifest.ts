import { LRUCache } from "lru-cache";
import { perIsolate } from "../platform/isolate.ts";
import type { Services } from "../platform/services.ts";
import { type Viewer, viewerKey } from "../rules/viewer.ts";
import { noteGiven } from "./given.ts";

/** A manifest asked for again within this time is not noted again, milliseconds: half of what it is good for. */
const NOTED_FOR_MS = 30 * 60_000;
const noted = perIsolate((services) => new LRUCache<string, true>({ max: 20_000, ttl: NOTED_FOR_MS, perf: { now: services.clock } }));

const MANIFEST = /^\/videos\/[a-z0-9-]+\/(\d{1,19})\/(?:[^/]+\/)*master\.m3u8$/;

/** Notes that a viewer was given a video by its manifest. To be called for one that was served, after the answer; never throws for who is unknown. */
export async function noteManifest(
	services: Services,
	request: Request,
	identify: () => Promise<{ readonly viewer: Viewer | null }>,
): Promise<void> {
	const videoId = MANIFEST.exec(new URL(request.url).pathname)?.[1];
	if (videoId === undefined || !(request.headers.has("cookie") || request.headers.has("authorization"))) return;
	const { viewer } = await identify();
	if (viewer === null) return;
	const name = `${viewerKey(viewer)} ${videoId}`;
	if (noted(services).has(name)) return;
	noted(services).set(name, true);
	await noteGiven(services, viewer, [{ videoId }]);
}
