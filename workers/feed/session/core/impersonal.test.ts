import { describe, expect, it } from "vitest";
import { emptyTaste, seedTaste } from "../../../../recommender/taste.ts";
import { type Declaration, declare } from "../../../experiments/index.ts";
import { NO_PREFERENCES } from "../preferences.ts";
import type { Answer, Command, Context, Effect, Kind } from "./commands.ts";
import { reduce } from "./reduce.ts";
import { context, event, knowing, NOW, queueOf, session, sixty, TUNED, VIEWER } from "./session.fixture.ts";
import { rankContext, type SessionState } from "./state.ts";

const OFF = { ...NO_PREFERENCES, isPersonal: false };
const HERE = { country: "DE", device: "phone", hour: 20 } as const;
const all = (more: Partial<Context> = {}) => context({ known: knowing(sixty), elsewhere: new Map(), ...more });

/** What came of a command that needs nothing more. */
function run<K extends Kind>(state: SessionState, kind: K, command: Command<K>, under: Context = all()) {
	const outcome = reduce(state, kind, command, under);
	if (outcome.needs !== null) throw new Error(`it needs ${outcome.needs.kind}`);
	const { state: next, effects, answer } = outcome;
	return { next, effects, answer: answer as Answer<K>, kinds: effects.map(named) };
}
const named = (effect: Effect): string => (effect.kind === "keep" ? `keep ${effect.part}` : effect.kind);
const prefer = (state: SessionState, asked: Command<"prefer">["asked"]) => run(state, "prefer", { viewer: VIEWER, asked });

/** A session that has learned much. */
const learned = (): SessionState =>
	session({
		taste: { ...seedTaste(emptyTaste(NOW), ["topic1"], [], NOW), signals: 9, history: [{ videoId: "1", strength: 2, at: NOW }] },
		preferences: {
			...NO_PREFERENCES,
			interests: ["topic1"],
			topicWeights: new Map([
				["topic1", 2],
				["topic2", 0],
			]),
			filters: { keywords: ["spider"], hashtags: [] },
			mutes: [{ scope: "video", key: "9", videoId: "9", vector: Int8Array.of(1, 2), at: NOW }],
		},
		exposures: [{ experiment: "e", arm: "control", unit: "pseudonym", at: NOW }],
		space: "space",
		queue: queueOf(60, { tuning: TUNED }),
	});

