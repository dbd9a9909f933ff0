import { VIEWERS_NEEDED } from "../../contracts/experiment-outcomes.ts";
import { type Found, run, type Trial } from "./simulate.ts";

/** The most of all runs of nothing that may be called a difference: 5 % and what chance makes of their number. */
export const ALARMS = { least: 0.035, most: 0.065 } as const;
/** A planted lift is found as often as its power says, give or take. */
const POWER_WITHIN = 0.05;

const RUNS = 2_000;
const SEED = 20261130;

const trials: readonly Trial[] = [
	...(["watch_minutes", "long_view_rate"] as const).flatMap((metric): Trial[] => [
		{ title: `A/A, ${metric}, halves`, metric, viewers: [400, 400], lift: 0, runs: RUNS },
		{ title: `A/A, ${metric}, one arm as small as is judged`, metric, viewers: [VIEWERS_NEEDED, VIEWERS_NEEDED], lift: 0, runs: RUNS },
		{ title: `A/A, ${metric}, one in five`, metric, viewers: [1_600, 400], lift: 0, runs: RUNS / 2 },
	]),
	{ title: "+5 %, watch_minutes", metric: "watch_minutes", viewers: [10_000, 10_000], lift: 0.05, runs: 400 },
	{ title: "+5 %, watch_minutes, half the viewers", metric: "watch_minutes", viewers: [5_000, 5_000], lift: 0.05, runs: 400 },
	{ title: "+5 %, long_view_rate", metric: "long_view_rate", viewers: [2_500, 2_500], lift: 0.05, runs: 600 },
	{ title: "−5 %, long_view_rate", metric: "long_view_rate", viewers: [2_500, 2_500], lift: -0.05, runs: 600 },
];

/** Whether what was found is what the report promises. */
export function isTrue({ trial, better, worse, expected }: Found): boolean {
	const found = better + worse;
	if (trial.lift === 0) return found >= ALARMS.least && found <= ALARMS.most;
	return Math.abs((trial.lift > 0 ? better : worse) - expected) <= POWER_WITHIN;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8);

/** `npm run eval -- experiments`. @returns whether all is as promised */
export function experiments(say: (line: string) => void): boolean {
	say("What the experiment report says of experiments whose truth is known\n");
	say(`${"".padEnd(54)}runs   better    worse  promised  interval holds the truth`);
	let all = true;
	trials.forEach((trial, place) => {
		const found = run(trial, SEED + place);
		const sound = isTrue(found);
		all &&= sound;
		const promised = trial.lift === 0 ? "     5 %" : percent(found.expected);
		const cells = [percent(found.better), percent(found.worse), promised, percent(found.held)].join(" ");
		say(`${trial.title.padEnd(50)}${String(trial.runs).padStart(8)} ${cells}${sound ? "" : "   NOT AS PROMISED"}`);
	});
	say(`\nFalse alarms must be 5 % ± 1.5 %; a planted lift found as often as its power says, within ${POWER_WITHIN * 100} points.`);
	return all;
}
