import { followsOfPeople } from "./follows.ts";
import { heldOfPeople, type RingResult, ringFaults, ringResults, ringTable } from "./ring.ts";
import { before, now, type Outcome } from "./rules.ts";
import { type Scored, scoredResults, scoredTable } from "./scored.ts";
import { type Attack, attacks, type Impression, people, type Size } from "./world.ts";

/** What an attack gains, under one rule. */
export interface Gain {
	readonly views: number;
	/** Place in trending with it and without it; 0 is the first. */
	readonly place: number;
	readonly placeWithout: number;
	readonly isViral: boolean;
	readonly rankersShare: number;
}

export interface Measured {
	readonly attack: string;
	readonly before: Gain;
	readonly now: Gain;
	/** Views of people that count less because of the attack, now. */
	readonly peopleLose: number;
}

export interface Result {
	readonly measured: readonly Measured[];
	/** Impressions of people that are views: of each video once a viewer and hour. */
	readonly people: { readonly impressions: number; readonly before: number; readonly now: number };
	/** How many of the fifty most watched now by the old rule are among the fifty by the new one. */
	readonly sameTrending: number;
	readonly ring: readonly RingResult[];
	/** Comments of people that wait for a creator because their words are repeated. */
	readonly peopleHeld: number;
	/** Follows of people in a day, and those that count only once the follower's account is older. */
	readonly peopleFollows: ReturnType<typeof followsOfPeople>;
	readonly scored: readonly Scored[];
	/** People whose reach a machine limits. */
	readonly peopleLimited: number;
}

export const FULL: Size = { people: 2_000, videos: 500, impressions: 40, seed: 20261130 };

const COMPARED = 50;

export function measure(size: Size): Result {
	const honest = people(size);
	const target = Math.floor(size.videos * 0.6);
	const [old, current] = [before(honest), now(honest)];
	const distinct = new Set(honest.filter(({ watchMs }) => watchMs >= 500).map(({ viewer, video }) => `${viewer.name} ${video}`)).size;
	const top = new Set(old.trending.slice(0, COMPARED));
	const scored = scoredResults(size.people, size.seed);
	return {
		measured: attacks(target).map((attack) => measureOne(attack, honest, target, old, current)),
		people: { impressions: distinct, before: old.peoplesViews, now: current.peoplesViews },
		sameTrending: current.trending.slice(0, COMPARED).filter((video) => top.has(video)).length / Math.min(COMPARED, top.size),
		ring: ringResults(honest, target),
		peopleHeld: heldOfPeople(size.people),
		peopleFollows: followsOfPeople(size.people, size.videos, size.seed),
		scored,
		peopleLimited: scored.find(({ who }) => who === "people")?.limited ?? 0,
	};
}

function measureOne(
	{ title, impressions }: Attack,
	honest: readonly Impression[],
	target: number,
	old: Outcome,
	current: Outcome,
): Measured {
	const all = [...honest, ...impressions];
	const [oldAttacked, attacked] = [before(all), now(all)];
	return {
		attack: title,
		before: gainOf(oldAttacked, old, target),
		now: gainOf(attacked, current, target),
		peopleLose: current.peoplesViews - attacked.peoplesViews,
	};
}

function gainOf(attacked: Outcome, without: Outcome, target: number): Gain {
	const place = ({ trending }: Outcome) => (trending.includes(target) ? trending.indexOf(target) : trending.length);
	return {
		views: (attacked.views.get(target) ?? 0) - (without.views.get(target) ?? 0),
		place: place(attacked),
		placeWithout: place(without),
		isViral: attacked.viral.has(target),
		rankersShare: attacked.attackersLessons,
	};
}

const cells = ({ views, place, placeWithout, isViral, rankersShare }: Gain): string =>
	[
		String(views).padStart(6),
		`${placeWithout} → ${place}`.padStart(11),
		(isViral ? "yes" : "no").padStart(6),
		`${(rankersShare * 100).toFixed(2)} %`.padStart(9),
	].join(" ");

/** `npm run eval -- abuse`. @returns whether attacks gain as little, and people lose as little, as is claimed */
export function abuse(say: (line: string) => void, size: Size = FULL): boolean {
	const result = measure(size);
	const { measured, people: honest, sameTrending } = result;
	say(`An hour of ${size.people} people and what attackers make of it (place in trending: 0 is the first)\n`);
	say(`${"".padEnd(56)}before: views   trending  viral  ranker's    now: views   trending  viral  ranker's`);
	for (const { attack, before: was, now: is } of measured) say(`${attack.padEnd(62)}${cells(was)}       ${cells(is)}`);
	say(
		`\nPeople: ${honest.impressions} videos watched by someone, ${honest.now} of them views now (each video once a viewer and hour; before ${honest.before}, repeats among them).`,
	);
	say(`Because of attacks people lose ${Math.max(...measured.map(({ peopleLose }) => peopleLose))} views.`);
	say(`Of the ${COMPARED} most watched now, ${(sameTrending * 100).toFixed(0)} % are the same as by the previous rule.`);
	say("");
	for (const line of ringTable(result.ring)) say(line);
	say(`\nOf the comments of ${size.people} people ${result.peopleHeld} wait because their words are repeated.`);
	const { made, waiting } = result.peopleFollows;
	say(`Of ${made} follows of people in a day ${waiting} count only when the follower's account is a week old.\n`);
	for (const line of scoredTable(result.scored)) say(line);
	const faults = faultsOf(result);
	for (const fault of faults) say(`NOT AS CLAIMED: ${fault}`);
	return faults.length === 0;
}

/** What is claimed in docs/decisions/impressions.md, and does not hold. */
export function faultsOf({ measured, people: honest, sameTrending, ring, peopleHeld, peopleFollows, peopleLimited }: Result): string[] {
	const faults: string[] = ringFaults(ring);
	if (peopleLimited > 0) faults.push(`people: the reach of ${peopleLimited} is limited`);
	if (peopleFollows.waiting > peopleFollows.made / 100) faults.push(`people: ${peopleFollows.waiting} of their follows wait`);
	if (peopleHeld > 0) faults.push(`people: ${peopleHeld} of their comments wait`);
	for (const { attack, now: gain, peopleLose } of measured) {
		if (gain.isViral) faults.push(`${attack}: makes a video viral`);
		if (gain.place < COMPARED) faults.push(`${attack}: reaches place ${gain.place} of trending`);
		if (peopleLose > 0) faults.push(`${attack}: people lose ${peopleLose} views`);
		if (gain.rankersShare > 0.05) faults.push(`${attack}: is ${(gain.rankersShare * 100).toFixed(1)} % of what the ranker learns`);
	}
	if (honest.now < honest.impressions * 0.999) faults.push(`people: ${honest.now} of ${honest.impressions} are views`);
	if (sameTrending < 0.9) faults.push("trending is another than people make it");
	return faults;
}
