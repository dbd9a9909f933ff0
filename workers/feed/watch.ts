import type { AnswerOf } from "../../contracts/endpoint.ts";
import type { recordWatch, WatchEvent } from "../../contracts/feed.ts";
import { ProblemError } from "../../contracts/problems/problem-error.ts";
import { countWatchedTags } from "../discovery/trending/index.ts";
import { inBackground } from "../platform/background.ts";
import type { Services } from "../platform/services.ts";
import { type Viewer, viewerKey } from "../rules/viewer.ts";
import { resolveVideoRef, visibleVideos } from "../videos/index.ts";
import type { Circumstances, ShownEvent } from "./session/protocol.ts";
import { sessionOf } from "./session/stub.ts";

/** A client's clock is believed this far back, milliseconds: an offline evening, not another year. */
const BELIEVED_MS = 7 * 86_400_000;

/** Takes in what a player tells. Videos the viewer can't have been shown are counted, not refused: the others in the batch still count. */
export async function takeWatch(
	services: Services,
	viewer: Viewer,
	events: readonly WatchEvent[],
	circumstances: Circumstances,
): Promise<AnswerOf<typeof recordWatch>> {
	const ids = await Promise.all(events.map((event) => idOf(services, viewer, event.videoId)));
	const visible = await visibleVideos(services, viewer, [...new Set(ids.filter((id) => id !== null))]);
	const now = services.clock();
	const known: ShownEvent[] = [];
	events.forEach((event, place) => {
		const record = visible.get(ids[place] ?? "");
		if (record !== undefined) known.push(shownEvent(event, record.id, now));
	});
	const unknown = events.length - known.length;
	if (known.length === 0) return { accepted: 0, duplicates: 0, unknown };
	// Without a cookie nothing can have been given to them, and nobody will come back to what would be begun.
	if (viewer.kind === "guest" && viewer.isNew === true) return { accepted: known.length, duplicates: 0, unknown };
	const key = viewerKey(viewer);
	const { accepted, duplicates, counted } = await sessionOf(services, key).watch(key, known, circumstances);
	// What is trending is counted where it happens, not by the queue, which gathers for a second.
	const told = counted.filter(({ personal }) => personal !== false);
	if (told.length > 0) inBackground(services.log, "hashtags_not_counted", countWatchedTags(services, told));
	return { accepted, duplicates, unknown };
}

async function idOf(services: Services, viewer: Viewer, ref: string): Promise<string | null> {
	try {
		return await resolveVideoRef(services, viewer, ref);
	} catch (error) {
		if (error instanceof ProblemError && error.code === "video_not_found") return null;
		throw error;
	}
}

function shownEvent(event: WatchEvent, videoId: string, now: number): ShownEvent {
	const at = event.at !== undefined && event.at > now - BELIEVED_MS && event.at <= now ? event.at : now;
	return {
		// Without an id of its own, an impression is known by when it was: told again, it counts once all the same.
		eventId: event.eventId ?? (event.at === undefined ? null : `${videoId}.${event.at}`),
		videoId,
		at,
		watchMs: event.watchDuration,
		durationMs: event.totalDuration,
		liked: event.liked,
		commented: event.commented,
		shared: event.shared,
		followed: event.followed,
		saved: event.saved,
		profileVisited: event.profileVisited,
		replayed: event.replayed,
		source: event.source,
		startupMs: event.startupMs ?? null,
	};
}
