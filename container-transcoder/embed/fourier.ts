/** Power spectrum of real signals of one power-of-two length, by an iterative radix-2 transform. */
export class PowerSpectrum {
	readonly #size: number;
	readonly #cos: Float64Array;
	readonly #sin: Float64Array;
	readonly #window: Float64Array;
	readonly #order: Uint32Array;
	readonly #re: Float64Array;
	readonly #im: Float64Array;

	constructor(size: number) {
		const bits = Math.log2(size);
		if (!Number.isInteger(bits) || bits < 1) throw new RangeError(`A transform's length is a power of two, not ${size}.`);
		this.#size = size;
		this.#cos = Float64Array.from({ length: size / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / size));
		this.#sin = Float64Array.from({ length: size / 2 }, (_, i) => -Math.sin((2 * Math.PI * i) / size));
		this.#window = Float64Array.from({ length: size }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size));
		this.#order = Uint32Array.from({ length: size }, (_, i) => {
			let reversed = 0;
			for (let bit = 0; bit < bits; bit++) reversed |= ((i >> bit) & 1) << (bits - 1 - bit);
			return reversed;
		});
		this.#re = new Float64Array(size);
		this.#im = new Float64Array(size);
	}

	/** Power of bins 0..size/2 of the Hann-windowed signal that starts at `offset`; beyond its end it is silent. */
	at(signal: Float32Array, offset: number): Float64Array {
		const [re, im, size] = [this.#re, this.#im, this.#size];
		for (let i = 0; i < size; i++) {
			const from = this.#order[i] ?? 0;
			re[i] = (signal[offset + from] ?? 0) * (this.#window[from] ?? 0);
			im[i] = 0;
		}
		for (let half = 1; half < size; half *= 2) {
			const stride = size / (2 * half);
			for (let start = 0; start < size; start += 2 * half) {
				for (let k = 0; k < half; k++) this.#butterfly(start + k, start + k + half, k * stride);
			}
		}
		return Float64Array.from({ length: size / 2 + 1 }, (_, i) => (re[i] ?? 0) ** 2 + (im[i] ?? 0) ** 2);
	}

	#butterfly(a: number, b: number, twiddle: number): void {
		const [re, im] = [this.#re, this.#im];
		const [c, s] = [this.#cos[twiddle] ?? 0, this.#sin[twiddle] ?? 0];
		const [br, bi] = [re[b] ?? 0, im[b] ?? 0];
		const [tr, ti] = [br * c - bi * s, br * s + bi * c];
		const [ar, ai] = [re[a] ?? 0, im[a] ?? 0];
		re[b] = ar - tr;
		im[b] = ai - ti;
		re[a] = ar + tr;
		im[a] = ai + ti;
	}
}
