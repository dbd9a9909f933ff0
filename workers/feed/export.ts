import { type Exported, once } from "../platform/export.ts";
import type { Services } from "../platform/services.ts";
import { HISTORY_MAX } from "./session/impressions.ts";
import { sessionOf } from "./session/stub.ts";

const HOUR_MS = 3_600_000;

/** What a session gives to its viewer's archive: what they watched, what they told the feed and it learned, and for how long they watched. */
export const exportFeedSession = (services: Services, userId: string): Exported => {
	const session = sessionOf(services, `user:${userId}`);
	return {
		files: {
			watch_history: once(async () => {
				const watched = await session.history(HISTORY_MAX, null);
				return watched.map(({ videoId, at }) => ({ videoId, watchedAt: new Date(at).toISOString() }));
			}),
			feed_preferences: once(async () => {
				const { interests, topics, filters, muted } = await session.preferences();
				return [
					{
						interests: [...interests],
						topics: topics.map(({ topic, weight, learned, picked }) => ({ topic, weight, learned, picked })),
						keywords: [...filters.keywords],
						hashtags: [...filters.hashtags],
						muted: muted.map(({ scope, key, videoId, at }) => ({ scope, key, videoId, at: new Date(at).toISOString() })),
					},
				];
			}),
			screen_time: once(async () => {
				const { hours } = await session.screenTime();
				return hours.map(({ hour, ms }) => ({ hour: new Date(hour * HOUR_MS).toISOString(), watchedMs: ms }));
			}),
			screen_time_settings: once(async () => {
				const { choices } = await session.screenTime();
				return choices === null ? [] : [{ limitMin: choices.limitMin, breakMin: choices.breakMin }];
			}),
		},
	};
};
