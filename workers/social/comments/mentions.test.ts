import { describe, expect, it } from "vitest";
import { namedIn, presentMentions } from "./mentions.ts";

const user = (id: string, username: string) => ({ id, username, displayName: username, avatarUrl: null, verified: false });

describe("who a text names", () => {
	it.each([
		["@mia", ["mia"]],
		["Hi @mia, and @Ben.K!", ["mia", "Ben.K"]],
		["(@mia)", ["mia"]],
		["مرحبا @mia", ["mia"]],
		["mail me@example.org", []],
		["@@mia", []],
		["https://example.org/@mia", []],
		["@ab", []],
		["@", []],
	])("%j", (text, expected) => {
		expect(namedIn(text).map(({ names }) => names[0])).toEqual(expected);
	});

	it("knows that a dot may end the sentence", () => {
		expect(namedIn("Ask @mia.")).toEqual([{ start: 4, names: ["mia.", "mia"] }]);
	});
});

describe("a text with mentions", () => {
	const mentions = [
		{ start: 3, length: 4, userId: "1" },
		{ start: 12, length: 4, userId: "2" },
	];

	it("bears the names of now, wherever that moves the rest", () => {
		const users = new Map([
			["1", user("1", "mia.of.the.sea")],
			["2", user("2", "bo")],
		]);
		const { text, mentions: marked } = presentMentions("Hi @mia and @ben 👋", mentions, users);
		expect(text).toBe("Hi @mia.of.the.sea and @bo 👋");
		expect(marked.map(({ start, length }) => text.slice(start, start + length))).toEqual(["@mia.of.the.sea", "@bo"]);
	});

	it("leaves as it was written who is not there any more", () => {
		const { text, mentions: marked } = presentMentions("Hi @mia and @ben", mentions, new Map([["2", user("2", "ben")]]));
		expect([text, marked.length]).toEqual(["Hi @mia and @ben", 1]);
	});
});
