import * as z from "zod";
import { endpoint } from "./endpoint.ts";

/** What an experiment can be decided by. `ratio`: summed over viewers before it is divided, so that a busy viewer weighs by their impressions. */
export const METRICS = {
	watch_minutes: { title: "Watch time per viewer", unit: "min", better: "higher", kind: "mean" },
	sessions: { title: "Sessions per viewer", unit: "", better: "higher", kind: "mean" },
	impressions: { title: "Feed impressions per viewer", unit: "", better: "higher", kind: "mean" },
	likes: { title: "Likes per viewer", unit: "", better: "higher", kind: "mean" },
	long_view_rate: { title: "Long views of feed impressions", unit: "%", better: "higher", kind: "ratio" },
	skip_rate: { title: "Skips of feed impressions", unit: "%", better: "lower", kind: "ratio" },
} as const;
export type MetricId = keyof typeof METRICS;
export const MetricId = z.enum(Object.keys(METRICS) as [MetricId, ...MetricId[]]);

const Name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by hyphens");
export const ExperimentArm = z.object({
	id: Name,
	share: z.number().gt(0).max(1).describe("Share of all viewers"),
	parameters: z.record(z.string(), z.number()).default({}).describe("Feed parameters this arm changes"),
});
export const Experiment = z.object({
	id: Name,
	hypothesis: z.string().min(20).describe("What is changed, and what is expected of it"),
	start: z.iso.datetime(),
	end: z.iso.datetime(),
	metric: MetricId.describe("Decides the experiment"),
	guardrails: z.array(MetricId).default([]).describe("Must not get worse"),
	arms: z.array(ExperimentArm).min(2),
});
export type Experiment = z.infer<typeof Experiment>;

const Interval = z.tuple([z.number(), z.number()]);
export const Comparison = z.object({
	difference: z.number().describe("Mean of the arm less that of control"),
	interval: Interval.describe("Confidence interval of the difference"),
	lift: z.number().nullable().describe("Difference as a share of control's mean; null when that is 0"),
	liftInterval: Interval.nullable().describe(
		"By the same test as `pValue`: it holds 0 exactly when that is no less than 1 − confidence. Null where control's mean is not known to differ from 0: the lift has no bounds then",
	),
	pValue: z.number().min(0).max(1),
	minimumDetectable: z.number().describe("Smallest true difference that this many viewers would show in four of five runs"),
	minimumDetectableLift: z.number().nullable(),
});
export type Comparison = z.infer<typeof Comparison>;

export const MetricReport = z.object({
	metric: MetricId,
	title: z.string(),
	unit: z.string(),
	better: z.enum(["higher", "lower"]),
	role: z.enum(["primary", "guardrail"]),
	arms: z.array(
		z.object({
			arm: z.string(),
			mean: z.number().nullable(),
			standardError: z.number().nullable(),
			comparison: Comparison.nullable().describe("Null for control, and while viewers are too few"),
		}),
	),
});
export type MetricReport = z.infer<typeof MetricReport>;

export const ExperimentState = z.enum(["scheduled", "running", "ended"]);
export const ListedExperiment = Experiment.extend({ state: ExperimentState });
export type ListedExperiment = z.infer<typeof ListedExperiment>;

export const SampleRatio = z.object({
	pValue: z.number().nullable().describe("Chi-square test of the viewers against the declared shares; null while they are too few"),
	mismatch: z.boolean().describe("True below .001: the arms are not comparable, and no other figure here may be believed"),
});

export const Verdict = z.object({
	arm: z.string(),
	code: z.enum(["invalid", "running", "better", "worse", "no_difference", "harmful"]),
	text: z.string().describe("In words"),
});
export type Verdict = z.infer<typeof Verdict>;

export const ExperimentReport = z.object({
	experiment: ListedExperiment,
	generatedAt: z.iso.datetime(),
	confidence: z.number().describe("Of the intervals: 0.95, and more when several arms are compared with control"),
	arms: z.array(
		z.object({
			arm: z.string(),
			viewers: z.int().describe("Exposed viewers"),
			share: z.number().nullable().describe("Of all exposed viewers"),
			expectedShare: z.number(),
		}),
	),
	sampleRatio: SampleRatio,
	metrics: z.array(MetricReport),
	viewersNeeded: z.int().describe("In control and in an arm, before the two are compared"),
	verdicts: z.array(Verdict).describe("One for each arm but control that has begun and has the viewers needed"),
});
export type ExperimentReport = z.infer<typeof ExperimentReport>;

export const listExperiments = endpoint({
	id: "listExperiments",
	method: "GET",
	path: "/internal/experiments",
	tag: "Operators",
	access: "admin",
	status: 200,
	summary: "All declared experiments",
	answer: z.object({ experiments: z.array(ListedExperiment) }),
});
export const experimentReport = endpoint({
	id: "experimentReport",
	method: "GET",
	path: "/internal/experiments/:id/report",
	tag: "Operators",
	access: "admin",
	status: 200,
	summary: "What an experiment shows: viewers, differences with intervals, sample-ratio check, verdict",
	params: z.object({ id: z.string().max(100) }),
	answer: ExperimentReport,
	problems: ["experiment_not_found"],
});
