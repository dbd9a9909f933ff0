import { expect, test } from "vitest";
import type { Slot, VideoFeatures } from "../../../recommender/types.ts";
import { restoreSlot, storeSlot } from "./slots.ts";

const video: VideoFeatures = {
	id: "7",
	creatorId: "3",
	topics: ["cats"],
	soundId: null,
	durationMs: 9_000,
	createdAt: 0,
	country: null,
	vector: null,
	stats: { impressions: 0, views: 0, longViews: 0, likes: 0, recentLongViews: 0 },
};
const candidate = { video, sources: { neighbours: 0.123456 } };
const parts = { topic: 1.23456, popularity: -0.5, freshness: 0, sound: 0.00001 };
const slot: Slot = {
	ranked: { candidate, score: 2.34567, pLongView: 0.5, expectedWatchMs: 4_000, parts },
	kind: "explore",
	propensity: 0.25,
};

test("a stored slot keeps what chose it and the parts that spoke for it, to four places", () => {
	expect(storeSlot(slot)).toEqual({
		videoId: "7",
		creatorId: "3",
		kind: "explore",
		propensity: 0.25,
		score: 2.3457,
		parts: { topic: 1.2346 },
		sources: { neighbours: 0.1235 },
	});
});

test("a slot restored and stored again is the same", () => {
	const stored = storeSlot(slot);
	expect(storeSlot(restoreSlot(stored, { video, sources: stored.sources }))).toEqual(stored);
});
