import { between } from "../random.ts";
import { bounces, planFlights } from "../scenes/flight.ts";
import { choose, type Setting } from "../scenes/scene.ts";
import { type Mix, reverb } from "./mix.ts";
import { bell, hat, hiss, kick, note, snare, tone } from "./voices.ts";

/** Quick mallets running up and down a scale, with shakers: bright and busy. */
export function bazaar(mix: Mix, { seconds, variant, random }: Setting): void {
	const sixteenth = 60 / choose([126, 118, 132, 112], variant) / 4;
	const root = choose([3, 0, 5, -2], variant);
	const scales = [
		[0, 2, 4, 7, 9],
		[0, 1, 4, 5, 7, 8],
		[0, 2, 3, 7, 8],
		[0, 4, 5, 7, 11],
	];
	const scale = choose([scales[0] ?? [0], ...scales.slice(1)], variant);
	const pattern = Array.from({ length: 16 }, () => Math.floor(random() * scale.length * 2));
	for (let n = 0; n * sixteenth < seconds; n++) {
		const start = n * sixteenth;
		const degree = (pattern[n % 16] ?? 0) + (Math.floor(n / 32) % 2 === 0 ? 0 : 1);
		const hertz = note(root + (scale[degree % scale.length] ?? 0) + 12 * Math.floor(degree / scale.length));
		if (random() < 0.82)
			bell(mix, { start, hertz, gain: n % 4 === 0 ? 0.3 : 0.19, pan: Math.sin(n * 0.7) * 0.7, ratio: 4, bright: 1.6, decay: 0.16 });
		if (n % 3 === 0)
			bell(mix, { start: start + sixteenth * 3, hertz: hertz * 2, gain: 0.05, pan: -Math.sin(n * 0.7), ratio: 4, bright: 1, decay: 0.2 });
		hat(mix, random, start, n % 4 === 2 ? 0.14 : 0.05);
		if (n % 8 === 0) tone(mix, { start, seconds: 0.4, hertz: note(root - 24), gain: 0.5, shape: "triangle", decay: 0.18 });
		if (n % 8 === 5) tone(mix, { start, seconds: 0.2, hertz: note(root - 12), gain: 0.3, shape: "triangle", decay: 0.1 });
	}
	reverb(mix, 0.3, 1.4);
}

/** The ball's thuds as seen, a crowd, claps and a stadium beat. */
export function court(mix: Mix, { seconds, variant, seed, random }: Setting): void {
	const beat = 60 / choose([122, 128, 116, 134], variant);
	for (let n = 0; n * beat < seconds; n++) {
		kick(mix, n * beat, 0.5);
		if (n % 2 === 1)
			for (const late of [0, 0.012, 0.021])
				hiss(mix, random, {
					start: n * beat + late,
					seconds: 0.16,
					gain: 0.55,
					pan: between(random, -0.5, 0.5),
					low: 1000,
					high: 3800,
					envelope: (t) => Math.exp(-t * 32),
				});
		if (n % 4 === 3) snare(mix, random, n * beat + beat * 0.75, 0.25);
		tone(mix, {
			start: n * beat + beat / 2,
			seconds: beat * 0.4,
			hertz: note(choose([-33, -33, -30, -28], Math.floor(n / 2) + variant)),
			gain: 0.35,
			shape: "square",
			cutoff: 500,
		});
	}
	const pitch = choose([95, 260, 120, 150], variant);
	for (const flight of planFlights({ seconds, variant, seed })) {
		for (const strike of bounces(flight)) {
			tone(mix, { start: strike, seconds: 0.3, hertz: pitch, gain: 0.9, decay: 0.05, attack: 0.002 });
			hiss(mix, random, { start: strike, seconds: 0.08, gain: 0.7, low: 300, high: 2600, envelope: (t) => Math.exp(-t * 70) });
		}
	}
	for (const side of [-0.8, 0.8]) {
		const rate = between(random, 0.9, 1.7);
		hiss(mix, random, {
			start: 0,
			seconds,
			gain: 0.35,
			pan: side,
			low: 420,
			high: 1500,
			envelope: (t) => 0.5 + 0.3 * Math.sin(t * rate + side),
		});
	}
	reverb(mix, 0.22, 1.1);
}

/** Driving saw bass, gated drums and a square-wave lead: an arcade at midnight. */
export function arcade(mix: Mix, { seconds, variant, random }: Setting): void {
	const eighth = 60 / choose([108, 116, 100, 122], variant) / 2;
	const root = choose([-12, -9, -14, -7], variant);
	const changes = [0, 0, -4, -4, 3, 3, -2, -2];
	const arpeggio = [0, 7, 12, 15, 19, 15, 12, 7];
	for (let n = 0; n * eighth < seconds; n++) {
		const start = n * eighth;
		const base = root + (changes[Math.floor(n / 4) % changes.length] ?? 0);
		tone(mix, {
			start,
			seconds: eighth * 0.9,
			hertz: note(base - 24),
			gain: 0.5,
			shape: "saw",
			cutoff: 700 + 500 * Math.sin(n * 0.3),
			decay: 0.25,
		});
		for (const half of [0, 0.5]) {
			const step = arpeggio[(n * 2 + half * 2) % arpeggio.length] ?? 0;
			tone(mix, {
				start: start + half * eighth,
				seconds: eighth * 0.45,
				hertz: note(base + step + 12),
				gain: 0.12,
				pan: Math.sin(n) * 0.6,
				shape: "square",
				cutoff: 4200,
				decay: 0.14,
			});
		}
		if (n % 2 === 0) kick(mix, start, 0.7);
		if (n % 4 === 2) snare(mix, random, start, 0.5);
		hat(mix, random, start + eighth / 2, 0.1);
		if (n % 8 === 0)
			tone(mix, {
				start,
				seconds: eighth * 7,
				hertz: note(base + 24 + choose([0, 3, 7, 10], n / 8 + variant)),
				gain: 0.1,
				shape: "saw",
				cutoff: 2600,
				attack: 0.05,
				release: 0.5,
				vibrato: 0.005,
			});
	}
	reverb(mix, 0.22, 1.2);
}
