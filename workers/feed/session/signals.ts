import type { ArmTag, EventsMessage } from "../../../contracts/queues.ts";
import { expectedRate } from "../../../recommender/habits.ts";
import type { Taste } from "../../../recommender/taste.ts";
import type { Signal } from "../../../recommender/types.ts";
import type { Circumstances, LearnedAct, ShownEvent } from "./protocol.ts";

const HOUR_MS = 3_600_000;

const NO_ACT = {
	liked: false,
	commented: false,
	shared: false,
	followed: false,
	saved: false,
	profileVisited: false,
	notInterested: null,
} as const;

/** What the recommender learns from an impression. */
export function signalOf(event: ShownEvent, durationMs: number): Signal {
	const { videoId, at, watchMs, liked, commented, shared, followed, saved = false, profileVisited = false } = event;
	const acts = { liked, commented, shared, followed, saved, profileVisited };
	return { ...NO_ACT, videoId, at, watchMs, durationMs: durationMs || event.durationMs, ...acts };
}

/** What it learns from an act outside the player. */
export function signalOfAct(videoId: string, kind: LearnedAct, durationMs: number, at: number): Signal {
	return { ...NO_ACT, videoId, at, watchMs: 0, durationMs, [kind]: true };
}

/** Hour of the day at which something happened, told by the hour it is `now`. */
function hourAt(at: number, { hour }: Circumstances, now: number): number | null {
	if (hour === null || hour === undefined) return null;
	return (((hour - Math.round((now - at) / HOUR_MS)) % 24) + 24) % 24;
}

/** How likely this viewer is to watch any video to the end, by their habits so far. */
export const expectedOf = ({ habits }: Taste): number => Math.round(expectedRate(habits) * 1_000) / 1_000;

/** The impression as it goes to the counters and the archive. */
export function outboxEvent(
	event: ShownEvent,
	eventId: string,
	viewer: string,
	propensity: number | null,
	circumstances: Circumstances,
	now: number,
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
		saved: event.saved ?? false,
		profileVisited: event.profileVisited ?? false,
		replayed: event.replayed,
		source: event.source,
		propensity,
		country: circumstances.country,
		device: circumstances.device,
		hour: hourAt(event.at, circumstances, now),
		startupMs: event.startupMs,
		address: circumstances.from?.address,
		network: circumstances.from?.network,
		...(arms.length > 0 ? { arms } : {}),
	};
}
