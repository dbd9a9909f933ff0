import { seeded } from "../../contracts/seeded.ts";

/** An hour of a small town: who watches what, from where, and who only pretends to. Times are milliseconds since 1970. */

export const HOUR_MS = 3_600_000;
/** A whole hour (UTC) that begins now. */
export const BEGIN = 20_000 * 24 * HOUR_MS;
export const DURATION_MS = 12_000;

export interface Viewer {
	readonly name: string;
	readonly address: string;
	readonly network: string;
	/** Was here on several days before. */
	readonly hasHistory: boolean;
	readonly isAttacker: boolean;
}

export interface Impression {
	readonly viewer: Viewer;
	readonly video: number;
	/** When an answer named it to them; null when none did. */
	readonly givenAt: number | null;
	/** When it ended, and is told. */
	readonly at: number;
	/** As the player tells it. */
	readonly watchMs: number;
	/** The client's own `totalDuration`. */
	readonly claimedMs: number;
	readonly isOwn: boolean;
}

export interface Size {
	readonly people: number;
	readonly videos: number;
	/** Impressions of one person. */
	readonly impressions: number;
	readonly seed: number;
}

/** Of the people, those who share one address (a campus), and those who came today. */
const CAMPUS_SHARE = 0.15;
const NEW_SHARE = 0.3;
/** The others live two to a household, eight households to a network. */
const HOUSEHOLD = 2;
const HOUSEHOLDS = 8;
const PAGE = 20;

/** People swipe: popular videos more often (Zipf), some of them held to the end. */
export function people({ people: count, videos, impressions, seed }: Size): Impression[] {
	const random = seeded(seed);
	const weights = Array.from({ length: videos }, (_, place) => 1 / (place + 3));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const cumulative: number[] = [];
	for (const weight of weights) cumulative.push((cumulative.at(-1) ?? 0) + weight / total);
	const draw = () => {
		const at = random();
		return Math.max(
			0,
			cumulative.findIndex((sum) => at < sum),
		);
	};
	return Array.from({ length: count }, (_, number) => {
		const onCampus = number < count * CAMPUS_SHARE;
		const household = Math.floor(number / HOUSEHOLD);
		const viewer: Viewer = {
			name: `person ${number}`,
			address: onCampus ? "campus" : `home ${household}`,
			network: onCampus ? "campus" : `street ${Math.floor(household / HOUSEHOLDS)}`,
			hasHistory: random() >= NEW_SHARE,
			isAttacker: false,
		};
		// Ten seconds on average, and all within the hour.
		let at = BEGIN + random() * Math.max(0, HOUR_MS - impressions * 13_000);
		let givenAt = at;
		return Array.from({ length: impressions }, (_, step): Impression => {
			if (step % PAGE === 0) givenAt = at;
			const video = draw();
			const watchMs = random() < 0.35 ? DURATION_MS * (1 + (random() < 0.1 ? 1 : 0)) : 700 + random() * 6_000;
			at += watchMs + 300 + random() * 1_500;
			return { viewer, video, givenAt, at, watchMs, claimedMs: DURATION_MS, isOwn: false };
		});
	}).flat();
}

export interface Attack {
	readonly title: string;
	readonly impressions: readonly Impression[];
}

/** Attackers of the same hour, as able as they can be: they ask for the video, let its time pass and only then tell. */
function crowd(count: number, addressOf: (number: number) => number, target: number, alsoWatch: number): Impression[] {
	return Array.from({ length: count }, (_, number) => {
		const address = addressOf(number);
		const viewer: Viewer = {
			name: `bot ${number}`,
			address: `bots ${address}`,
			network: `rented ${Math.floor(address / 4)}`,
			hasHistory: false,
			isAttacker: true,
		};
		const begin = BEGIN + HOUR_MS / 2 + number * 100;
		return Array.from({ length: 1 + alsoWatch }, (_, step): Impression => {
			const givenAt = begin + step * (DURATION_MS + 500);
			// Between shots at the target it watches others, as people do.
			const video = step === 0 ? target : (number * 31 + step * 7) % Math.max(1, target);
			return { viewer, video, givenAt, at: givenAt + DURATION_MS + 400, watchMs: DURATION_MS, claimedMs: DURATION_MS, isOwn: false };
		});
	}).flat();
}

/** One viewer who tells of many impressions within .6 s. */
function hurried(name: string, count: number, target: number, more: Partial<Impression>): Impression[] {
	const viewer: Viewer = { name, address: name, network: name, hasHistory: false, isAttacker: true };
	return Array.from({ length: count }, (_, step): Impression => {
		const at = BEGIN + HOUR_MS / 2 + (600 * step) / count;
		return { viewer, video: target, givenAt: BEGIN + HOUR_MS / 2, at, watchMs: DURATION_MS, claimedMs: DURATION_MS, isOwn: false, ...more };
	});
}

export function attacks(target: number): Attack[] {
	const blind = crowd(212, () => 0, target, 0).map((one) => ({ ...one, givenAt: null, claimedMs: 1, watchMs: 600 }));
	return [
		{ title: "one address, 212 requests without a cookie", impressions: blind },
		{ title: "one address, 1 000 guests who wait", impressions: crowd(1_000, () => 0, target, 0) },
		{ title: "50 addresses, 20 guests each", impressions: crowd(1_000, (number) => number % 50, target, 0) },
		{ title: "200 new accounts, an address each, 20 others watched", impressions: crowd(200, (number) => number, target, 20) },
		{ title: "one account, 1 000 views in .6 s", impressions: hurried("hurried", 1_000, target, {}) },
		{ title: "one account, totalDuration 1", impressions: hurried("short", 60, target, { claimedMs: 1, watchMs: 600 }) },
		{ title: "the owner's own 100 views", impressions: hurried("owner", 100, target, { isOwn: true }) },
	];
}
