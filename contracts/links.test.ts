import { expect, it } from "vitest";
import { cutAtHashtags } from "./hashtags-in-text.ts";
import { hasLink } from "./links.ts";

/** What makes a search that goes back and forth begin anew at each sign. */
const REPEATED = ["a.", "a-", "a.a-", "a.-", "é.", "www.", "a.com", "http://", "#a", "##", "@", "#a-"];

it.each(REPEATED)("%s without end is searched for links and hashtags in a time that grows with its length", (piece) => {
	const took = (length: number): number => {
		const text = `${piece.repeat(length / piece.length)} !`;
		return Math.min(
			...[1, 2, 3].map(() => {
				const begun = performance.now();
				hasLink(text);
				cutAtHashtags(text);
				return performance.now() - begun;
			}),
		);
	};
	took(10_000);
	// In a time that grows with the square, as it once did, this took a minute; now a tenth of a second, ten times as much on a busy machine.
	expect(took(80_000)).toBeLessThan(Math.max(2_000, 24 * took(10_000)));
});

it("still finds addresses in a host of many labels, behind a long word, and within it", () => {
	for (const text of [`${"a.".repeat(40)}com`, `${"a".repeat(63)}.com`, "see www.example", "(https://x.y/z)", "x-http://a"])
		expect(hasLink(text), text).toBe(true);
	for (const text of ["a.b", "me@example.com", "1.5", "and.so.on"]) expect(hasLink(text), text).toBe(false);
});
