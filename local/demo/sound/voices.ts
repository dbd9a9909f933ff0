import { between, type Random } from "../random.ts";
import { MIX_RATE, type Mix } from "./mix.ts";

/** Frequency of a note counted in semitones from A4 (440 Hz). */
export const note = (semitones: number): number => 440 * 2 ** (semitones / 12);

export interface Tone {
	readonly start: number;
	readonly seconds: number;
	readonly hertz: number;
	readonly gain: number;
	readonly pan?: number;
	readonly shape?: "sine" | "triangle" | "saw" | "square";
	/** Seconds to full strength, and to silence at the end. */
	readonly attack?: number;
	readonly release?: number;
	/** Exponential decay: strength falls to a third in this time, seconds. */
	readonly decay?: number;
	/** One-pole low-pass, Hz. */
	readonly cutoff?: number;
	readonly vibrato?: number;
}

/** A plain synthesizer voice. */
export function tone(
	mix: Mix,
	{ start, seconds, hertz, gain, pan = 0, shape = "sine", attack = 0.01, release = 0.05, decay, cutoff, vibrato = 0 }: Tone,
): void {
	let [phase, low] = [0, 0];
	const smooth = cutoff === undefined ? 1 : 1 - Math.exp((-2 * Math.PI * cutoff) / MIX_RATE);
	mix.add(start, seconds, gain, pan, (i) => {
		const t = i / MIX_RATE;
		phase += (hertz * (1 + vibrato * Math.sin(t * 33))) / MIX_RATE;
		const p = phase - Math.floor(phase);
		const raw =
			shape === "sine"
				? Math.sin(p * 2 * Math.PI)
				: shape === "triangle"
					? 4 * Math.abs(p - 0.5) - 1
					: shape === "saw"
						? 2 * p - 1
						: p < 0.5
							? 0.7
							: -0.7;
		low += (raw - low) * smooth;
		const envelope = Math.min(1, t / attack, (seconds - t) / release);
		return low * envelope * (decay === undefined ? 1 : Math.exp(-t / decay));
	});
}

/** Bell or mallet by frequency modulation: `ratio` sets its metal, `bright` its strike. */
export function bell(
	mix: Mix,
	{
		start,
		hertz,
		gain,
		pan = 0,
		ratio = 3.01,
		bright = 2,
		decay = 0.6,
	}: { start: number; hertz: number; gain: number; pan?: number; ratio?: number; bright?: number; decay?: number },
): void {
	mix.add(start, decay * 5, gain, pan, (i) => {
		const t = i / MIX_RATE;
		const strength = Math.exp(-t / decay);
		const bend = bright * strength * strength * Math.sin(2 * Math.PI * hertz * ratio * t);
		return Math.min(1, t * 400) * strength * Math.sin(2 * Math.PI * hertz * t + bend);
	});
}

/** A chord that swells and fades, each note twice, slightly apart. */
export function pad(
	mix: Mix,
	{
		start,
		seconds,
		chord,
		gain,
		cutoff = 900,
		shape = "saw",
	}: { start: number; seconds: number; chord: readonly number[]; gain: number; cutoff?: number; shape?: "saw" | "triangle" },
): void {
	for (const semitones of chord) {
		for (const side of [-1, 1]) {
			tone(mix, {
				start,
				seconds,
				hertz: note(semitones) * (1 + side * 0.0028),
				gain: gain / chord.length,
				pan: side * 0.6,
				shape,
				cutoff,
				attack: seconds * 0.35,
				release: seconds * 0.4,
			});
		}
	}
}

export interface Hiss {
	readonly start: number;
	readonly seconds: number;
	readonly gain: number;
	readonly pan?: number;
	/** Passes between these frequencies, Hz. */
	readonly low: number;
	readonly high: number;
	/** Strength by time since the start, seconds. */
	readonly envelope: (t: number) => number;
}

/** Filtered noise: surf, wind, rain, a crowd, a snare's rattle. */
export function hiss(mix: Mix, random: Random, { start, seconds, gain, pan = 0, low, high, envelope }: Hiss): void {
	const [slow, fast] = [1 - Math.exp((-2 * Math.PI * low) / MIX_RATE), 1 - Math.exp((-2 * Math.PI * high) / MIX_RATE)];
	let [under, band, smooth] = [0, 0, 0];
	mix.add(start, seconds, gain, pan, (i) => {
		const white = random() * 2 - 1;
		smooth += (white - smooth) * fast;
		band += (smooth - band) * fast;
		under += (band - under) * slow;
		return (band - under) * envelope(i / MIX_RATE);
	});
}

export function kick(mix: Mix, start: number, gain: number): void {
	let phase = 0;
	mix.add(start, 0.32, gain, 0, (i) => {
		const t = i / MIX_RATE;
		phase += (46 + 120 * Math.exp(-t * 32)) / MIX_RATE;
		return Math.sin(2 * Math.PI * phase) * Math.exp(-t * 9);
	});
}

export function snare(mix: Mix, random: Random, start: number, gain: number): void {
	hiss(mix, random, { start, seconds: 0.25, gain: gain * 1.4, low: 900, high: 7000, envelope: (t) => Math.exp(-t * 19) });
	tone(mix, { start, seconds: 0.12, hertz: 190, gain: gain * 0.5, decay: 0.04, shape: "triangle" });
}

export const hat = (mix: Mix, random: Random, start: number, gain: number): void =>
	hiss(mix, random, {
		start,
		seconds: 0.08,
		gain: gain * 2,
		pan: between(random, -0.3, 0.3),
		low: 6500,
		high: 14_000,
		envelope: (t) => Math.exp(-t * 60),
	});
