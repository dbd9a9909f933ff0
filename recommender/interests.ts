import { decay, LONG_HALF_LIFE_MS } from "./affinity.ts";
import type { Millis } from "./types.ts";
import { add, cosine, dot, normalise, scale } from "./vectors.ts";

/** One of a viewer's several tastes: a direction in the vector space and how much speaks for it. */
export interface Interest {
	readonly vector: Float32Array;
	readonly weight: number;
	readonly at: Millis;
}

/** More interests than this are merged: each one is a query to the vector index. */
export const INTERESTS_MAX = 5;
/** Closer than this (cosine), a video belongs to the interest; farther, it opens a new one. */
const SAME_INTEREST = 0.55;
/** An interest never becomes so settled that new evidence can't move it. */
const SETTLED_WEIGHT = 12;

/** Takes in a video that was liked: it moves the nearest interest, or opens a new one and merges the two nearest. */
export function absorb(interests: readonly Interest[], vector: Float32Array, weight: number, at: Millis): readonly Interest[] {
	let nearest = -1;
	let best = -2;
	interests.forEach((interest, index) => {
		const likeness = dot(interest.vector, vector);
		if (likeness > best) {
			best = likeness;
			nearest = index;
		}
	});
	const held = interests[nearest];
	if (held !== undefined && best >= SAME_INTEREST) {
		const merged = merge(held, { vector, weight, at });
		return interests.map((interest, index) => (index === nearest ? merged : interest));
	}
	const opened = [...interests, { vector, weight, at }];
	return opened.length <= INTERESTS_MAX ? opened : mergeNearest(opened, at);
}

function merge(a: Interest, b: Interest): Interest {
	const at = Math.max(a.at, b.at);
	const weightA = Math.min(SETTLED_WEIGHT, a.weight * decay(at - a.at, LONG_HALF_LIFE_MS));
	const weightB = b.weight * decay(at - b.at, LONG_HALF_LIFE_MS);
	return { vector: normalise(add(scale(a.vector, weightA), b.vector, weightB)), weight: weightA + weightB, at };
}

/** Forgets a faint interest if there is one, else joins the two that are most alike. The newest is never the faint one. */
function mergeNearest(interests: readonly Interest[], now: Millis): readonly Interest[] {
	let faintest = 0;
	let pair: [number, number] = [0, 1];
	let alike = -2;
	for (let i = 0; i < interests.length; i++) {
		const a = interests[i] as Interest;
		const weight = a.weight * decay(now - a.at, LONG_HALF_LIFE_MS);
		const least = interests[faintest] as Interest;
		if (i < interests.length - 1 && weight < least.weight * decay(now - least.at, LONG_HALF_LIFE_MS)) faintest = i;
		for (let j = i + 1; j < interests.length; j++) {
			const likeness = cosine(a.vector, (interests[j] as Interest).vector);
			if (likeness > alike) {
				alike = likeness;
				pair = [i, j];
			}
		}
	}
	const least = interests[faintest] as Interest;
	if (alike < 0.2 && least.weight * decay(now - least.at, LONG_HALF_LIFE_MS) < 0.5)
		return interests.filter((_, index) => index !== faintest);
	const [first, second] = pair;
	const joined = merge(interests[first] as Interest, interests[second] as Interest);
	return interests.flatMap((interest, index) => (index === first ? [joined] : index === second ? [] : [interest]));
}

/** Weakens the interest a disliked video belongs to. */
export function weaken(interests: readonly Interest[], vector: Float32Array, weight: number): readonly Interest[] {
	return interests
		.map((interest) => {
			const likeness = dot(interest.vector, vector);
			return likeness < SAME_INTEREST ? interest : { ...interest, weight: interest.weight - weight * likeness };
		})
		.filter((interest) => interest.weight > 0.1);
}
