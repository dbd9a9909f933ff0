import { CONTROL } from "../../contracts/experiment-outcomes.ts";
import type { ExperimentReport } from "../../contracts/experiments.ts";
import { seeded } from "../../contracts/seeded.ts";
import { type Declaration, declare } from "../../workers/experiments/declaration.ts";
import { momentsOf } from "../../workers/experiments/index.ts";
import { type Measures, NOTHING } from "../../workers/experiments/ledger/outcome.ts";
import { reportOf } from "../../workers/ops/experiments/report.ts";

/** Experiments whose truth is known, told by the very report that operators read. */

export interface Trial {
	readonly title: string;
	/** What decides. */
	readonly metric: "watch_minutes" | "long_view_rate";
	/** Viewers of control and of the arm. */
	readonly viewers: readonly [control: number, arm: number];
	/** True lift of the arm. */
	readonly lift: number;
	readonly runs: number;
}

export interface Found {
	readonly trial: Trial;
	/** Shares of the runs. */
	readonly better: number;
	readonly worse: number;
	/** Share of runs whose lift interval holds the true lift. */
	readonly held: number;
	/** Share that the power of such a comparison says will be found; of no lift, the false alarms it allows. */
	readonly expected: number;
}

const START = "2026-01-01T00:00:00Z";
const END = "2026-02-01T00:00:00Z";
const AFTER = Date.parse("2026-02-02T00:00:00Z");

function declarationOf({ metric, viewers: [control, arm] }: Trial) {
	const declaration: Declaration = {
		id: "known-truth",
		hypothesis: "The arm differs from control by what was planted.",
		start: START,
		end: END,
		metric,
		guardrails: [],
		arms: [
			{ id: CONTROL, share: control / (control + arm) / 2 },
			{ id: "arm", share: arm / (control + arm) / 2, parameters: { diversity: 1.5 } },
		],
	};
	const [experiment] = declare([declaration]);
	if (experiment === undefined) throw new Error("the experiment was not declared");
	return experiment;
}

/**
 * A viewer as people are: most watch little, some for hours (log-normal), and each has a liking of their own, so that impressions of one
 * viewer are alike.
 */
function viewerOf(random: () => number, lift: number): Measures {
	const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	const impressions = 1 + Math.floor(Math.exp(2 + 0.8 * gauss()));
	const liking = Math.min(0.95, Math.max(0.02, 0.35 + 0.15 * gauss())) * (1 + lift);
	let longViews = 0;
	for (let one = 0; one < impressions; one++) if (random() < liking) longViews += 1;
	return { ...NOTHING, impressions, longViews, watchMinutes: Math.exp(1 + gauss()) * (1 + lift) };
}

/** Tail of the standard normal distribution (Abramowitz and Stegun 26.2.17, to 7.5e-8). */
function normal(z: number): number {
	const t = 1 / (1 + 0.2316419 * Math.abs(z));
	const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
	const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
	return z > 0 ? 1 - tail : tail;
}

/** Two-sided 5 %. */
const CRITICAL = 1.959964;

export function run(trial: Trial, seed: number): Found {
	const random = seeded(seed);
	const experiment = declarationOf(trial);
	let [better, worse, held, power] = [0, 0, 0, 0];
	for (let round = 0; round < trial.runs; round++) {
		const drawn = (count: number, lift: number) => momentsOf(Array.from({ length: count }, () => viewerOf(random, lift)));
		const [control, arm] = trial.viewers;
		const moments = new Map([
			[CONTROL, drawn(control, 0)],
			["arm", drawn(arm, trial.lift)],
		]);
		const report = reportOf(experiment, moments, AFTER);
		const code = report.verdicts[0]?.code;
		if (code === "better") better += 1;
		if (code === "worse") worse += 1;
		const [low, high] = liftOf(report) ?? [1, 0];
		if (low <= trial.lift && trial.lift <= high) held += 1;
		power += powerOf(report, trial.lift);
	}
	const share = (count: number) => count / trial.runs;
	return { trial, better: share(better), worse: share(worse), held: share(held), expected: share(power) };
}

const comparisonOf = (report: ExperimentReport) => report.metrics[0]?.arms[1]?.comparison ?? null;
const liftOf = (report: ExperimentReport) => comparisonOf(report)?.liftInterval ?? null;

/** How often a lift of this size shows where the detectable one, told by the report, shows four times of five. */
function powerOf(report: ExperimentReport, lift: number): number {
	const detectable = comparisonOf(report)?.minimumDetectableLift;
	if (detectable === null || detectable === undefined) return 0;
	const errors = (lift / detectable) * (CRITICAL + 0.841621);
	return normal(errors - CRITICAL) + normal(-errors - CRITICAL);
}
