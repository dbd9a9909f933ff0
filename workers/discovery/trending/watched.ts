import { LRUCache } from "lru-cache";
import type { EventsMessage } from "../../../contracts/queues.ts";
import { isLongView } from "../../../recommender/strength.ts";
import { perIsolate } from "../../platform/isolate.ts";
import type { Services } from "../../platform/services.ts";
import { loadVideos } from "../../videos/cards/index.ts";
import { HOUR_MS, hourOf } from "./buckets.ts";
import { countActs, type TagAct } from "./count.ts";

type Event = EventsMessage["events"][number];

/** What was counted here a moment ago need not be asked of Redis again: of those who watch on, most is. */
const counted = perIsolate(() => new LRUCache<string, true>({ max: 20_000 }));

/**
 * Impressions that count for others count towards the hashtags of what was watched to the end: once a viewer, hashtag and hour.
 * @param events as a session admitted them (feed/session/influence.ts)
 */
export async function countWatchedTags(services: Services, events: readonly Event[]): Promise<void> {
	const now = services.clock();
	// An evening told later says nothing of now.
	const told = events.filter((event) => event.qualifies === true && now - event.at < HOUR_MS && isLongView(event));
	if (told.length === 0) return;
	const records = await loadVideos(
		services,
		told.map(({ videoId }) => videoId),
	);
	const acts = told.flatMap((event) =>
		(records.get(event.videoId)?.hashtags ?? []).flatMap((tag): TagAct[] => {
			const at = Math.min(event.at, now);
			const name = `${hourOf(at)} ${event.viewer} ${tag}`;
			if (counted(services).has(name)) return [];
			counted(services).set(name, true);
			const { viewer: by, country, address, settled = false } = event;
			return [{ kind: "people", tag, by, at, country, address, settled }];
		}),
	);
	await countActs(services, acts);
}
