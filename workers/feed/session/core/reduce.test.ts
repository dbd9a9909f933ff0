import { describe, expect, it } from "vitest";
import { type Declaration, declare } from "../../../experiments/index.ts";
import { newCursor } from "../cursor.ts";
import type { Command, Context, Effect, Kind, Outcome } from "./commands.ts";
import { reduce } from "./reduce.ts";
import { context, event, knowing, NOW, NOWHERE, queueOf, session, sixty, slot, TUNED, VIEWER } from "./session.fixture.ts";
import { AT_REST, met, type SessionState } from "./state.ts";

const kinds = (effects: readonly Effect[]): string[] =>
	effects.map((effect) => (effect.kind === "keep" ? `keep ${effect.part}` : effect.kind));
const ask = (count = 10, cursor: string | null = null): Command<"page"> => ({ viewer: VIEWER, count, cursor, ...NOWHERE });
const told = (...ids: string[]): Command<"watch"> => ({ viewer: VIEWER, events: ids.map((id) => event(id)), circumstances: NOWHERE });
const given = (id: string, at = NOW - 20_000) => [id, { kind: "exploit", propensity: 0.3, parts: {}, at }] as const;
const memoryOf = (...ids: string[]) => ({ tell: () => new Map(ids.map((id) => given(id))) });
function answered<A>(outcome: Outcome<A>): A {
	if (outcome.needs !== null) throw new Error(`it needs ${outcome.needs.kind}`);
	return outcome.answer;
}
const experiment = (): ReturnType<typeof declare> => {
	const arms = [
		{ id: "control", share: 0.5 },
		{ id: "none", share: 0.5, parameters: { exploration: 0 } },
	];
	const more = { hypothesis: "Something is watched more or less, for a while.", metric: "watch_minutes" } as const;
	const times = { start: new Date(NOW - 86_400_000).toISOString(), end: new Date(NOW + 86_400_000).toISOString() };
	return declare([{ id: "e", ...more, ...times, arms } satisfies Declaration]);
};

type Row<K extends Kind = Kind> = readonly [
	what: string,
	state: SessionState,
	command: readonly [K, Command<K>],
	context: Context,
	/** What is done; `needs …` at the end when something is missing. */
	effects: readonly string[],
];

