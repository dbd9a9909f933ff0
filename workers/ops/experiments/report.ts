import { CONTROL, VIEWERS_NEEDED } from "../../../contracts/experiment-outcomes.ts";
import { type ExperimentReport, type ListedExperiment, METRICS, type MetricId, type MetricReport } from "../../../contracts/experiments.ts";
import type { Measure } from "../../experiments/index.ts";
import { type DeclaredExperiment, type Moments, NO_MOMENTS, stateOf } from "../../experiments/index.ts";
import { compare, type Estimate, MISMATCH_BELOW, meanOf, ratioOf, sampleRatioPValue, standardError } from "./statistics.ts";
import { verdictOf } from "./verdict.ts";

/** Of the intervals when one arm is compared; shared out among several (Bonferroni), so that all hold together. */
const ALPHA = 0.05;

const MEASURE_OF: Record<MetricId, Measure> = {
	watch_minutes: "watchMinutes",
	sessions: "sessions",
	impressions: "impressions",
	likes: "likes",
	long_view_rate: "longViews",
	skip_rate: "skips",
};

export function listed(experiment: DeclaredExperiment, now: number): ListedExperiment {
	const { from: _from, until: _until, ...declared } = experiment;
	return { ...declared, state: stateOf(experiment, now) };
}

/** What an experiment shows by now. Pure: the same moments give the same report. */
export function reportOf(experiment: DeclaredExperiment, moments: ReadonlyMap<string, Moments>, now: number): ExperimentReport {
	const { arms, metric, guardrails, end } = experiment;
	const alpha = ALPHA / (arms.length - 1);
	const counts = arms.map(({ id }) => moments.get(id)?.viewers ?? 0);
	const total = counts.reduce((sum, count) => sum + count, 0);
	const traffic = arms.reduce((sum, { share }) => sum + share, 0);
	const pValue = sampleRatioPValue(
		counts,
		arms.map(({ share }) => share),
	);
	const mismatch = pValue !== null && pValue < MISMATCH_BELOW;
	const metrics = [
		metricReport(experiment, moments, metric, "primary", alpha),
		...guardrails.map((guardrail) => metricReport(experiment, moments, guardrail, "guardrail", alpha)),
	];
	const state = stateOf(experiment, now);
	return {
		experiment: listed(experiment, now),
		generatedAt: new Date(now).toISOString(),
		confidence: 1 - alpha,
		arms: arms.map(({ id, share }, place) => ({
			arm: id,
			viewers: counts[place] ?? 0,
			share: total === 0 ? null : (counts[place] ?? 0) / total,
			expectedShare: share / traffic,
		})),
		sampleRatio: { pValue, mismatch },
		metrics,
		viewersNeeded: VIEWERS_NEEDED,
		verdicts: arms
			.filter(({ id }) => id !== CONTROL)
			.flatMap(({ id }) => {
				const viewers = Math.min(moments.get(CONTROL)?.viewers ?? 0, moments.get(id)?.viewers ?? 0);
				return verdictOf({ arm: id, mismatch, state, end, viewers, metrics, confidence: 1 - alpha }) ?? [];
			}),
	};
}

function metricReport(
	{ arms }: DeclaredExperiment,
	moments: ReadonlyMap<string, Moments>,
	metric: MetricId,
	role: MetricReport["role"],
	alpha: number,
): MetricReport {
	const { title, unit, better } = METRICS[metric];
	const control = estimateOf(metric, moments.get(CONTROL) ?? NO_MOMENTS);
	return {
		metric,
		title,
		unit,
		better,
		role,
		arms: arms.map(({ id }) => {
			const estimate = estimateOf(metric, moments.get(id) ?? NO_MOMENTS);
			return {
				arm: id,
				mean: estimate?.mean ?? null,
				standardError: estimate === null ? null : standardError(estimate),
				comparison: id === CONTROL || !isEnough(estimate) || !isEnough(control) ? null : compare(estimate, control, alpha),
			};
		}),
	};
}

const isEnough = (estimate: Estimate | null): estimate is Estimate => estimate !== null && estimate.viewers >= VIEWERS_NEEDED;

function estimateOf(metric: MetricId, { viewers, sums, squares, products }: Moments): Estimate | null {
	const measure = MEASURE_OF[metric];
	if (METRICS[metric].kind === "mean") return meanOf(viewers, sums[measure], squares[measure]);
	return ratioOf({
		viewers,
		x: sums[measure],
		y: sums.impressions,
		xx: squares[measure],
		yy: squares.impressions,
		xy: products[measure],
	});
}
