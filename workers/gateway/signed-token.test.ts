import { describe, expect, it } from "vitest";
import { openToken, signToken } from "./signed-token.ts";

const SECRET = "a secret of good length";

describe("signed tokens", () => {
	it("gives back the value it signed", () => {
		expect(openToken(SECRET, "guest", signToken(SECRET, "guest", "4711"))).toBe("4711");
	});

	it("refuses another value under a known signature", () => {
		const [, signature] = signToken(SECRET, "guest", "4711").split(".");
		expect(openToken(SECRET, "guest", `4712.${signature}`)).toBeNull();
	});

	it("refuses a guest's token as a session and one of another secret", () => {
		expect(openToken(SECRET, "session", signToken(SECRET, "guest", "4711"))).toBeNull();
		expect(openToken(SECRET, "guest", signToken("another secret entirely", "guest", "4711"))).toBeNull();
	});

	it("goes on refusing what is near a token it has opened", () => {
		const token = signToken(SECRET, "guest", "4713");
		expect([openToken(SECRET, "guest", token), openToken(SECRET, "guest", token)]).toEqual(["4713", "4713"]);
		expect(openToken(SECRET, "session", token)).toBeNull();
		expect(openToken("another secret entirely", "guest", token)).toBeNull();
		expect(openToken(SECRET, "guest", `${token}A`)).toBeNull();
	});

	it.each(["", ".", "4711", "4711.", ".abc", `4711.${"a".repeat(300)}`])("refuses %j", (token) => {
		expect(openToken(SECRET, "guest", token)).toBeNull();
	});
});
