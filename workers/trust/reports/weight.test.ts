import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { liftOf, type Reporter, severityOf, type Weighed, weightOf } from "./weight.ts";

const stranger: Reporter = { upheld: 0, dismissed: 0, isGuest: false, isNew: false };
const honest: Reporter = { ...stranger, upheld: 5, dismissed: 1 };
const reportBy = (reporter: Reporter, network: string | null = null): Weighed => ({ weight: weightOf(reporter), network });
const crowd = (count: number, reporter: Reporter): Weighed[] =>
	Array.from({ length: count }, (_, at) => reportBy(reporter, `network ${at}`));

describe("what a report weighs", () => {
	it.each([
		["somebody without a record", stranger, 1 / 3],
		["one report that held", { ...stranger, upheld: 1 }, 1 / 2],
		["five that held, one that did not", honest, 2 / 3],
		["one that did not hold", { ...stranger, dismissed: 1 }, 1 / 4],
		["ten that did not hold", { ...stranger, dismissed: 10 }, 1 / 13],
		["ninety-nine that held", { ...stranger, upheld: 99 }, 100 / 102],
		["a guest", { ...stranger, isGuest: true }, 0.4 / 3],
		["an account of today", { ...stranger, isNew: true }, 1 / 6],
	])("%s", (_, reporter, weight) => {
		expect(weightOf(reporter)).toBeCloseTo(weight, 10);
	});

	it("rises with each report that held and falls with each that did not, within 0 and 1", () => {
		const count = fc.nat(10_000);
		fc.assert(
			fc.property(count, count, fc.boolean(), fc.boolean(), (upheld, dismissed, isGuest, isNew) => {
				const weight = weightOf({ upheld, dismissed, isGuest, isNew });
				expect(weight).toBeGreaterThan(0);
				expect(weight).toBeLessThan(1);
				expect(weightOf({ upheld: upheld + 1, dismissed, isGuest, isNew })).toBeGreaterThan(weight);
				expect(weightOf({ upheld, dismissed: dismissed + 1, isGuest, isNew })).toBeLessThan(weight);
			}),
		);
	});
});

describe("fifty accounts that report an honest video together", () => {
	it("lift it no higher than three people of the same record, and less than two whose reports held", () => {
		const attack = liftOf(crowd(50, stranger));
		expect(attack).toBeCloseTo(liftOf(crowd(3, stranger)), 10);
		expect(attack).toBeLessThan(liftOf(crowd(2, honest)));
		for (const severity of [1, 2, 3, 4, 5]) {
			expect(severityOf(severity, attack, false)).toBeLessThanOrEqual(severityOf(severity, liftOf(crowd(2, honest)), false));
		}
	});

	it("do so less each time: after a few dismissals they weigh less than one honest person", () => {
		// Each round they report another honest video together, and a person finds nothing wrong with it.
		const rounds = Array.from({ length: 6 }, (_, dismissed) => liftOf(crowd(50, { ...stranger, dismissed })));
		for (const [round, lift] of rounds.entries()) if (round > 0) expect(lift).toBeLessThan(rounds[round - 1] ?? 0);
		expect(rounds[3]).toBeLessThan(weightOf(honest));
		expect(severityOf(3, rounds[5] ?? 1, false)).toBeLessThan(3);
	});

	it("gain little by a record they made up: one report that held each", () => {
		expect(liftOf(crowd(50, { ...stranger, upheld: 1 }))).toBeLessThanOrEqual(liftOf(crowd(3, honest)));
	});

	it("count as one from one address, and as little as guests", () => {
		const together = Array.from({ length: 50 }, () => reportBy(stranger, "one network"));
		expect(liftOf(together)).toBeCloseTo(weightOf(stranger), 10);
		expect(liftOf(crowd(50, { ...stranger, isGuest: true }))).toBeLessThan(liftOf(crowd(2, stranger)));
	});

	it("take nothing from honest people who report the same", () => {
		const lift = liftOf([...crowd(50, { ...stranger, dismissed: 8 }), ...crowd(2, honest).map((one) => ({ ...one, network: null }))]);
		expect(lift).toBeGreaterThan(liftOf(crowd(2, honest)));
	});
});

describe("how severe reports make a case", () => {
	it.each([
		["one person without a record", 3, 1 / 3, false, 2],
		["three of them", 3, 1, false, 3],
		["three whose reports held", 3, 2, false, 4],
		["one report of the gravest", 5, 1 / 3, false, 4],
		["one report of a danger to a child", 5, 0.05, true, 5],
		["somebody who always reports falsely", 3, 0.02, false, 2],
		["the least there is", 1, 0, false, 1],
		["never above the scale", 5, 3, false, 5],
	])("%s", (_, severity, lift, keeps, expected) => {
		expect(severityOf(severity, lift, keeps)).toBe(expected);
	});
});
