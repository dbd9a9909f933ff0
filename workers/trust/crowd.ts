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
/** They are views all the same, as far as they are spread as people's are: at most this many of one video, from an address and from its network … */
export const NEW_VIEWS_FREE = 25;
/** … and this share of all that is watched from there within the hour. */
const NEW_VIEWS_SHARE = 0.1;
/**
 * Of all who are new at one video within an hour, from wherever they come, at most this many move anything: an address each makes
 * newcomers independent of each other, and a ring of new accounts has as many as it rents …
 */
export const NEW_ANYWHERE = 6;
/** … and as many more as half the settled viewers who watched it: of an audience that comes by itself fewer are new. */
const NEW_PER_SETTLED = 0.5;
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
	/** Among the viewers of the wider network who are settled, or new, as this one is. */
	readonly related: number;
	/** Impressions of any video from the wider network. */
	readonly around: number;
	/** Among the new viewers of the video, from wherever; 1 for one who is settled. */
	readonly newcomers: number;
	/** Settled viewers of the video until now, from wherever. */
	readonly settled: number;
}

/** Who comes from no known address is held against nobody. */
export const ALONE: Place = { alike: 1, all: 1, related: 1, around: 1, newcomers: 1, settled: 0 };

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
export function weightOf(isSettled: boolean, { alike, all, related, around, newcomers, settled }: Place): Weight {
	if (!isSettled) {
		const isBurst = alike > NEW_VIEWS_FREE + NEW_VIEWS_SHARE * all || related > NEW_VIEWS_FREE + NEW_VIEWS_SHARE * around;
		const moves = !isBurst && alike <= NEW_WHOLE && newcomers <= NEW_ANYWHERE + NEW_PER_SETTLED * settled;
		return { counts: !isBurst, moves, weight: moves ? NEW_WEIGHT : 0, spreads: false };
	}
	const [before, now] = [influenceOf(alike - 1), influenceOf(alike)];
	// Of n, as many as their influence: whole ones, so that sums stay exact.
	return { counts: true, moves: Math.floor(now) > Math.floor(before), weight: now - before, spreads: related <= UNRELATED_PER_NETWORK };
}
