import { describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { asCandidates, catalogue, context, NOW, signal } from "./catalogue.fixture.ts";
import { explain, pickedAmong, topicsBehind } from "./explain.ts";
import { FALLBACK_MODEL } from "./fallback-model.ts";
import { FEATURES } from "./features.ts";
import { rank } from "./rank.ts";
import { weighTopic } from "./steering.ts";
import { emptyTaste, learn, seedTaste } from "./taste.ts";
import type { VideoFeatures } from "./types.ts";

const sumOf = (reasons: readonly { share: number }[]) => reasons.reduce((sum, one) => sum + one.share, 0);

describe("why this video", () => {
	const parts = { bias: 2, topic: 1.5, popularity: 0.5, dislike: -1, viewer: 0.9 };

	it("names what spoke for it, strongest first, with its share of all that did", () => {
		const reasons = explain({ parts }, { topics: { topic: "cooking" } });
		expect(reasons.map((one) => [one.code, one.share])).toEqual([
			["topic", 0.75],
			["popular", 0.25],
		]);
		expect(reasons[0]?.text).toBe("You often watch #cooking");
	});

	it("tells what hardly counted together, so that nothing is lost", () => {
		const reasons = explain({ parts: { topic: 10, popularity: 0.1, age: 0.1 } });
		expect(reasons.map((one) => one.code)).toEqual(["topic", "other"]);
		expect(reasons[1]?.share).toBeCloseTo(0.2 / 10.2, 6);
	});

	it("says that chance gave the slot, when it did, and gives no share to what did not decide", () => {
		for (const kind of ["explore", "fresh"] as const) {
			const reasons = explain({ parts }, {}, kind);
			expect(reasons.map(({ code }) => code)).toEqual([kind, "topic", "popular"]);
			expect(reasons.map(({ share }) => share)).toEqual([1, 0, 0]);
		}
	});

	it("claims nothing where nothing spoke for it, least of all that it is new", () => {
		expect(explain({ parts: { dislike: -3 } })).toEqual([
			{ code: "none", text: "Nothing stood out for you: it was simply the next one", share: 1 },
		]);
	});

	it("is never empty, and its shares add up to one", () => {
		const all = Object.fromEntries(FEATURES.map((feature, place) => [feature, 1 + place / 7]));
		for (const given of [{}, { dislike: -3 }, all, { topic: 0.001 }]) {
			const reasons = explain({ parts: given });
			expect(reasons.length).toBeGreaterThan(0);
			expect(sumOf(reasons)).toBeCloseTo(1, 9);
			for (const { text } of reasons) expect(text).toMatch(/^[A-Z].*[a-z]$/);
		}
	});

	it("speaks in general where it has no names, and offers nothing to ask for then", () => {
		expect(explain({ parts: { creator: 1 } })[0]).toMatchObject({
			text: "You liked other videos by this creator",
			about: { scope: "creator" },
		});
		const [topic] = explain({ parts: { topic: 1 } });
		expect(topic?.text).toBe("You often watch this topic");
		expect(topic?.about).toBeUndefined();
	});
});

describe("an interest that was ticked", () => {
	const ticked = seedTaste(emptyTaste(NOW), ["nature"], [], NOW);
	const names = { topics: { topic: "nature", topicNow: "nature" }, picked: pickedAmong(ticked, ["nature"]) };

	it("is told as chosen, once, and not as a habit of watching", () => {
		const reasons = explain({ parts: { topic: 1, topicNow: 2, popularity: 1 } }, names);
		expect(reasons.map(({ text, share }) => [text, share])).toEqual([
			["You chose #nature as an interest", 0.75],
			["It is popular", 0.25],
		]);
		expect(reasons[0]?.about).toEqual({ scope: "topic", key: "nature" });
	});
	it("stays a choice when it is ticked three times over, and becomes a habit by watching", () => {
		const again = ["nature", "nature"].reduce((taste, topic) => seedTaste(taste, [topic], [], NOW), ticked);
		expect(pickedAmong(again, ["nature"])).toEqual(["nature"]);
		const videos = catalogue(12, seeded(5)).map((video, i) => ({ ...video, id: `n${i}`, topics: ["nature"] }));
		const watched = videos.reduce((taste, video, i) => learn(taste, signal(video, { at: NOW + i }), video, NOW + i), ticked);
		expect(pickedAmong(watched, ["nature"])).toEqual([]);
	});
	it("says where likeness comes from while nothing was liked", () => {
		expect(explain({ parts: { interest: 1 } }, { onlyPicked: true })[0]?.text).toBe("It is close to the interests you chose");
		expect(explain({ parts: { interest: 1 } }, { onlyPicked: false })[0]?.text).toBe("It resembles videos you like");
	});
});

describe("the topic a reason names", () => {
	const [first] = catalogue(3, seeded(2)) as [VideoFeatures];
	const taught = { ...first, topics: ["cats"] };
	const taste = learn(emptyTaste(NOW), signal(taught), taught, NOW);

	it("is the one that made the part, though another stands first", () => {
		expect(topicsBehind(taste, ["nature", "cats"], NOW)).toEqual({ topic: "cats", topicNow: "cats" });
		expect(topicsBehind(weighTopic(taste, "nature", 2), ["cats", "nature"], NOW)).toMatchObject({ chosen: "nature" });
	});

	it("is one that is followed, and said so, but for one that was set by hand", () => {
		const followed = new Set(["tea"]);
		const topics = topicsBehind(emptyTaste(NOW), ["nature", "tea"], NOW, followed);
		expect(topics).toEqual({ chosen: "tea" });
		const [reason] = explain({ parts: { chosen: 1 } }, { topics, followed: ["tea"] });
		expect(reason).toMatchObject({ code: "chosen", text: "You follow #tea", about: { scope: "topic", key: "tea" } });
		expect(explain({ parts: { chosen: 1 } }, { topics, followed: [] })[0]?.text).toBe("You asked for more #tea");
		expect(topicsBehind(weighTopic(emptyTaste(NOW), "tea", 0.5), ["tea"], NOW, followed)).toEqual({});
	});

	it("is none where nothing is held of any", () => {
		expect(topicsBehind(emptyTaste(NOW), ["nature"], NOW)).toEqual({});
	});
});

describe("a ranked video's reasons", () => {
	it("have shares in proportion to the very parts that are summed into its score", () => {
		const videos = catalogue(40, seeded(4));
		const liked = videos[3] as VideoFeatures;
		const taste = weighTopic(learn(emptyTaste(NOW), signal(liked), liked, NOW), liked.topics[0] ?? "", 2);
		const featureOf = new Map(FEATURES.map((feature) => [explain({ parts: { [feature]: 1 } })[0]?.code, feature]));
		for (const ranked of rank(taste, asCandidates(videos), context, FALLBACK_MODEL)) {
			expect(Object.values(ranked.parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(ranked.score, 6);
			const told = explain(ranked).filter(({ code }) => code !== "other");
			const perShare = told.map(({ code, share }) => (ranked.parts[featureOf.get(code) ?? ""] ?? 0) / share);
			expect(told.length).toBeGreaterThan(1);
			for (const each of perShare) expect(each).toBeCloseTo(perShare[0] ?? 0, 6);
		}
	});
});
