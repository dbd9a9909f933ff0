import { expect, test } from "vitest";
import { FULL, faultsOf, measure } from "./report.ts";

/** The claims of `npm run eval -- abuse`, in the town they are made of; seeded, so that they hold or don't for good. */
const result = measure(FULL);
const of = (title: string) => {
	const found = result.measured.find(({ attack }) => attack.startsWith(title));
	if (found === undefined) throw new Error(`no attack is called ${title}`);
	return found;
};

test("nothing that is claimed fails", () => {
	expect(faultsOf(result)).toEqual([]);
});

test("before, one address came up among the first and was viral: the attack is real", () => {
	expect(of("one address, 212").before).toMatchObject({ views: 212, isViral: true });
	expect(of("one address, 212").before.place).toBeLessThan(20);
	expect(of("one account, 1 000").before.views).toBe(1_000);
	expect(of("the owner").before.views).toBe(100);
});

test("now what was not given, what is one's own, and what takes no time is nothing, or one view", () => {
	expect(of("one address, 212").now).toMatchObject({ views: 0, isViral: false, rankersShare: 0 });
	expect(of("one account, 1 000").now.views).toBe(1);
	expect(of("one account, totalDuration 1").now.views).toBe(1);
	expect(of("the owner").now.views).toBe(0);
});

test("people lose nothing, a campus behind one address among them", () => {
	expect(result.people.now).toBe(result.people.impressions);
	expect(Math.max(...result.measured.map(({ peopleLose }) => peopleLose))).toBe(0);
});

test("what does not hold is told", () => {
	const [first] = result.measured;
	if (first === undefined) throw new Error("nothing was measured");
	const viral = { ...result, measured: [{ ...first, now: { ...first.now, isViral: true, place: 0, rankersShare: 0.5 }, peopleLose: 3 }] };
	expect(faultsOf(viral)).toHaveLength(4);
	expect(faultsOf({ ...result, measured: [], sameTrending: 0, people: { impressions: 100, before: 100, now: 90 } })).toHaveLength(2);
});
