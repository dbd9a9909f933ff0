import { SEEN_AFTER_MS } from "../../../contracts/limits.ts";
import type { ShownEvent } from "./protocol.ts";

const HOUR_MS = 3_600_000;
/** Videos one viewer can move within an hour: one every six seconds, all the hour. */
export const SHOWINGS_AN_HOUR = 600;

/**
 * Which showings may move what others are shown (trending, virality, the guarantee of reach, the ranker): somebody else's
 * video, seen for half a second, once an hour, and no more of them than a person watches. A bot that watches everything, or
 * one video all day, counts as one viewer.
 */
export class Influence {
	#hour = 0;
	#spent = 0;

	/**
	 * @param onceAnHour remembers names for good. @returns those it did not have
	 * @param isOwn whether a video is the viewer's own
	 */
	among(
		events: readonly ShownEvent[],
		now: number,
		onceAnHour: (names: readonly string[]) => ReadonlySet<string>,
		isOwn: (videoId: string) => boolean,
	): Set<ShownEvent> {
		const hour = Math.floor(now / HOUR_MS);
		if (hour !== this.#hour) {
			this.#hour = hour;
			this.#spent = 0;
		}
		const named = new Map<string, ShownEvent>();
		for (const event of events) {
			if (event.watchMs < SEEN_AFTER_MS || isOwn(event.videoId)) continue;
			const name = `${event.videoId}.${hour}`;
			// Of several, the one watched longest speaks.
			const other = named.get(name);
			if (other === undefined || other.watchMs < event.watchMs) named.set(name, event);
		}
		const names = [...named.keys()].slice(0, Math.max(0, SHOWINGS_AN_HOUR - this.#spent));
		const fresh = onceAnHour(names);
		this.#spent += fresh.size;
		return new Set([...fresh].flatMap((name) => named.get(name) ?? []));
	}
}
