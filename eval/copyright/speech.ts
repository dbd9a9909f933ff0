import { seeded } from "../../contracts/seeded.ts";
import { noise } from "./voices.ts";

/** Formants of vowels, Hz (Peterson and Barney 1952, averaged over speakers). */
const VOWELS = [
	[730, 1_090, 2_440],
	[530, 1_840, 2_480],
	[270, 2_290, 3_010],
	[570, 840, 2_410],
	[300, 870, 2_240],
	[660, 1_720, 2_410],
	[490, 1_350, 1_690],
];

/** Something that speaks like a person as far as a fingerprint can tell: syllables of voiced formants, hissing between them, and pauses. */
export function speech(seed: number, seconds: number, rate: number): Float32Array {
	const random = seeded(Math.imul(seed + 7, 0x85ebca6b));
	const out = new Float32Array(Math.ceil(seconds * rate));
	const pitch = 85 + random() * 140;
	let at = Math.floor(random() * rate * 0.3);
	while (at < out.length) {
		if (random() < 0.3) at += hissing(out, at, rate, 0.05 + random() * 0.09, Math.floor(random() * 60_000));
		at += syllable(
			out,
			at,
			rate,
			0.08 + random() * 0.18,
			pitch * (0.8 + random() * 0.45),
			VOWELS[Math.floor(random() * VOWELS.length)] ?? [],
		);
		at += Math.floor(rate * (random() < 0.12 ? 0.2 + random() * 0.4 : random() * 0.05));
	}
	return out;
}

function hissing(out: Float32Array, from: number, rate: number, seconds: number, salt: number): number {
	const length = Math.floor(seconds * rate);
	let last = 0;
	for (let i = 0; i < length && from + i < out.length; i++) {
		const value = noise(salt + i);
		out[from + i] = 0.15 * (value - last) * Math.sin((Math.PI * i) / length);
		last = value;
	}
	return length;
}

/** A glottal pulse train through a resonator for each formant. */
function syllable(out: Float32Array, from: number, rate: number, seconds: number, hertz: number, formants: readonly number[]): number {
	const length = Math.floor(seconds * rate);
	const resonators = formants.map((centre, n) => {
		const radius = Math.exp((-Math.PI * (60 + 40 * n)) / rate);
		return { a: 2 * radius * Math.cos((2 * Math.PI * centre) / rate), b: -radius * radius, gain: (1 - radius) / (n + 1), one: 0, two: 0 };
	});
	let phase = 0;
	for (let i = 0; i < length && from + i < out.length; i++) {
		phase += (hertz * (1 - (0.15 * i) / length)) / rate;
		const pulse = phase >= 1 ? 1 : 0;
		if (phase >= 1) phase -= 1;
		let sum = 0;
		for (const one of resonators) {
			const value = one.a * one.one + one.b * one.two + pulse * one.gain * 20;
			one.two = one.one;
			one.one = value;
			sum += value;
		}
		out[from + i] = sum * Math.sin((Math.PI * i) / length);
	}
	return length;
}
