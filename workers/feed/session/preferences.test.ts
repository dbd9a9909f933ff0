import { describe, expect, it } from "vitest";
import { FILTERS_MAX, TOPIC_WEIGHTS_MAX } from "../../../contracts/limits.ts";
import { PreferencesChange } from "../../../contracts/preferences.ts";
import { seeded } from "../../../contracts/seeded.ts";
import { catalogue, NOW, signal } from "../../../recommender/catalogue.fixture.ts";
import { emptyTaste, learn } from "../../../recommender/taste.ts";
import type { VideoFeatures } from "../../../recommender/types.ts";
import { avoided, change, decodePreferences, encodePreferences, isEmpty, NO_PREFERENCES, type Preferences, tell } from "./preferences.ts";

const [video] = catalogue(4, seeded(9)) as [VideoFeatures];
const none = () => undefined;
function changed(held: Preferences, asked: object, videoOf: (id: string) => VideoFeatures | undefined = none): Preferences {
	const next = change(held, PreferencesChange.parse(asked), NOW, videoOf);
	if (typeof next === "string") throw new Error(`full of ${next}`);
	return next;
}
const keywords = (...words: string[]) => ({ filters: { add: { keywords: words } } });

describe("filters", () => {
	it("are added once however they are written, and removed however they are written", () => {
		const held = changed(changed(NO_PREFERENCES, keywords("Café", "spider")), keywords("cafe", "SPIDER", "world  cup"));
		expect(held.filters.keywords).toEqual(["Café", "spider", "world cup"]);
		expect(changed(held, { filters: { remove: { keywords: ["CAFÉ", "World Cup"] } } }).filters.keywords).toEqual(["spider"]);
	});

	it("of words and of hashtags are apart", () => {
		const held = changed(NO_PREFERENCES, { filters: { add: { keywords: ["cats"], hashtags: ["#Cats"] } } });
		expect(held.filters).toEqual({ keywords: ["cats"], hashtags: ["Cats"] });
		expect(changed(held, { filters: { remove: { keywords: ["cats"] } } }).filters).toEqual({ keywords: [], hashtags: ["Cats"] });
	});

	it("are at most a hundred, of both kinds together: one more changes nothing, fewer always can be", () => {
		const words = Array.from({ length: FILTERS_MAX - 1 }, (_, n) => `word${n}`);
		const full = changed(changed(NO_PREFERENCES, keywords(...words)), { filters: { add: { hashtags: ["one"] } } });
		expect(change(full, PreferencesChange.parse(keywords("another")), NOW, none)).toBe("filters");
		expect(changed(full, keywords("word3")).filters.keywords).toHaveLength(FILTERS_MAX - 1);
		const swapped = { filters: { add: { keywords: ["another"] }, remove: { hashtags: ["one"] } } };
		expect(changed(full, swapped).filters.keywords).toContain("another");
	});

	it("without a word, or too long, are refused in words", () => {
		for (const word of ["", "   ", "!?", "x".repeat(65)]) {
			const parsed = PreferencesChange.safeParse(keywords(word));
			expect(parsed.success).toBe(false);
			expect(parsed.error?.issues[0]?.message).toMatch(/^(Write a word|A filter has at most)/);
		}
	});
});

describe("topic weights", () => {
	it("are set, set back by 1, and bounded", () => {
		const held = changed(NO_PREFERENCES, { topicWeights: { Cooking: 2, "#dance": 0.5 } });
		expect([...held.topicWeights]).toEqual([
			["cooking", 2],
			["dance", 0.5],
		]);
		expect([...changed(held, { topicWeights: { cooking: 1 } }).topicWeights]).toEqual([["dance", 0.5]]);
		const many = Object.fromEntries(Array.from({ length: TOPIC_WEIGHTS_MAX + 1 }, (_, n) => [`t${n}`, 2]));
		expect(change(NO_PREFERENCES, PreferencesChange.parse({ topicWeights: many }), NOW, none)).toBe("topics");
		for (const weight of [-0.1, 2.1, "2"]) expect(PreferencesChange.safeParse({ topicWeights: { a: weight } }).success).toBe(false);
	});

	it("above none take back that the topic was muted at a video", () => {
		const held = changed(NO_PREFERENCES, { muted: { add: [{ scope: "topic", key: "dance" }] } });
		expect(changed(held, { topicWeights: { dance: 0 } }).mutes).toHaveLength(1);
		expect(changed(held, { topicWeights: { dance: 1 } }).mutes).toEqual([]);
	});
});

