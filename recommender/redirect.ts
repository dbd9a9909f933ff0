import { learnDirection, type Taste } from "./taste.ts";
import type { VideoFeatures } from "./types.ts";

/**
 * A taste whose directions are learned anew from the videos it remembers, oldest first: for when other vectors are served than
 * those it was made of, which can't be compared. What it knows of topics, creators and habits stays. `videoOf` tells videos
 * with their new vectors; one that is gone says nothing.
 */
export function redirect(taste: Taste, videoOf: (videoId: string) => VideoFeatures | null): Taste {
	let directions: Pick<Taste, "interests" | "session" | "dislike"> = { interests: [], session: null, dislike: null };
	for (const { videoId, strength, at } of taste.history) {
		const video = videoOf(videoId);
		if (video !== null) directions = learnDirection(directions, video, strength, at);
	}
	const mutes = taste.mutes.map((mute) => (mute.vector === null ? mute : { ...mute, vector: videoOf(mute.videoId)?.vector ?? null }));
	return { ...taste, ...directions, mutes };
}
