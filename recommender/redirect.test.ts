import { describe, expect, it } from "vitest";
import { mute } from "./mutes.ts";
import { redirect } from "./redirect.ts";
import { emptyTaste, learn, type Taste } from "./taste.ts";
import type { VideoFeatures } from "./types.ts";
import { dotStored, quantise } from "./vectors.ts";

const HOUR = 3_600_000;
const axis = (place: number): Int8Array => quantise(Float32Array.from({ length: 8 }, (_, index) => (index === place ? 1 : 0)));
const video = (id: string, place: number): VideoFeatures => ({
	id,
	creatorId: `creator-${id}`,
	topics: ["sea"],
	soundId: null,
	durationMs: 10_000,
	createdAt: 0,
	country: null,
	vector: axis(place),
	stats: { impressions: 0, views: 0, longViews: 0, likes: 0, recentLongViews: 0 },
});
const NO_ACT = { liked: false, commented: false, shared: false, followed: false, saved: false, profileVisited: false, notInterested: null };

/** Watched to the end, or skipped, in the space where likes lie along axis 0 and skips along axis 1. */
function viewer(): Taste {
	let taste = emptyTaste(0);
	for (let time = 1; time <= 6; time++) {
		const liked = time % 2 === 0;
		const signal = { ...NO_ACT, videoId: String(time), at: time * HOUR, watchMs: liked ? 10_000 : 500, durationMs: 10_000 };
		taste = learn(taste, signal, video(String(time), liked ? 0 : 1), time * HOUR);
	}
	return { ...taste, mutes: mute(taste.mutes, "video", video("5", 1), 6 * HOUR) };
}

describe("a taste that comes into another space", () => {
	it("points at what was liked and away from what was skipped, where these lie now", () => {
		const anew = redirect(viewer(), (id) => video(id, Number(id) % 2 === 0 ? 5 : 6));
		expect(anew.interests).toHaveLength(1);
		expect(dotStored(anew.interests[0]?.vector ?? new Float32Array(8), axis(5))).toBeGreaterThan(0.99);
		expect(dotStored(anew.session ?? new Float32Array(8), axis(5))).toBeGreaterThan(0.1);
		expect(dotStored(anew.dislike ?? new Float32Array(8), axis(6))).toBeGreaterThan(0.1);
		expect(dotStored(anew.session ?? new Float32Array(8), axis(0))).toBe(0);
		expect(anew.mutes[0]?.vector).toEqual(axis(6));
	});

	it("keeps what is no direction, and forgets directions whose videos are gone", () => {
		const before = viewer();
		const anew = redirect(before, () => null);
		expect(anew).toMatchObject({ interests: [], session: null, dislike: null, history: before.history, signals: before.signals });
		expect(anew.topics).toEqual(before.topics);
		expect(anew.mutes).toEqual([{ ...before.mutes[0], vector: null }]);
	});
});
