import { describe, expect, it } from "vitest";
import { isEmojiAlone, piecesOf } from "./links.ts";

const linksOf = (text: string) => piecesOf(text).flatMap(({ text: shown, href }) => (href === null ? [] : [[shown, href]]));

describe("addresses in what is written", () => {
	it.each([
		["see https://a.example/x.", [["https://a.example/x", "https://a.example/x"]]],
		["www.tea.example!", [["www.tea.example", "https://www.tea.example/"]]],
		["(https://a.example/wiki/Tea_(drink))", [["https://a.example/wiki/Tea_(drink)", "https://a.example/wiki/Tea_(drink)"]]],
		["HTTPS://A.example", [["HTTPS://A.example", "https://a.example/"]]],
		[
			"two: https://a.example, https://b.example",
			[
				["https://a.example", "https://a.example/"],
				["https://b.example", "https://b.example/"],
			],
		],
		["https://пример.example/ж", [["https://пример.example/ж", "https://xn--e1afmkfd.example/%D0%B6"]]],
	])("%s", (text, links) => {
		expect(linksOf(text)).toEqual(links);
	});
	it.each([
		"javascript:alert(1)",
		"data:text/html,hi",
		"https://bank.example@evil.example/",
		"https://user:pass@evil.example",
		"http://",
		"https://localhost/admin",
		"file:///etc/passwd",
		"12.30 is fine",
	])("%s is no link", (text) => {
		expect(linksOf(text)).toEqual([]);
	});
	it("the pieces are the whole text", () => {
		const text = "a https://a.example/b). \n\n www.c.example \u202eevil https://d@e";
		expect(
			piecesOf(text)
				.map((piece) => piece.text)
				.join(""),
		).toBe(text);
	});
	it("many brackets take no time that is felt", () => {
		const started = performance.now();
		piecesOf(`https://a.example/${")".repeat(2_000)}`);
		expect(performance.now() - started).toBeLessThan(2_000);
	});
	it.each([
		["❤️", true],
		["👍🏽 🎉", true],
		["👨‍👩‍👧", true],
		["❤️❤️❤️❤️", false],
		["ok 👍", false],
		["1", false],
	])("%s alone is large: %s", (text, large) => {
		expect(isEmojiAlone(text)).toBe(large);
	});
});
