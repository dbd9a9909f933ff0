import { expect, test } from "vitest";
import type { EventsMessage } from "../../../contracts/queues.ts";
import { tally } from "./tally.ts";
import { watchEvent } from "./watch-event.fixture.ts";

type Event = EventsMessage["events"][number];
const event = (videoId: string, watchMs: number, durationMs = 10_000, more: Partial<Event> = {}): Event =>
	watchEvent({ eventId: `${videoId}.${watchMs}`, videoId, at: 120_001, watchMs, durationMs, liked: true, shared: true, ...more });
const message = (events: EventsMessage["events"]): EventsMessage => ({ v: 1, batchId: "b", pseudonym: "p", closedAt: 200_000, events });

test("a message is one entry per video, under the message's own id and time", () => {
	const entries = tally(message([event("1", 10_000), event("2", 600), event("1", 499)]));
	expect([...entries.keys()]).toEqual(["1", "2"]);
	const told = { batchId: "b", at: 200_000, minutes: [[2, 1]] };
	expect(entries.get("1")).toEqual({
		entry: { ...told, deltas: { impressions: 1, expected: 450, views: 1, longViews: 1 } },
		longAt: [[120_001, 1]],
	});
	expect(entries.get("2")).toEqual({ entry: { ...told, deltas: { impressions: 1, expected: 450, views: 1, longViews: 0 } }, longAt: [] });
});

test("half a second is a view and an impression, eighteen seconds of a longer video a long one", () => {
	const of = (watchMs: number, durationMs: number) => tally(message([event("1", watchMs, durationMs)])).get("1")?.entry.deltas;
	expect(of(499, 60_000)).toEqual({ impressions: 0, expected: 0, views: 0, longViews: 0 });
	expect(of(500, 60_000)).toEqual({ impressions: 1, expected: 450, views: 1, longViews: 0 });
	expect(of(18_000, 60_000)).toMatchObject({ longViews: 1 });
});

test("hearts and shares told with an impression are not counted again: they have calls of their own", () => {
	const deltas = tally(message([event("1", 10_000)])).get("1")?.entry.deltas;
	expect(deltas?.likes).toBeUndefined();
	expect(deltas?.shares).toBeUndefined();
});

test("what moves nothing is a view and nothing else; what does not spread makes nothing viral", () => {
	const of = (more: Partial<Event>) => tally(message([event("1", 10_000, 10_000, more)])).get("1");
	expect(of({ moves: false, spreads: false })).toMatchObject({
		entry: { deltas: { impressions: 0, expected: 0, views: 1, longViews: 0 }, minutes: [] },
		longAt: [],
	});
	expect(of({ moves: true, weight: 0.1, spreads: false })).toMatchObject({
		entry: { deltas: { impressions: 1, views: 1, longViews: 1 }, minutes: [] },
		longAt: [[120_001, 0.1]],
	});
});

test("views stand in the minute they happened in: out of order, and dated ahead no later than the batch", () => {
	const times = [180_000, 59_999, 61_000, 119_999, 9_000_000_000];
	const { entry, longAt } = tally(message(times.map((at) => event("1", 10_000, 10_000, { at })))).get("1") ?? {};
	expect(new Map(entry?.minutes)).toEqual(
		new Map([
			[3, 2],
			[0, 1],
			[1, 2],
		]),
	);
	expect(Math.max(...(longAt ?? []).map(([at]) => at))).toBe(200_000);
});

test("an evening told days later is views, but nothing that spreads now", () => {
	const closedAt = 5 * 86_400_000;
	const late = { ...message([event("1", 10_000, 10_000, { at: closedAt - 2 * 86_400_000 })]), closedAt };
	expect(tally(late).get("1")?.entry).toMatchObject({ deltas: { views: 1 }, minutes: [] });
});
