import { describe, expect, it } from "vitest";
import { countCursor, idCursor, placeCursor } from "./cursor.ts";

const CURSORS = { placeCursor, idCursor, countCursor };
const refused = expect.objectContaining({ code: "invalid_fields" });

describe("cursors", () => {
	it("lead back to the place they were made at, to the millisecond", () => {
		const place = { at: new Date(1_795_400_135_351), id: "383082667844477268" };
		expect(placeCursor.decode(placeCursor.encode(place))).toEqual(place);
		expect(idCursor.decode(idCursor.encode({ id: place.id }))).toEqual({ id: place.id });
		expect(countCursor.decode(countCursor.encode({ count: 40 }))).toEqual({ count: 40 });
	});

	it.each(Object.entries(CURSORS))("%s: none, an empty one and 0 begin the list", (_, cursor) => {
		for (const text of [undefined, "", "0"]) expect(cursor.decode(text)).toBeNull();
	});

	it.each(["1", "1-", "-1", "1-2-3", "a-b", "1'-2", "999999999999999-1", "1-9999999999999999999", "1-9223372036854775808"])(
		"a place is refused when it is %j",
		(cursor) => expect(() => placeCursor.decode(cursor)).toThrow(refused),
	);

	it.each(Object.entries(CURSORS))("%s: what is none of ours is refused", (_, cursor) => {
		for (const text of ["1 OR 1=1", "-1", "1e3", "１", "9".repeat(20), "1\n", "9223372036854775808"]) {
			expect(() => cursor.decode(text)).toThrow(refused);
		}
	});
});
