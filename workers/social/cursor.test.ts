import { describe, expect, it } from "vitest";
import { decodeIdCursor, decodePlace, encodePlace } from "./cursor.ts";

describe("cursors", () => {
	it("lead back to the place they were made at, to the millisecond", () => {
		const place = { at: new Date(1_795_400_135_351), id: "383082667844477268" };
		expect(decodePlace(encodePlace(place))).toEqual(place);
		expect(decodeIdCursor(place.id)).toBe(place.id);
	});

	it.each(["", "1", "1-", "-1", "1-2-3", "a-b", "1'-2", `${"9".repeat(20)}-1`])("refuse %j", (cursor) => {
		expect(() => decodePlace(cursor)).toThrow(expect.objectContaining({ code: "invalid_fields" }));
	});

	it("refuse an id that is none", () => {
		expect(() => decodeIdCursor("1 OR 1=1")).toThrow(expect.objectContaining({ code: "invalid_fields" }));
	});
});
