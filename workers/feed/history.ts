import type { AnswerOf } from "../../contracts/endpoint.ts";
import type { listHistory } from "../../contracts/history.ts";
import { type Place, placeCursor } from "../lists/cursor.ts";
import { listPage, type PageQuery, peeking } from "../lists/pipeline.ts";
import type { Services } from "../platform/services.ts";
import { type Viewer, viewerKey } from "../rules/viewer.ts";
import { cardSteps } from "../videos/cards/index.ts";
import { takeBackFrom } from "../videos/index.ts";
import { sessionOf } from "./session/stub.ts";

type HistoryPage = AnswerOf<typeof listHistory>;

/** What the viewer watched, latest first. What they may not see any more is left out. */
export async function historyPage(services: Services, viewer: Viewer, query: PageQuery): Promise<HistoryPage> {
	const read = async (after: Place | null, limit: number): Promise<Place[]> => {
		const from = after === null ? null : { at: after.at.getTime(), videoId: after.id };
		const watched = await sessionOf(services, viewerKey(viewer)).history(limit, from);
		return watched.map(({ videoId, at }) => ({ id: videoId, at: new Date(at) }));
	};
	const steps = cardSteps<Place>(services, viewer);
	const { items, nextCursor } = await listPage({ ...steps, skeleton: peeking(read, (place) => place) }, placeCursor, query);
	return { watched: items.map(({ entry, card }) => ({ video: card, watchedAt: entry.at.toISOString() })), nextCursor };
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
