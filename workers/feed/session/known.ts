import type { VideoFeatures } from "../../../recommender/types.ts";
import type { Services } from "../../platform/services.ts";
import { loadVideos, type VideoRecord } from "../../videos/cards/index.ts";
import { featureReader } from "../retrieval/features.ts";
import { type Models, modelsOf } from "../retrieval/models.ts";

/** What is known of videos that a call is about, and the models to judge them by: of one moment. */
export interface Known {
	/** All that was looked up, found or not. */
	readonly asked: ReadonlySet<string>;
	readonly records: ReadonlyMap<string, VideoRecord>;
	readonly videos: ReadonlyMap<string, VideoFeatures>;
	readonly models: Models;
	/** Of what was shown last, oldest first. */
	readonly recent: readonly VideoFeatures[];
}

/** Features of these and of what was shown last, in one look-up. What is gone is left out. */
export async function know(services: Services, videoIds: readonly string[], recent: readonly string[]): Promise<Known> {
	const [records, models] = await Promise.all([loadVideos(services, [...videoIds, ...recent]), modelsOf(services)]);
	const features = await featureReader(services, models);
	const videos = new Map<string, VideoFeatures>();
	for (const [id, record] of records) videos.set(id, features(record));
	return { asked: new Set([...videoIds, ...recent]), records, videos, models, recent: recent.flatMap((id) => videos.get(id) ?? []) };
}
