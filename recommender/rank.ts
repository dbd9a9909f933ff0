import { FALLBACK_MODEL } from "./fallback-model.ts";
import { FEATURES, type Feature, featureWriter } from "./features.ts";
import { type Head, type RankModel, type Shape, shapeAt, surfaceBias } from "./model.ts";
import { spreadOf } from "./spread.ts";
import { muted } from "./steering.ts";
import type { Taste } from "./taste.ts";
import type { Candidate, RankContext, Ranked } from "./types.ts";

/**
 * Signals after which half the relevance is the trained model's: what it learned is of viewers who are known, and of someone
 * new the shipped weights, led by popularity, say more (docs/recommender.md).
 */
const TRUST_HALF = 2;
/** From this many signals on, the trained model decides alone. */
const TRUST_ALL = 60;

/**
 * What a viewer long known watches next is told by their own past: popularity, which was learned of all, counts less, and more
 * videos reach someone. It begins at the first number of signals and is whole at the second (docs/recommender.md).
 */
const REACH_FROM = 20;
const REACH_ALL = 40;
const POPULARITY = FEATURES.indexOf("popularity");

/** Name of the part that no feature explains. */
const BIAS_PART = "bias";

/**
 * What a topic set by hand adds, in spreads of the scores, at its most and its least. The viewer's own word is not learned
 * and not weighed against what is: it works alike under any model, as the costs of repetition do (page.ts).
 */
const CHOSEN_SPREADS = { more: 1.5, less: 4 } as const;
const CHOSEN = FEATURES.indexOf("chosen");

/**
 * Scores candidates for one viewer, best first; those the viewer muted are left out. 500 in under 5 ms on one core.
 * Also what re-ranks the rest of a queue after each watch: the same call with the new taste.
 */
export function rank(taste: Taste, candidates: readonly Candidate[], context: RankContext, model: RankModel): Ranked[] {
	const write = featureWriter(taste, context);
	const isMuted = muted(taste);
	const row = new Float64Array(FEATURES.length);
	const trust = taste.signals >= TRUST_ALL ? 1 : taste.signals / (taste.signals + TRUST_HALF);
	const relevance = shapesOf(model.relevance);
	const shipped = trust < 1 ? shapesOf(FALLBACK_MODEL.relevance) : null;
	const wishes: { readonly place: number; readonly chosen: number }[] = [];
	const longView = shapesOf(model.longView);
	const watch = shapesOf(model.watch);
	const ranked: Ranked[] = [];
	const reach = (model.reach ?? 0) * Math.min(1, Math.max(0, (taste.signals - REACH_FROM) / (REACH_ALL - REACH_FROM)));
	const bias = trust * model.relevance.bias + (1 - trust) * FALLBACK_MODEL.relevance.bias + model.longViewShare * model.longView.bias;
	const longViewBias = model.longView.bias + surfaceBias(model.longView, context.surface);
	const watchBias = model.watch.bias + surfaceBias(model.watch, context.surface);
	for (const candidate of candidates) {
		if (isMuted(candidate.video)) continue;
		write(candidate, row);
		const parts: Record<string, number> = { [BIAS_PART]: bias };
		let score = bias;
		let logit = longViewBias;
		let seconds = watchBias;
		for (let i = 0; i < row.length; i++) {
			const x = row[i] as number;
			const forRelevance = relevance[i];
			const forLongView = longView[i];
			const forWatch = watch[i];
			let part = forRelevance == null ? 0 : trust * shapeAt(forRelevance, x);
			const forNewcomer = shipped?.[i];
			if (forNewcomer != null) part += (1 - trust) * shapeAt(forNewcomer, x);
			if (forLongView != null) {
				const adds = shapeAt(forLongView, x);
				logit += adds;
				part += model.longViewShare * adds;
			}
			if (i === POPULARITY && reach > 0 && !Number.isNaN(x)) part -= reach * x;
			if (forWatch != null) seconds += shapeAt(forWatch, x);
			if (part !== 0) {
				parts[FEATURES[i] as Feature] = part;
				score += part;
			}
		}
		const chosen = row[CHOSEN] as number;
		if (chosen !== 0) wishes.push({ place: ranked.length, chosen });
		ranked.push({
			candidate,
			score,
			pLongView: 1 / (1 + Math.exp(-logit)),
			expectedWatchMs: Math.max(0, Math.expm1(seconds)) * 1000,
			parts,
		});
	}
	if (wishes.length > 0) grant(wishes, ranked);
	return ranked.sort((a, b) => b.score - a.score || (a.candidate.video.id < b.candidate.video.id ? -1 : 1));
}

/** Adds to each of these what the viewer set by hand, as a part of its own. */
function grant(wishes: readonly { readonly place: number; readonly chosen: number }[], ranked: Ranked[]): void {
	const spread = spreadOf(ranked.map(({ score }) => score));
	for (const { place, chosen } of wishes) {
		const one = ranked[place];
		if (one === undefined) continue;
		const part = chosen * spread * (chosen > 0 ? CHOSEN_SPREADS.more : CHOSEN_SPREADS.less);
		ranked[place] = { ...one, score: one.score + part, parts: { ...one.parts, chosen: part } };
	}
}

/** Shapes by place of the feature. What was set by hand has none: see CHOSEN_SPREADS. */
function shapesOf(head: Head): readonly (Shape | null)[] {
	return FEATURES.map((feature) => (feature === "chosen" ? null : (head.shapes[feature] ?? null)));
}
