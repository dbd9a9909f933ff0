import { describe, expect, it } from "vitest";
import { quantise, toBase64 } from "../../../../recommender/vectors.ts";
import { type Candidate, planOf } from "./candidates.ts";
import { fuse } from "./fuse.ts";
import { parseQuery } from "./parse.ts";
import { meantBy, type Vocabulary } from "./vocabulary.ts";

const NOW = Date.UTC(2026, 0, 1);
const NOBODY = { now: NOW, following: new Set<string>(), topics: {} };
const query = parseQuery("guitar solo");
const vocabulary: Vocabulary = {
	documents: 1_000,
	known: query.tokens.map((token) => ({ token, documents: 20, stems: [], variants: [] })),
};
const plan = planOf(query, vocabulary);
const meaning = Float32Array.from([1, 0]);
const vectorAt = (cosine: number) => toBase64(quantise(Float32Array.from([cosine, Math.sqrt(1 - cosine ** 2)])));

/** @param ranks by word: how it stands in the document */
function candidate(videoId: string, ranks: readonly [number, number], cosine: number, more: Partial<Candidate> = {}): Candidate {
	const byForm = plan.forms.map(({ token, quality }) => (quality === 1 ? (ranks[token] ?? 0) : 0));
	return { videoId, userId: "9", ranks: byForm, vector: vectorAt(cosine), hashtags: [], longViews: 0, publishedAt: NOW, ...more };
}
const order = (candidates: readonly Candidate[], circumstances = NOBODY) =>
	fuse(candidates, plan, vocabulary, meaning, circumstances).map(({ videoId }) => videoId);

describe("joining words and meaning", () => {
	it("all words stand before some, and a title before a description", () => {
		const list = [candidate("1", [0.61, 0], 0), candidate("2", [0.06, 0.06], 0), candidate("3", [0.61, 0.61], 0)];
		expect(order(list)).toEqual(["3", "2", "1"]);
	});

	it("meaning finds what no word does, behind what has all words", () => {
		const list = [candidate("1", [0, 0], 0.8), candidate("2", [0.61, 0.61], 0.5), candidate("3", [0, 0], 0.1)];
		expect(order(list)).toEqual(["2", "1"]);
	});

	it("where no document has a word, meaning alone decides", () => {
		expect(order([candidate("1", [0, 0], 0.5), candidate("2", [0, 0], 0.9)])).toEqual(["2", "1"]);
	});

	it("popularity, freshness, taste and whom one follows decide among equals, and among them alone", () => {
		const equal = [candidate("1", [0.61, 0.61], 0.5), candidate("2", [0.61, 0.61], 0.5, { longViews: 50_000 })];
		expect(order(equal)).toEqual(["2", "1"]);
		const followed = candidate("3", [0.61, 0.61], 0.5, { userId: "7" });
		expect(order([...equal, followed], { ...NOBODY, following: new Set(["7"]) })[0]).toBe("3");
		const liked = candidate("6", [0.61, 0.61], 0.5, { hashtags: ["blues", "constructor"] });
		expect(order([...equal.slice(0, 1), liked], { ...NOBODY, topics: { blues: 1 } })).toEqual(["6", "1"]);
		const old = candidate("4", [0.61, 0.61], 0.5, { publishedAt: NOW - 400 * 86_400_000 });
		expect(order([old, candidate("1", [0.61, 0.61], 0.5)])).toEqual(["1", "4"]);
		const popular = candidate("5", [0.06, 0], 0, { longViews: 10_000_000 });
		expect(order([popular, candidate("1", [0.61, 0.61], 0.5)])).toEqual(["1", "5"]);
	});
});

describe("what is asked of Postgres", () => {
	it("joins neighbours, for two words may be one hashtag", () => {
		expect(plan.any).toContain("'guitarsolo'");
		expect(plan.all).toMatch(/&/);
	});

	it("knows in how many documents the rarest word stands: too many are taken by reach, and not all ranked", () => {
		const common = { ...vocabulary, known: vocabulary.known.map((one) => ({ ...one, documents: 9_000 })) };
		expect([plan.documents, planOf(query, common).documents]).toEqual([20, 9_000]);
	});

	it("asks for hashtags alone after their sign", () => {
		const tag = parseQuery("#guitar");
		const known = tag.tokens.map((token) => ({ token, documents: 20, stems: [], variants: [] }));
		expect(planOf(tag, { documents: 1_000, known }).all).toContain("'guitar':B");
	});
});

describe("what was meant", () => {
	const [token] = query.tokens;
	if (token === undefined) throw new Error("no token");
	const typo = { term: "guitars", kind: "typo", documents: 3 } as const;
	it("is the nearest word, of one that no document has", () => {
		expect(meantBy({ token, documents: 0, stems: [], variants: [typo] })).toBe("guitars");
		expect(meantBy({ token, documents: 1, stems: [], variants: [typo] })).toBeNull();
		expect(meantBy({ token, documents: 0, stems: [], variants: [{ ...typo, kind: "beginning" }] })).toBeNull();
	});
});
