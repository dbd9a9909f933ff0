import { LRUCache } from "lru-cache";
import pMap from "p-map";
import { perIsolate } from "../../../platform/isolate.ts";
import { errorFields } from "../../../platform/log.ts";
import type { Services } from "../../../platform/services.ts";
import { count } from "./count.ts";
import type { Entry, Numbers } from "./deltas.ts";
import { type Due, shareNumbers, writeManyNumbers } from "./flush.ts";
import { counterOf } from "./protocol.ts";

/** Counters called at once: in one process with them, as on a laptop, pages would wait for more. On Cloudflare several consumers run side by side. */
const AT_ONCE = 2;

/** Versions this isolate wrote, to be told to the counters with their next batches. */
const written = perIsolate(() => new LRUCache<string, number>({ max: 20_000 }));

/**
 * Counts for many videos: their counters are told side by side; their numbers go to the cards in one command, and those that
 * are due to Postgres in one statement per database.
 * @returns the batches counted now of each video; of a video whose counter failed nothing: tell it the same batches again
 */
export async function countMany(
	services: Services,
	perVideo: ReadonlyMap<string, readonly Entry[]>,
): Promise<Map<string, ReadonlySet<string>>> {
	const counted = new Map<string, ReadonlySet<string>>();
	const numbers = new Map<string, Numbers>();
	const due = new Map<string, Due>();
	await pMap(
		perVideo,
		async ([videoId, entries]) => {
			try {
				const answer = await count(services, videoId, entries, { written: written(services).get(videoId) ?? 0 });
				counted.set(videoId, new Set(answer.applied));
				if (answer.numbers !== null && answer.applied.length > 0) numbers.set(videoId, answer.numbers);
				if (answer.due !== null) due.set(videoId, answer.due);
			} catch (error) {
				services.log.warn("events_not_counted", { videoId, batches: entries.length, ...errorFields(error) });
			}
		},
		{ concurrency: AT_ONCE },
	);
	await Promise.all([shareNumbers(services, numbers), write(services, due)]);
	return counted;
}

/** What can't be written now, the counters write themselves; what is gone, they find out. */
async function write(services: Services, due: ReadonlyMap<string, Due>): Promise<void> {
	if (due.size === 0) return;
	const started = services.clock();
	try {
		const ids = await writeManyNumbers(services, due);
		for (const videoId of ids) written(services).set(videoId, due.get(videoId)?.version ?? 0);
		services.log.info("counters_written", { videos: due.size, written: ids.size, ms: services.clock() - started });
	} catch (error) {
		services.log.warn("counters_not_written", { videos: due.size, ...errorFields(error) });
	}
	const unwritten = [...due].filter(([videoId, { version }]) => written(services).get(videoId) !== version);
	// A counter that can't be told writes them a little later.
	await pMap(
		unwritten,
		([videoId]) =>
			counterOf(services, videoId)
				.unwritten()
				.catch(() => undefined),
		{ concurrency: AT_ONCE },
	);
}
