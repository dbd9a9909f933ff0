import { describe, expect, it } from "vitest";
import { BOT_LIMITED_ABOVE, BOT_LISTED_FROM, BOT_WEIGHTS } from "../../../contracts/desk-accounts.ts";
import { botScore, type Habits, PROFILE_PARTS } from "./score.ts";

const PERSON: Habits = { posted: 4, shown: 220, engaged: 18, accountsOnDevice: 1, profileParts: 3 };
const PROGRAM: Habits = { posted: 140, shown: 1_400, engaged: 0, accountsOnDevice: 12, profileParts: 0 };
const scoreOf = (more: Partial<Habits>, of: Habits = PERSON) => botScore({ ...of, ...more }).score;

describe("a bot score", () => {
	it("weighs posting, watching, engagement, device and profile as the product says, which makes one", () => {
		expect(BOT_WEIGHTS).toEqual({ posting: 0.3, watching: 0.25, engagement: 0.2, device: 0.15, profile: 0.1 });
		expect(scoreOf({}, PROGRAM)).toBeCloseTo(1, 10);
		expect(botScore(PROGRAM).signals.map(({ value }) => value)).toEqual([1, 1, 1, 1, 1]);
	});

	it("is the sum of what its signals say, each with the figures it was made of", () => {
		const { score, signals } = botScore({ ...PROGRAM, posted: 65, accountsOnDevice: 1 });
		expect(signals.reduce((sum, { weight, value }) => sum + weight * value, 0)).toBeCloseTo(score, 10);
		expect(signals[0]).toMatchObject({ name: "posting", value: 0.5, figure: expect.stringContaining("65 ") });
	});

	it.each<[string, Partial<Habits>]>([
		["who only watches, and likes nothing", { shown: 600, engaged: 0, posted: 0 }],
		["who watches all day, likes nothing, and has no profile", { shown: 1_500, engaged: 0, posted: 0, profileParts: 0 }],
		["who writes two hundred comments a day", { posted: 200, shown: 400, engaged: 30 }],
		["who shares an office's device with many", { accountsOnDevice: 40, profileParts: 1 }],
		["who came today and said nothing of themselves", { shown: 60, engaged: 0, posted: 0, profileParts: 0 }],
		["who likes all of a few", { shown: 40, engaged: 40 }],
	])("is far from a limit for a person %s", (_, more) => {
		expect(scoreOf(more)).toBeLessThanOrEqual(BOT_LIMITED_ABOVE - 0.2);
	});

	it("limits nobody for one signal, nor for any three of the four that a person could have without posting", () => {
		for (const posted of [0, 29]) expect(scoreOf({ posted }, PROGRAM)).toBeLessThan(BOT_LIMITED_ABOVE);
	});

	it("limits a program with a device of its own, that posts, watches and likes nothing; and one that likes all it sees", () => {
		expect(scoreOf({ accountsOnDevice: 1 }, PROGRAM)).toBeGreaterThan(BOT_LIMITED_ABOVE);
		expect(scoreOf({ accountsOnDevice: 1, engaged: 1_400 }, PROGRAM)).toBeGreaterThan(BOT_LIMITED_ABOVE);
		expect(scoreOf({ accountsOnDevice: 1, engaged: 140 }, PROGRAM)).toBeLessThan(BOT_LIMITED_ABOVE);
	});

	it("lists a like farm on one device, which posts nothing, to be looked at", () => {
		const farm = { posted: 0, shown: 900, engaged: 890, accountsOnDevice: 15, profileParts: 0 };
		expect(scoreOf(farm)).toBeGreaterThanOrEqual(BOT_LISTED_FROM);
		expect(scoreOf(farm)).toBeLessThan(BOT_LIMITED_ABOVE);
	});

	it("rises with each part of a profile that is empty", () => {
		const scores = Array.from({ length: PROFILE_PARTS + 1 }, (_, profileParts) => scoreOf({ profileParts }));
		expect(scores).toEqual(scores.toSorted((one, other) => other - one));
		expect((scores[0] ?? 0) - (scores.at(-1) ?? 0)).toBeCloseTo(BOT_WEIGHTS.profile, 10);
	});
});
