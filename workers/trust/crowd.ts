/**
 * What the viewers behind one network address move together, within an hour and of one video. An address may be one person with two
 * hundred cookies, or a campus of thousands: nobody is refused, but they count for less and less beside each other.
 */

/** This many settled viewers of one address count whole; of more, their influence grows with the root of their number. */
const WHOLE = 3;
/** Of viewers who are new, at most this many of an address move anything … */
const NEW_WHOLE = 2;
/** … and so much of what a settled one moves: what is watched now is told by those who were here before. */
export const NEW_WEIGHT = 0.1;
/** They are views all the same, as far as they are spread as people's are: at most this many of one video … */
export const NEW_VIEWS_FREE = 25;
/** … and this share of all that is watched from the address within the hour. */
const NEW_VIEWS_SHARE = 0.1;
/** Settled viewers of one wider network who count towards what is viral, per video and hour. */
export const UNRELATED_PER_NETWORK = 3;

/** Influence of `settled` viewers of one address; continuous, and as steep as before where it bends. */
export function influenceOf(settled: number): number {
	return settled <= WHOLE ? settled : Math.sqrt(2 * WHOLE * settled - WHOLE ** 2);
}

/** How many an address and its network brought to a video in the hour, this viewer included. */
export interface Place {
	/** Among the viewers of the address who are settled, or new, as this one is. */
	readonly alike: number;
	/** Impressions of any video from the address. */
	readonly all: number;
	/** Among the settled viewers of the wider network. */
	readonly related: number;
}

/** Who comes from no known address is held against nobody. */
export const ALONE: Place = { alike: 1, all: 1, related: 1 };

export interface Weight {
	/** Whether it is a view, and part of experiments and the archive. */
	readonly counts: boolean;
	/** Whether it is an impression that quality, reach and the ranker learn from. */
	readonly moves: boolean;
	/** How much of a long view it is to what is watched now: 1 for a settled viewer whom nobody crowds. */
	readonly weight: number;
	/** Whether it is one of those a viral video has many of: settled, and unrelated to the others. */
	readonly spreads: boolean;
}

/** What a viewer in this place counts for. */
export function weightOf(isSettled: boolean, { alike, all, related }: Place): Weight {
	if (!isSettled) {
		const moves = alike <= NEW_WHOLE;
		return { counts: alike <= NEW_VIEWS_FREE + NEW_VIEWS_SHARE * all, moves, weight: moves ? NEW_WEIGHT : 0, spreads: false };
	}
	const [before, now] = [influenceOf(alike - 1), influenceOf(alike)];
	// Of n, as many as their influence: whole ones, so that sums stay exact.
	return { counts: true, moves: Math.floor(now) > Math.floor(before), weight: now - before, spreads: related <= UNRELATED_PER_NETWORK };
}
