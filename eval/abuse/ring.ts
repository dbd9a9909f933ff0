import { DAILY_LIMITS } from "../../contracts/limits.ts";
import { comparable, isFlood } from "../../workers/trust/flood.ts";
import { liftOf, weightOf as reportWeight } from "../../workers/trust/reports/weight.ts";
import { counted } from "./follows.ts";
import { before, now, type Outcome } from "./rules.ts";
import { BEGIN, DURATION_MS, type Impression, type Viewer } from "./world.ts";

/** A ring of bots with an account and an address each, four addresses to a rented network, in the ways such rings are used. */

const BOTS = 200;
const ADDRESSES_TO_A_NETWORK = 4;
/** A farm lets each bot come back to the video this often within the hour. */
const ROUNDS = 50;
/** Videos of others that a careful bot watches for each of the ring's own. */
const OTHERS = 20;

export interface RingResult {
	readonly style: string;
	/** What is counted. */
	readonly unit: string;
	/** What the ring put in, in the same unit. */
	readonly tried: number;
	readonly off: number;
	readonly on: number;
	/** Whether it is claimed to be less than `MAY_GAIN`; the others are told as they are. */
	readonly claimed: boolean;
}

const bots = (hasHistory: boolean): Viewer[] =>
	Array.from({ length: BOTS }, (_, number) => ({
		name: `ring ${number}`,
		address: `ring ${number}`,
		network: `rented ${Math.floor(number / ADDRESSES_TO_A_NETWORK)}`,
		hasHistory,
		isAttacker: true,
	}));

/** Each bot watches the target to its end, `rounds` times, and what `others` it watches in between. */
function watching(hasHistory: boolean, target: number, rounds: number, others: number): Impression[] {
	return bots(hasHistory).flatMap((viewer, number) =>
		Array.from({ length: rounds + others }, (_, step): Impression => {
			const givenAt = BEGIN + number * 100 + step * (DURATION_MS + 500);
			const video = step < rounds ? target : (number * 31 + step * 7) % Math.max(1, target);
			return { viewer, video, givenAt, at: givenAt + DURATION_MS + 400, watchMs: DURATION_MS, claimedMs: DURATION_MS, isOwn: false };
		}),
	);
}

/** What the ring adds to a number of the target's, under a rule. */
const added = (
	honest: readonly Impression[],
	ring: readonly Impression[],
	target: number,
	rule: typeof now,
	of: keyof Pick<Outcome, "views" | "moved" | "weights">,
) => (rule([...honest, ...ring])[of].get(target) ?? 0) - (rule(honest)[of].get(target) ?? 0);

/** Views: of a farm that comes again and again. */
function viewFarm(honest: readonly Impression[], target: number): RingResult[] {
	const ring = watching(false, target, ROUNDS, 0);
	const careful = watching(false, target, 1, OTHERS);
	const row = (style: string, unit: string, tried: number, watched: readonly Impression[], of: "views" | "weights"): RingResult => ({
		style,
		unit,
		tried,
		off: added(honest, watched, target, before, of),
		on: added(honest, watched, target, now, of),
		claimed: true,
	});
	return [
		row("view farm", "views on the counter", ring.length, ring, "views"),
		row("view farm, careful", "long views in what is watched now", BOTS, careful, "weights"),
	];
}

/** Likes: each bot watches and likes once; quality and the ranker hear of a like with the impression it belongs to. */
function likeFarm(honest: readonly Impression[], target: number): RingResult {
	const ring = watching(false, target, 1, OTHERS);
	return {
		style: "like farm",
		unit: "liked impressions that quality learns from",
		tried: BOTS,
		off: added(honest, ring, target, before, "moved"),
		on: added(honest, ring, target, now, "moved"),
		claimed: true,
	};
}

/** Follows: every bot follows every other. All of them follow; how many count in the number beside a name is what is gained. */
function followRing(): RingResult {
	const tried = BOTS * (BOTS - 1);
	const follows = Array.from({ length: BOTS }, (_, followee) => Array.from({ length: BOTS - 1 }, () => ({ followee, isYoung: true })));
	return {
		style: "follow ring",
		unit: "follows that count on their profiles within the week",
		tried,
		off: BOTS * Math.min(BOTS - 1, DAILY_LIMITS.follow.free),
		on: counted(follows.flat()),
		claimed: true,
	};
}

