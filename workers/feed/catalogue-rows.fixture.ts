import type { videos } from "../../db/schema/videos.ts";
import { quantise, toBase64 } from "../../recommender/vectors.ts";

/** Rows of ready videos of a few topics, as if they had been uploaded and published: for tests and measurements. */

export const TOPICS = ["ocean", "city", "synthwave", "mountains", "kitchen", "ball", "flight", "space"] as const;

/** A unit vector near its topic's direction. */
export function vectorOf(topic: number, random: () => number): Float32Array {
	const values = Float32Array.from({ length: 256 }, (_, place) => (place % TOPICS.length === topic ? 1 : 0) + (random() - 0.5) * 0.8);
	const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
	return values.map((value) => value / length);
}

const RENDITIONS = (["240p", "360p", "480p", "720p"] as const).map((name, place) => ({
	name,
	width: 135 * 2 ** place,
	height: 240 * 2 ** place,
	bandwidth: 300_000 * 2 ** place,
	averageBandwidth: 200_000 * 2 ** place,
	frameRate: 30,
	codecs: "avc1.64001f,mp4a.40.2",
	bytes: 100_000 * 2 ** place,
}));

export interface RowOptions {
	readonly count: number;
	readonly creatorIds: readonly string[];
	readonly newId: () => string;
	readonly now: number;
	readonly random: () => number;
	readonly overrides?: Partial<typeof videos.$inferInsert>;
}

/** Topics take turns; all else is drawn. */
export function catalogueRows({ count, creatorIds, newId, now, random, overrides }: RowOptions): (typeof videos.$inferInsert)[] {
	return Array.from({ length: count }, (_, place): typeof videos.$inferInsert => {
		const topic = place % TOPICS.length;
		const id = newId();
		return {
			id,
			userId: creatorIds[Math.floor(random() * creatorIds.length)] ?? id,
			title: `Clip ${place} of ${TOPICS[topic]}`,
			hashtags: [TOPICS[topic] ?? "", "demo"],
			status: "ready",
			visibility: "public",
			generation: 1,
			liveGeneration: 1,
			originalBytes: 1_000_000,
			declaredDurationMs: 12_000,
			durationMs: 8_000 + Math.floor(random() * 8) * 1_000,
			width: 1_080,
			height: 1_920,
			blurhash: "LEHV6nWB2yk8pyo0adR*.7kCMdnj",
			stage: "done",
			manifest: { segmentSeconds: 2, lastSegmentSeconds: 1.5, segmentCount: 6, hasAudio: true, renditions: RENDITIONS },
			embedding: toBase64(quantise(vectorOf(topic, random))),
			embeddingVersion: "test",
			longViewCount: Math.floor(random() * 50),
			impressionCount: 100 + Math.floor(random() * 100),
			expectedMilli: 67_500,
			publishedAt: new Date(now),
			...overrides,
		};
	});
}
