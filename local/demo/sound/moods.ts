import { between } from "../random.ts";
import { choose, type Setting } from "../scenes/scene.ts";
import { type Mix, reverb } from "./mix.ts";
import { bell, hat, hiss, kick, note, pad, snare, tone } from "./voices.ts";

/** Surf rolling in and out from both sides over a warm chord. */
export function surf(mix: Mix, { seconds, variant, random }: Setting): void {
	const period = between(random, 3.2, 4.6);
	for (const side of [-1, 1]) {
		const shift = random() * period;
		const swell = (t: number) => Math.max(0, Math.sin((2 * Math.PI * (t + shift)) / period)) ** 2.2;
		hiss(mix, random, { start: 0, seconds, gain: 0.9, pan: side * 0.5, low: 90, high: 700, envelope: (t) => 0.25 + swell(t) });
		hiss(mix, random, { start: 0, seconds, gain: 0.28, pan: side * 0.7, low: 1200, high: 6000, envelope: (t) => 0.06 + swell(t - 0.5) });
	}
	const root = choose([-21, -19, -24, -17], variant);
	pad(mix, { start: 0, seconds: seconds / 2 + 0.8, chord: [root, root + 7, root + 11, root + 16], gain: 0.5 });
	pad(mix, { start: seconds / 2 - 0.8, seconds: seconds / 2 + 0.8, chord: [root + 5, root + 12, root + 16, root + 21], gain: 0.5 });
	reverb(mix, 0.35, 1.8);
}

/** A deep drone with slow glittering bells far away. */
export function drift(mix: Mix, { seconds, variant, random }: Setting): void {
	const root = choose([-36, -34, -39, -32], variant);
	for (const [step, side] of [
		[0, -0.5],
		[0.07, 0.5],
		[7, 0],
		[12.05, -0.2],
	] as const) {
		tone(mix, { start: 0, seconds, hertz: note(root + step), gain: 0.3, pan: side, shape: "saw", cutoff: 260, attack: 1.2, release: 1.2 });
	}
	const scale = [24, 26, 31, 33, 36, 38, 43];
	for (let t = 0.3; t < seconds - 0.6; t += between(random, 0.28, 0.75)) {
		bell(mix, {
			start: t,
			hertz: note(root + (scale[Math.floor(random() * scale.length)] ?? 24) + 12),
			gain: between(random, 0.05, 0.13),
			pan: between(random, -0.9, 0.9),
			ratio: 3.53,
			bright: 1.2,
			decay: 0.5,
		});
	}
	hiss(mix, random, { start: 0, seconds, gain: 0.16, low: 200, high: 900, envelope: (t) => 0.5 + 0.5 * Math.sin(t * 0.9) });
	reverb(mix, 0.9, 4.5);
}

/** Rain on the window, a lazy beat and electric-piano chords. */
export function rainyNight(mix: Mix, { seconds, variant, random }: Setting): void {
	const beat = 60 / choose([78, 84, 72, 88], variant);
	const root = choose([-16, -14, -19, -12], variant);
	const chords = [
		[0, 3, 7, 10, 14],
		[5, 8, 12, 15, 19],
		[-4, 0, 3, 7, 10],
		[-2, 2, 5, 9, 12],
	];
	for (let bar = 0; bar * beat * 2 < seconds; bar++) {
		const start = bar * beat * 2;
		for (const step of choose([chords[0] ?? [0], ...chords.slice(1)], bar)) {
			bell(mix, {
				start: start + random() * 0.02,
				hertz: note(root + step),
				gain: 0.12,
				pan: between(random, -0.4, 0.4),
				ratio: 1.002,
				bright: 1.3,
				decay: 0.55,
			});
		}
		tone(mix, {
			start,
			seconds: beat * 1.7,
			hertz: note(root - 12 + choose([0, 5, -4, -2], bar)),
			gain: 0.4,
			shape: "triangle",
			cutoff: 300,
			decay: 0.7,
		});
		kick(mix, start, 0.6);
		kick(mix, start + beat * 1.3, 0.4);
		snare(mix, random, start + beat, 0.3);
		for (let eighth = 0; eighth < 4; eighth++) hat(mix, random, start + (eighth + (eighth % 2) * 0.16) * beat * 0.5, 0.09);
	}
	for (const side of [-0.8, 0.8])
		hiss(mix, random, { start: 0, seconds, gain: 0.22, pan: side, low: 1800, high: 9000, envelope: () => 0.7 });
	for (let t = 0; t < seconds; t += between(random, 0.03, 0.16)) {
		tone(mix, { start: t, seconds: 0.03, hertz: between(random, 1400, 4200), gain: 0.025, pan: between(random, -1, 1), decay: 0.008 });
	}
	reverb(mix, 0.25, 1.3);
}

