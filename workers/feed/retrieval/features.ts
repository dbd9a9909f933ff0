import type { VideoFeatures } from "../../../recommender/types.ts";
import { fromBase64 } from "../../../recommender/vectors.ts";
import type { VideoRecord } from "../../videos/cards/index.ts";

const held = new WeakMap<VideoRecord, VideoFeatures>();

/** What the recommender sees of a video. Decoded once per copy of a record; `recentLongViews` is 0 where nobody knows better. */
export function featuresOf(record: VideoRecord, recentLongViews = 0): VideoFeatures {
	let features = held.get(record);
	if (features === undefined) {
		features = {
			id: record.id,
			creatorId: record.userId,
			topics: record.hashtags,
			soundId: record.musicId,
			durationMs: record.durationMs ?? 0,
			createdAt: record.publishedAt ?? record.createdAt,
			country: null,
			vector: record.embedding === null ? null : fromBase64(record.embedding),
			stats: {
				impressions: record.impressionCount,
				views: record.viewCount,
				longViews: record.longViewCount,
				likes: record.likeCount,
				recentLongViews: 0,
			},
		};
		held.set(record, features);
	}
	return recentLongViews === 0 ? features : { ...features, stats: { ...features.stats, recentLongViews } };
}
