import { LRUCache } from "lru-cache";
import type { RungName } from "../../contracts/media.ts";
import { loadSummaries } from "../lists/people.ts";
import { perIsolate } from "../platform/isolate.ts";
import { errorFields } from "../platform/log.ts";
import { restAndSee } from "../platform/pace.ts";
import { Semaphore } from "../platform/semaphore.ts";
import type { Services } from "../platform/services.ts";
import { loadVideos, mediaBase, type VideoRecord } from "../videos/cards/index.ts";
import { serveMedia } from "../videos/index.ts";
import { viralList } from "./retrieval/lists.ts";

/** Players start at one of these. */
const STARTING_RUNGS: readonly RungName[] = ["480p", "360p"];
/** Videos about to be shown whose first segments are fetched ahead, at most: a few swipes. */
const VIDEOS_AHEAD = 3;
/** Viral videos that are held near wherever anybody watches anything, at most: they are about to be asked for. */
const VIRAL_AHEAD = 5;
/** An isolate fetches ahead for at most this many pages at once; for others the player's own request has to do. */
const PAGES_AT_ONCE = 1;
/** … each for so long at most, milliseconds. */
const PAGE_MAX_MS = 10_000;
/**
 * Between two objects, milliseconds: there is time, for the first of them the player asks itself, and the others are shown
 * seconds later. Pages and watch events go first: where they wait for their turn, what is left is not fetched ahead.
 */
const REST_MS = 25;
/** What was warmed is not again for this long, milliseconds; the Cache API may drop it sooner. */
const WARM_FOR_MS = 10 * 60_000;

const warmed = perIsolate(() => new LRUCache<string, true>({ max: 5_000, ttl: WARM_FOR_MS }));
const permits = perIsolate(() => new Semaphore(PAGES_AT_ONCE, PAGE_MAX_MS));

/**
 * Brings the cards of the next page near, and the first segments of this one and of what is viral. Best effort: what fails is
 * met again when asked for.
 */
export async function warm(services: Services, shown: readonly string[], upcoming: readonly string[], requestUrl: string): Promise<void> {
	const viral = (await viralList(services).catch(() => [])).slice(0, VIRAL_AHEAD).map(({ videoId }) => videoId);
	const ahead = [...new Set([...shown.slice(0, VIDEOS_AHEAD), ...viral])];
	const records = await loadVideos(services, [...ahead, ...upcoming]);
	await loadSummaries(
		services,
		[...records.values()].map(({ userId }) => userId),
	);
	const done = permits(services).tryAcquire(services.clock());
	if (done === null) return;
	try {
		for (const id of ahead) {
			const record = records.get(id);
			if (record === undefined || warmed(services).has(id)) continue;
			for (const url of firstSegments(services.config.REGION, record)) {
				if (await restAndSee(REST_MS, services.clock)) return;
				await fetchAhead(services, new URL(url, requestUrl).href);
			}
			warmed(services).set(id, true);
		}
	} finally {
		done();
	}
}

/** Addresses of what a player asks for first. */
export function firstSegments(region: string, record: VideoRecord): string[] {
	const rungs = record.manifest?.renditions.map(({ name }) => name) ?? [];
	const starting = STARTING_RUNGS.filter((rung) => rungs.includes(rung));
	const chosen = starting.length > 0 ? starting : rungs.slice(0, 1);
	const base = mediaBase(region, record);
	return chosen.flatMap((rung) => [`${base}${rung}/init.mp4`, `${base}${rung}/0.m4s`]);
}

async function fetchAhead(services: Services, url: string): Promise<void> {
	try {
		const pending: Promise<unknown>[] = [];
		const surroundings = { cache: caches.default, waitUntil: (promise: Promise<unknown>) => void pending.push(promise) };
		const response = await serveMedia(services, new Request(url), surroundings);
		await response.arrayBuffer();
		await Promise.all(pending);
	} catch (error) {
		services.log.info("segment_not_warmed", { url, ...errorFields(error), stack: undefined });
	}
}
