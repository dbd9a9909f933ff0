import type { DeadLetter } from "../../../contracts/dead-letters.ts";
import type { Comparison, ExperimentReport, MetricReport } from "../../../contracts/experiments.ts";
import type { Health } from "../../../contracts/health.ts";

export const FAKE_TOKEN = "operators-of-the-fake-api";

export const FAKE_HEALTH: Health = {
	status: "degraded",
	parts: {
		database: { status: "ok", ms: 12 },
		redis: { status: "ok", ms: 3 },
		vectors: { status: "failed", ms: 2_000, detail: "no answer within 2000 ms" },
		transcoder: { status: "ok", ms: 0, detail: "started on demand" },
		uploads: { status: "ok", ms: 2, detail: "not probed lately" },
	},
};

const DAY = 86_400_000;
const from = (days: number) => new Date(Date.now() + days * DAY).toISOString();

/** A comparison whose 95 % interval is `lift` ± `half`, over control's mean. */
function comparison(mean: number, lift: number, half: number, pValue: number): Comparison {
	return {
		difference: lift * mean,
		interval: [(lift - half) * mean, (lift + half) * mean],
		lift,
		liftInterval: [lift - half, lift + half],
		pValue,
		minimumDetectable: half * 1.43 * mean,
		minimumDetectableLift: half * 1.43,
	};
}

type Description = Pick<MetricReport, "metric" | "title" | "unit" | "better" | "role">;
const WATCH: Description = { metric: "watch_minutes", title: "Watch time per viewer", unit: "min", better: "higher", role: "primary" };
const SESSIONS: Description = { metric: "sessions", title: "Sessions per viewer", unit: "", better: "higher", role: "guardrail" };
const SKIPS: Description = { metric: "skip_rate", title: "Skips of feed impressions", unit: "%", better: "lower", role: "guardrail" };

const metric = (described: Description, arm: string, mean: number, lift: number, half: number, pValue: number): MetricReport => ({
	...described,
	arms: [
		{ arm: "control", mean, standardError: (mean * half) / 2.8, comparison: null },
		{ arm, mean: mean * (1 + lift), standardError: (mean * half) / 2.8, comparison: comparison(mean, lift, half, pValue) },
	],
});

const report = (
	experiment: Pick<ExperimentReport["experiment"], "id" | "hypothesis" | "state" | "start" | "end"> & {
		arm: string;
		parameters: Record<string, number>;
	},
	viewers: readonly [number, number],
	rest: Pick<ExperimentReport, "sampleRatio" | "metrics"> & { verdict: Omit<ExperimentReport["verdicts"][number], "arm"> | null },
): ExperimentReport => {
	const { arm, parameters, ...told } = experiment;
	const arms = [
		{ id: "control", share: 0.5, parameters: {} },
		{ id: arm, share: 0.5, parameters },
	];
	return {
		experiment: { ...told, metric: "watch_minutes", guardrails: ["sessions", "skip_rate"], arms },
		generatedAt: from(0),
		confidence: 0.95,
		arms: arms.map(({ id }, place) => ({
			arm: id,
			viewers: viewers[place] ?? 0,
			expectedShare: 0.5,
			share: (viewers[place] ?? 0) / (viewers[0] + viewers[1]),
		})),
		sampleRatio: rest.sampleRatio,
		metrics: rest.metrics,
		viewersNeeded: 100,
		verdicts: rest.verdict === null ? [] : [{ arm, ...rest.verdict }],
	};
};

/** One that runs, one that ended well, one whose sample is spoilt, and one nobody has met yet. */
export const fakeReports = (): ExperimentReport[] => [
	report(
		{
			id: "exploration-share",
			state: "running",
			start: from(-25),
			end: from(68),
			arm: "one-in-eight",
			parameters: { exploration: 0.125 },
			hypothesis: "One slot in eight for new and uncertain videos, in place of one in five, is watched longer without boring anyone.",
		},
		[48_210, 48_377],
		{
			sampleRatio: { pValue: 0.591, mismatch: false },
			metrics: [
				metric(WATCH, "one-in-eight", 24.61, 0.012, 0.019, 0.214),
				metric(SESSIONS, "one-in-eight", 3.42, -0.004, 0.011, 0.48),
				metric(SKIPS, "one-in-eight", 0.312, -0.021, 0.009, 0.00002),
			],
			verdict: { code: "running", text: "Decide when it ends, on 2027-02-02." },
		},
	),
	report(
		{
			id: "dearer-repetition",
			state: "ended",
			start: from(-60),
			end: from(-30),
			arm: "dearer",
			parameters: { diversity: 1.5 },
			hypothesis: "When the same creator comes back less often, people stay for longer.",
		},
		[20_122, 20_017],
		{
			sampleRatio: { pValue: 0.6, mismatch: false },
			metrics: [
				metric(WATCH, "dearer", 22.9, 0.047, 0.021, 0.000012),
				metric(SESSIONS, "dearer", 3.31, 0.006, 0.014, 0.402),
				metric(SKIPS, "dearer", 0.329, -0.006, 0.011, 0.285),
			],
			verdict: { code: "better", text: "Better than control, and no guardrail suffers. Make it the default." },
		},
	),
	report(
		{
			id: "wider-retrieval",
			state: "running",
			start: from(-9),
			end: from(12),
			arm: "wide",
			parameters: { candidates: 800, jitter: 0.2 },
			hypothesis: "Eight hundred candidates instead of five hundred find more that is worth the wait.",
		},
		[9_812, 8_903],
		{
			sampleRatio: { pValue: 3e-11, mismatch: true },
			metrics: [
				metric(WATCH, "wide", 24.2, 0.088, 0.043, 0.00006),
				metric(SESSIONS, "wide", 3.4, 0.031, 0.028, 0.029),
				metric(SKIPS, "wide", 0.317, 0.034, 0.022, 0.002),
			],
			verdict: {
				code: "invalid",
				text: "Viewers are not spread over the arms as declared. Don't believe these figures: find out who is missing first.",
			},
		},
	),
	{
		...report(
			{
				id: "no-chance",
				state: "running",
				start: from(-1),
				end: from(20),
				arm: "none",
				parameters: { jitter: 0 },
				hypothesis: "Without a grain of chance in the order nobody misses anything.",
			},
			[0, 1],
			{
				sampleRatio: { pValue: null, mismatch: false },
				metrics: [],
				verdict: null,
			},
		),
		metrics: [WATCH, SESSIONS, SKIPS].map((told) => ({
			...told,
			arms: ["control", "none"].map((arm) => ({ arm, mean: null, standardError: null, comparison: null })),
		})),
	},
];

/** One that can be sent again, one nobody can read. */
export const fakeLetters = (): DeadLetter[] => [
	{
		id: "bGV0dGVyLTE",
		queue: "reelay-cleanup",
		messageId: "m-4711",
		why: "refused for a week",
		keptAt: from(-2),
		body: { kind: "purge_video", videoId: "4711" },
		canRetry: true,
	},
	{
		id: "bGV0dGVyLTI",
		queue: "reelay-events",
		messageId: "m-4712",
		why: "events.0.at: invalid_type",
		keptAt: from(-5),
		body: { v: 1 },
		canRetry: false,
	},
];
