import { type Shown, Variety } from "./diversity.ts";
import { drawFresh, drawUncertain, isFresh } from "./explore.ts";
import { spreadOf } from "./spread.ts";
import type { Random, Ranked, Slot } from "./types.ts";

export interface PageOptions {
	/** Slots wanted; fewer when there are not that many candidates. */
	readonly size: number;
	/** Shown before, oldest first, so that diversity holds across pages; the last 20 are enough. */
	readonly recent: readonly Shown[];
	/** Never placed again. */
	readonly seen: (videoId: string) => boolean;
	readonly random: Random;
	/** Share of slots given to exploration: docs/product.md#exploration. */
	readonly exploration?: number;
	/** Times the usual cost of repetition; false, or 0, leaves the order of the scores as it is. */
	readonly diversity?: boolean | number;
	/** Largest chance addition to a score: another order each session among equals. */
	readonly jitter?: number;
}

export const EXPLORATION_SHARE = 0.2;
export const JITTER = 0.1;
/** A slot takes the best of this many by score less the cost of repetition. */
const LOOKAHEAD = 40;
/** The spread of scores is taken over this many of the best. */
const SPREAD_OVER = 100;

/**
 * Lays out a queue from ranked candidates: mostly the best, kept varied; every fifth slot on average goes to a new video or
 * to one we know too little about, with the propensity noted. The first slot is never a gamble. Deterministic under a
 * seeded `random`.
 */
export function composeQueue(ranked: readonly Ranked[], options: PageOptions): Slot[] {
	const { random, seen } = options;
	const jitter = options.jitter ?? JITTER;
	const left = ranked
		.filter(({ candidate }) => !seen(candidate.video.id))
		.map((one) => ({ one, value: one.score + jitter * random() }))
		.sort((a, b) => b.value - a.value);
	const strength = Number(options.diversity ?? true);
	const spread = spreadOf(left.slice(0, SPREAD_OVER).map(({ one }) => one.score));
	const variety = strength > 0 ? new Variety(options.recent, strength * spread) : null;
	const exploring = explorationPlaces(options.size, options.exploration ?? EXPLORATION_SHARE, random);
	const slots: Slot[] = [];
	while (slots.length < options.size && left.length > 0) {
		const before = variety === null ? null : (slots.at(-1)?.ranked.candidate.video ?? options.recent.at(-1) ?? null);
		const drawn = exploring.has(slots.length) && left.length > 1 ? drawSlot(poolAfter(before, left), random) : null;
		const slot = drawn ?? { ranked: bestOf(left, variety), kind: "exploit" as const, propensity: null };
		left.splice(
			left.findIndex(({ one }) => one === slot.ranked),
			1,
		);
		variety?.place(slot.ranked.candidate.video);
		slots.push(slot);
	}
	return slots;
}

/** One exploration slot per stretch of 1/share places, at a chance place of the stretch, the very first excepted. */
function explorationPlaces(size: number, share: number, random: Random): Set<number> {
	const places = new Set<number>();
	if (!(share > 0)) return places;
	const stretch = 1 / Math.min(1, share);
	for (let from = 0; from < size; from += stretch) places.add(Math.max(1, Math.floor(from + random() * stretch)));
	return places;
}

/** What chance may draw from: everything left, but nobody twice in a row while there are others. */
function poolAfter(before: Shown | null, left: readonly { readonly one: Ranked }[]): Ranked[] {
	const all = left.map(({ one }) => one);
	const others = all.filter(({ candidate }) => candidate.video.creatorId !== before?.creatorId);
	return others.length > 0 ? others : all;
}

/** New videos and uncertain ones take the exploration slots in equal parts, while there are any. */
function drawSlot(left: readonly Ranked[], random: Random): Slot | null {
	const fresh = left.filter(isFresh);
	const freshTurn = random() < 0.5 && fresh.length > 0;
	const drawn = freshTurn ? drawFresh(fresh, random) : drawUncertain(left, random);
	if (drawn === null) return null;
	const chance = fresh.length > 0 ? 0.5 : 1;
	return { ranked: drawn.ranked, kind: freshTurn ? "fresh" : "explore", propensity: drawn.propensity * chance };
}

function bestOf(left: readonly { readonly one: Ranked; readonly value: number }[], variety: Variety | null): Ranked {
	let best = left[0];
	let most = Number.NEGATIVE_INFINITY;
	for (const entry of left.slice(0, variety === null ? 1 : LOOKAHEAD)) {
		const value = entry.value - (variety?.cost(entry.one.candidate.video) ?? 0);
		if (value > most) {
			most = value;
			best = entry;
		}
	}
	if (best === undefined) throw new RangeError("bestOf needs at least one candidate");
	return best.one;
}
