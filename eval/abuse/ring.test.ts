import { expect, test } from "vitest";
import { FULL, faultsOf, measure } from "./report.ts";
import { ringFaults, ringTable } from "./ring.ts";

const result = measure(FULL);
const of = (style: string) => {
	const found = result.ring.find((row) => row.style === style);
	if (found === undefined) throw new Error(`no style is called ${style}`);
	return found;
};

test("with the defence off the ring has all it tried, and with it less than a twentieth", () => {
	for (const style of ["view farm", "view farm, careful", "like farm", "comment spam", "report brigade"]) {
		const { tried, off, on, claimed } = of(style);
		expect([style, claimed, off / tried]).toEqual([style, true, 1]);
		expect(on / tried).toBeLessThan(0.05);
	}
});

test("what is not stopped is told, and not claimed", () => {
	for (const style of ["follow ring", "slow ring"]) expect(of(style)).toMatchObject({ claimed: false });
	expect(of("slow ring").on).toBeCloseTo(of("slow ring").tried, 0);
	expect(ringTable(result.ring).filter((line) => line.includes("not claimed to be stopped"))).toHaveLength(2);
});

test("no person's comment waits, and a ring that gains more is a fault", () => {
	expect(result.peopleHeld).toBe(0);
	const farm = { ...of("view farm"), on: of("view farm").tried };
	expect(ringFaults([farm])).toHaveLength(1);
	expect(faultsOf({ ...result, ring: [farm], peopleHeld: 3 })).toHaveLength(2);
});
