import { describe, expect, it } from "vitest";
import { sentence, sentenceVectors, TEXT_DIMENSIONS, textFeatures } from "./text.ts";

const dot = (a: Float32Array | undefined, b: Float32Array | undefined) =>
	(a ?? new Float32Array()).reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0);

describe("sentence of a video", () => {
	it("joins title, hashtags as words, and description", () => {
		expect(sentence({ title: "First  snow", description: "Up at dawn.\n", hashtags: ["#winter_walk", "nature"] })).toBe(
			"First snow. winter walk nature. Up at dawn.",
		);
	});

	it("is empty when there are no words", () => {
		expect(sentence({ title: " ", description: "", hashtags: [] })).toBe("");
	});

	it("is cut when it is long", () => {
		expect(sentence({ title: "word ".repeat(1000), description: "", hashtags: [] }).length).toBeLessThanOrEqual(500);
	});
});

describe("sentence vectors", () => {
	it("bring near what means alike, with no word in common", async () => {
		const [surf, sea, pasta] = await sentenceVectors([
			"Surfing big waves at dawn",
			"Ocean swell and beaches",
			"How to cook noodles for dinner",
		]);
		expect(dot(surf, sea)).toBeGreaterThan(dot(surf, pasta) + 0.15);
		expect(dot(sea, sea)).toBeCloseTo(1, 3);
	});

	it("don't depend on what else is embedded with them", async () => {
		const [alone] = await sentenceVectors(["A kitten in a box"]);
		const [, together] = await sentenceVectors(["Something much, much longer than the other one, at least in words", "A kitten in a box"]);
		expect(dot(alone, together)).toBeCloseTo(1, 4);
	});

	it.each(["🎉🎉🎉", "日本語のタイトル", "a", ":) :("])("take any writing: %s", async (title) => {
		const vector = await textFeatures({ title, description: "", hashtags: [] });
		expect(vector).toHaveLength(TEXT_DIMENSIONS);
		expect(vector?.every(Number.isFinite)).toBe(true);
	});

	it("are none without words", async () => {
		expect(await textFeatures({ title: "", description: "", hashtags: [] })).toBeNull();
	});
});
