import { PowerSpectrum } from "./fourier.ts";

/** Samples a second that the features are defined for. */
export const SAMPLE_RATE = 16_000;
const WINDOW = 1024;
const HOP = 512;
const FRAMES_PER_SECOND = SAMPLE_RATE / HOP;
const MEL_BANDS = 40;
const CHROMA = 12;
/** Only so much is listened to, seconds. */
const LISTEN_SECONDS = 60;
/** Root mean square below which a track counts as silent: -60 dBFS. */
const SILENCE = 0.001;
/** Slowest and fastest pulse looked for, beats a minute. */
const TEMPO = { slowest: 50, fastest: 200 } as const;

/** Mean and deviation of each mel band, mean chroma, then twelve figures of the whole. */
export const AUDIO_DIMENSIONS = 2 * MEL_BANDS + CHROMA + 12;

const mel = (hertz: number) => 2595 * Math.log10(1 + hertz / 700);
const hertz = (mels: number) => 700 * (10 ** (mels / 2595) - 1);

/** Triangular filters, evenly spaced in mel from 40 Hz to 7.6 kHz: for each band its bins' weights. */
const MEL_FILTERS = Array.from({ length: MEL_BANDS }, (_, band) => {
	const edge = (i: number) => hertz(mel(40) + ((mel(7600) - mel(40)) * i) / (MEL_BANDS + 1));
	const [low, middle, high] = [edge(band), edge(band + 1), edge(band + 2)];
	const weights: [bin: number, weight: number][] = [];
	for (let bin = 1; bin <= WINDOW / 2; bin++) {
		const f = (bin * SAMPLE_RATE) / WINDOW;
		const weight = Math.min((f - low) / (middle - low), (high - f) / (high - middle));
		if (weight > 0) weights.push([bin, weight]);
	}
	// The lowest bands are narrower than a bin: they take the nearest one whole.
	return weights.length > 0 ? weights : [[Math.max(1, Math.round((middle * WINDOW) / SAMPLE_RATE)), 1] as [number, number]];
});

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const deviation = (values: readonly number[]) => {
	const centre = mean(values);
	return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
};

/** Strongest pulse of an onset curve by autocorrelation: its period as log2 of beats a minute / 100, and how clear it is, 0..1. */
function pulse(onsets: readonly number[]): { tempo: number; clarity: number } {
	const centre = mean(onsets);
	const curve = onsets.map((onset) => onset - centre);
	const energy = curve.reduce((sum, value) => sum + value * value, 0);
	let best = { tempo: 0, clarity: 0 };
	for (let lag = Math.floor((60 * FRAMES_PER_SECOND) / TEMPO.fastest); lag <= (60 * FRAMES_PER_SECOND) / TEMPO.slowest; lag++) {
		let sum = 0;
		for (let i = lag; i < curve.length; i++) sum += (curve[i] ?? 0) * (curve[i - lag] ?? 0);
		const clarity = energy > 0 ? Math.max(0, sum / energy) : 0;
		if (clarity > best.clarity) best = { tempo: Math.log2((60 * FRAMES_PER_SECOND) / lag / 100), clarity };
	}
	return best;
}

interface Shape {
	readonly centroid: number;
	readonly spread: number;
	readonly flatness: number;
	readonly loudness: number;
}

/** Where a spectrum's weight lies (log2 Hz), how wide, how noise-like (0 tone .. 1 noise), and how strong (log10 power). */
function shapeOf(power: Float64Array): Shape {
	let [total, weighted, squares, logs] = [0, 0, 0, 0];
	for (let bin = 1; bin < power.length; bin++) {
		const p = (power[bin] ?? 0) + 1e-12;
		const octave = Math.log2((bin * SAMPLE_RATE) / WINDOW);
		total += p;
		weighted += p * octave;
		squares += p * octave * octave;
		logs += Math.log(p);
	}
	const centroid = weighted / total;
	const bins = power.length - 1;
	return {
		centroid,
		spread: Math.sqrt(Math.max(0, squares / total - centroid * centroid)),
		flatness: Math.exp(logs / bins) / (total / bins),
		loudness: Math.log10(total),
	};
}

function addChroma(chroma: Float64Array, power: Float64Array): void {
	for (let bin = 4; bin < WINDOW / 4; bin++) {
		const pitch = 12 * Math.log2((bin * SAMPLE_RATE) / WINDOW / 440);
		const tone = ((Math.round(pitch) % CHROMA) + CHROMA) % CHROMA;
		chroma[tone] = (chroma[tone] ?? 0) + (power[bin] ?? 0);
	}
}

/**
 * How a track sounds: log-mel energies, pitch classes, brightness, noisiness, loudness, onsets and tempo (104 numbers of
 * different scale, to be standardised). Null for silence, or less than a tenth of a second.
 */
export function audioFeatures(pcm: Float32Array | null): Float32Array | null {
	if (pcm === null || pcm.length < SAMPLE_RATE / 10) return null;
	const signal = pcm.subarray(0, LISTEN_SECONDS * SAMPLE_RATE);
	if (Math.sqrt(signal.reduce((sum, x) => sum + x * x, 0) / signal.length) < SILENCE) return null;
	const spectrum = new PowerSpectrum(WINDOW);
	const bands: number[][] = Array.from({ length: MEL_BANDS }, () => []);
	const chroma = new Float64Array(CHROMA);
	const shapes: Shape[] = [];
	const onsets: number[] = [];
	let [crossings, clipped] = [0, 0];
	for (let offset = 0; offset + HOP <= signal.length; offset += HOP) {
		const power = spectrum.at(signal, offset);
		let rise = 0;
		MEL_FILTERS.forEach((filter, band) => {
			const energy = Math.log10(filter.reduce((sum, [bin, weight]) => sum + weight * (power[bin] ?? 0), 1e-6));
			const series = bands[band] ?? [];
			rise += Math.max(0, energy - (series.at(-1) ?? energy));
			series.push(energy);
		});
		onsets.push(rise / MEL_BANDS);
		shapes.push(shapeOf(power));
		addChroma(chroma, power);
	}
	for (let i = 1; i < signal.length; i++) {
		const [now, before] = [signal[i] ?? 0, signal[i - 1] ?? 0];
		if (now >= 0 !== before >= 0) crossings++;
		if (Math.abs(now) > 0.95) clipped++;
	}
	const beat = pulse(onsets);
	const threshold = mean(onsets) + deviation(onsets);
	const strikes = onsets.filter((onset, i) => onset > threshold && onset >= (onsets[i - 1] ?? 0) && onset > (onsets[i + 1] ?? 0)).length;
	const tone = chroma.reduce((sum, power) => sum + power, 1e-12);
	const of = (pick: (shape: Shape) => number) => shapes.map(pick);
	return Float32Array.from([
		...bands.map(mean),
		...bands.map(deviation),
		...Array.from(chroma, (power) => Math.sqrt(power / tone)),
		mean(of((s) => s.centroid)),
		deviation(of((s) => s.centroid)),
		mean(of((s) => s.spread)),
		mean(of((s) => s.flatness)),
		mean(of((s) => s.loudness)),
		deviation(of((s) => s.loudness)),
		mean(onsets),
		(strikes * SAMPLE_RATE) / signal.length,
		beat.tempo,
		beat.clarity,
		Math.sqrt(crossings / signal.length),
		Math.sqrt(clipped / signal.length),
	]);
}