/** Every command in the states that it tells apart: what is to be done, in order, and what is missing. */
const ROWS: readonly Row[] = [
	["a page from the queue is noted, and nothing else is written", session(), ["page", ask()], context(), ["give"]],
	["a page before the viewer's relations are known", session({ relations: null }), ["page", ask()], context(), ["needs relations"]],
	["a page of an empty queue", session({ queue: queueOf(0) }), ["page", ask()], context(), ["fill", "needs queue"]],
	[
		"a page of an empty queue that is being filled waits for the same",
		session({ queue: queueOf(0), filling: { ...AT_REST, isUnderWay: true } }),
		["page", ask()],
		context(),
		["needs queue"],
	],
	[
		"a page of a short queue that is worth no filling is given as it is",
		session({ queue: queueOf(5) }),
		["page", ask()],
		context(),
		["give", "rest"],
	],
	[
		"a page of a short queue that could be longer, after waiting",
		session({ queue: queueOf(5, { hasMore: true }) }),
		["page", ask()],
		context({ hasWaited: true }),
		["give", "rest"],
	],
	["a page of a queue as it was read", session({ isStale: true }), ["page", ask()], context(), ["needs videos"]],
	[
		"a page of a queue as it was read, of which not all was looked up",
		session({ isStale: true }),
		["page", ask()],
		context({ known: knowing(sixty.slice(1)) }),
		["needs videos"],
	],
	["the same with all looked up", session({ isStale: true }), ["page", ask()], context({ known: knowing(sixty) }), ["give"]],
	["a page that leaves little", session({ queue: queueOf(45, { hasMore: true }) }), ["page", ask()], context(), ["give", "rest"]],
	[
		"a page that leaves little while a rest is under way",
		session({ queue: queueOf(45, { hasMore: true }), filling: { ...AT_REST, isResting: true } }),
		["page", ask()],
		context(),
		["give"],
	],
	["a page of repeats", session({ queue: queueOf(60, { repeats: true }) }), ["page", ask()], context(), ["give", "keep queue"]],
	[
		"a page of an experiment's arm, shown for the first time",
		session({ queue: queueOf(60, { tuning: TUNED }) }),
		["page", ask()],
		context({ experiments: experiment() }),
		["give", "keep exposures", "tell", "handOn"],
	],
	[
		"a page of an arm that was shown before",
		session({
			queue: queueOf(60, { tuning: TUNED }),
			exposures: [{ experiment: "e", arm: "control", unit: "pseudonym", at: NOW - 1 }],
		}),
		["page", ask()],
		context({ experiments: experiment() }),
		["give"],
	],
	[
		"a page after an object was lost before it had written what its cursor names",
		session(),
		["page", ask(10, newCursor(NOW, Math.random, ["1", "2"]))],
		context(),
		["markSeen", "give"],
	],
	[
		"a page while more waits to be written than a cursor can name",
		session(),
		["page", ask()],
		context({ memory: { unwritten: () => sixty.concat(sixty) } }),
		["putAway", "give"],
	],
	["an impression before its video is looked up", session(), ["watch", told("1")], context(), ["needs videos"]],
	["an impression that this feed did not give", session(), ["watch", told("1")], context({ known: knowing(sixty) }), ["needs elsewhere"]],
	[
		"an impression that this feed gave",
		session(),
		["watch", told("1")],
		context({ known: knowing(sixty), memory: memoryOf("1") }),
		["keep standing", "marks", "tell", "markWatched", "keep taste", "handOn"],
	],
	[
		"an impression that nobody gave counts for nobody else",
		session(),
		["watch", told("1")],
		context({ known: knowing(sixty), elsewhere: new Map() }),
		["marks", "tell", "markWatched", "keep taste", "handOn"],
	],
	[
		"an impression told before",
		session(),
		["watch", told("1")],
		context({ known: knowing(sixty), memory: { ...memoryOf("1"), times: (marks) => new Map(marks.map((mark) => [mark, NOW - 5])) } }),
		[],
	],
	[
		"the third long view since candidates were gathered",
		session({ filling: { ...AT_REST, moved: 2 }, queue: queueOf(60, { madeAt: NOW - 4_000 }) }),
		["watch", told("1")],
		context({ known: knowing(sixty), memory: memoryOf("1") }),
		["keep standing", "marks", "tell", "markWatched", "keep taste", "rest", "handOn"],
	],
	[
		"the same with a queue nobody looked at since",
		session({ filling: { ...AT_REST, moved: 2, unseen: 1 }, queue: queueOf(60, { madeAt: NOW - 4_000 }) }),
		["watch", told("1")],
		context({ known: knowing(sixty), memory: memoryOf("1") }),
		["keep standing", "marks", "tell", "markWatched", "keep taste", "handOn"],
	],
	[
		"a heart",
		session(),
		["act", { viewer: VIEWER, act: { videoId: "1", kind: "liked" } }],
		context({ known: knowing(sixty) }),
		["keep queue", "marks", "keep taste"],
	],
	[
		"a heart for a video that is gone",
		session(),
		["act", { viewer: VIEWER, act: { videoId: "99", kind: "liked" } }],
		context({ known: knowing([...sixty, "99"], ["99"]) }),
		["keep queue", "keep taste"],
	],
	[
		"a refusal",
		session(),
		["refuse", { viewer: VIEWER, refusal: { videoId: "1", scope: "video", undo: false } }],
		context({ known: knowing(sixty) }),
		["keep preferences", "keep taste", "keep queue", "withdraw"],
	],
	[
		"a refusal taken back gathers anew",
		session(),
		["refuse", { viewer: VIEWER, refusal: { videoId: "1", scope: "video", undo: true } }],
		context({ known: knowing(sixty) }),
		["keep preferences", "keep taste", "keep queue", "withdraw", "fill"],
	],
	[
		"a filter",
		session(),
		["prefer", { viewer: VIEWER, asked: { filters: { add: { keywords: ["spoiler"] } } } }],
		context({ known: knowing(sixty) }),
		["keep preferences", "keep taste", "keep queue", "withdraw", "fill"],
	],
	[
		"more filters than there is room for",
		session(),
		["prefer", { viewer: VIEWER, asked: { filters: { add: { keywords: Array.from({ length: 500 }, (_, n) => `word${n}`) } } } }],
		context({ known: knowing(sixty) }),
		[],
	],
	[
		"chosen interests wait for their queue",
		session(),
		["choose", { viewer: VIEWER, interests: ["a"], vectors: [] }],
		context(),
		["keep preferences", "keep taste", "fill", "needs queue"],
	],
	[
		"chosen interests, after waiting",
		session(),
		["choose", { viewer: VIEWER, interests: ["a"], vectors: [] }],
		context({ hasWaited: true }),
		[],
	],
	[
		"relations that changed",
		session(),
		["relate", { viewer: VIEWER, relations: { following: [], blocked: ["c1"] } }],
		context(),
		["keep queue", "fill"],
	],
	["beginning anew", session(), ["reset", {}], context(), ["keep preferences", "forgetTaste"]],
	[
		"a rest that is over",
		session({ filling: { ...AT_REST, isResting: true } }),
		["rested", { rests: 0, fromLearning: true, isBehind: false }],
		context(),
		["fillInTurn"],
	],
	[
		"a rest while answers wait",
		session({ filling: { ...AT_REST, isResting: true } }),
		["rested", { rests: 0, fromLearning: true, isBehind: true }],
		context(),
		["rest"],
	],
	[
		"the last rest while answers wait",
		session({ filling: { ...AT_REST, isResting: true } }),
		["rested", { rests: 4, fromLearning: true, isBehind: true }],
		context(),
		["fillInTurn"],
	],
	[
		"a rest while answers wait, with hardly a page left",
		session({ queue: queueOf(19), filling: { ...AT_REST, isResting: true } }),
		["rested", { rests: 0, fromLearning: true, isBehind: true }],
		context(),
		["fillInTurn"],
	],
	[
		"a rest that is over while a page has the queue made",
		session({ filling: { ...AT_REST, isResting: true, isUnderWay: true } }),
		["rested", { rests: 0, fromLearning: true, isBehind: false }],
		context(),
		[],
	],
	["another space", session({ space: "a" }), ["enterSpace", { space: "b", from: session().taste, taste: null }], context(), []],
];