/** Wind over the ridge, a choir of soft voices, and a lone flute. */
export function northern(mix: Mix, { seconds, variant, random }: Setting): void {
	const root = choose([-12, -10, -15, -8], variant);
	for (const side of [-0.6, 0.6]) {
		const gust = between(random, 0.5, 0.9);
		hiss(mix, random, {
			start: 0,
			seconds,
			gain: 0.55,
			pan: side,
			low: 260,
			high: 620,
			envelope: (t) => 0.45 + 0.4 * Math.sin(t * gust + side),
		});
	}
	const half = seconds / 2;
	pad(mix, { start: 0, seconds: half + 1, chord: [root - 12, root, root + 7, root + 14], gain: 0.55, cutoff: 1400, shape: "triangle" });
	pad(mix, {
		start: half - 1,
		seconds: half + 1,
		chord: [root - 16, root - 4, root + 3, root + 8],
		gain: 0.55,
		cutoff: 1400,
		shape: "triangle",
	});
	const melody = [12, 14, 19, 17, 14, 21, 19, 12];
	let start = 0.6;
	for (let n = 0; start < seconds - 1; n++) {
		const length = between(random, 0.7, 1.5);
		const hertz = note(root + (melody[(n + variant * 3) % melody.length] ?? 12));
		tone(mix, { start, seconds: length, hertz, gain: 0.17, attack: 0.12, release: 0.3, vibrato: 0.004, pan: 0.15 });
		hiss(mix, random, { start, seconds: length, gain: 0.05, low: hertz, high: hertz * 3, envelope: (t) => Math.exp(-t * 6) });
		start += length;
	}
	reverb(mix, 0.8, 3.2);
}

/** Muffled deep water, bubbles rising, and a slow floating chord. */
export function deepSea(mix: Mix, { seconds, variant, random }: Setting): void {
	for (const side of [-0.5, 0.5])
		hiss(mix, random, {
			start: 0,
			seconds,
			gain: 1.1,
			pan: side,
			low: 30,
			high: 170,
			envelope: (t) => 0.6 + 0.3 * Math.sin(t * 1.1 + side * 2),
		});
	for (let t = 0.2; t < seconds; t += between(random, 0.15, 0.8)) {
		const from = between(random, 260, 620);
		const length = between(random, 0.05, 0.14);
		for (let n = 0; n < 1 + Math.floor(random() * 4); n++) {
			let phase = 0;
			mix.add(t + n * 0.075, length, 0.16, between(random, -0.8, 0.8), (i) => {
				const u = i / (length * 32_000);
				phase += (from * (1 + n * 0.12) * (1 + 1.4 * u * u)) / 32_000;
				return Math.sin(2 * Math.PI * phase) * Math.sin(Math.PI * Math.min(1, u));
			});
		}
	}
	const root = choose([-24, -22, -27, -20], variant);
	for (let n = 0; n * 2.4 < seconds; n++) {
		pad(mix, {
			start: n * 2.4 - 0.6,
			seconds: 4.2,
			chord: [root, root + 6, root + 10, root + 14].map((step) => step + choose([0, 2, -2, 4], n)),
			gain: 0.5,
			cutoff: 420,
			shape: "triangle",
		});
	}
	reverb(mix, 0.7, 2.6);
}
