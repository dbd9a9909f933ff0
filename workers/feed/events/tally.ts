import { SEEN_AFTER_MS } from "../../../contracts/limits.ts";
import type { EventsMessage } from "../../../contracts/queues.ts";
import { watchRatio } from "../../../recommender/strength.ts";
import type { Entry } from "../../videos/engagement/index.ts";

type Event = EventsMessage["events"][number];

/** Watched long enough to say that it held: a short clip to its end, a longer one for 18 s. */
const isLong = (event: Event): boolean => watchRatio(event.watchMs, event.durationMs) >= 1;

/** What a message adds to each video's numbers. A showing is an impression; half a second of it a view. */
export function tally(message: EventsMessage): Map<string, Entry> {
	const entries = new Map<string, Entry>();
	for (const event of message.events) {
		if (event.kind !== "watch") continue;
		const deltas: Entry["deltas"] = entries.get(event.videoId)?.deltas ?? {};
		entries.set(event.videoId, {
			batchId: message.batchId,
			at: message.closedAt,
			deltas: {
				impressions: (deltas.impressions ?? 0) + 1,
				views: (deltas.views ?? 0) + (event.watchMs >= SEEN_AFTER_MS ? 1 : 0),
				longViews: (deltas.longViews ?? 0) + (isLong(event) ? 1 : 0),
			},
		});
	}
	return entries;
}
