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
	for (const style of ["view farm", "view farm, careful", "like farm", "follow ring", "comment spam", "report brigade"]) {
		const { tried, off, on, claimed } = of(style);
		expect([style, claimed, off / tried]).toEqual([style, true, 1]);
		expect(on / tried).toBeLessThan(0.05);
	}
});

test("what is not stopped is told, and not claimed", () => {
	expect(of("slow ring")).toMatchObject({ claimed: false });
	expect(of("slow ring").on).toBeCloseTo(of("slow ring").tried, 0);
	expect(ringTable(result.ring).filter((line) => line.includes("not claimed to be stopped"))).toHaveLength(1);
});

test("no person's comment waits, and a ring that gains more is a fault", () => {
	expect(result.peopleHeld).toBe(0);
	expect(result.peopleFollows.waiting / result.peopleFollows.made).toBeLessThan(0.01);
	expect(result.peopleLimited).toBe(0);
	const farm = { ...of("view farm"), on: of("view farm").tried };
	expect(ringFaults([farm])).toHaveLength(1);
	expect(faultsOf({ ...result, ring: [farm], peopleHeld: 3 })).toHaveLength(2);
	expect(faultsOf({ ...result, peopleLimited: 1, peopleFollows: { made: 100, waiting: 2 } })).toHaveLength(2);
});

test("bots that behave like bots are limited or looked at, and no person is limited", () => {
	const limits = (who: string) => {
		const row = result.scored.find((one) => one.who.includes(who));
		return [row?.limited, row?.listed];
	};
	expect(limits("under all they open")).toEqual([200, 200]);
	expect(limits("a device each")).toEqual([200, 200]);
	expect(limits("only watch")).toEqual([0, 200]);
	expect(limits("like all")).toEqual([0, 200]);
	expect(limits("slow ring")).toEqual([0, 0]);
	const [limited, listed = 0] = limits("people");
	expect(limited).toBe(0);
	expect(listed).toBeLessThan(20);
});
