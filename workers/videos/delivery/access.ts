import { DOWNLOAD_NAME } from "../../../contracts/media.ts";
import { mediaNotFound } from "../../../contracts/problems/videos.ts";
import { isOpen, mayBeDownloaded, maySee, type Standing } from "../../rules/videos.ts";
import type { VideoRecord } from "../cards/index.ts";
import { type GrantVerdict, REVIEWER } from "./grant.ts";
import type { MediaPath } from "./path.ts";

/** What may be served, and how long others may keep it. */
export type Access =
	| { readonly scope: "public"; readonly generation: number }
	/** Only with the grant in the address; `seconds` until that ends. */
	| { readonly scope: "private"; readonly generation: number; readonly seconds: number }
	/** Still growing: not to be kept at all. */
	| { readonly scope: "unfinished"; readonly generation: number };

/** How long others, and we, may keep that an address leads nowhere, seconds. */
export const MISS_LIFETIME_S = 3;

/** The one answer to whatever may not be read. */
export const mediaMissing = () => mediaNotFound(MISS_LIFETIME_S);

/** What a decision needs to be told when an address bears a grant. */
export interface Inquiries {
	verify(grant: string): Promise<GrantVerdict>;
	/** How the holder of a grant stands to the creator now. */
	standing(userId: string, creatorId: string): Promise<Standing>;
}

/**
 * Decides whether an address may be read, before any cache is asked. A generation that is served, or was and is kept for
 * those amid playing it, is open by the video's visibility; one in the making is for the creator, who holds a grant. A
 * grant is worth what its holder may see at this moment: nothing after an unfollow, a block, or a change of visibility.
 * @throws ProblemError not_found, also for a missing, forged, expired or outdated grant
 */
export async function mediaAccess(video: VideoRecord | null, path: MediaPath, ask: Inquiries): Promise<Access> {
	if (video !== null && path.grant !== null && path.grant.split(".")[2] === REVIEWER) {
		if (!(await ask.verify(path.grant)).valid) throw mediaMissing();
		// Whatever became of it, and never from a cache that others share.
		return { scope: "unfinished", generation: path.generation ?? video.liveGeneration ?? video.generation };
	}
	if (video === null || (video.status !== "ready" && video.status !== "processing")) throw mediaMissing();
	// For as long as its creator allows it, and under the name that they have now.
	if (DOWNLOAD_NAME.test(path.name) && (video.download !== path.name || !mayBeDownloaded(video))) throw mediaMissing();
	const newest = video.liveGeneration ?? video.generation;
	const generation = path.generation ?? newest;
	if (generation > video.generation) throw mediaMissing();
	const unfinished = video.liveGeneration === null || generation > video.liveGeneration;
	// To those without a grant a video in the making does not exist.
	if (unfinished && path.grant === null) throw mediaMissing();
	if (!unfinished && isOpen(video) && path.grant === null) return { scope: "public", generation };
	if (path.grant === null) throw mediaMissing();
	const verdict = await ask.verify(path.grant);
	if (!verdict.valid) throw mediaMissing();
	if (verdict.userId !== video.userId && (unfinished || !maySee(video, await ask.standing(verdict.userId, video.userId)))) {
		throw mediaMissing();
	}
	return unfinished ? { scope: "unfinished", generation } : { scope: "private", generation, seconds: verdict.secondsLeft };
}
