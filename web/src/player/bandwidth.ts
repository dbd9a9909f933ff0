/** Below this, a transfer says more about latency than about bandwidth, bytes. */
const SMALLEST_SAMPLE_BYTES = 16_000;
/** Faster than this came from a cache, milliseconds. */
const FASTEST_SAMPLE_MS = 8;
const FAST_HALF_LIFE_S = 2;
const SLOW_HALF_LIFE_S = 8;
/** Assumed before anything was measured, bits per second. */
export const DEFAULT_BANDWIDTH = 2_500_000;

class Average {
	private value = 0;
	private weight = 0;
	private readonly decay: number;

	constructor(halfLifeSeconds: number) {
		this.decay = 0.5 ** (1 / halfLifeSeconds);
	}
	add(sample: number, seconds: number): void {
		const keep = this.decay ** seconds;
		this.value = sample * (1 - keep) + keep * this.value;
		this.weight = 1 - keep + keep * this.weight;
	}
	reset(sample: number): void {
		this.value = sample;
		this.weight = 1;
	}
	get mean(): number | null {
		return this.weight > 0 ? this.value / this.weight : null;
	}
}

/**
 * Estimates bandwidth in bits per second from finished transfers: the lower of a fast and a slow moving average, so that
 * it falls at once and rises with care (as in hls.js and dash.js).
 */
export class BandwidthEstimator {
	private readonly fast = new Average(FAST_HALF_LIFE_S);
	private readonly slow = new Average(SLOW_HALF_LIFE_S);
	private readonly initial: number;

	constructor(initial = DEFAULT_BANDWIDTH) {
		this.initial = initial;
	}
	add(bytes: number, milliseconds: number): void {
		if (bytes < SMALLEST_SAMPLE_BYTES || milliseconds < FASTEST_SAMPLE_MS) return;
		const bitsPerSecond = (bytes * 8000) / milliseconds;
		this.fast.add(bitsPerSecond, milliseconds / 1000);
		this.slow.add(bitsPerSecond, milliseconds / 1000);
	}
	/** The line is no longer what it was: what was measured before says nothing any more. */
	fallTo(bitsPerSecond: number): void {
		for (const average of [this.fast, this.slow]) average.reset(bitsPerSecond);
	}
	get bitsPerSecond(): number {
		return Math.min(this.fast.mean ?? this.initial, this.slow.mean ?? this.initial);
	}
}
