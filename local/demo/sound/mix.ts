/** Samples a second of the demo sound; enough for 16 kHz of treble. */
export const MIX_RATE = 32_000;

/** A stereo track in the making. */
export class Mix {
	readonly left: Float32Array;
	readonly right: Float32Array;

	constructor(seconds: number) {
		this.left = new Float32Array(Math.ceil(seconds * MIX_RATE));
		this.right = new Float32Array(this.left.length);
	}

	get length(): number {
		return this.left.length;
	}

	/** Adds a voice: `sample(i)` gives its i-th sample. `pan` -1 is left, 1 right. Past the end it is cut. */
	add(start: number, seconds: number, gain: number, pan: number, sample: (i: number) => number): void {
		const first = Math.floor(start * MIX_RATE);
		const count = Math.floor(seconds * MIX_RATE);
		const [toLeft, toRight] = [gain * Math.cos(((pan + 1) * Math.PI) / 4), gain * Math.sin(((pan + 1) * Math.PI) / 4)];
		const { left, right } = this;
		for (let i = Math.max(0, -first); i < count && first + i < left.length; i++) {
			const value = sample(i);
			left[first + i] = (left[first + i] ?? 0) + value * toLeft;
			right[first + i] = (right[first + i] ?? 0) + value * toRight;
		}
	}

	/** Brings the loudest sample to -1.5 dBFS, softens the very start and end, and gives interleaved 16-bit samples. */
	toPcm16(): Int16Array {
		let peak = 1e-6;
		for (let i = 0; i < this.length; i++) peak = Math.max(peak, Math.abs(this.left[i] ?? 0), Math.abs(this.right[i] ?? 0));
		const gain = (0.84 * 32_767) / peak;
		const edge = MIX_RATE * 0.04;
		const pcm = new Int16Array(this.length * 2);
		for (let i = 0; i < this.length; i++) {
			const soft = Math.min(1, i / edge, (this.length - 1 - i) / edge) * gain;
			pcm[2 * i] = (this.left[i] ?? 0) * soft;
			pcm[2 * i + 1] = (this.right[i] ?? 0) * soft;
		}
		return pcm;
	}
}

/** Adds a hall: parallel combs and serial all-passes (Schroeder 1962), tuned apart for left and right. */
export function reverb(mix: Mix, wet: number, seconds: number): void {
	const hall = (input: Float32Array, spread: number) => {
		const out = new Float32Array(input.length);
		for (const delay of [0.0297, 0.0371, 0.0411, 0.0437]) {
			const lag = Math.floor((delay + spread) * MIX_RATE);
			const back = 0.001 ** ((delay + spread) / seconds);
			const line = new Float32Array(lag);
			let [at, low] = [0, 0];
			for (let i = 0; i < input.length; i++) {
				const echo = line[at] ?? 0;
				// High tones fade first, as in a room.
				low += (echo - low) * 0.6;
				line[at] = (input[i] ?? 0) + low * back;
				out[i] = (out[i] ?? 0) + echo * 0.25;
				at = at + 1 === lag ? 0 : at + 1;
			}
		}
		for (const delay of [0.005, 0.0017]) {
			const lag = Math.floor((delay + spread / 4) * MIX_RATE);
			const line = new Float32Array(lag);
			let at = 0;
			for (let i = 0; i < out.length; i++) {
				const stored = line[at] ?? 0;
				const value = (out[i] ?? 0) + stored * -0.7;
				line[at] = value;
				out[i] = stored + value * 0.7;
				at = at + 1 === lag ? 0 : at + 1;
			}
		}
		return out;
	};
	const [left, right] = [hall(mix.left, 0), hall(mix.right, 0.0023)];
	for (let i = 0; i < mix.length; i++) {
		mix.left[i] = (mix.left[i] ?? 0) + (left[i] ?? 0) * wet;
		mix.right[i] = (mix.right[i] ?? 0) + (right[i] ?? 0) * wet;
	}
}
