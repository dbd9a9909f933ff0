import { describe, expect, it } from "vitest";
import type { PictureScores, Screening } from "../../../contracts/screening.ts";
import { type Facts, judge } from "./judge.ts";
import { policyFor } from "./policy.ts";

const SAFE: PictureScores = { drawing: 0.05, hentai: 0, neutral: 0.9, porn: 0.02, sexy: 0.03 };
const scored = (name: keyof PictureScores, score: number): PictureScores => ({
	drawing: 0,
	hentai: 0,
	neutral: 0,
	porn: 0,
	sexy: 0,
	[name]: score,
});
const frames = (...scores: readonly (PictureScores | null)[]): Screening["frames"] =>
	Array.from({ length: 10 }, (_, n) => ({ atMs: n * 1_000, scores: scores[n] === undefined ? SAFE : scores[n], hashes: [] }));
const seen = (some: Partial<Screening> = {}): Screening => ({
	version: "test",
	sha256: null,
	frames: frames(),
	transcript: { language: "en", stretches: [] },
	unchecked: [],
	...some,
});
const facts = (some: Partial<Facts> = {}): Facts => ({
	screening: seen(),
	fields: { title: "A walk by the sea" },
	knownFile: null,
	alike: [],
	isCleared: false,
	...some,
});
const verdictOf = (some: Partial<Facts>, country: string | null = null) => judge(facts(some), policyFor(country));
const shown = (...scores: readonly PictureScores[]) => ({ screening: seen({ frames: frames(...scores) }) });
const alike = (...distances: readonly number[]) => ({
	alike: [{ videoId: "7", reason: "violence" as const, frames: distances.map((distance, n) => ({ atMs: n * 500, distance })) }],
});

describe("a verdict", () => {
	it("approves what nothing is found in, and says that nobody looked for violence", () => {
		expect(verdictOf({})).toEqual({ verdict: "approve", restriction: "none", findings: [], unchecked: ["violence"] });
	});

	it("never approves what no machine looked at, or where one failed", () => {
		expect(verdictOf({ screening: null })).toMatchObject({ verdict: "review", findings: [{ evidence: [{ kind: "unchecked" }] }] });
		const failed = seen({ unchecked: [{ check: "speech", why: "the thread ended" }] });
		expect(verdictOf({ screening: failed })).toMatchObject({ verdict: "review", unchecked: ["speech", "violence"] });
	});

	it.each([
		["one doubtful frame", [scored("porn", 0.8)], "approve"],
		["one sure frame", [scored("porn", 0.95)], "review"],
		["two doubtful frames", [scored("porn", 0.8), scored("hentai", 0.75)], "review"],
		["two sure frames", [scored("porn", 0.95), scored("porn", 0.95)], "review"],
		["three sure frames", [scored("porn", 0.95), scored("porn", 0.95), scored("hentai", 0.92)], "block"],
		["three suggestive frames", [scored("sexy", 0.9), scored("sexy", 0.9), scored("sexy", 0.9)], "approve"],
	] as const)("by frames that agree: %s", (_, scores, verdict) => {
		expect(verdictOf(shown(...scores)).verdict).toBe(verdict);
	});

	it("keeps the moments of the frames, and their scores", () => {
		const { findings } = verdictOf(shown(SAFE, scored("porn", 0.75), SAFE, scored("porn", 0.8)));
		expect(findings[0]?.evidence[0]).toMatchObject({ kind: "frames", frames: [{ atMs: 1_000 }, { atMs: 3_000, scores: { porn: 0.8 } }] });
	});

	it("restricts what is suggestive, as the country's policy says", () => {
		const sexy = shown(...Array.from({ length: 4 }, () => scored("sexy", 0.9)));
		expect(verdictOf(sexy)).toMatchObject({ verdict: "restrict", restriction: "no_recommend" });
		expect(verdictOf(sexy, "DE")).toMatchObject({ verdict: "restrict", restriction: "age" });
	});

	it.each([
		["title", { fields: { title: "you hurensohn" } }],
		["hashtags", { fields: { hashtags: "fun faggot" } }],
		[
			"speech",
			{ screening: seen({ transcript: { language: "en", stretches: [{ fromMs: 2_000, toMs: 4_000, text: "I will kill you." }] } }) },
		],
	] as const)("sends words in the %s to a person, and blocks nothing for them", (field, some) => {
		const { verdict, findings } = verdictOf(some);
		expect(verdict).toBe("review");
		const terms = findings[0]?.evidence.find((piece) => piece.kind === "terms");
		expect(terms).toMatchObject({ terms: [{ field }] });
		if (field === "speech") expect(terms).toMatchObject({ terms: [{ atMs: 2_000 }] });
	});

	it("lets swearing alone up", () => {
		expect(verdictOf({ fields: { title: "what the fuck was that" } }).verdict).toBe("approve");
	});

	it("gives the gravest reason, and sends what concerns children to those cleared for it", () => {
		const { findings } = verdictOf({ fields: { title: "hurensohn", description: "child porn" } });
		expect(findings[0]).toMatchObject({ reason: "minor_safety", severity: 5 });
	});

	it.each([
		["a file that was blocked", { knownFile: "sexual_content" as const }, "block"],
		["three frames that are almost those of a blocked video", alike(10, 20, 40), "block"],
		["two frames like a blocked video's", alike(55, 60), "review"],
		["one frame like a blocked video's", alike(10), "approve"],
		["frames too far from any", alike(61, 61, 61), "approve"],
	] as const)("knows %s", (_, some, verdict) => {
		expect(verdictOf(some).verdict).toBe(verdict);
	});

	it("leaves to people what they decided", () => {
		expect(verdictOf({ ...shown(scored("porn", 0.95), scored("porn", 0.95), scored("porn", 0.95)), isCleared: true }).verdict).toBe(
			"approve",
		);
	});
});