describe("mutes", () => {
	it("are taken back and given again by their key, a video with its place in the vector space", () => {
		const add = [
			{ scope: "video", key: video.id },
			{ scope: "creator", key: "77" },
		];
		const held = changed(NO_PREFERENCES, { muted: { add } }, () => video);
		expect(held.mutes.map(({ scope, key, vector }) => [scope, key, vector !== null])).toEqual([
			["video", video.id, true],
			["creator", "77", false],
		]);
		expect(changed(held, { muted: { remove: [{ scope: "creator", key: "77" }] } }).mutes).toHaveLength(1);
	});

	it("of a topic set to none are taken back with the setting", () => {
		const held = changed(NO_PREFERENCES, { topicWeights: { dance: 0 } });
		expect(avoided(held).muted).toEqual([{ scope: "topic", key: "dance" }]);
		expect(avoided(changed(held, { muted: { remove: [{ scope: "topic", key: "dance" }] } })).muted).toEqual([]);
	});
});

describe("what the viewer is shown", () => {
	it("has the topics set first, then those watched, with what was learned of each; those skipped are left out", () => {
		const liked = { ...video, topics: ["tea"] };
		const skipped = { ...video, id: "9", topics: ["cars"] };
		let taste = learn(emptyTaste(NOW), signal(liked), liked, NOW);
		taste = learn(taste, signal(skipped, { watchMs: 100, at: NOW - 1 }), skipped, NOW);
		const { topics } = tell(changed(NO_PREFERENCES, { topicWeights: { dance: 2 } }), taste, NOW);
		expect(topics.map(({ topic, weight }) => [topic, weight])).toEqual([
			["dance", 2],
			["tea", 1],
		]);
		expect(topics[1]?.learned).toBeGreaterThan(0.1);
	});
});

describe("stored preferences", () => {
	const all = changed(
		{ ...NO_PREFERENCES, interests: ["space"] },
		{
			topicWeights: { dance: 0.5 },
			filters: { add: { keywords: ["Café"], hashtags: ["x"] } },
			muted: {
				add: [
					{ scope: "video", key: video.id },
					{ scope: "sound", key: "5" },
				],
			},
		},
		() => video,
	);

	it("come back as they were", () => {
		expect(decodePreferences(encodePreferences(all))).toEqual(all);
		expect([isEmpty(all), isEmpty(NO_PREFERENCES)]).toEqual([false, true]);
	});

	it("that can't be read are null", () => {
		for (const text of ["", "{}", encodePreferences(all).replace('"v":1', '"v":2')]) expect(decodePreferences(text)).toBeNull();
	});

	it("stay below 60 KB however much is set", () => {
		const word = (n: number) => `${"ö".repeat(60)}${n}`;
		let full = changed(NO_PREFERENCES, { filters: { add: { keywords: Array.from({ length: FILTERS_MAX }, (_, n) => word(n)) } } });
		full = changed(full, {
			topicWeights: Object.fromEntries(Array.from({ length: TOPIC_WEIGHTS_MAX }, (_, n) => [`${"a".repeat(60)}${n}`, 2])),
		});
		for (const scope of ["video", "creator", "topic", "sound"] as const) {
			for (let n = 0; n < 250; n++) full = changed(full, { muted: { add: [{ scope, key: String(10n ** 18n + BigInt(n)) }] } }, () => video);
		}
		expect(new TextEncoder().encode(encodePreferences(full)).length).toBeLessThan(60_000);
	});
});
