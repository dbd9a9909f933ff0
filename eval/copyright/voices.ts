/** What instruments of made music sound like: one period in a table, and how it begins and ends. */

const TABLE = 2_048;
const MASK = TABLE - 1;

export interface Note {
	/** Seconds. */
	readonly start: number;
	readonly seconds: number;
	readonly hertz: number;
	readonly gain: number;
}
/** Adds a note to the samples. */
export type Voice = (out: Float32Array, rate: number, note: Note) => void;

const SINE = Float32Array.from({ length: TABLE }, (_, i) => Math.sin((2 * Math.PI * i) / TABLE));
/** @param phase in periods */
export const sine = (phase: number): number => SINE[(phase * TABLE) & MASK] ?? 0;

const NOISE = (() => {
	let state = 1;
	return Float32Array.from({ length: 65_536 }, () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 31 - 1;
	});
})();
/** White noise, -1..1, by its position. */
export const noise = (at: number): number => NOISE[at & 65_535] ?? 0;

interface Instrument {
	/** Strength of each harmonic. */
	readonly harmonics: readonly number[];
	/** Seconds to full strength. */
	readonly attack: number;
	/** Strength falls to a third in so many seconds; 0: it does not. */
	readonly decay: number;
	readonly vibrato: number;
}

const INSTRUMENTS: readonly Instrument[] = [
	{ harmonics: [1, 0.5, 0.33, 0.25, 0.2, 0.17], attack: 0.03, decay: 0, vibrato: 0.003 },
	{ harmonics: [1, 0, 0.33, 0, 0.2, 0, 0.14], attack: 0.01, decay: 0, vibrato: 0 },
	{ harmonics: [1, 0.6, 0.1, 0.25], attack: 0.003, decay: 0.5, vibrato: 0 },
	{ harmonics: [1, 0.1, 0.02], attack: 0.06, decay: 0, vibrato: 0.006 },
	{ harmonics: [0.8, 1, 0.1, 0.7, 0, 0.3], attack: 0.008, decay: 0, vibrato: 0.001 },
	{ harmonics: [1, 0.3, 0.6, 0.1, 0.4], attack: 0.002, decay: 0.2, vibrato: 0 },
	{ harmonics: [0.3, 0.2, 1, 0.1, 0.6, 0.5], attack: 0.002, decay: 0.9, vibrato: 0 },
	{ harmonics: [1, 0.9, 0.8, 0.6, 0.5, 0.4, 0.3], attack: 0.1, decay: 0, vibrato: 0.004 },
];

function voiceOf({ harmonics, attack, decay, vibrato }: Instrument): Voice {
	const total = harmonics.reduce((sum, strength) => sum + strength, 0);
	const table = Float32Array.from({ length: TABLE }, (_, i) =>
		harmonics.reduce((sum, strength, n) => sum + (strength / total) * Math.sin((2 * Math.PI * i * (n + 1)) / TABLE), 0),
	);
	return (out, rate, { start, seconds, hertz, gain }) => {
		const first = Math.floor(start * rate);
		const length = Math.min(Math.floor(seconds * rate), out.length - first);
		const rise = 1 / Math.max(1, attack * rate);
		const fall = 1 / Math.max(1, Math.min(0.05, seconds / 4) * rate);
		const fade = decay === 0 ? 1 : Math.exp(-1.1 / (decay * rate));
		const advance = (hertz * TABLE) / rate;
		let [phase, strength, shake] = [0, gain * 2, 0];
		for (let i = 0; i < length; i++) {
			shake += 5.5 / rate;
			phase += vibrato === 0 ? advance : advance * (1 + vibrato * (SINE[(shake * TABLE) & MASK] ?? 0));
			strength *= fade;
			const edge = Math.min(1, i * rise, (length - i) * fall);
			out[first + i] = (out[first + i] ?? 0) + strength * edge * (table[phase & MASK] ?? 0);
		}
	};
}

export const voices: readonly Voice[] = INSTRUMENTS.map(voiceOf);
