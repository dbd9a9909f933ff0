import type { MetricReport, Verdict } from "../../../contracts/experiments.ts";

export interface Evidence {
	readonly arm: string;
	readonly mismatch: boolean;
	readonly state: "scheduled" | "running" | "ended";
	readonly end: string;
	readonly fewest: number;
	readonly metrics: readonly MetricReport[];
}

/** Below so many viewers in an arm a mean of such skewed figures is not near normal: no verdict. */
export const VIEWERS_MIN = 100;

/** A guardrail is looked at every day: while it runs, harm must be as sure as a mismatch is, or chance would cry it sooner or later. */
const HARM_BELOW = 0.001;

type Side = "better" | "worse" | "unclear";

/** Where the interval lies: wholly on the good side of nothing, wholly on the bad one, or across. */
function sideOf(metric: MetricReport, arm: string): Side {
	const interval = metric.arms.find((one) => one.arm === arm)?.comparison?.interval;
	if (interval === undefined || (interval[0] <= 0 && interval[1] >= 0)) return "unclear";
	return interval[0] > 0 === (metric.better === "higher") ? "better" : "worse";
}

/** What follows for one arm, in one sentence or two. Nothing is decided before the end: whoever may stop at will finds what they want. */
export function verdictOf({ arm, mismatch, state, end, fewest, metrics }: Evidence): Verdict {
	const say = (code: Verdict["code"], text: string): Verdict => ({ arm, code, text });
	if (mismatch) {
		return say("invalid", "Viewers are not spread over the arms as declared. Don't believe these figures: find out who is missing first.");
	}
	if (state === "scheduled") return say("too_few", "It has not begun.");
	const harmed = metrics.filter((metric) => {
		const pValue = metric.arms.find((one) => one.arm === arm)?.comparison?.pValue ?? 1;
		return metric.role === "guardrail" && sideOf(metric, arm) === "worse" && (state === "ended" || pValue < HARM_BELOW);
	});
	const harm = harmed.map(({ title }) => title.toLowerCase()).join(", ");
	if (fewest < VIEWERS_MIN) {
		return say("too_few", `An arm has ${fewest} viewers; from ${VIEWERS_MIN} on there is something to say.`);
	}
	if (state === "running") {
		const until = `Decide when it ends, on ${end.slice(0, 10)}.`;
		return harm === "" ? say("running", until) : say("harmful", `A guardrail suffers: ${harm}. Consider ending it now.`);
	}
	const [primary] = metrics;
	const side = primary === undefined ? "unclear" : sideOf(primary, arm);
	if (side === "worse") return say("worse", "Worse than control. Keep things as they are.");
	if (harm !== "") return say("harmful", `A guardrail suffers: ${harm}. Keep things as they are.`);
	if (side === "better") return say("better", "Better than control, and no guardrail suffers. Make it the default.");
	return say("no_difference", "No difference was found that chance would not make. Keep the simpler.");
}
