import { MODEL_VERSION, type RankModel } from "./model.ts";
import { type LearningHead, predict, snapshot, startLearning, step } from "./online.ts";
import { decodeHead, encodeHead, type OnlineState } from "./online-state.ts";

/** One impression, with the features it had when it was shown. */
export interface Impression {
	/** As `featureRow` gave. */
	readonly row: ArrayLike<number>;
	readonly surface: string | null;
	readonly longView: boolean;
	/** Milliseconds watched; null when the log does not say. */
	readonly watchMs: number | null;
}

export interface Prediction {
	readonly pLongView: number;
	readonly watchMs: number;
}

/** Learning rates: the curve is in docs/recommender.md. */
const RATE = 0.05;
/** How sure the starting model counts as, in squared gradients a weight. */
const SETTLED = 8;
/** One impression's watch time moves the model as if it missed by no more than this, in ln seconds: a video left running overnight. */
const MISS_MAX = 2;

/**
 * Corrects a model from the event stream: log loss for the long view, absolute-like (clipped) loss for ln(1 + seconds),
 * whose minimiser is near the median. State is a few kilobytes; one update is some microseconds.
 */
export class OnlineRanker {
	readonly #base: RankModel;
	readonly #longView: LearningHead;
	readonly #watch: LearningHead;
	#updates = 0;

	/** @param state what `state()` of a ranker on the same base gave; it goes on from there */
	constructor(model: RankModel, state?: OnlineState) {
		this.#base = model;
		this.#longView = state === undefined ? startLearning(model.longView, SETTLED) : decodeHead(state.longView);
		this.#watch = state === undefined ? startLearning(model.watch, SETTLED) : decodeHead(state.watch);
		this.#updates = state?.updates ?? 0;
	}

	/** All that was learned, to be kept beside the base. */
	state(): OnlineState {
		return { v: MODEL_VERSION, updates: this.#updates, longView: encodeHead(this.#longView), watch: encodeHead(this.#watch) };
	}

	get updates(): number {
		return this.#updates;
	}

	predict(row: ArrayLike<number>, surface: string | null): Prediction {
		return {
			pLongView: 1 / (1 + Math.exp(-predict(this.#longView, row, surface))),
			watchMs: Math.max(0, Math.expm1(predict(this.#watch, row, surface))) * 1000,
		};
	}

	learn(impression: Impression): void {
		const { row, surface, longView, watchMs } = impression;
		this.#updates++;
		const p = 1 / (1 + Math.exp(-predict(this.#longView, row, surface)));
		step(this.#longView, row, p - (longView ? 1 : 0), RATE, surface);
		if (watchMs === null || !Number.isFinite(watchMs)) return;
		const miss = predict(this.#watch, row, surface) - Math.log1p(Math.max(0, watchMs) / 1000);
		step(this.#watch, row, Math.max(-MISS_MAX, Math.min(MISS_MAX, miss)), RATE, surface);
	}

	/** The model as corrected so far, to be served. */
	model(id: string, now: number): RankModel {
		return { ...this.#base, id, trainedAt: now, longView: snapshot(this.#longView), watch: snapshot(this.#watch) };
	}
}
