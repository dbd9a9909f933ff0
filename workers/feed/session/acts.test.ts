import { describe, expect, it } from "vitest";
import { seeded } from "../../../contracts/seeded.ts";
import { longAffinity } from "../../../recommender/affinity.ts";
import { catalogue, NOW, signal } from "../../../recommender/catalogue.fixture.ts";
import { emptyTaste, learn, type Taste } from "../../../recommender/taste.ts";
import type { Signal, VideoFeatures } from "../../../recommender/types.ts";
import { type ActLedger, learnAct, learnShowing } from "./acts.ts";
import { Marks } from "./core/marks.ts";
import type { Act } from "./protocol.ts";

const [video, other] = catalogue(8, seeded(5)) as [VideoFeatures, VideoFeatures];
const start = learn(emptyTaste(NOW), signal(other, { at: NOW - 60_000 }), other, NOW);

/** Nothing was marked before. */
const ledger = (): ActLedger => new Marks(() => new Map());

type Step = Act["kind"] | Partial<Signal>;
/** What a viewer does with one video, in the order the session hears of it. */
function having(...steps: Step[]): Taste {
	const book = ledger();
	return steps.reduce<Taste>(
		(taste, step, place) =>
			typeof step === "string"
				? learnAct(taste, { videoId: video.id, kind: step }, video, book, NOW + place)
				: learnShowing(taste, signal(video, { at: NOW + place, ...step }), video, book, NOW + place),
		start,
	);
}
const creator = (taste: Taste) => longAffinity(taste.creators.get(video.creatorId));
const same = (a: Taste, b: Taste) => {
	expect(creator(a)).toBeCloseTo(creator(b), 4);
	expect(a.signals).toBe(b.signals);
	expect(a.history.map(({ videoId, strength }) => [videoId, strength.toFixed(4)])).toEqual(
		b.history.map(({ videoId, strength }) => [videoId, strength.toFixed(4)]),
	);
	expect(a.habits.recentShown).toEqual(b.habits.recentShown);
};

describe("a heart and the impression it was given in", () => {
	it("count once, in whichever order they come", () => {
		const once = having({ liked: true });
		same(having("liked", { liked: true }), once);
		same(having({ liked: true }, "liked"), once);
		expect(creator(once)).toBeGreaterThan(creator(having({})));
	});

	it("are a habit of watching as any other impression is", () => {
		expect(having("liked", { liked: true }).habits.recentShown).toEqual(having({}).habits.recentShown);
	});

	it("count once when the heart's call comes twice", () => {
		same(having("liked", "liked"), having("liked"));
	});

	it("keep a clip left at once from being taken for a skip", () => {
		expect(creator(having("liked", { liked: true, watchMs: 800 }))).toBeGreaterThan(creator(having()));
	});
});

describe("a heart taken back", () => {
	it("is as if it had not been given", () => {
		same(having("liked", "unliked"), having());
		same(having("liked", "unliked", {}), having({}));
		same(having({ liked: true }, "unliked"), having({}));
	});

	it("does not come back with an impression told late", () => {
		const late = { liked: true, at: NOW - 5_000 };
		expect(creator(having("liked", "unliked", late))).toBeCloseTo(creator(having({ at: NOW - 5_000 })), 4);
	});

	it("and given again counts again, once", () => {
		same(having("liked", "unliked", "liked", { liked: true }), having({ liked: true }));
	});

	it("that was never learned changes nothing", () => {
		expect(having("unliked")).toBe(start);
		same(having("saved", "unsaved", "unsaved"), having());
	});
});

describe("other acts", () => {
	it("a bookmark is a state as a heart is, and stronger", () => {
		same(having("saved", { saved: true }, { saved: true, at: NOW + 2 }), having({ saved: true }, { at: NOW + 2 }));
		expect(creator(having("saved"))).toBeGreaterThan(creator(having("liked")));
	});

	it("a comment in each of two impressions counts twice, a share and its impression once", () => {
		expect(creator(having({ commented: true }, { commented: true }))).toBeGreaterThan(creator(having({ commented: true }, {})));
		same(having("shared", { shared: true }), having({ shared: true }));
	});

	it("a look at the creator's profile speaks for the creator", () => {
		expect(creator(having({ profileVisited: true }))).toBeGreaterThan(creator(having({})));
	});
});
