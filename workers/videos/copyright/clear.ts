import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { invalidateVideo } from "../cards/index.ts";
import { requestGenerationPurge } from "../cleanup/request.ts";
import { enqueueTranscode } from "../pipeline/enqueue.ts";
import { addSound } from "../sounds/add.ts";
import { transit, type VideoRow } from "../state/index.ts";

type Stretches = NonNullable<VideoRow["muted"]>;
/** How somebody else's sound is taken out of a video. */
export type Clearing = { readonly muted: Stretches } | { readonly muted?: undefined; readonly soundId: string };

/** Nothing of the video's own sound is left: what is somebody else's is in it. */
const INSTEAD = { original: 0, added: 100 } as const;

/**
 * Has a video made again without what is somebody else's: its stretches silenced, or another sound in place of all. What is served of it
 * goes on being served until that is published.
 * @returns whether it was begun; false where it is not in a state for it, or all of that is silenced already
 * @throws ProblemError sound_not_available, unavailable
 */
export async function clearSound(services: Services, row: VideoRow, clearing: Clearing): Promise<boolean> {
	if (row.original === null) return false;
	const given = clearing.muted !== undefined ? mutedToo(row.muted ?? [], clearing.muted) : await replaced(services, row, clearing.soundId);
	if (given === null) return false;
	const cleared = await transit(services, "cleared", { id: row.id, generation: row.generation }, given);
	if (cleared === null) return false;
	const { id: videoId, generation } = cleared;
	services.log.info("copyright_cleared", { videoId, generation, how: clearing.muted !== undefined ? "muted" : "replaced" });
	await invalidateVideo(services, videoId);
	if (row.liveGeneration !== row.generation) await requestGenerationPurge(services, videoId, row.generation);
	await enqueueTranscode(services, { videoId, generation, requestId: `copyright-${videoId}` });
	return true;
}

/** The same, where a machine or reviewer asked for it: a sound that can't be used is no error of anybody who waits for an answer. */
export async function clearedIfPossible(services: Services, row: VideoRow, clearing: Clearing): Promise<boolean> {
	try {
		return await clearSound(services, row, clearing);
	} catch (error) {
		services.log.warn("copyright_not_cleared", { videoId: row.id, ...errorFields(error) });
		return false;
	}
}

/** @returns null where nothing is added to what is silenced already: making it again would change nothing */
function mutedToo(before: Stretches, more: Stretches): { muted: Stretches } | null {
	const added = more.filter((one) => !before.some(({ fromMs, toMs }) => fromMs <= one.fromMs && toMs >= one.toMs));
	return added.length === 0 ? null : { muted: [...before, ...added] };
}

async function replaced(services: Services, { id: videoId, userId, country, original }: VideoRow, soundId: string) {
	const addedSound = await addSound(services, { videoId, userId, folder: original?.folder ?? "" }, soundId, INSTEAD, country);
	return { addedSound, soundId, muted: null };
}