/** Comments: the same advert under as many videos as a day allows, within an hour, each a little different. */
function commentSpam(): RingResult {
	const each = DAILY_LIMITS.comment.free;
	const counts = new Map<string, number>();
	const next = (name: string) => {
		counts.set(name, (counts.get(name) ?? 0) + 1);
		return counts.get(name) ?? 0;
	};
	let shown = 0;
	for (let step = 0; step < each; step++) {
		for (const { name } of bots(false)) {
			const words = comparable(`Cheap pills and quick money at pills.example${"!".repeat(step % 7)}`);
			const flood = words !== null && isFlood({ byOne: next(`${name} ${words}`), byYoung: next(words) });
			if (!flood) shown += 1;
		}
	}
	return { style: "comment spam", unit: "comments shown", tried: BOTS * each, off: BOTS * each, on: shown, claimed: true };
}

/** Reports: accounts of today report one thing, from an address each. A report takes nothing down; it lifts a case. */
function reportBrigade(): RingResult {
	const weight = reportWeight({ upheld: 0, dismissed: 0, isGuest: false, isNew: true });
	const lift = liftOf(bots(false).map(({ address }) => ({ weight, network: address })));
	return { style: "report brigade", unit: "weight of reports on a case", tried: BOTS, off: BOTS, on: lift, claimed: true };
}

/** Weeks of watching as people do, and then one video: they are people to every rule that looks at an hour. */
function slowRing(honest: readonly Impression[], target: number): RingResult {
	const ring = watching(true, target, 1, OTHERS);
	const [off, on] = [added(honest, ring, target, before, "weights"), added(honest, ring, target, now, "weights")];
	return { style: "slow ring", unit: "long views in what is watched now", tried: BOTS, off, on, claimed: false };
}

export const ringResults = (honest: readonly Impression[], target: number): RingResult[] => [
	...viewFarm(honest, target),
	likeFarm(honest, target),
	followRing(),
	commentSpam(),
	reportBrigade(),
	slowRing(honest, target),
];

/** Share of what it tried that a ring may gain. */
const MAY_GAIN = 0.05;

/** What is claimed of the ring and does not hold. */
export const ringFaults = (results: readonly RingResult[]): string[] =>
	results
		.filter(({ claimed, tried, on }) => claimed && on / tried >= MAY_GAIN)
		.map(({ style, tried, on, unit }) => `${style}: gains ${on.toFixed(1)} of ${tried} ${unit}`);

/** Comments of people that would wait: each writes ten within the hour, most of them short, every fourth a sentence of their own. */
export function heldOfPeople(people: number): number {
	const counts = new Map<string, number>();
	let held = 0;
	for (let person = 0; person < people; person++) {
		for (let step = 0; step < 10; step++) {
			const text = step % 4 === 0 ? `I was at this place in the year ${1900 + person} with ${step} friends` : "Happy birthday!";
			const words = comparable(text);
			const byYoung = (counts.get(words ?? "") ?? 0) + 1;
			counts.set(words ?? "", byYoung);
			if (words !== null && isFlood({ byOne: 1, byYoung })) held += 1;
		}
	}
	return held;
}

/** The table of the ring. */
export function ringTable(results: readonly RingResult[]): string[] {
	const share = (part: number, of: number) => `${((part / of) * 100).toFixed(1)} %`.padStart(8);
	return [
		`A ring of ${BOTS} bots, an address each, ${ADDRESSES_TO_A_NETWORK} addresses to a network`,
		`${"".padEnd(72)}   tried   defence off         on`,
		...results.map(
			({ style, unit, tried, off, on, claimed }) =>
				`${`${style} (${unit})`.padEnd(72)}${String(tried).padStart(8)}${share(off, tried).padStart(14)}${share(on, tried).padStart(11)}${claimed ? "" : "  not claimed to be stopped"}`,
		),
	];
}