describe("what follows from a command", () => {
	it.each(ROWS)("%s", (_, state, [kind, command], using, effects) => {
		const outcome = reduce(state, kind, command, using);
		expect([...kinds(outcome.effects), ...(outcome.needs === null ? [] : [`needs ${outcome.needs.kind}`])]).toEqual(effects);
	});

	it("never changes the state it was given", () => {
		for (const [, state, [kind, command], using] of ROWS) {
			const before = structuredClone({ ...state, filtered: null });
			reduce(state, kind, command, using);
			expect({ ...state, filtered: null }).toEqual(before);
		}
	});
});

describe("a page", () => {
	it("takes the next of the queue, remembers them, and is given again for the same cursor", () => {
		const first = reduce(session({ queue: queueOf(60, { liked: ["2"], saved: ["3"] }) }), "page", ask(3), context());
		const { items, nextCursor, upcoming, repeated } = answered(first);
		expect(items).toEqual([
			{ videoId: "1", liked: false, saved: false, following: false },
			{ videoId: "2", liked: true, saved: false, following: false },
			{ videoId: "3", liked: false, saved: true, following: false },
		]);
		expect([first.state.recent, first.state.queue.slots.length, upcoming[0], repeated]).toEqual([["1", "2", "3"], 57, "4", false]);
		const second = reduce(first.state, "page", ask(3, nextCursor), context());
		expect(answered(second).items.map(({ videoId }) => videoId)).toEqual(["4", "5", "6"]);
		const again = reduce(second.state, "page", ask(3, nextCursor), context());
		expect(answered(again)).toMatchObject({ items: answered(second).items, repeated: true });
		expect([again.effects, again.state.queue]).toEqual([[], second.state.queue]);
	});

	it("is looked up where it was kept, when another was given since", () => {
		const kept = { items: [{ videoId: "9", liked: false, following: false, saved: false }], nextCursor: "next", isFallback: false };
		const outcome = reduce(session(), "page", ask(3, "cursor"), context({ memory: { page: () => kept } }));
		expect(answered(outcome)).toMatchObject({ ...kept, repeated: true });
	});

	it("leaves out whom the viewer blocks, and what a lost page showed", () => {
		const blocking = session({ relations: { following: new Set(["c3"]), blocked: new Set(["c2"]), topics: new Set(), isTeen: false } });
		expect(answered(reduce(blocking, "page", ask(2), context())).items.map(({ videoId, following }) => [videoId, following])).toEqual([
			["1", false],
			["3", true],
		]);
		const cursor = newCursor(NOW, Math.random, ["1", "2"]);
		expect(answered(reduce(session(), "page", ask(1, cursor), context())).items[0]?.videoId).toBe("3");
		const known = context({ memory: { among: () => new Set(["1", "2"]) } });
		expect(kinds(reduce(session(), "page", ask(1, cursor), known).effects)).toEqual(["give"]);
	});

	it("throws when there is nothing to give", () => {
		expect(() => reduce(session({ queue: queueOf(0) }), "page", ask(), context({ hasWaited: true }))).toThrow("no source had a candidate");
	});
});

