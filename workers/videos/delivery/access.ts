import { ProblemError } from "../../gateway/problem.ts";
import type { VideoRecord } from "../cards/index.ts";
import type { checkGrant, GrantVerdict } from "./grant.ts";
import type { MediaPath } from "./path.ts";

/** What may be served, and how long others may keep it. */
export type Access =
	| { readonly scope: "public"; readonly generation: number }
	/** Only with the grant in the address; `seconds` until that ends. */
	| { readonly scope: "private"; readonly generation: number; readonly seconds: number }
	/** Still growing: not to be kept at all. */
	| { readonly scope: "unfinished"; readonly generation: number };

export const mediaNotFound = (): ProblemError => new ProblemError("not_found", "There is no such video, or it was deleted.");

/**
 * Decides whether an address may be read, before any cache is asked. A generation that is served, or was and is kept for
 * those amid playing it, is open by the video's visibility; one in the making is for the creator, who holds a grant.
 * @throws ProblemError not_found; forbidden for a missing, forged or expired grant
 */
export async function mediaAccess(
	video: VideoRecord | null,
	path: MediaPath,
	verify: (grant: string) => ReturnType<typeof checkGrant>,
): Promise<Access> {
	if (video === null || (video.status !== "ready" && video.status !== "processing")) throw mediaNotFound();
	const newest = video.liveGeneration ?? video.generation;
	const generation = path.generation ?? newest;
	if (generation > video.generation) throw mediaNotFound();
	const unfinished = video.liveGeneration === null || generation > video.liveGeneration;
	// To those without a grant a video in the making does not exist.
	if (unfinished && path.grant === null) throw mediaNotFound();
	if (!unfinished && video.visibility === "public" && path.grant === null) return { scope: "public", generation };
	if (path.grant === null) throw new ProblemError("forbidden", "This video is not public. Open it in the app to watch it.");
	const verdict = await verify(path.grant);
	if (!verdict.valid) throw refused(verdict);
	return unfinished ? { scope: "unfinished", generation } : { scope: "private", generation, seconds: verdict.secondsLeft };
}

function refused(verdict: Extract<GrantVerdict, { valid: false }>): ProblemError {
	return verdict.why === "expired"
		? new ProblemError("forbidden", "This address has expired. Open the video again to go on watching.")
		: new ProblemError("forbidden", "This address is not genuine. Open the video in the app to watch it.");
}
