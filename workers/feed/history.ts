import type { AnswerOf } from "../../contracts/endpoint.ts";
import type { listHistory } from "../../contracts/history.ts";
import { type Place, placeCursor } from "../lists/cursor.ts";
import type { Services } from "../platform/services.ts";
import { type Viewer, viewerKey } from "../rules/viewer.ts";
import { hydrateCards } from "../videos/cards/index.ts";
import { takeBackFrom } from "../videos/index.ts";
import { sessionOf } from "./session/stub.ts";

type HistoryPage = AnswerOf<typeof listHistory>;

/** How often a page that the rules left short is topped up before it is handed out as it is. */
const TOP_UPS = 5;

/** What the viewer watched, latest first. What they may not see any more is left out. */
export async function historyPage(services: Services, viewer: Viewer, limit: number, cursor: string | undefined): Promise<HistoryPage> {
	let after: Place | null = placeCursor.decode(cursor);
	const watched: HistoryPage["watched"] = [];
	for (let round = 0; round < TOP_UPS; round++) {
		const room = limit - watched.length;
		const from = after === null ? null : { at: after.at.getTime(), videoId: after.id };
		const places = await sessionOf(services, viewerKey(viewer)).history(room + 1, from);
		const here = places.slice(0, room);
		const cards = new Map(
			(
				await hydrateCards(
					services,
					viewer,
					here.map(({ videoId }) => videoId),
				)
			).map((card) => [card.id, card]),
		);
		for (const { videoId, at } of here) {
			const video = cards.get(videoId);
			if (video !== undefined) watched.push({ video, watchedAt: new Date(at).toISOString() });
		}
		const last = here.at(-1);
		if (last !== undefined) after = { at: new Date(last.at), id: last.videoId };
		if (places.length <= room) return { watched, nextCursor: null };
		if (watched.length === limit) break;
	}
	return { watched, nextCursor: after === null ? null : placeCursor.encode(after) };
}

/** Nothing was watched, as far as the history shows. What was learned, and what was shown before, stays known. */
export async function clearHistory(services: Services, viewer: Viewer): Promise<void> {
	await sessionOf(services, viewerKey(viewer)).forgetWatched(null);
	services.log.info("history_cleared", { viewer: viewer.kind });
}

/** Takes one video out of the history; also one that can't be seen any more. @throws `video_not_found` for a reference to nothing */
export async function forgetWatched(services: Services, viewer: Viewer, ref: string): Promise<void> {
	const { videoId } = await takeBackFrom(services, viewer, ref);
	await sessionOf(services, viewerKey(viewer)).forgetWatched(videoId);
}
