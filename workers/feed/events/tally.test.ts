import { expect, test } from "vitest";
import type { EventsMessage } from "../../../contracts/queues.ts";
import { tally } from "./tally.ts";

const event = (videoId: string, watchMs: number, durationMs = 10_000): EventsMessage["events"][number] => ({
	eventId: `${videoId}.${watchMs}`,
	videoId,
	viewer: "guest:1",
	at: 1,
	kind: "watch",
	watchMs,
	durationMs,
	liked: true,
	commented: false,
	shared: true,
	followed: false,
	replayed: false,
	source: "fyp",
	propensity: null,
	country: null,
	startupMs: null,
});
const message = (events: EventsMessage["events"]): EventsMessage => ({ v: 1, batchId: "b", closedAt: 7, events });

test("a message is one entry per video, under the message's own id and time", () => {
	const entries = tally(message([event("1", 10_000), event("2", 600), event("1", 499)]));
	expect([...entries.keys()]).toEqual(["1", "2"]);
	expect(entries.get("1")).toEqual({ batchId: "b", at: 7, deltas: { impressions: 2, views: 1, longViews: 1 } });
	expect(entries.get("2")).toEqual({ batchId: "b", at: 7, deltas: { impressions: 1, views: 1, longViews: 0 } });
});

test("half a second is a view, eighteen seconds of a longer video a long one", () => {
	const of = (watchMs: number, durationMs: number) => tally(message([event("1", watchMs, durationMs)])).get("1")?.deltas;
	expect(of(499, 60_000)).toMatchObject({ views: 0, longViews: 0 });
	expect(of(500, 60_000)).toMatchObject({ views: 1, longViews: 0 });
	expect(of(18_000, 60_000)).toMatchObject({ longViews: 1 });
});

test("hearts and shares told with a showing are not counted again: they have calls of their own", () => {
	const deltas = tally(message([event("1", 10_000)])).get("1")?.deltas;
	expect(deltas?.likes).toBeUndefined();
	expect(deltas?.shares).toBeUndefined();
});
