import { describe, expect, it } from "vitest";
import { HOUR_MS, USUAL_HOURS } from "./buckets.ts";
import { type Counts, ranked } from "./rank.ts";

const NOW = 490_000 * HOUR_MS + HOUR_MS / 2;
const counts = (tag: string, more: Partial<Counts> = {}): Counts => ({
	tag,
	scores: [40, 0, 0, 0],
	posts: [0, 0],
	people: [40, 0],
	usual: 40,
	...more,
});
/** As if it had been on at this rate for days. */
const steady = (tag: string, anHour: number): Counts =>
	counts(tag, { scores: [anHour / 2, anHour, anHour, anHour], people: [anHour / 2, anHour], usual: anHour * USUAL_HOURS });
const tags = (...all: readonly Counts[]) => ranked(all, NOW).map(({ tag }) => tag);

describe("what rises", () => {
	it("is what is on more than usual, not what is always on", () => {
		expect(tags(steady("fyp", 1_000), counts("eclipse"))).toEqual(["eclipse"]);
		expect(tags({ ...steady("fyp", 1_000), scores: [2_000, 1_000, 1_000, 1_000] }, counts("eclipse"))).toEqual(["fyp", "eclipse"]);
	});

	it("fades by the hour: what was on three hours ago comes after what is on now", () => {
		const ago = (hours: number, by = 40) =>
			counts(`ago${hours}`, { scores: [0, 1, 2, 3].map((hour) => (hour === hours ? by : 0)), people: [2, 0] });
		expect(tags(ago(3), ago(1), ago(0), ago(2))).toEqual(["ago0", "ago1", "ago2", "ago3"]);
		expect(tags(ago(3, 400), ago(0))).toEqual(["ago3", "ago0"]);
	});

	it("is nothing that one person alone does, whatever it weighs", () => {
		expect(tags(counts("me", { scores: [9_000, 0, 0, 0], people: [1, 0] }), counts("us", { people: [2, 0] }))).toEqual(["us"]);
		expect(tags(counts("mine", { posts: [1, 0], people: [0, 0] }))).toEqual([]);
	});

	it("is told with how many there were within the last sixty minutes", () => {
		const because = (more: Partial<Counts>) => ranked([counts("x", more)], NOW)[0]?.because;
		expect(because({ posts: [340, 0] })).toEqual({ code: "new_videos", count: 340 });
		expect(because({ posts: [100, 100] })).toEqual({ code: "new_videos", count: 150 });
		expect(because({ posts: [1, 0], people: [30, 10] })).toEqual({ code: "watching", count: 35 });
	});
});
