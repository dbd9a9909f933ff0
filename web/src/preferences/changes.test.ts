import { describe, expect, it } from "vitest";
import type { FeedPreferences } from "../api/preferences.ts";
import { applied, inverse } from "./changes.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 26, 9, minute)).toISOString();
const held: FeedPreferences = {
	personal: true,
	interests: ["space"],
	topics: [
		{ topic: "dance", weight: 2, learned: 0.4, picked: false },
		{ topic: "tea", weight: 1, learned: 0.8, picked: false },
	],
	filters: { keywords: ["Café", "spider"], hashtags: ["spoiler"] },
	muted: [
		{ scope: "creator", key: "7", label: "Mina @mina", at: at(9), videoId: null },
		{ scope: "topic", key: "cars", label: "#cars", at: at(5), videoId: "1" },
	],
};

describe("a change shown before it is answered", () => {
	it("keeps topics where they stand, and puts a new one first", () => {
		const { topics } = applied(held, { topicWeights: { tea: 0, gardening: 2 } });
		expect(topics.map(({ topic, weight }) => [topic, weight])).toEqual([
			["gardening", 2],
			["dance", 2],
			["tea", 0],
		]);
	});

	it("adds a filter once and removes it, however it is written", () => {
		const change = { filters: { add: { keywords: ["CAFE", "cup"] }, remove: { hashtags: ["Spoiler"] } } };
		expect(applied(held, change).filters).toEqual({ keywords: ["Café", "spider", "cup"], hashtags: [] });
	});

	it("wanting some of a muted topic unmutes it", () => {
		expect(applied(held, { topicWeights: { cars: 2 } }).muted.map(({ key }) => key)).toEqual(["7"]);
		expect(applied(held, { topicWeights: { cars: 0 } }).muted).toHaveLength(2);
	});
});

describe("taken back, a change leaves everything as it was", () => {
	it.each([
		[{ topicWeights: { dance: 0.5, tea: 0 } }],
		[{ topicWeights: { cars: 2 } }],
		[{ filters: { add: { keywords: ["cup", "cafe"], hashtags: ["x"] } } }],
		[{ filters: { remove: { keywords: ["CAFE"], hashtags: ["spoiler", "never"] } } }],
		[
			{
				muted: {
					remove: [
						{ scope: "creator" as const, key: "7" },
						{ scope: "sound" as const, key: "9" },
					],
				},
			},
		],
		[
			{
				muted: {
					add: [
						{ scope: "creator" as const, key: "7" },
						{ scope: "sound" as const, key: "9" },
					],
				},
			},
		],
	])("%j", (change) => {
		const back = applied(applied(held, change), inverse(held, change));
		expect({ ...back, topics: back.topics.filter(({ weight, learned }) => weight !== 1 || learned !== 0) }).toEqual({
			...held,
			filters: { keywords: expect.arrayContaining(held.filters.keywords), hashtags: held.filters.hashtags },
		});
		expect(back.filters.keywords).toHaveLength(held.filters.keywords.length);
	});
});
