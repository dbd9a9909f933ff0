import { fromBase64 } from "../../../recommender/vectors.ts";
import type { VideoRecord } from "../../videos/cards/index.ts";
import { vectorId } from "./ids.ts";

/** Likes per view mean little below this many views. */
const PRIOR_VIEWS = 20;

/** A video as the vector index holds it: its vector in this space, and what queries may be narrowed by, as it is now. */
export function indexEntry(record: VideoRecord, version: string, vector: string): VectorizeVector {
	const { id, userId, hashtags, soundId, country, durationMs, viewCount, likeCount, longViewCount, publishedAt, createdAt } = record;
	return {
		id: vectorId(id, version),
		namespace: version,
		values: Array.from(fromBase64(vector), (value) => value / 127),
		metadata: {
			creatorId: userId,
			createdAt: publishedAt ?? createdAt,
			topics: [...hashtags],
			soundId: soundId ?? "",
			country: country ?? "",
			durationMs: durationMs ?? 0,
			viewCount,
			longViewCount,
			likeRate: Math.round((likeCount / (viewCount + PRIOR_VIEWS)) * 10_000) / 10_000,
		},
	};
}

/** What the index is to hold of a video: its vector in each space it has one in, the trainer's before the content's. */
export function entriesOf(record: VideoRecord): VectorizeVector[] {
	const { embedding, embeddingVersion, servedVector, servedVectorVersion } = record;
	const bySpace = new Map<string, string>();
	if (embedding !== null && embeddingVersion !== null) bySpace.set(embeddingVersion, embedding);
	if (servedVector !== null && servedVectorVersion !== null) bySpace.set(servedVectorVersion, servedVector);
	return [...bySpace].map(([version, vector]) => indexEntry(record, version, vector));
}
