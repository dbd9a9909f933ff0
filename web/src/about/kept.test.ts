import { describe, expect, it } from "vitest";
import { RETENTION, type Retention } from "../../../contracts/retention.ts";
import { keptRows } from "./kept.ts";

describe("what the privacy page says is kept", () => {
	const rows = keptRows();
	const told = Object.entries<Retention>(RETENTION).filter(([, { isTold }]) => isTold !== false);

	it("is the sweeper's table, row by row", () => {
		expect(rows.map(({ name }) => name)).toEqual(told.map(([name]) => name));
		expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length);
	});

	it("names its days, and none where no clock ends it", () => {
		for (const [place, [name, kept]] of told.entries()) {
			const days = rows[place]?.until.match(/\d+/g) ?? [];
			// A login ends with its last use, and goes then.
			const expected = name === "sessions" ? ["30"] : "days" in kept ? [String(kept.days)] : [];
			expect([name, days]).toEqual([name, expected]);
		}
	});
});
