/** Lessons over which the mean is taken: older ones fade. */
const OVER = 2_000;

/** How true the predictions were that came before each lesson: of what was given 30 %, 30 % should be long views. */
export class Calibration {
	#weight = 0;
	#predicted = 0;
	#seen = 0;
	#loss = 0;

	/** @param predicted probability of a long view, @param longView whether it was one */
	note(predicted: number, longView: boolean): void {
		const keep = 1 - 1 / OVER;
		this.#weight = this.#weight * keep + 1;
		this.#predicted = this.#predicted * keep + predicted;
		this.#seen = this.#seen * keep + (longView ? 1 : 0);
		this.#loss = this.#loss * keep - Math.log(Math.max(1e-6, longView ? predicted : 1 - predicted));
	}

	/** Means of what was predicted and what came, and the log loss; null before the first lesson. */
	get means(): { readonly predicted: number; readonly observed: number; readonly logLoss: number } | null {
		const weight = this.#weight;
		if (weight === 0) return null;
		return { predicted: this.#predicted / weight, observed: this.#seen / weight, logLoss: this.#loss / weight };
	}
}
