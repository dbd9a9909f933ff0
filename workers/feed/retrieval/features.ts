import { GUARANTEED_IMPRESSIONS } from "../../../recommender/explore.ts";
import type { VideoFeatures } from "../../../recommender/types.ts";
import { fromBase64 } from "../../../recommender/vectors.ts";
import type { Services } from "../../platform/services.ts";
import { countsOf, type VideoRecord } from "../../videos/cards/index.ts";
import { vectorIn } from "../vectors/space.ts";
import { risingScores } from "./lists.ts";
import type { Models } from "./models.ts";

interface Decoded {
	readonly space: string | null;
	readonly features: VideoFeatures;
}
const held = new WeakMap<VideoRecord, Decoded>();

/** Decoded once per copy of a record and space. */
function decoded(record: VideoRecord, space: string | null): VideoFeatures {
	const known = held.get(record);
	if (known !== undefined && known.space === space) return known.features;
	const vector = vectorIn(record, space);
	const features: VideoFeatures = {
		id: record.id,
		creatorId: record.userId,
		topics: record.hashtags,
		soundId: record.soundId,
		durationMs: record.durationMs ?? 0,
		createdAt: record.publishedAt ?? record.createdAt,
		country: record.country,
		vector: vector === null ? null : fromBase64(vector),
		stats: {
			impressions: record.impressionCount,
			views: record.viewCount,
			longViews: record.longViewCount,
			likes: record.likeCount,
			recentLongViews: 0,
			expectedLongViews: record.expectedMilli === undefined ? undefined : record.expectedMilli / 1_000,
		},
	};
	held.set(record, { space, features });
	return features;
}

/** What the recommender sees of a video. */
export type FeaturesOf = (record: VideoRecord) => VideoFeatures;

/** Reads what is the same for all videos, once: what rises now. @param space of the vectors that are served, as `modelsOf` tells */
export async function featureReader(services: Services, { space }: Pick<Models, "space">): Promise<FeaturesOf> {
	const rising = await risingScores(services);
	const counts = countsOf(services);
	return (record) => {
		const features = decoded(record, space);
		const recentLongViews = rising.get(record.id) ?? 0;
		// A copy of a record may be an hour old. For videos still owed their first impressions that is too late to stop.
		const latest = record.impressionCount < GUARANTEED_IMPRESSIONS ? counts.of(record) : null;
		const impressions = latest?.impressions ?? features.stats.impressions;
		if (recentLongViews === 0 && impressions === features.stats.impressions) return features;
		const longViews = Math.max(features.stats.longViews, latest?.longViews ?? 0);
		const expected = latest?.expected;
		const expectedLongViews = expected === undefined ? features.stats.expectedLongViews : expected / 1_000;
		return { ...features, stats: { ...features.stats, impressions, longViews, recentLongViews, expectedLongViews } };
	};
}
