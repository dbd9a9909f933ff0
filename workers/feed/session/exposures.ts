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
import type { SessionStore } from "./store.ts";

/** What a queue was laid out by, and the arms that say so: control's as well, whose values are the usual ones. */
export interface Tuning {
	readonly parameters: FeedParameters;
	readonly arms: readonly { readonly experiment: string; readonly arm: string }[];
}

/** What laying out videos that come again makes use of: nothing is retrieved or explored. */
const USED_IN_REPEATS: ReadonlySet<string> = new Set<FeedParameter>(["diversity", "jitter"]);

type ExposureStore = Pick<SessionStore, "read" | "write" | "name"> & { readonly outbox: Pick<SessionStore["outbox"], "add"> };

/**
 * The experiments of one viewer. An arm is a matter of the viewer's name until it was shown; from then on this session remembers
 * it, whatever becomes of the shares, and passes it on when a guest signs up.
 */
export class Exposures {
	readonly #store: ExposureStore;
	readonly #experiments: readonly DeclaredExperiment[];

	constructor(store: ExposureStore, experiments: readonly DeclaredExperiment[]) {
		this.#store = store;
		this.#experiments = experiments;
	}

	/** The parameters for a queue made now. */
	tuning(viewer: string, now: number, repeats = false): Tuning {
		const known = this.#known();
		let parameters = repeats ? { ...USUAL_PARAMETERS, exploration: 0 } : USUAL_PARAMETERS;
		const arms: { experiment: string; arm: string }[] = [];
		for (const experiment of this.#experiments) {
			if (!isRunning(experiment, now)) continue;
			const id = known.find((exposure) => exposure.experiment === experiment.id)?.arm ?? assign(experiment, viewer);
			const arm = experiment.arms.find((one) => one.id === id);
			if (arm === undefined || (repeats && ![...parametersOf(experiment)].some((name) => USED_IN_REPEATS.has(name)))) continue;
			arms.push({ experiment: experiment.id, arm: arm.id });
			parameters = { ...parameters, ...arm.parameters, ...(repeats ? { exploration: 0 } : {}) };
		}
		return { parameters, arms };
	}

	/** Slots laid out under these arms are being shown: told on once per experiment. @returns whether one was new */
	show(arms: Tuning["arms"], now: number): boolean {
		const known = this.#known();
		const fresh = arms.flatMap(({ experiment, arm }): Exposure[] => {
			const runs = this.#experiments.some((declared) => declared.id === experiment && isRunning(declared, now));
			if (!runs || known.some((exposure) => exposure.experiment === experiment)) return [];
			return [{ experiment, arm, unit: this.#store.name(), at: now }];
		});
		if (fresh.length === 0) return false;
		this.#keep([...known, ...fresh]);
		this.#store.outbox.add({ exposures: fresh }, now);
		return true;
	}

	/** Arms that something which happened at this time is to be counted for: while the experiment ran, after the exposure. */
	tagsAt(at: number): ArmTag[] {
		return this.#known().flatMap(({ experiment, arm, unit, at: since }) => {
			const counts = at >= since && this.#experiments.some((declared) => declared.id === experiment && isRunning(declared, at));
			return counts ? [{ experiment, arm, unit }] : [];
		});
	}

	all(): readonly Exposure[] {
		return this.#known();
	}

	/** Takes over a guest's arms, and the name they are counted under; an arm of one's own goes before. Nothing is told on again. */
	inherit(exposures: readonly Exposure[]): void {
		const known = this.#known();
		const taken = exposures.filter(({ experiment }) => !known.some((exposure) => exposure.experiment === experiment));
		if (taken.length > 0) this.#keep([...known, ...taken]);
	}

	#known(): readonly Exposure[] {
		const text = this.#store.read("exposures");
		return text === null ? [] : (JSON.parse(text) as Exposure[]);
	}

	/** Those of experiments that are declared no more are forgotten here. */
	#keep(exposures: readonly Exposure[]): void {
		const declared = new Set(this.#experiments.map(({ id }) => id));
		this.#store.write("exposures", JSON.stringify(exposures.filter(({ experiment }) => declared.has(experiment))));
	}
}
