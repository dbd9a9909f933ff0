import { expect, test } from "vitest";
import { momentsOf, plusMoments } from "./moments.ts";
import { joined, NOTHING, type Outcome, SESSION_GAP_MS } from "./outcome.ts";

const outcome = (
	first: number | null,
	last: number | null,
	more: Partial<Outcome["sums"]> = {},
	exposedAt: number | null = null,
): Outcome => ({
	experiment: "e",
	arm: "control",
	unit: "u",
	exposedAt,
	span: first === null || last === null ? null : { first, last },
	sums: { ...NOTHING, sessions: first === null ? 0 : 1, ...more },
});
const MINUTE = 60_000;

test("sums add up, spans widen, the earliest exposure is kept", () => {
	const sum = joined(outcome(10, 20, { impressions: 2, watchMinutes: 1.5 }), outcome(15, 30, { impressions: 1, watchMinutes: 0.25 }, 5));
	expect(sum).toEqual(outcome(10, 30, { impressions: 3, watchMinutes: 1.75 }, 5));
	expect(joined(sum, outcome(null, null, {}, 3)).exposedAt).toBe(3);
	expect(joined(outcome(null, null, {}, 3), sum)).toEqual({ ...sum, exposedAt: 3 });
});

test("half an hour without an impression begins another session", () => {
	const morning = outcome(0, 10 * MINUTE);
	expect(joined(morning, outcome(40 * MINUTE, 50 * MINUTE)).sums.sessions).toBe(1);
	expect(joined(morning, outcome(10 * MINUTE + SESSION_GAP_MS + 1, 60 * MINUTE)).sums.sessions).toBe(2);
});

test("batches that come late count the same sessions as in their order", () => {
	const parts = [outcome(0, MINUTE), outcome(2 * MINUTE, 3 * MINUTE), outcome(500 * MINUTE, 501 * MINUTE)];
	const [a, b, c] = parts;
	if (!a || !b || !c) throw new Error("three parts");
	expect(joined(joined(a, b), c)).toEqual(joined(joined(c, a), b));
	expect(joined(joined(a, b), c).sums.sessions).toBe(2);
});

test("moments of parts add up to the moments of all", () => {
	const viewers = [1, 2, 3, 5].map((impressions) => ({
		...NOTHING,
		impressions,
		watchMinutes: impressions / 2,
		longViews: impressions % 2,
	}));
	const all = plusMoments(momentsOf(viewers.slice(0, 1)), momentsOf(viewers.slice(1)));
	expect(all).toEqual(momentsOf(viewers));
	expect([all.viewers, all.sums.impressions, all.squares.impressions, all.products.longViews]).toEqual([4, 11, 39, 9]);
});
