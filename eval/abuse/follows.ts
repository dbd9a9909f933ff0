import { seeded } from "../../contracts/seeded.ts";
import { type DayOfFollowers, isHeld } from "../../workers/social/graph/held.ts";

/** A day of follows, one after the other. @returns how many count by the day's end; who is young is told of each */
export function counted(follows: readonly { readonly followee: number; readonly isYoung: boolean }[]): number {
	const days = new Map<number, DayOfFollowers>();
	let count = 0;
	for (const { followee, isYoung } of follows) {
		const day = days.get(followee) ?? { young: 0, settled: 0 };
		if (isYoung && isHeld(day)) continue;
		days.set(followee, isYoung ? { ...day, young: day.young + 1 } : { ...day, settled: day.settled + 1 });
		count += 1;
	}
	return count;
}

/** Of the people's accounts so many are younger than a week; each follows so many others in the day. */
const YOUNG_SHARE = 0.3;
const FOLLOWS_EACH = 5;

/** Follows of a day by people: popular creators more often (Zipf), in any order. @returns how many there are, and how many count only later */
export function followsOfPeople(people: number, creators: number, seed: number): { readonly made: number; readonly waiting: number } {
	const random = seeded(seed);
	const weights = Array.from({ length: creators }, (_, place) => 1 / (place + 3));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const draw = () => {
		let left = random() * total;
		return weights.findIndex((weight) => {
			left -= weight;
			return left < 0;
		});
	};
	const follows = Array.from({ length: people }, () => random() < YOUNG_SHARE).flatMap((isYoung) =>
		Array.from({ length: FOLLOWS_EACH }, () => ({ followee: draw(), isYoung, at: random() })),
	);
	follows.sort((one, other) => one.at - other.at);
	return { made: follows.length, waiting: follows.length - counted(follows) };
}
