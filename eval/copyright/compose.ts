import { seeded } from "../../contracts/seeded.ts";
import { noise, sine, type Voice, voices } from "./voices.ts";

/**
 * Music made on the spot, another piece for each seed: key, mode, tuning, tempo, metre, chords, melody, bass, drums, instruments and form
 * are drawn anew. It is plainer than what people record, and more alike: what is measured on it is said so where it is reported.
 */

const SCALES = [
	[0, 2, 4, 5, 7, 9, 11],
	[0, 2, 3, 5, 7, 8, 10],
	[0, 2, 3, 5, 7, 9, 10],
	[0, 2, 4, 5, 7, 9, 10],
	[0, 1, 3, 5, 7, 8, 10],
	[0, 2, 4, 7, 9],
	[0, 3, 5, 6, 7, 10],
	[0, 2, 3, 5, 7, 8, 11],
];

interface Piece {
	readonly random: () => number;
	readonly pick: <T>(from: readonly T[]) => T;
	readonly out: Float32Array;
	readonly rate: number;
	/** Hertz of the key's lowest tone. */
	readonly tonic: number;
	readonly scale: readonly number[];
	/** Seconds of a sixteenth, or of whatever the bar is divided in. */
	readonly step: number;
	readonly stepsABar: number;
	readonly swing: number;
}

/** A part of the form: what is heard again when the part comes again. */
interface Section {
	readonly chords: readonly (readonly number[])[];
	readonly melody: readonly { at: number; length: number; degree: number }[];
	readonly bars: number;
	readonly drums: readonly { at: number; kind: "kick" | "snare" | "hat"; gain: number }[];
	readonly bass: readonly { at: number; length: number; fifth: boolean }[];
	readonly arpeggio: readonly number[] | null;
	readonly hasMelody: boolean;
}

/** @returns samples, -1..1, of one channel */
export function compose(seed: number, seconds: number, rate: number): Float32Array {
	const random = seeded(Math.imul(seed + 1, 0x9e3779b1));
	const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
	const beat = 60 / (62 + random() * 118);
	const stepsABeat = pick([4, 4, 4, 3]);
	const piece: Piece = {
		random,
		pick,
		out: new Float32Array(Math.ceil(seconds * rate)),
		rate,
		tonic: 55 * 2 ** ((Math.floor(random() * 12) + (random() - 0.5) * 0.3) / 12),
		scale: pick(SCALES),
		step: beat / stepsABeat,
		stepsABar: stepsABeat * pick([4, 4, 4, 3, 5]),
		swing: random() < 0.3 ? random() * 0.3 : 0,
	};
	const [pad, lead, bass, pluck] = [pick(voices), pick(voices), pick(voices), pick(voices)];
	const sections = Array.from({ length: 2 + Math.floor(random() * 2) }, () => sectionOf(piece));
	const levels = {
		pad: 0.1 + random() * 0.25,
		lead: 0.15 + random() * 0.35,
		bass: 0.2 + random() * 0.4,
		drums: random() < 0.2 ? 0 : 0.2 + random() * 0.6,
	};
	let bar = 0;
	while (bar * piece.stepsABar * piece.step < seconds) {
		const section = pick(sections);
		play(piece, section, bar, { pad, lead, bass, pluck }, levels);
		bar += section.bars;
	}
	const hiss = random() < 0.5 ? random() * 0.02 : 0;
	return levelled(piece, hiss);
}

function sectionOf(piece: Piece): Section {
	const { random, pick, stepsABar } = piece;
	const bars = pick([2, 4, 4, 8]);
	const steps = bars * stepsABar;
	const chords = Array.from({ length: bars * pick([1, 1, 2]) }, () => {
		const root = Math.floor(random() * 7);
		return [root, root + 2, root + 4, ...(random() < 0.4 ? [root + 6] : []), ...(random() < 0.15 ? [root + 8] : [])];
	});
	const melody: { at: number; length: number; degree: number }[] = [];
	let degree = 7 + Math.floor(random() * 7);
	const busy = 0.2 + random() * 0.6;
	for (let at = 0; at < steps; ) {
		const length = pick([1, 2, 2, 3, 4, 4, 6, 8]);
		degree = Math.min(21, Math.max(3, degree + Math.round((random() - 0.5) * 6)));
		if (random() < busy) melody.push({ at, length, degree });
		at += length;
	}
	const hits = (part: number, kind: "kick" | "snare" | "hat", gain: number) =>
		Array.from({ length: stepsABar }, (_, at) => ({ at, kind, gain: gain * (0.6 + 0.4 * random()) })).filter(() => random() < part);
	return {
		chords,
		melody,
		bars,
		drums: [
			{ at: 0, kind: "kick" as const, gain: 1 },
			...hits(0.15, "kick", 0.8),
			...hits(0.12, "snare", 0.7),
			...hits(0.2 + random() * 0.6, "hat", 0.3),
		],
		bass: Array.from({ length: stepsABar }, (_, at) => ({ at, length: pick([1, 2, 3]), fifth: random() < 0.25 })).filter(
			({ at }) => at === 0 || random() < 0.3,
		),
		arpeggio: random() < 0.5 ? Array.from({ length: pick([3, 4, 6, 8]) }, () => Math.floor(random() * 5)) : null,
		hasMelody: random() < 0.8,
	};
}

