import { expect, it } from "vitest";
import type { CaseDetail } from "../../../contracts/desk.ts";
import { marked, moments } from "./moments.ts";

type Piece = CaseDetail["evidence"][number];
const piece = (evidence: Piece["evidence"]): Piece => ({
	id: "1",
	subject: { kind: "video", id: "1" },
	evidence,
	at: "2026-11-30T00:00:00Z",
});

it("moments come in the order of the video, each once, named by the highest score", () => {
	const frames = piece({
		kind: "frames",
		frames: [
			{ atMs: 4_000, scores: { neutral: 0.1, porn: 0.9 }, pictureKey: null },
			{ atMs: 1_000, scores: { sexy: 0.7 }, pictureKey: null },
		],
	});
	const match = piece({
		kind: "match",
		trackId: "1",
		title: "Tide",
		artist: "A",
		fromMs: 2_000,
		toMs: 9_000,
		trackFromMs: 0,
		bitErrorRate: 0.1,
	});
	expect(moments([frames, match, frames])).toEqual([
		{ atMs: 1_000, label: "sexy 70 %" },
		{ atMs: 2_000, label: "Tide" },
		{ atMs: 4_000, label: "porn 90 %" },
	]);
});

it("terms are marked where they stand, in their own field, and found again when the text was changed", () => {
	const term = (offset: number) => piece({ kind: "terms", terms: [{ field: "title", term: "bad", tier: "slur", offset }] });
	expect(marked("so bad bad", "title", [term(7)])).toEqual([
		{ text: "so bad ", isMarked: false },
		{ text: "bad", isMarked: true },
	]);
	expect(marked("BAD now", "title", [term(7)])).toEqual([
		{ text: "BAD", isMarked: true },
		{ text: " now", isMarked: false },
	]);
	expect(marked("so bad", "description", [term(3)])).toEqual([{ text: "so bad", isMarked: false }]);
	expect(marked("fine", "title", [term(0)])).toEqual([{ text: "fine", isMarked: false }]);
});
