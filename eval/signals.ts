import { longViewMs } from "../recommender/strength.ts";
import type { Signal } from "../recommender/types.ts";
import type { VideoFacts } from "../trainer/replay.ts";
import type { TrainingEvent } from "../trainer/training-event.ts";
import type { Catalogue, Exposure } from "./log.ts";

/** Share of a long view assumed where the log says only that it was none. */
const SHORT_SHARE = 0.25;

/** The log's row as the signal the live system would have got. The log's own long-view flag is kept true to. */
function toSignal(exposure: Exposure, catalogue: Catalogue): Signal {
	const item = catalogue.items[exposure.item];
	const durationMs = Math.max(1, item?.durationMs ?? 1);
	const long = longViewMs(durationMs);
	const known = exposure.playMs ?? (exposure.longView ? long : SHORT_SHARE * long);
	return {
		videoId: item?.id ?? "",
		at: exposure.at,
		watchMs: exposure.longView ? Math.max(known, long) : Math.min(known, long * 0.99),
		durationMs,
		liked: exposure.liked,
		commented: exposure.commented,
		shared: exposure.forwarded,
		followed: exposure.followed,
		saved: false,
		profileVisited: exposure.profile,
		// An explicit refusal hides the video; the log's viewers were shown others like it all the same.
		notInterested: exposure.hated ? "video" : null,
	};
}

export function toEvents(exposures: readonly Exposure[], catalogue: Catalogue): TrainingEvent[] {
	return exposures
		.map((exposure) => ({
			viewer: exposure.user,
			item: exposure.item,
			signal: toSignal(exposure, catalogue),
			surface: exposure.tab,
			watchKnown: exposure.playMs !== null,
		}))
		.sort((a, b) => a.signal.at - b.signal.at);
}

export function toFacts(catalogue: Catalogue): VideoFacts[] {
	return catalogue.items.map((item) => ({
		id: item.id,
		creatorId: item.author,
		topics: item.topics,
		soundId: item.music,
		durationMs: Math.max(1, item.durationMs),
		createdAt: item.uploadedAt,
		country: null,
		vector: null,
	}));
}
