import type { ExperimentReport, MetricReport } from "../../../contracts/experiments.ts";

/** The operators' page is written in English, its figures as well. */
const LOCALE = "en";

const number = (digits: number, signed = false) =>
	new Intl.NumberFormat(LOCALE, {
		maximumFractionDigits: digits,
		minimumFractionDigits: digits,
		...(signed ? { signDisplay: "exceptZero" as const } : {}),
	});
const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeZone: "UTC" });

export const dayOf = (time: string): string => day.format(new Date(time));
export const percent = (share: number, digits = 1): string => `${number(digits).format(share * 100)} %`;
export const signedPercent = (share: number): string =>
	`${number(1, true)
		.format(share * 100)
		.replace("-", "−")} %`;

/** A metric's value in its unit: a rate as a percentage. */
export function figure(value: number | null, unit: string): string {
	if (value === null) return "–";
	if (unit === "%") return percent(value);
	return `${number(2).format(value)}${unit === "" ? "" : ` ${unit}`}`;
}

/** Probabilities as papers print them. */
export const probability = (p: number): string => (p < 0.001 ? "< 0.001" : number(3).format(p));

const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** Half the width of the bars' common axis, as a lift: the least round one that holds every interval, within reason. Null without any. */
export function axisOf(metrics: readonly MetricReport[]): number | null {
	const ends = metrics.flatMap(({ arms }) => arms.flatMap(({ comparison }) => comparison?.liftInterval ?? []));
	if (ends.length === 0) return null;
	const most = Math.max(...ends.map(Math.abs));
	return STEPS.find((step) => step >= most) ?? 10;
}

/** How much of its time an experiment has had, 0 to 1. */
export function elapsed({ experiment, generatedAt }: Pick<ExperimentReport, "experiment" | "generatedAt">): number {
	const [from, until, now] = [experiment.start, experiment.end, generatedAt].map((time) => Date.parse(time)) as [number, number, number];
	return Math.min(1, Math.max(0, (now - from) / (until - from)));
}