interface Parts {
	readonly pad: Voice;
	readonly lead: Voice;
	readonly bass: Voice;
	readonly pluck: Voice;
}
interface Levels {
	readonly pad: number;
	readonly lead: number;
	readonly bass: number;
	readonly drums: number;
}

function play(piece: Piece, section: Section, firstBar: number, parts: Parts, levels: Levels): void {
	const { stepsABar, step, swing, out, rate, random } = piece;
	const time = (steps: number) => (firstBar * stepsABar + steps + (steps % 2 === 1 ? swing : 0)) * step + random() * 0.006;
	const steps = section.bars * stepsABar;
	const chordSteps = steps / section.chords.length;
	for (const [n, chord] of section.chords.entries()) {
		for (const degree of chord)
			parts.pad(out, rate, {
				start: time(n * chordSteps),
				seconds: chordSteps * step * 1.02,
				hertz: 4 * hertzOf(piece, degree),
				gain: levels.pad,
			});
		const root = chord[0] ?? 0;
		for (let at = 0; at < chordSteps; at += stepsABar)
			for (const note of section.bass)
				if (note.at < chordSteps)
					parts.bass(out, rate, {
						start: time(n * chordSteps + at + note.at),
						seconds: note.length * step,
						hertz: hertzOf(piece, root + (note.fifth ? 4 : 0)) * 2,
						gain: levels.bass,
					});
		const { arpeggio } = section;
		if (arpeggio !== null)
			for (let at = 0; at < chordSteps; at++) {
				const tone = chord[(arpeggio[at % arpeggio.length] ?? 0) % chord.length] ?? root;
				parts.pluck(out, rate, {
					start: time(n * chordSteps + at),
					seconds: step * 1.5,
					hertz: 8 * hertzOf(piece, tone),
					gain: levels.lead * 0.5,
				});
			}
	}
	if (section.hasMelody)
		for (const { at, length, degree } of section.melody)
			parts.lead(out, rate, { start: time(at), seconds: length * step * 0.95, hertz: 4 * hertzOf(piece, degree), gain: levels.lead });
	if (levels.drums > 0)
		for (let bar = 0; bar < section.bars; bar++)
			for (const { at, kind, gain } of section.drums) drum(piece, kind, time(bar * stepsABar + at), gain * levels.drums);
}

function hertzOf({ tonic, scale }: Piece, degree: number): number {
	const octave = Math.floor(degree / scale.length);
	return tonic * 2 ** (octave + (scale[degree % scale.length] ?? 0) / 12);
}

function drum({ out, rate, random }: Piece, kind: "kick" | "snare" | "hat", start: number, gain: number): void {
	const first = Math.floor(start * rate);
	const length = Math.floor(rate * (kind === "kick" ? 0.16 : kind === "snare" ? 0.13 : 0.05));
	const salt = Math.floor(random() * 1e6);
	let phase = 0;
	let last = 0;
	for (let i = 0; i < length && first + i < out.length; i++) {
		const left = 1 - i / length;
		const hiss = noise(salt + i);
		phase += (kind === "kick" ? 45 + 90 * left * left : 190) / rate;
		const body = sine(phase) * left * left;
		const value = kind === "kick" ? body : kind === "snare" ? 0.4 * body + 0.5 * hiss * left * left : (hiss - last) * 0.5 * left * left;
		last = hiss;
		out[first + i] = (out[first + i] ?? 0) + gain * value;
	}
}

/** The loudest sample at 0.9, with the hiss of a recording under it. */
function levelled({ out }: Piece, hiss: number): Float32Array {
	let peak = 1e-6;
	for (const sample of out) peak = Math.max(peak, Math.abs(sample));
	for (let i = 0; i < out.length; i++) out[i] = ((out[i] ?? 0) * 0.9) / peak + hiss * noise(i);
	return out;
}
