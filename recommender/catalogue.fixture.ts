import type { Candidate, Millis, Random, RankContext, Signal, VideoFeatures } from "./types.ts";
import { normalise, quantise } from "./vectors.ts";

export const NOW: Millis = Date.UTC(2026, 10, 22, 12);
export const TOPICS = ["music", "dance", "comedy", "cooking", "travel", "nature", "animals", "sports"] as const;

/** A small catalogue as the demo has: topics cluster in the vector space, a few creators, little history. */
export function catalogue(count: number, random: Random, dimensions = 256): VideoFeatures[] {
	const gaussian = () => random() + random() + random() + random() - 2;
	const common = Float32Array.from({ length: dimensions }, gaussian);
	const centres = TOPICS.map(() => Float32Array.from({ length: dimensions }, gaussian));
	return Array.from({ length: count }, (_, index) => {
		const topic = index % TOPICS.length;
		const vector = Float32Array.from(
			{ length: dimensions },
			(_, d) => 0.3 * (common[d] ?? 0) + (centres[topic]?.[d] ?? 0) + 0.7 * gaussian(),
		);
		const impressions = Math.floor(40 * random());
		const longViews = Math.floor(impressions * (0.3 + 0.4 * random()));
		return {
			id: String(1000 + index),
			creatorId: `creator${Math.floor(random() * Math.max(6, count / 10))}`,
			topics: [TOPICS[topic] ?? "music"],
			soundId: null,
			durationMs: 5_000 + Math.floor(20_000 * random()),
			createdAt: NOW - Math.floor(86_400_000 * random()),
			country: null,
			vector: quantise(normalise(vector)),
			stats: { impressions, views: impressions, longViews, likes: Math.floor(longViews / 4), recentLongViews: Math.floor(longViews / 2) },
		};
	});
}

export const context: RankContext = { now: NOW, followed: new Set(), country: null, device: "phone" };

export const asCandidates = (videos: readonly VideoFeatures[]): Candidate[] => videos.map((video) => ({ video, sources: { popular: 1 } }));

export function signal(video: VideoFeatures, given: Partial<Signal> = {}): Signal {
	return {
		videoId: video.id,
		at: NOW,
		watchMs: video.durationMs,
		durationMs: video.durationMs,
		liked: false,
		commented: false,
		shared: false,
		followed: false,
		saved: false,
		profileVisited: false,
		notInterested: null,
		...given,
	};
}
