import type { EventsMessage } from "../../../contracts/queues.ts";

type QueuedEvent = EventsMessage["events"][number];

/** What a session tells of one impression that was watched for nine seconds of nine, and nothing done. */
export const watchEvent = (more: Partial<QueuedEvent> = {}): QueuedEvent => ({
	eventId: crypto.randomUUID(),
	videoId: "1",
	viewer: "guest:1",
	at: 1,
	kind: "watch",
	watchMs: 9_000,
	durationMs: 9_000,
	liked: false,
	commented: false,
	shared: false,
	followed: false,
	saved: false,
	profileVisited: false,
	replayed: false,
	source: "fyp",
	propensity: null,
	country: null,
	startupMs: null,
	...more,
});
