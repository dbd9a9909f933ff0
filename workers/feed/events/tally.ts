import { SEEN_AFTER_MS } from "../../../contracts/limits.ts";
import type { EventsMessage } from "../../../contracts/queues.ts";
import { PRIOR_RATE } from "../../../recommender/quality.ts";
import { isLongView } from "../../../recommender/strength.ts";
import type { Entry } from "../../videos/engagement/index.ts";

const MINUTE_MS = 60_000;
/** An impression told later than this after it happened is a view, but says nothing of what spreads now, milliseconds. */
const LATE_MS = 24 * 3_600_000;

export type LongView = readonly [at: number, weight: number];

export interface Tallied {
	readonly entry: Entry;
	/** Its long views, those that say what is watched now: when they happened, milliseconds since 1970, and what they count for. */
	readonly longAt: readonly LongView[];
}

/**
 * What a message that was weighed (trust/weigh.ts) adds to each video's numbers. Half a second watched is a view; it counts as an
 * impression, and maybe as a long view, where it also moves what others are shown; and it may make the video viral when it spreads.
 */
export function tally(message: EventsMessage): Map<string, Tallied> {
	const videos = new Map<
		string,
		{ impressions: number; expected: number; views: number; longAt: LongView[]; minutes: Map<number, number> }
	>();
	for (const event of message.events) {
		if (event.kind !== "watch") continue;
		const video = videos.get(event.videoId) ?? { impressions: 0, expected: 0, views: 0, longAt: [], minutes: new Map<number, number>() };
		videos.set(event.videoId, video);
		if (event.watchMs < SEEN_AFTER_MS) continue;
		video.views += 1;
		// A clock that goes ahead of ours says no more than "now".
		const at = Math.min(event.at, message.closedAt);
		if (event.moves !== false) {
			video.impressions += 1;
			video.expected += Math.round((event.expected ?? PRIOR_RATE) * 1_000);
			if (isLongView(event)) video.longAt.push([at, event.weight ?? 1]);
		}
		if (event.spreads === false) continue;
		const minute = Math.floor(at / MINUTE_MS);
		if (message.closedAt - at < LATE_MS) video.minutes.set(minute, (video.minutes.get(minute) ?? 0) + 1);
	}
	return new Map(
		[...videos].map(([videoId, { impressions, expected, views, longAt, minutes }]) => {
			const deltas = { impressions, expected, views, longViews: longAt.length };
			return [videoId, { entry: { batchId: message.batchId, at: message.closedAt, deltas, minutes: [...minutes] }, longAt }];
		}),
	);
}