describe("impressions", () => {
	const watch = (state: SessionState, command: Command<"watch">, more: Parameters<typeof context>[0] = {}) =>
		reduce(state, "watch", command, context({ known: knowing(sixty), ...more }));

	it("are taken once each, leave the queue, and are told by the server's duration", () => {
		const command = { ...told("1", "1", "2"), events: [event("1", { durationMs: 1 }), event("1"), event("2", { watchMs: 300 })] };
		const outcome = watch(session(), command, { memory: memoryOf("1", "2") });
		expect(answered(outcome)).toMatchObject({ accepted: 2, duplicates: 1 });
		expect(outcome.state.queue.slots.some(({ videoId }) => videoId === "1")).toBe(false);
		expect(outcome.state.queue.slots.some(({ videoId }) => videoId === "2")).toBe(true);
		const tell = outcome.effects.find(({ kind }) => kind === "tell");
		expect(
			tell?.kind === "tell" ? tell.told.events?.map(({ eventId, durationMs, qualifies }) => [eventId, durationMs, qualifies]) : null,
		).toEqual([
			["e1", 10_000, true],
			["e2", 10_000, false],
		]);
		expect(outcome.state.taste.signals).toBe(2);
	});

	it("of one's own video, or of one that can't be looked up, move nobody else", () => {
		const own = session({ viewer: { kind: "user", userId: "c1", sessionId: "", teen: false } });
		const using = { known: knowing([...sixty, "99"], ["99"]), memory: memoryOf("1", "99") };
		const outcome = watch(own, told("1", "99"), using);
		const tell = outcome.effects.find(({ kind }) => kind === "tell");
		expect(tell?.kind === "tell" && tell.told.events?.map(({ qualifies }) => qualifies)).toEqual([false, false]);
	});

	it("keep the queue's slots that were looked up, and need those that came in between", () => {
		const outcome = watch(session({ queue: queueOf(61) }), told("1"), { memory: memoryOf("1") });
		expect(outcome.needs).toMatchObject({ kind: "videos" });
	});
});

