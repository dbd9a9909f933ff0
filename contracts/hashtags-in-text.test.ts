import { describe, expect, it } from "vitest";
import { cutAtHashtags } from "./hashtags-in-text.ts";
import { hashtagKey, writtenHashtag } from "./words.ts";

describe("hashtags within a text", () => {
	const tagsIn = (text: string) => cutAtHashtags(text).flatMap(({ tag }) => tag ?? []);

	it.each([
		["#dance", ["dance"]],
		["look: #Dance, #dance. (#DANCE)!", ["dance", "dance", "dance"]],
		["#a#b#c", ["a", "b", "c"]],
		["no#tag, a#b", []],
		["#don't #rock-n-roll", ["don", "rock"]],
		["#2024 and #_ and # alone and #!", ["2024"]],
		["＃全角 #ｗｉｄｅ", ["全角", "wide"]],
		["今日は#東京で#寿司 を食べた", ["東京で", "寿司"]],
		["สวัสดี#กรุงเทพ", ["กรุงเทพ"]],
		["שלום #יום_הולדת! #שָׁלוֹם", ["יום_הולדת", "שלום"]],
		["مرحبا #كُرة، و #كرة", ["كرة", "كرة"]],
		["#\u200fשלום", ["שלום"]],
		["😀#cat😀 ❤️#tea❤️ #️⃣ 5️⃣", ["cat", "tea"]],
		["#café #cafe\u0301", ["café", "café"]],
		["#नमस्ते_दुनिया।", ["नमस्ते_दुनिया"]],
		["#می\u200cخواهم\u200c", ["میخواهم"]],
		["#Col·lecció· #col·lecció", ["col·lecció", "col·lecció"]],
		["https://a.example/x#part www.b.example/#c https://c.example/?q=#d #real", ["real"]],
		["a.example/#e &#39; ##j", []],
		[`#${"x".repeat(64)} #${"x".repeat(65)}`, ["x".repeat(64)]],
		["#straße #STRASSE", ["strasse", "strasse"]],
		["", []],
	])("%j", (text, tags) => {
		expect(tagsIn(text)).toEqual(tags);
		expect(
			cutAtHashtags(text)
				.map((piece) => piece.text)
				.join(""),
		).toBe(text);
	});

	it("are those that the API takes for the same, each by the one normaliser", () => {
		const text = "#Straße ＃ｗｉｄｅ #שָׁלוֹם #می‌خواهم";
		for (const { text: piece, tag } of cutAtHashtags(text))
			if (tag !== null) expect(hashtagKey(writtenHashtag(piece.replace("＃", "#")))).toBe(tag);
	});

	it("of a long text take no time that is felt", () => {
		for (const text of ["#".repeat(20_000), "#a".repeat(10_000), "a#".repeat(10_000), `#${"·".repeat(20_000)}`]) {
			expect(
				cutAtHashtags(text)
					.map((piece) => piece.text)
					.join(""),
			).toBe(text);
		}
	});
});
