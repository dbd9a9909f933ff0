import { describe, expect, it } from "vitest";
import { seeded } from "../../../contracts/seeded.ts";
import { GUARANTEED_IMPRESSIONS } from "../../../recommender/explore.ts";
import { FALLBACK_MODEL } from "../../../recommender/fallback-model.ts";
import { composeQueue } from "../../../recommender/page.ts";
import { rank } from "../../../recommender/rank.ts";
import { mergeCandidates } from "../../../recommender/retrieval.ts";
import { emptyTaste } from "../../../recommender/taste.ts";
import type { VideoFeatures } from "../../../recommender/types.ts";
import { type Owed, turns } from "./reach.ts";

const owed = (from: number, count: number, creator: (place: number) => string): Owed[] =>
	Array.from({ length: count }, (_, place) => ({ videoId: String(from + place), creatorId: creator(place), publishedAt: from + place }));

describe("whose turn it is", () => {
	it("the newest and those that wait longest by turns", () => {
		const all = owed(0, 10, String);
		expect(turns([[...all].reverse(), all], 6).map(({ videoId }) => videoId)).toEqual(["9", "0", "8", "1", "7", "2"]);
	});

	it("is that of a small creator though another uploads hundreds", () => {
		const flood = owed(1_000, 300, () => "flood");
		const small = owed(0, 5, (place) => `small-${place}`);
		const all = [...small, ...flood];
		const list = turns([[...all].reverse(), all], 100).map(({ videoId }) => videoId);
		for (const { videoId } of small) expect(list).toContain(videoId);
		expect(list).toHaveLength(8);
	});

	it("comes to each once, and is nobody's where none are owed", () => {
		const all = owed(0, 7, String);
		expect(turns([all, all, all], 100).map(({ videoId }) => videoId)).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
		expect(turns([[], []], 100)).toEqual([]);
	});
});

/** A catalogue, of which some are new; what each viewer saw; and pages as the session lays them out. */
class Town {
	readonly videos: Map<string, VideoFeatures>;
	readonly #random = seeded(11);

	constructor(established: number, fresh: number) {
		const make = (place: number, isNew: boolean): VideoFeatures => ({
			id: String(place),
			// One in two new ones is of a creator who uploads all day.
			creatorId: isNew ? (place % 2 === 0 ? "flood" : `small-${place}`) : `known-${place % 40}`,
			topics: [`topic-${place % 8}`],
			soundId: null,
			durationMs: 10_000,
			createdAt: place,
			country: null,
			vector: null,
			stats: isNew
				? { impressions: 0, views: 0, longViews: 0, likes: 0, recentLongViews: 0 }
				: { impressions: 5_000, views: 5_000, longViews: 2_500, likes: 200, recentLongViews: 300 },
		});
		this.videos = new Map(Array.from({ length: established + fresh }, (_, place) => [String(place), make(place, place >= established)]));
	}

	/** One viewer opens the feed and sees so many pages of twenty. */
	visit(pages: number): void {
		const now = 1_000_000;
		const shown = new Set<string>();
		const all = [...this.videos.values()];
		for (let page = 0; page < pages; page++) {
			const waiting = all
				.filter(({ stats }) => stats.impressions < GUARANTEED_IMPRESSIONS)
				.map(({ id, creatorId, createdAt }) => ({ videoId: id, creatorId, publishedAt: createdAt }));
			const popular = all.filter(({ stats }) => stats.longViews > 0).map(({ id, stats }) => ({ videoId: id, score: stats.longViews }));
			const answers = [
				{ query: { kind: "popular", limit: 250 } as const, found: popular.slice(0, 250) },
				{ query: { kind: "fresh", limit: 100 } as const, found: turns([[...waiting].reverse(), waiting], 300) },
			];
			const candidates = mergeCandidates(answers, 500, (id) => shown.has(id)).flatMap(({ videoId, sources }) => {
				const video = this.videos.get(videoId);
				return video === undefined ? [] : [{ video, sources }];
			});
			const context = { now, followed: new Set<string>(), country: null, device: null };
			const ranked = rank(emptyTaste(now), candidates, context, FALLBACK_MODEL);
			for (const { ranked: one } of composeQueue(ranked, { size: 20, recent: [], seen: () => false, random: this.#random })) {
				const { video } = one.candidate;
				shown.add(video.id);
				this.videos.set(video.id, { ...video, stats: { ...video.stats, impressions: video.stats.impressions + 1 } });
			}
		}
	}
}

it("of forty new videos each is shown a hundred times before a thousand viewers were here, small creators' before the flood's", () => {
	const town = new Town(300, 40);
	const few = (of: (creatorId: string) => boolean) =>
		[...town.videos.values()].filter(
			({ id, creatorId, stats }) => Number(id) >= 300 && of(creatorId) && stats.impressions < GUARANTEED_IMPRESSIONS,
		);
	const isFlood = (creatorId: string) => creatorId === "flood";
	// 40 × 100 impressions are two of the twenty places of 2 000 pages: 667 viewers with three pages each could do.
	let viewers = 0;
	for (; few(() => true).length > 0 && viewers < 1_000; viewers++) {
		town.visit(3);
		if (few((creatorId) => !isFlood(creatorId)).length > 0) expect(few(isFlood).length).toBeGreaterThan(0);
	}
	expect(few(() => true).map(({ id, stats }) => [id, stats.impressions])).toEqual([]);
});
