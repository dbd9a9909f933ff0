import { seeded } from "../contracts/seeded.ts";
import { FALLBACK_MODEL } from "../recommender/fallback-model.ts";
import { composeQueue } from "../recommender/page.ts";
import { rank } from "../recommender/rank.ts";
import { planRetrieval } from "../recommender/retrieval.ts";
import { emptyTaste, learn, type Taste } from "../recommender/taste.ts";
import { encodeTaste } from "../recommender/taste-codec.ts";
import type { Candidate, RankContext, Signal, VideoFeatures } from "../recommender/types.ts";
import { normalise, quantise } from "../recommender/vectors.ts";
import { World } from "../trainer/world.ts";
import { median, type Row } from "./table.ts";

const DIMENSIONS = 256;
const CATALOGUE = 100_000;
const CANDIDATES = 500;
const NOW = Date.UTC(2026, 10, 23);
const context: RankContext = { now: NOW, followed: new Set(), country: "DE", device: "phone" };

/** The recommender's own work for one viewer, on one core: a taste update, ranking, layout, and retrieval from 100 000 videos. */
export async function run(): Promise<Row[]> {
	const random = seeded(1);
	const few = Array.from({ length: CANDIDATES }, (_, row) => video(row, random));
	const taste = few.slice(0, 100).reduce((held, one, i) => learn(held, signal(one, NOW - 100_000 + i * 1000), one, NOW), emptyTaste(NOW));
	const candidates = few.map((one): Candidate => ({ video: one, sources: { neighbours: random() } }));
	const ranked = rank(taste, candidates, context, FALLBACK_MODEL);

	let turn = 0;
	const update = time(2_000, () => {
		const one = few[turn++ % few.length] as VideoFeatures;
		learn(taste, signal(one, NOW + turn), one, NOW + turn);
	});
	const ranking = time(60, () => rank(taste, candidates, context, FALLBACK_MODEL));
	const cosines = time(60, () => byCosine(taste, candidates));
	const layout = time(60, () => composeQueue(ranked, { size: 100, recent: [], seen: () => false, random }));

	const world = new World(
		Array.from({ length: CATALOGUE }, (_, row) => video(row, random)),
		null,
	);
	const limits = { vectorTopK: 100, candidates: CANDIDATES };
	const page = time(7, () =>
		rank(
			taste,
			world.retrieve(planRetrieval(taste, context, limits), CANDIDATES, () => false),
			context,
			FALLBACK_MODEL,
		),
	);
	return [
		row("taste update by one event", update, "ms", null, "≤ 1 ms", "≤ 0.2 ms"),
		row(`rank ${CANDIDATES} candidates (baseline: their cosine alone)`, ranking, "ms", cosines, "≤ 5 ms", "≤ 2 ms"),
		row("lay out a queue of 100", layout, "ms", null, "—", "—"),
		row(`retrieve (exact) and rank, ${CATALOGUE} videos in memory`, page, "ms", null, "—", "—"),
		row("a taste after 100 events, stored", encodeTaste(taste).length / 1024, "KiB", null, "≤ 20 KiB", "—"),
	];
}

const row = (figure: string, value: number, unit: string, baseline: number | null, must: string, aim: string): Row => ({
	figure,
	value,
	unit,
	baseline,
	ratio: baseline === null ? null : value / baseline,
	must,
	aim,
});

/** Median milliseconds of one call, after a warm-up. */
function time(calls: number, work: () => unknown): number {
	for (let call = 0; call < Math.min(calls, 200); call++) work();
	return median(
		Array.from({ length: calls }, () => {
			const begun = performance.now();
			work();
			return performance.now() - begun;
		}),
	);
}

function byCosine(taste: Taste, candidates: readonly Candidate[]): Candidate[] {
	const direction = taste.session ?? new Float32Array(DIMENSIONS);
	const scores = new Map(
		candidates.map((one) => [one, one.video.vector?.reduce((sum, value, d) => sum + value * (direction[d] ?? 0), 0) ?? 0]),
	);
	return [...candidates].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

function video(row: number, random: () => number): VideoFeatures {
	const impressions = Math.floor(1_000 * random());
	const longViews = Math.floor(impressions * random());
	return {
		id: String(10n ** 18n + BigInt(row)),
		creatorId: String(Math.floor(random() * 20_000)),
		topics: [`topic${row % 200}`, `other${row % 77}`],
		soundId: null,
		durationMs: 4_000 + 40_000 * random(),
		createdAt: NOW - 30 * 86_400_000 * random(),
		country: "DE",
		vector: quantise(normalise(Float32Array.from({ length: DIMENSIONS }, () => random() - 0.5))),
		stats: { impressions, views: impressions, longViews, likes: longViews / 10, recentLongViews: longViews / 5 },
	};
}

function signal(of: VideoFeatures, at: number): Signal {
	const acts = { liked: false, commented: false, shared: false, followed: false, saved: false, profileVisited: false, notInterested: null };
	return { videoId: of.id, at, watchMs: of.durationMs, durationMs: of.durationMs, ...acts };
}
