import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldKeyword, wordFilter } from "./word-filters.ts";

const video = (title: string, more: Partial<{ description: string; hashtags: string[] }> = {}) => ({
	title,
	description: "",
	hashtags: [] as string[],
	...more,
});
const hidden = (keyword: string, title: string) => wordFilter({ keywords: [keyword], hashtags: [] })(video(title));

describe("a keyword", () => {
	it.each([
		["spider", "A SPIDER in the bath"],
		["Spider", "spider!"],
		["cafe", "Morning in the Café"],
		["Café", "CAFE crawl"],
		["strasse", "Die Straße"],
		["Smørrebrød", "smorrebrod for two"],
		["οδός", "ΟΔΟΣ"],
		["ёлка", "Елка"],
		["world cup", "World-Cup final"],
		["don't", "I don’t know"],
		["cat", "the cat's pyjamas"],
		["🕷", "look: 🕷️🕷️"],
		["猫", "今日は猫と遊ぶ"],
		["ｄａｎｃｅ", "dance"],
	])("%s hides “%s”", (keyword, title) => {
		expect(hidden(keyword, title)).toBe(true);
	});

	it.each([
		["cat", "concatenate"],
		["cat", "cats"],
		["art", "start of the party"],
		["world cup", "cup of the world"],
		["か", "がんばる"],
	])("%s does not hide “%s”", (keyword, title) => {
		expect(hidden(keyword, title)).toBe(false);
	});

	it("is looked for in the description and the hashtags, too", () => {
		const isHidden = wordFilter({ keywords: ["spoiler"], hashtags: [] });
		expect(isHidden(video("x", { description: "Big spoiler ahead" }))).toBe(true);
		expect(isHidden(video("x", { hashtags: ["Spoiler"] }))).toBe(true);
		expect(isHidden(video("x", { hashtags: ["finale_spoiler"] }))).toBe(true);
		expect(isHidden(video("x", { hashtags: ["spoilers"] }))).toBe(false);
	});

	it("without a word in it is none", () => {
		for (const empty of ["", "  ", "!!!", "—", "#"]) expect(foldKeyword(empty)).toBe("");
		expect(wordFilter({ keywords: ["!!!"], hashtags: [] })(video("!!! anything"))).toBe(false);
	});

	it("always hides a title that is the keyword itself, and nothing that has no word of it", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), (keyword) => {
				fc.pre(foldKeyword(keyword) !== "");
				expect(hidden(keyword, keyword)).toBe(true);
				expect(hidden(keyword, `before — ${keyword}, after`)).toBe(true);
				expect(hidden(keyword, "")).toBe(false);
			}),
		);
	});
});

describe("a hashtag", () => {
	const isHidden = wordFilter({ keywords: [], hashtags: ["café"] });
	it("hides what bears it or has it in its words, and not the plain word", () => {
		expect(isHidden(video("x", { hashtags: ["cafe"] }))).toBe(true);
		expect(isHidden(video("see #CAFÉ"))).toBe(true);
		expect(isHidden(video("see", { description: "more at #cafe." }))).toBe(true);
		expect(isHidden(video("a café"))).toBe(false);
		expect(isHidden(video("x", { hashtags: ["cafes"] }))).toBe(false);
	});
});

it("no filter hides nothing", () => {
	expect(wordFilter({ keywords: [], hashtags: [] })(video("anything"))).toBe(false);
});

it("a hundred filters over five hundred long descriptions cost less than a page may", () => {
	const keywords = Array.from({ length: 100 }, (_, n) => (n % 2 === 0 ? `word${n}` : `two words${n}`));
	const isHidden = wordFilter({ keywords, hashtags: [] });
	const videos = Array.from({ length: 500 }, (_, n) => video(`Clip ${n}`, { description: "plain words of a description ".repeat(70) }));
	videos.forEach(isHidden);
	const begun = performance.now();
	videos.forEach(isHidden);
	expect(performance.now() - begun).toBeLessThan(500);
});
