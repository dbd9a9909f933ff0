import { describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { NOW, signal } from "../recommender/catalogue.fixture.ts";
import { shapeAt } from "../recommender/model.ts";
import type { VideoFeatures } from "../recommender/types.ts";
import { momentLists } from "./moments.ts";
import { fitRelevance } from "./relevance.ts";
import { countStats, type VideoFacts } from "./replay.ts";
import { lessons } from "./train.ts";
import type { TrainingEvent } from "./training-event.ts";
import { World } from "./world.ts";

const HOUR = 3_600_000;
const facts: VideoFacts[] = Array.from({ length: 80 }, (_, row) => ({
	id: String(1_000 + row),
	creatorId: String(row % 20),
	topics: [],
	soundId: null,
	durationMs: 9_000,
	createdAt: NOW - 30 * 24 * HOUR,
	country: null,
	vector: null,
}));

/** Impressions of viewers who come once each, in the morning or the evening; `byHour`: each half of the catalogue has its time of day. */
function impressions(from: number, count: number, byHour: boolean, random: () => number): TrainingEvent[] {
	return Array.from({ length: count }, (_, index): TrainingEvent[] => {
		const morning = random() < 0.5;
		const at = NOW + from * HOUR + index * 60_000;
		return [0, 1, 2].map((one) => {
			const half = byHour ? (morning ? 0 : 1) : random() < 0.5 ? 0 : 1;
			const item = half + 2 * Math.floor(random() * (facts.length / 2));
			const video = facts[item] as VideoFeatures;
			return {
				viewer: `v${from}.${index}`,
				item,
				surface: "fyp",
				watchKnown: true,
				device: "phone",
				hour: morning ? 8 : 20,
				signal: signal(video, { at: at + one }),
			};
		});
	}).flat();
}

function momentShape(byHour: boolean): number {
	const random = seeded(31);
	const past = impressions(-240, 400, byHour, random);
	const later = impressions(0, 250, byHour, random);
	const stats = countStats(past, facts.length, NOW);
	const videos = facts.map((video, row) => ({ ...video, stats: stats[row] as VideoFeatures["stats"] }));
	const ids = videos.map(({ id }) => id);
	const world = new World(videos, null, momentLists(past, ids, NOW));
	const { shapes } = fitRelevance(lessons(past, later, world, NOW, random), random);
	return shapes.moment === undefined ? 0 : shapeAt(shapes.moment, 4) - shapeAt(shapes.moment, 0);
}

describe("the time of day and the device", () => {
	it("are learned where viewers go by them, and hardly where they don't", () => {
		const [learned, ignored] = [momentShape(true), momentShape(false)];
		expect(learned).toBeGreaterThan(0.5);
		expect(ignored).toBeLessThan(learned / 3);
	});

	it("count long views of the moment alone, older ones less", () => {
		const event = (item: number, hour: number | null, daysAgo: number, watchMs = 9_000): TrainingEvent => ({
			viewer: "a",
			item,
			surface: null,
			watchKnown: true,
			device: "phone",
			hour,
			signal: signal(facts[item] as VideoFeatures, { at: NOW - daysAgo * 24 * HOUR, watchMs }),
		});
		const ids = facts.map(({ id }) => id);
		const list = momentLists([event(0, 8, 0), event(1, 8, 7), event(2, 20, 0), event(3, null, 0), event(4, 9, 0, 500)], ids, NOW);
		expect(list({ device: "phone", part: "morning" })).toEqual([
			{ videoId: "1000", score: 1 },
			{ videoId: "1001", score: 0.5 },
		]);
		expect(list({ device: "desktop", part: "morning" })).toEqual([]);
	});
});
