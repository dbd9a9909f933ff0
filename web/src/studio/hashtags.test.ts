import { describe, expect, it } from "vitest";
import { addHashtags } from "./hashtags.ts";

describe("addHashtags", () => {
	it("keeps letters of any script with their marks, digits and underscores, as they were typed", () => {
		expect(addHashtags([], "#Größe! 東京 a-b c x_1 हिन्दी বাংলা ภาษาไทย İstanbul")).toEqual([
			...["Größe", "東京", "ab", "c", "x_1", "हिन्दी", "বাংলা", "ภาษาไทย", "İstanbul"],
		]);
	});
	it("takes a pasted list apart and adds each once, in whatever case and form", () => {
		expect(addHashtags(["tea"], "#Tea #milk, cosy、ＭＩＬＫ ＃cosy")).toEqual(["tea", "milk", "cosy"]);
	});
	it("adds nothing for signs alone", () => {
		expect(addHashtags([], " # !? 🔥 _ ")).toEqual([]);
	});
	it("stops at the limit", () => {
		expect(addHashtags([], Array.from({ length: 40 }, (_, i) => `t${i}`).join(" "))).toHaveLength(30);
	});
});
