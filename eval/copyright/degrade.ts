import { playedAt } from "../../container-transcoder/fingerprint/listen.ts";
import { seeded } from "../../contracts/seeded.ts";
import type { Samples, Treatment } from "./render.ts";
import { speech } from "./speech.ts";
import { noise } from "./voices.ts";

/** Samples a second of what is borrowed: as much as AAC keeps at 64 kbit/s of one channel. */
export const RATE = 22_050;

/** What becomes of an excerpt before it is looked for. */
export interface Degradation {
	readonly name: string;
	/** Recall that is asked for at 15 s; null where none is. */
	readonly target: number | null;
	/** Adds to the samples. @param others another track's excerpt of the same length */
	readonly add?: (samples: Samples, n: number, others: Samples) => Samples;
	readonly treatment?: Treatment;
}

const tempo = (faster: number): Degradation => ({
	name: `tempo ${faster > 1 ? "+" : "−"}4 %`,
	target: 0.97,
	treatment: { filter: `atempo=${faster}`, faster },
});
/** Not what the search tries, but between two of its steps. */
const speed = (faster: number): Degradation => ({
	name: `speed ${faster > 1 ? "+" : "−"}${Math.round(Math.abs(faster - 1) * 1_000) / 10} %`,
	target: 0.9,
	treatment: { filter: playedAt(faster, RATE), faster },
});

export const DEGRADATIONS: readonly Degradation[] = [
	{ name: "clean", target: 1 },
	{ name: "AAC 128 kbit/s", target: 1, treatment: { aac: 128_000 } },
	{ name: "AAC 64 kbit/s", target: 1, treatment: { aac: 64_000 } },
	{ name: "noise 20 dB", target: 1, add: (samples, n) => mixed(samples, hiss(n, samples.length), -20) },
	{ name: "noise 10 dB", target: 0.97, add: (samples, n) => mixed(samples, hiss(n, samples.length), -10) },
	{ name: "speech −10 dB", target: 0.97, add: (samples, n) => mixed(samples, speech(n, samples.length / RATE, RATE), -10) },
	{ name: "speech 0 dB", target: null, add: (samples, n) => mixed(samples, speech(n, samples.length / RATE, RATE), 0) },
	tempo(1.04),
	tempo(0.96),
	speed(1.0387),
	speed(0.9613),
	{
		name: "phone, echo",
		target: 0.5,
		add: (samples, n) => mixed(samples, hiss(n, samples.length), -20),
		treatment: { filter: "highpass=f=250,lowpass=f=3400,aecho=0.8:0.7:40|90:0.35|0.2" },
	},
	{ name: "two songs", target: null, add: (samples, _, others) => mixed(samples, others, 0) },
];

const power = (samples: Samples): number => samples.reduce((sum, value) => sum + value * value, 0) / samples.length;

/** @param db how much louder what is added is */
function mixed(samples: Samples, added: Samples, db: number): Samples {
	const gain = Math.sqrt(power(samples) / Math.max(1e-9, power(added))) * 10 ** (db / 20);
	return samples.map((value, i) => value + gain * (added[i] ?? 0));
}

/** Half of it white, half of it as rooms hum: low tones are louder. */
function hiss(n: number, length: number): Samples {
	const random = seeded(n + 77);
	const from = Math.floor(random() * 60_000);
	let low = 0;
	return Float32Array.from({ length }, (_, i) => {
		low += (noise(from + i * 3) - low) * 0.05;
		return noise(from + i) + 4 * low;
	});
}
