import { describe, expect, it } from "vitest";
import { Id, isId } from "./ids.ts";

/** Postgres' bigint ends here. */
const LARGEST_BIGINT = 2n ** 63n - 1n;

describe("an id", () => {
	it.each(["0", "1", "384248335411913434", "8999999999999999999"])("may be %s, which Postgres can compare", (id) => {
		expect(isId(id)).toBe(true);
		expect(BigInt(id) <= LARGEST_BIGINT).toBe(true);
	});

	it.each(["", "-1", "1.0", " 1", "1\n", "0x1", "9000000000000000000", "9223372036854775808", "99999999999999999999", "00", "01", "١٢٣"])(
		"is not %j",
		(id) => {
			expect(isId(id)).toBe(false);
			expect(Id.safeParse(id).success).toBe(false);
		},
	);

	it("of ours is one until the end of 2091", () => {
		const last = (BigInt(Date.UTC(2091, 11, 29) - Date.UTC(2024, 0, 1)) << 22n).toString();
		expect(isId(last)).toBe(true);
	});
});
