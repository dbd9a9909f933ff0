import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cursor } from "../../../contracts/ids.ts";
import { NAMED_MAX, newCursor, shownBefore } from "./cursor.ts";

const ids = fc.array(fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String), { maxLength: NAMED_MAX });

describe("a page's cursor", () => {
	it("tells exactly what the page showed, and is no longer than a cursor may be", () => {
		fc.assert(
			fc.property(ids, (shown) => {
				const cursor = newCursor(1_796_000_000_000, Math.random, shown);
				expect(shownBefore(cursor)).toEqual(shown);
				expect(Cursor.safeParse(cursor).success).toBe(true);
				expect(encodeURIComponent(cursor)).toBe(cursor);
			}),
		);
	});

	it("is another each time", () => {
		expect(newCursor(1, Math.random, ["1"])).not.toBe(newCursor(1, Math.random, ["1"]));
	});

	it("of another kind, or spoilt, tells nothing and breaks nothing", () => {
		for (const other of ["", "0", "fallback.20", "mabc.defg", "a.b.c.d", "a.b.AAAA", "a.b.AAAAAAAAAAA", "a.b.__________8", "….….…"]) {
			expect(shownBefore(other)).toEqual([]);
		}
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(shownBefore(text).every((id) => /^\d+$/.test(id))).toBe(true);
			}),
		);
	});
});
