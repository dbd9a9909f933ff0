import { describe, expect, it } from "vitest";
import { addHashtags, normalizeHashtag } from "./hashtags.ts";

describe("normalizeHashtag", () => {
	it("keeps letters of any script, digits and underscores", () => {
		expect(["#Größe!", "東京", "a-b c", "x_1"].map(normalizeHashtag)).toEqual(["größe", "東京", "abc", "x_1"]);
	});
});

describe("addHashtags", () => {
	it("takes a pasted list apart and adds each once", () => {
		expect(addHashtags(["tea"], "#Tea #milk, cosy")).toEqual(["tea", "milk", "cosy"]);
	});
	it("adds nothing for signs alone", () => {
		expect(addHashtags([], " # !? ")).toEqual([]);
	});
	it("stops at the limit", () => {
		expect(addHashtags([], Array.from({ length: 40 }, (_, i) => `t${i}`).join(" "))).toHaveLength(30);
	});
});
