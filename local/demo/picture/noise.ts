import { seeded } from "../../../contracts/seeded.ts";
import type { Random } from "../random.ts";

const SIZE = 256;
const fade = (t: number) => t * t * (3 - 2 * t);

/** Smooth noise that repeats every 256 units: a table of random values, blended. */
export class Noise {
	readonly #values: Float32Array;

	constructor(seed: number) {
		const random: Random = seeded(seed);
		this.#values = Float32Array.from({ length: SIZE * SIZE }, random);
	}

	/** Value at a place, 0..1. */
	at(x: number, y: number): number {
		const [x0, y0] = [Math.floor(x), Math.floor(y)];
		const [u, v] = [fade(x - x0), fade(y - y0)];
		const [xa, xb] = [x0 & (SIZE - 1), (x0 + 1) & (SIZE - 1)];
		const [ya, yb] = [(y0 & (SIZE - 1)) * SIZE, ((y0 + 1) & (SIZE - 1)) * SIZE];
		const values = this.#values;
		const top = (values[ya + xa] ?? 0) * (1 - u) + (values[ya + xb] ?? 0) * u;
		const bottom = (values[yb + xa] ?? 0) * (1 - u) + (values[yb + xb] ?? 0) * u;
		return top * (1 - v) + bottom * v;
	}

	/** Octaves of the noise laid over each other, each half as strong and twice as fine; 0..1. */
	fractal(x: number, y: number, octaves: number): number {
		let [sum, strength, total, scale] = [0, 1, 0, 1];
		for (let octave = 0; octave < octaves; octave++) {
			sum += strength * this.at(x * scale + octave * 17.3, y * scale + octave * 9.1);
			total += strength;
			strength /= 2;
			scale *= 2;
		}
		return sum / total;
	}
}
