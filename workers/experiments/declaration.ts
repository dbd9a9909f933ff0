import * as z from "zod";
import { CONTROL } from "../../contracts/experiment-outcomes.ts";
import { Experiment } from "../../contracts/experiments.ts";
import { FEED_PARAMETERS, isFeedParameter } from "./parameters.ts";

export type Declaration = z.input<typeof Experiment>;

/** An experiment as it runs: what was declared, its times in milliseconds. `end` is the first moment outside. */
export interface DeclaredExperiment extends Experiment {
	readonly from: number;
	readonly until: number;
}

/**
 * Checks declarations when they are loaded. @throws an error that names every fault: an experiment that is declared wrong
 * must not run, and one that is left out silently would be noticed weeks later.
 */
export function declare(declarations: readonly Declaration[]): readonly DeclaredExperiment[] {
	const faults: string[] = [];
	const experiments = declarations.flatMap((declaration): DeclaredExperiment[] => {
		const parsed = Experiment.safeParse(declaration);
		if (parsed.success) return [{ ...parsed.data, from: Date.parse(parsed.data.start), until: Date.parse(parsed.data.end) }];
		faults.push(`${declaration.id}: ${z.prettifyError(parsed.error)}`);
		return [];
	});
	for (const experiment of experiments) faults.push(...faultsOf(experiment).map((fault) => `${experiment.id}: ${fault}`));
	faults.push(...repeated(experiments.map(({ id }) => id)).map((id) => `${id}: declared twice`), ...collisions(experiments));
	if (faults.length > 0) throw new Error(`Experiments are declared wrong. ${faults.join("; ")}`);
	return Object.freeze(experiments);
}

/** Room for the rounding of shares such as three thirds. */
const ROUNDING = 1e-9;

function faultsOf({ from, until, arms, metric, guardrails }: DeclaredExperiment): string[] {
	const faults: string[] = [];
	if (!(from < until)) faults.push("start must be before end");
	const share = arms.reduce((sum, arm) => sum + arm.share, 0);
	if (share > 1 + ROUNDING) faults.push(`the arms' shares add up to ${Number(share.toFixed(4))}, more than 1`);
	for (const id of repeated(arms.map((arm) => arm.id))) faults.push(`arm ${id} is there twice`);
	if (guardrails.includes(metric)) faults.push(`${metric} can't be both the metric and a guardrail`);
	for (const id of repeated(guardrails)) faults.push(`guardrail ${id} is there twice`);
	const control = arms.find(({ id }) => id === CONTROL);
	if (control === undefined) faults.push(`an arm must be named ${CONTROL}`);
	for (const arm of arms) {
		const changes = Object.entries(arm.parameters);
		if (arm === control && changes.length > 0) faults.push(`${CONTROL} changes nothing`);
		if (arm !== control && changes.length === 0) faults.push(`arm ${arm.id} changes nothing`);
		for (const [name, value] of changes) {
			if (!isFeedParameter(name)) faults.push(`arm ${arm.id}: there is no parameter ${name}`);
			else if (value < FEED_PARAMETERS[name].min || value > FEED_PARAMETERS[name].max) {
				faults.push(`arm ${arm.id}: ${name} must be from ${FEED_PARAMETERS[name].min} to ${FEED_PARAMETERS[name].max}`);
			}
		}
	}
	return faults;
}

/** Names of the parameters that some arm of it changes. */
export const parametersOf = ({ arms }: Pick<Experiment, "arms">): ReadonlySet<string> =>
	new Set(arms.flatMap(({ parameters }) => Object.keys(parameters)));

/** Two experiments may run at once, being assigned independently, but not pull at the same parameter. */
function collisions(experiments: readonly DeclaredExperiment[]): string[] {
	return experiments.flatMap((one, place) =>
		experiments.slice(place + 1).flatMap((other) => {
			if (one.from >= other.until || other.from >= one.until) return [];
			const both = [...parametersOf(one)].filter((name) => parametersOf(other).has(name));
			return both.map((name) => `${one.id} and ${other.id} both change ${name} at the same time`);
		}),
	);
}

const repeated = (names: readonly string[]): string[] => [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];

export const isRunning = ({ from, until }: Pick<DeclaredExperiment, "from" | "until">, at: number): boolean => at >= from && at < until;

export const stateOf = (experiment: DeclaredExperiment, now: number): "scheduled" | "running" | "ended" =>
	isRunning(experiment, now) ? "running" : now < experiment.from ? "scheduled" : "ended";