describe("a queue that was gathered", () => {
	const relations = { following: new Set<string>(), blocked: new Set<string>(), topics: new Set(["cats"]), isTeen: false };
	const begun = (state: SessionState) => {
		const outcome = reduce(state, "gather", { relations }, context());
		return { gathering: answered(outcome), state: outcome.state };
	};
	it("is gathered with the hashtags the viewer follows", () => {
		const { gathering } = begun(session({ relations: null }));
		expect([...(gathering.context.followedTopics ?? [])]).toEqual(["cats"]);
		const told = reduce(
			session(),
			"relate",
			{ viewer: VIEWER, relations: { following: [], blocked: [], topics: ["tea"], isTeen: true } },
			context(),
		);
		expect([...(told.state.relations?.topics ?? [])]).toEqual(["tea"]);
		expect(told.state.relations?.isTeen).toBe(true);
	});

	it("is part of no experiment where it is a teen's", () => {
		const using = context({ experiments: experiment() });
		const armsOf = (isTeen: boolean) => {
			const given = { relations: { ...relations, isTeen } };
			return answered(reduce(session({ relations: null }), "gather", given, using)).tuning.arms.length;
		};
		expect([armsOf(false), armsOf(true)]).toEqual([1, 0]);
	});

	const takeUp = (state: SessionState, gathering: ReturnType<typeof begun>["gathering"], more: object = {}, using = context()) =>
		reduce(
			state,
			"takeUp",
			{
				gathering,
				laidOut: { slots: [slot("1"), slot("2")], repeats: false, tuning: gathering.tuning },
				liked: new Set<string>(),
				saved: new Set<string>(),
				isFallback: false,
				isPartial: false,
				...more,
			},
			using,
		);

	it("forgets how much was learned when it begins, and takes its place without what was shown meanwhile", () => {
		const { gathering, state } = begun(session({ filling: { ...AT_REST, moved: 5 } }));
		expect(state.filling.moved).toBe(0);
		const taken = takeUp(state, gathering, {}, context({ memory: { among: () => new Set(["1"]) } }));
		expect(taken.state.queue.slots.map(({ videoId }) => videoId)).toEqual(["2"]);
		expect([taken.state.isStale, kinds(taken.effects)]).toEqual([false, ["keep queue"]]);
	});

	it("is to be put into order when something was learned meanwhile, and gathered again when something was set by hand", () => {
		const { gathering, state } = begun(session());
		expect(takeUp({ ...state, taste: { ...state.taste } }, gathering).state.isStale).toBe(true);
		const changed = takeUp({ ...state, filling: { ...state.filling, changes: 1 } }, gathering);
		expect([answered(changed), changed.effects]).toEqual([null, []]);
	});

	it("of nothing leaves the one there is, when a source did not answer", () => {
		const { gathering, state } = begun(session());
		const empty = { slots: [], repeats: true, tuning: gathering.tuning };
		expect(takeUp(state, gathering, { laidOut: empty, isPartial: true }).state.queue).toBe(state.queue);
		expect(takeUp(state, gathering, { laidOut: empty }).state.queue.slots).toEqual([]);
	});

	it("lets the next be made, and is counted as unseen when it was made from what was learned", () => {
		const filling = { ...AT_REST, isUnderWay: true };
		const ended = (fromLearning: boolean, isMade: boolean) =>
			reduce(session({ filling }), "filled", { fromLearning, isMade }, context()).state.filling;
		expect(ended(true, true)).toEqual({ ...AT_REST, unseen: 1 });
		expect(ended(true, false)).toEqual(AT_REST);
		expect(ended(false, true)).toEqual(AT_REST);
	});
});

describe("whose session it is", () => {
	it("is who was met first, and what is not told of the circumstances stays", () => {
		const nobody = session({ viewer: null });
		const known = met(met(nobody, "guest:8", { country: "DE", device: "phone", hour: 9 }), "user:7");
		expect(known.viewer).toEqual({ kind: "guest", guestId: "8" });
		expect(met(known, "guest:8", { country: "FR", device: null }).circumstances).toEqual({ country: "FR", device: "phone", hour: 9 });
	});

	it("comes into another space with the taste it had when that was worked out, and not with an older one", () => {
		const state = session({ space: "a" });
		const redirected = { ...state.taste };
		const entered = reduce(state, "enterSpace", { space: "b", from: state.taste, taste: redirected }, context());
		expect([entered.state.space, entered.state.taste, kinds(entered.effects)]).toEqual(["b", redirected, ["keep space", "keep taste"]]);
		const learned = reduce(
			{ ...state, taste: { ...state.taste } },
			"enterSpace",
			{ space: "b", from: state.taste, taste: redirected },
			context(),
		);
		expect([learned.state.space, learned.effects]).toEqual(["a", []]);
	});

	it("of a guest goes over to a user who has learned nothing, with what was shown", () => {
		const guest = {
			taste: null,
			preferences: null,
			shown: [
				{ videoId: "5", at: NOW - 9, watchedAt: null },
				{ videoId: "6", at: NOW - 8, watchedAt: NOW - 7 },
			],
		};
		const exposures = [{ experiment: "e", arm: "none", unit: "guest", at: NOW - 5 }];
		const outcome = reduce(session(), "inherit", { viewer: VIEWER, from: { ...guest, exposures } }, context());
		expect([outcome.state.exposures, outcome.state.recent, kinds(outcome.effects)]).toEqual([
			exposures,
			["5", "6"],
			["keep exposures", "markSeen", "markWatched"],
		]);
		const learned = session({ taste: { ...session().taste, signals: 1 } });
		expect(reduce(learned, "inherit", { viewer: VIEWER, from: { ...guest, exposures } }, context()).state.exposures).toEqual([]);
	});
});