describe("a feed that is no longer personal", () => {
	it("keeps nothing of what was learned, and what must never be shown", () => {
		const { next, answer, kinds } = prefer(learned(), { personal: false });
		expect(kinds).toEqual(["forgetPerson", "keep preferences", "withdraw", "fill"]);
		expect(next.taste).toMatchObject({ signals: 0, history: [], topics: new Map(), interests: [] });
		expect([next.exposures, next.queue.slots, next.pseudonym, next.space]).toEqual([[], [], "an id", null]);
		expect(next.preferences).toMatchObject({ isPersonal: false, interests: [], topicWeights: new Map([["topic2", 0]]) });
		expect(next.preferences.mutes).toMatchObject([{ key: "9", vector: null }]);
		expect(answer.told).toMatchObject({ isPersonal: false, filters: { keywords: ["spider"] }, topics: [{ topic: "topic2", weight: 0 }] });
	});

	it("takes no wish for more or less of something, nor interests, and says so", () => {
		const off = session({ preferences: OFF });
		for (const weight of [0.5, 2])
			expect(prefer(off, { topicWeights: { cooking: weight } }).answer).toEqual({ told: null, full: "personal" });
		expect(prefer(off, { topicWeights: { cooking: 0 } }).answer.full).toBeNull();
		const chosen = run(off, "choose", { viewer: VIEWER, interests: ["cooking"], vectors: [] });
		expect([chosen.answer, chosen.effects, chosen.next.preferences.interests]).toEqual([false, [], []]);
		expect(prefer(off, { personal: true, topicWeights: { cooking: 2 } }).answer.told?.topics).toMatchObject([
			{ topic: "cooking", weight: 2 },
		]);
	});

	it("refused, keeps what is refused, and not what is near it", () => {
		const off = session({ preferences: OFF });
		const known = knowing(sixty);
		const near = new Map([...known.videos].map(([id, video]) => [id, { ...video, vector: Int8Array.of(1, 2, 3) }]));
		const refusal = { videoId: "3", scope: "video", undo: false } as const;
		const { next } = run(off, "refuse", { viewer: VIEWER, refusal }, all({ known: { ...known, videos: near } }));
		expect(next.preferences.mutes).toMatchObject([{ key: "3", vector: null }]);
	});

	it("counts what is watched, and learns and tells nothing of it", () => {
		const off = session({ preferences: OFF });
		const events = [event("1", { liked: true }), event("2", { watchMs: 100 })];
		const { next, effects, kinds } = run(off, "watch", { viewer: VIEWER, events, circumstances: HERE });
		expect(kinds).not.toContain("keep taste");
		expect(next.taste).toBe(off.taste);
		expect(next.lessons).toBe(off.lessons);
		expect(next.queue.slots.some(({ videoId }) => videoId === "1")).toBe(false);
		const told = effects.flatMap((effect) => (effect.kind === "tell" ? [effect.told] : []));
		expect(told).toMatchObject([{ isNobodys: true, events: [{ personal: false, device: null, hour: null }, { personal: false }] }]);
		for (const one of told[0]?.events ?? []) expect([one.lesson, one.arms]).toEqual([undefined, undefined]);
		const marks = effects.flatMap((effect) => (effect.kind === "marks" ? effect.change.remember.map(([mark]) => mark) : []));
		expect(marks.filter((mark) => /^(alone|shown|gone)\./.test(mark))).toEqual([]);
	});

	it("learns nothing from a like, and shows its heart", () => {
		const off = session({ preferences: OFF });
		const { next, kinds } = run(off, "act", { viewer: VIEWER, act: { videoId: "4", kind: "liked" } });
		expect([next.taste === off.taste, next.queue.liked, kinds]).toEqual([true, ["4"], ["keep queue"]]);
	});

	it("goes by the country alone, and is in no experiment", () => {
		const relations = { following: new Set(["c1"]), blocked: new Set<string>(), topics: new Set(["topic1"]), isTeen: false };
		const off = session({ preferences: OFF, circumstances: HERE, relations });
		expect(rankContext(off, NOW)).toEqual({ now: NOW, followed: new Set(), country: "DE", device: null, hour: null, surface: "fyp" });
		const times = { start: new Date(NOW - 86_400_000).toISOString(), end: new Date(NOW + 86_400_000).toISOString() };
		const arms = [
			{ id: "control", share: 0.5 },
			{ id: "none", share: 0.5, parameters: { exploration: 0 } },
		];
		const hypothesis = "Something is watched more or less, for a while.";
		const experiments = declare([{ id: "e", hypothesis, metric: "watch_minutes", ...times, arms } satisfies Declaration]);
		const under = all({ experiments });
		expect(run(off, "gather", { relations }, under).answer.tuning.arms).toEqual([]);
		expect(run(session({ circumstances: HERE, relations }), "gather", { relations }, under).answer.tuning.arms).toHaveLength(1);
	});

	it("is asked for again when what was being gathered was for the other one", () => {
		const { answer: gathering, next } = run(learned(), "gather", {
			relations: { following: new Set(), blocked: new Set(), topics: new Set(), isTeen: false },
		});
		const { next: off } = prefer(next, { personal: false });
		const laidOut = { slots: queueOf(5).slots, repeats: false, tuning: gathering.tuning };
		const command = { gathering, laidOut, liked: new Set<string>(), saved: new Set<string>(), isFallback: false, isPartial: false };
		expect(run(off, "takeUp", command).answer).toBeNull();
	});

	it("takes nothing learned over from a guest, and what a guest had turned off stays off", () => {
		const from = { taste: "{}", preferences: null, shown: [], exposures: learned().exposures };
		const { next } = run(session({ preferences: OFF }), "inherit", { viewer: VIEWER, from });
		expect([next.exposures, next.taste.signals, next.preferences]).toEqual([[], 0, OFF]);
		const words = { ...OFF, filters: { keywords: ["spider"], hashtags: [] } };
		const guests = {
			...from,
			preferences: JSON.stringify({ v: 1, personal: false, interests: [], keywords: ["spider"], hashtags: [], mutes: [], weights: [] }),
		};
		expect(run(session(), "inherit", { viewer: VIEWER, from: guests }).next.preferences).toEqual(words);
		const on = { ...guests, preferences: guests.preferences.replace("false", "true") };
		expect(run(session({ preferences: OFF }), "inherit", { viewer: VIEWER, from: on }).next.preferences).toEqual(words);
	});
});
