import { describe, expect, it } from "vitest";
import { withoutMention } from "./without-mention.ts";

const at = (start: number, length: number, userId: string) => ({ start, length, userId });

describe("a comment without the name of somebody it mentions", () => {
	it("keeps its other words and mentions where they are", () => {
		const text = "🎉 @ann and @bob.smith, and @ann";
		const mentions = [at(3, 4, "1"), at(12, 10, "2"), at(28, 4, "1")];
		const rest = withoutMention(text, mentions, "1");
		expect(rest).toEqual({ text: "🎉 @……… and @bob.smith, and @………", mentions: [at(12, 10, "2")] });
		expect(rest.text.slice(12, 22)).toBe("@bob.smith");
	});

	it("is as it was where they are not mentioned", () => {
		expect(withoutMention("@bob", [at(0, 4, "2")], "1")).toEqual({ text: "@bob", mentions: [at(0, 4, "2")] });
	});
});
