import { BOT_LIMITED_ABOVE, BOT_LISTED_FROM } from "../../contracts/desk-accounts.ts";
import { seeded } from "../../contracts/seeded.ts";
import { botScore, type Habits, PROFILE_PARTS } from "../../workers/trust/bots/score.ts";

/** A day of doings, and what bot scores say of them. */

export interface Scored {
	readonly who: string;
	readonly accounts: number;
	/** Recommended to nobody, without anybody having looked. */
	readonly limited: number;
	/** On the list that people look through, those limited included. */
	readonly listed: number;
}

const scored = (who: string, habits: readonly Habits[]): Scored => {
	const scores = habits.map((one) => botScore(one).score);
	return {
		who,
		accounts: habits.length,
		limited: scores.filter((score) => score > BOT_LIMITED_ABOVE).length,
		listed: scores.filter((score) => score >= BOT_LISTED_FROM).length,
	};
};

/** Skewed as what people do is: half below `middle`, one of a thousand at ten times that. */
const skewed = (random: () => number, middle: number): number =>
	Math.round(middle * Math.exp(0.75 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())));

/** Three hundred of a campus share one address and, of a dozen models, the device; three in ten are new and say little; one in four likes nothing, ever. */
const peoplesHabits = (people: number, seed: number): Habits[] => {
	const random = seeded(seed);
	return Array.from({ length: people }, (_, number): Habits => {
		const shown = skewed(random, 120);
		const likes = random() < 0.25 ? 0 : random() * 0.2;
		return {
			shown,
			engaged: Math.round(shown * likes),
			posted: skewed(random, 3),
			accountsOnDevice: number < people * 0.15 ? 25 : random() < 0.2 ? 3 : 1,
			profileParts: random() < 0.3 ? 0 : Math.ceil(random() * PROFILE_PARTS),
		};
	});
};

const bots = (more: Partial<Habits>): Habits[] =>
	Array.from({ length: 200 }, () => ({ posted: 0, shown: 0, engaged: 0, accountsOnDevice: 1, profileParts: 0, ...more }));

export const scoredResults = (people: number, seed: number): Scored[] => [
	scored("people", peoplesHabits(people, seed)),
	scored("bots that comment under all they open, ten to a device", bots({ posted: 200, shown: 1_200, accountsOnDevice: 10 })),
	scored("the same, a device each", bots({ posted: 200, shown: 1_200 })),
	scored("bots that only watch, all day, ten to a device", bots({ shown: 2_400, accountsOnDevice: 10 })),
	scored("bots that like all they see, ten to a device", bots({ shown: 1_000, engaged: 1_000, accountsOnDevice: 10 })),
	scored("bots of the slow ring: a person's day each", bots({ posted: 3, shown: 120, engaged: 9, profileParts: 3 })),
];

export function scoredTable(results: readonly Scored[]): string[] {
	return [
		"A day's bot scores",
		`${"".padEnd(62)}accounts  limited   listed`,
		...results.map(
			({ who, accounts, limited, listed }) =>
				`${who.padEnd(62)}${String(accounts).padStart(8)}${String(limited).padStart(9)}${String(listed).padStart(9)}`,
		),
	];
}
