import { describe, expect, it } from "vitest";
import { parseRange } from "./range.ts";

describe("byte ranges of an object of 100 bytes", () => {
	it.each([
		["bytes=0-9", { offset: 0, length: 10 }],
		["bytes=90-", { offset: 90, length: 10 }],
		["bytes=-5", { offset: 95, length: 5 }],
		["bytes=-500", { offset: 0, length: 100 }],
		["bytes=50-5000", { offset: 50, length: 50 }],
		["bytes=100-", "unsatisfiable"],
		["bytes=-0", "unsatisfiable"],
		["bytes=9-2", null],
		["bytes=0-1,5-6", null],
		["bytes=-", null],
		["chunks=0-1", null],
		[null, null],
	])("%s", (header, expected) => expect(parseRange(header, 100)).toEqual(expected));
});
