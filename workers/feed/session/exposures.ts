import type { ArmTag, Exposure } from "../../../contracts/queues.ts";
import {
	assign,
	type DeclaredExperiment,
	type FeedParameter,
	type FeedParameters,
	isRunning,
	parametersOf,
	USUAL_PARAMETERS,
} from "../../experiments/index.ts";

/** What a queue was laid out by, and the arms that say so: control's as well, whose values are the usual ones. */
export interface Tuning {
	readonly parameters: FeedParameters;
	readonly arms: readonly { readonly experiment: string; readonly arm: string }[];
}

/** What laying out videos that come again makes use of: nothing is retrieved or explored. */
const USED_IN_REPEATS: ReadonlySet<string> = new Set<FeedParameter>(["diversity", "jitter"]);

/**
 * The experiments of one viewer. An arm is a matter of the viewer's name until it was shown; from then on the session remembers
 * it, whatever becomes of the shares, and passes it on when a guest signs up. `known` are the arms that were shown.
 */

/** The parameters for a queue made now. */
export function tuningOf(
	known: readonly Exposure[],
	experiments: readonly DeclaredExperiment[],
	viewer: string,
	now: number,
	repeats = false,
): Tuning {
	let parameters = repeats ? { ...USUAL_PARAMETERS, exploration: 0 } : USUAL_PARAMETERS;
	const arms: { experiment: string; arm: string }[] = [];
	for (const experiment of experiments) {
		if (!isRunning(experiment, now)) continue;
		const id = known.find((exposure) => exposure.experiment === experiment.id)?.arm ?? assign(experiment, viewer);
		const arm = experiment.arms.find((one) => one.id === id);
		if (arm === undefined || (repeats && ![...parametersOf(experiment)].some((name) => USED_IN_REPEATS.has(name)))) continue;
		arms.push({ experiment: experiment.id, arm: arm.id });
		parameters = { ...parameters, ...arm.parameters, ...(repeats ? { exploration: 0 } : {}) };
	}
	return { parameters, arms };
}

/** Slots laid out under these arms are being shown. @returns the exposures that are new: each is told once per experiment */
export function exposed(
	known: readonly Exposure[],
	experiments: readonly DeclaredExperiment[],
	arms: Tuning["arms"],
	unit: string,
	now: number,
): Exposure[] {
	return arms.flatMap(({ experiment, arm }): Exposure[] => {
		const runs = experiments.some((declared) => declared.id === experiment && isRunning(declared, now));
		if (!runs || known.some((exposure) => exposure.experiment === experiment)) return [];
		return [{ experiment, arm, unit, at: now }];
	});
}

/** Arms that something which happened at this time is to be counted for: while the experiment ran, after the exposure. */
export function tagsAt(known: readonly Exposure[], experiments: readonly DeclaredExperiment[], at: number): ArmTag[] {
	return known.flatMap(({ experiment, arm, unit, at: since }) => {
		const counts = at >= since && experiments.some((declared) => declared.id === experiment && isRunning(declared, at));
		return counts ? [{ experiment, arm, unit }] : [];
	});
}

/** With a guest's arms, and the name they are counted under; an arm of one's own goes before. Nothing is told on again. */
export function inherited(known: readonly Exposure[], exposures: readonly Exposure[]): readonly Exposure[] {
	const taken = exposures.filter(({ experiment }) => !known.some((exposure) => exposure.experiment === experiment));
	return taken.length === 0 ? known : [...known, ...taken];
}
