import { describe, expect, it } from "vitest";
import { ageOn } from "./age.ts";

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

describe("age", () => {
	it.each([
		["2010-06-15", "2023-06-14", 12],
		["2010-06-15", "2023-06-15", 13],
		["2010-06-15", "2023-05-31", 12],
		["2010-06-15", "2023-07-01", 13],
		["2008-02-29", "2021-02-28", 12],
		["2008-02-29", "2021-03-01", 13],
		["2008-12-31", "2027-01-01", 18],
	])("of someone born %s is, on %s, %i", (birthdate, day, years) => {
		expect(ageOn(birthdate, at(day))).toBe(years);
	});
});
