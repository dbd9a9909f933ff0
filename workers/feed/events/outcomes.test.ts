import { expect, test } from "vitest";
import type { EventsMessage } from "../../../contracts/queues.ts";
import { outcomesOf } from "./outcomes.ts";
import { watchEvent } from "./watch-event.fixture.ts";

type Event = EventsMessage["events"][number];
const TAG = { experiment: "e", arm: "control", unit: "u" };
const MINUTE = 60_000;
const event = (more: Partial<Event> = {}): Event => watchEvent({ eventId: "1", at: 1_000, arms: [TAG], ...more });
const message = (events: Event[], exposures: EventsMessage["exposures"] = []): EventsMessage => ({
	v: 1,
	batchId: "b",
	pseudonym: "p",
	closedAt: 7,
	events,
	exposures,
});
const sumsOf = (...events: Event[]) => outcomesOf(message(events))?.outcomes[0]?.sums;

test("a message without experiments tells nothing", () => {
	const { exposures: _, ...older } = message([event({ arms: undefined })]);
	expect(outcomesOf(older)).toBeNull();
	expect(outcomesOf(message([event({ kind: "share" })]))).toBeNull();
});

test("an exposure alone makes a viewer, with nothing watched", () => {
	const entry = outcomesOf(message([], [{ ...TAG, at: 5 }]));
	expect(entry).toMatchObject({ batchId: "b", at: 7, outcomes: [{ ...TAG, exposedAt: 5, span: null }] });
	expect(Object.values(entry?.outcomes[0]?.sums ?? { x: 1 })).toEqual([0, 0, 0, 0, 0, 0]);
});

test("impressions, long views and skips are the feed's; watch time and likes all of them", () => {
	const elsewhere = event({ source: "profile", watchMs: 500, liked: true });
	expect(sumsOf(event(), event({ watchMs: 1_000 }), elsewhere)).toEqual({
		impressions: 2,
		longViews: 1,
		skips: 1,
		likes: 1,
		sessions: 1,
		watchMinutes: 10_500 / MINUTE,
	});
});

test("who acts on a clip did not skip it, nor who saw half of it", () => {
	expect(sumsOf(event({ watchMs: 1_000, shared: true }))?.skips).toBe(0);
	expect(sumsOf(event({ watchMs: 1_000, durationMs: 2_000 }))?.skips).toBe(0);
});

test("a clip left looping counts ten minutes", () => {
	expect(sumsOf(event({ watchMs: 86_400_000 }))?.watchMinutes).toBe(10);
});

test("each experiment and viewer gets a sum of its own; sessions follow time, not the order in the batch", () => {
	const other = { ...TAG, experiment: "f", arm: "more" };
	const entry = outcomesOf(message([event({ at: 100 * MINUTE }), event({ arms: [TAG, other] }), event({ at: 20 * MINUTE })]));
	expect(entry?.outcomes.map(({ experiment, sums }) => [experiment, sums.impressions, sums.sessions])).toEqual([
		["e", 3, 2],
		["f", 1, 1],
	]);
});
