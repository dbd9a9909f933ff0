import { type Outcome, outcomeOf, VIEWERS_NEEDED } from "../../../contracts/experiment-outcomes.ts";
import type { MetricReport, Verdict } from "../../../contracts/experiments.ts";

export interface Evidence {
	readonly arm: string;
	readonly mismatch: boolean;
	readonly state: "scheduled" | "running" | "ended";
	readonly end: string;
	/** Viewers of the arm or of control, whichever has fewer. */
	readonly viewers: number;
	readonly metrics: readonly MetricReport[];
	/** Of the intervals. */
	readonly confidence: number;
}

/** A guardrail is looked at every day: while it runs, harm must be as sure as a mismatch is, or chance would cry it sooner or later. */
const HARM_BELOW = 0.001;

/**
 * What follows for one arm, in one sentence or two. Nothing is decided before the end: whoever may stop at will finds what they want.
 * @returns null before it has begun, and while viewers are too few to say anything
 */
export function verdictOf({ arm, mismatch, state, end, viewers, metrics, confidence }: Evidence): Verdict | null {
	if (state === "scheduled" || viewers < VIEWERS_NEEDED) return null;
	const say = (code: Verdict["code"], text: string): Verdict => ({ arm, code, text });
	if (mismatch) {
		return say("invalid", "Viewers are not spread over the arms as declared. Don't believe these figures: find out who is missing first.");
	}
	const comparisonOf = (metric: MetricReport) => metric.arms.find((one) => one.arm === arm)?.comparison ?? null;
	const sideOf = (metric: MetricReport): Outcome => {
		const comparison = comparisonOf(metric);
		return comparison === null ? "unclear" : outcomeOf(metric.better, comparison, confidence);
	};
	const harmed = metrics.filter((metric) => {
		const isSure = state === "ended" || (comparisonOf(metric)?.pValue ?? 1) < HARM_BELOW;
		return metric.role === "guardrail" && isSure && sideOf(metric) === "worse";
	});
	const harm = harmed.map(({ title }) => title.toLowerCase()).join(", ");
	if (state === "running") {
		const until = `Decide when it ends, on ${end.slice(0, 10)}.`;
		return harm === "" ? say("running", until) : say("harmful", `A guardrail suffers: ${harm}. Consider ending it now.`);
	}
	const [primary] = metrics;
	const side = primary === undefined ? "unclear" : sideOf(primary);
	if (side === "worse") return say("worse", "Worse than control. Keep things as they are.");
	if (harm !== "") return say("harmful", `A guardrail suffers: ${harm}. Keep things as they are.`);
	if (side === "better") return say("better", "Better than control, and no guardrail suffers. Make it the default.");
	return say("no_difference", "No difference was found that chance would not make. Keep the simpler.");
}
