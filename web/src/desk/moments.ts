import type { CaseDetail } from "../../../contracts/desk.ts";

type Piece = CaseDetail["evidence"][number];

/** A moment of the video that a piece of evidence concerns. */
export interface Moment {
	readonly atMs: number;
	readonly label: string;
}

/** The highest score of a frame, in words: `porn 94 %`. */
function highest(scores: Readonly<Record<string, number>>): string {
	const [first] = Object.entries(scores).sort(([, a], [, b]) => b - a);
	return first === undefined ? "frame" : `${first[0]} ${Math.round(first[1] * 100)} %`;
}

function momentsOf({ evidence }: Piece): Moment[] {
	switch (evidence.kind) {
		case "frames":
			return evidence.frames.map(({ atMs, scores }) => ({ atMs, label: highest(scores) }));
		case "terms":
			return evidence.terms.flatMap(({ atMs, term }) => (atMs === undefined ? [] : [{ atMs, label: `“${term}”` }]));
		case "hash":
			return evidence.atMs === null ? [] : [{ atMs: evidence.atMs, label: `known: ${evidence.list}` }];
		case "match":
			return [{ atMs: evidence.fromMs, label: evidence.title }];
		default:
			return [];
	}
}

/** Moments of all evidence in the order of the video, each once. */
export function moments(pieces: readonly Piece[]): Moment[] {
	const all = pieces.flatMap(momentsOf).sort((a, b) => a.atMs - b.atMs);
	return all.filter(({ atMs, label }, at) => all.findIndex((one) => one.atMs === atMs && one.label === label) === at);
}

export interface Stretch {
	readonly text: string;
	readonly isMarked: boolean;
}

/** A field's text with the terms found in it marked: where the evidence says they stand, else wherever the term is. */
export function marked(text: string, field: string, pieces: readonly Piece[]): Stretch[] {
	const found = pieces
		.flatMap(({ evidence }) => (evidence.kind === "terms" ? evidence.terms : []))
		.filter((term) => term.field === field)
		.map(({ term, offset }) => placeOf(text, term, offset))
		.filter((place) => place !== null)
		.sort((a, b) => a.from - b.from);
	const stretches: Stretch[] = [];
	let at = 0;
	for (const { from, to } of found) {
		if (from < at) continue;
		if (from > at) stretches.push({ text: text.slice(at, from), isMarked: false });
		stretches.push({ text: text.slice(from, to), isMarked: true });
		at = to;
	}
	if (at < text.length) stretches.push({ text: text.slice(at), isMarked: false });
	return stretches;
}

/** The words may have been changed since: then the term is looked for. */
function placeOf(text: string, term: string, offset: number): { from: number; to: number } | null {
	const lower = text.toLowerCase();
	const wanted = term.toLowerCase();
	const from = lower.startsWith(wanted, offset) ? offset : lower.indexOf(wanted);
	return from < 0 || wanted === "" ? null : { from, to: from + wanted.length };
}
