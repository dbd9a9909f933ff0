import type { ArmTag, EventsMessage } from "../../../contracts/queues.ts";
import type { Signal } from "../../../recommender/types.ts";
import type { Act, ShownEvent } from "./protocol.ts";

const NO_ACT = {
	liked: false,
	commented: false,
	shared: false,
	followed: false,
	saved: false,
	profileVisited: false,
	notInterested: null,
} as const;

/** What the recommender learns from a showing. */
export function signalOf(event: ShownEvent, durationMs: number): Signal {
	const { videoId, at, watchMs, liked, commented, shared, followed } = event;
	return { ...NO_ACT, videoId, at, watchMs, durationMs: durationMs || event.durationMs, liked, commented, shared, followed };
}

/** What it learns from an act outside the player; a heart taken back says nothing. */
export function signalOfAct(act: Act, durationMs: number, at: number): Signal | null {
	if (act.kind === "unliked") return null;
	return { ...NO_ACT, videoId: act.videoId, at, watchMs: 0, durationMs, [act.kind]: true };
}

/** The showing as it goes to the counters and the archive. */
export function outboxEvent(
	event: ShownEvent,
	eventId: string,
	viewer: string,
	propensity: number | null,
	country: string | null,
	arms: ArmTag[],
): EventsMessage["events"][number] {
	return {
		eventId,
		videoId: event.videoId,
		viewer,
		at: event.at,
		kind: "watch",
		watchMs: event.watchMs,
		durationMs: event.durationMs,
		liked: event.liked,
		commented: event.commented,
		shared: event.shared,
		followed: event.followed,
		replayed: event.replayed,
		source: event.source,
		propensity,
		country,
		startupMs: event.startupMs,
		...(arms.length > 0 ? { arms } : {}),
	};
}
