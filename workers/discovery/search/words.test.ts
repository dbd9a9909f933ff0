import { describe, expect, it } from "vitest";
import { lexemesOf, pairsOf, wordsIn } from "./words.ts";

describe("words of a text", () => {
	it("are folded: case, accents and width make no difference", () => {
		expect(wordsIn("ÜBER Straße Ｃａｆé").map(({ text }) => text)).toEqual(["uber", "strasse", "cafe"]);
	});

	it("joined by a dash or the like are found as one and as each", () => {
		const [word] = wordsIn("lo-fi");
		expect(word && lexemesOf(word)).toEqual(["lofi", "lo", "fi"]);
		expect(wordsIn("rock'n'roll U.S.A.").map(({ text }) => text)).toEqual(["rocknroll", "usa"]);
	});

	it("of scripts without spaces are parted where the script changes, and found by pairs of letters", () => {
		const words = wordsIn("東京タワーの夜景 in Tokyo");
		expect(words.map(({ text }) => text)).toEqual(["東京", "タワー", "の", "夜景", "in", "tokyo"]);
		expect(words.flatMap(lexemesOf)).toEqual(["東京", "東", "京", "タワ", "ワー", "の", "夜景", "夜", "景", "in", "tokyo"]);
		expect(pairsOf("スケボー")).toEqual(["スケ", "ケボ", "ボー"]);
		expect(pairsOf("猫")).toEqual(["猫"]);
	});

	it("are letters and digits alone, whatever was typed", () => {
		for (const text of ["''); drop--", "a & b | !c:*", "💃🏽", "\\", "%_", "\u0000"]) {
			for (const word of wordsIn(text).flatMap(lexemesOf)) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
		}
	});
});
