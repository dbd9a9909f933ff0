import { keyOf } from "./mutes.ts";
import type { Taste } from "./taste.ts";
import type { MuteScope, VideoFeatures } from "./types.ts";
import { dequantise, dotStored } from "./vectors.ts";

/**
 * Takes "not interested" back. The rest of what was learned is as if it had never been said.
 * @param video where it is known: then a mute of the same thing said at another video goes, too
 */
export function undoNotInterested(taste: Taste, scope: MuteScope, videoId: string, video?: VideoFeatures): Taste {
	const key = video === undefined ? null : keyOf(scope, video);
	return { ...taste, mutes: taste.mutes.filter((held) => held.scope !== scope || (held.videoId !== videoId && held.key !== key)) };
}

/** Sets how much of a topic the viewer wants: 0 none, 1 as learned, 2 much more. */
export function weighTopic(taste: Taste, topic: string, weight: number): Taste {
	const topicWeights = new Map(taste.topicWeights);
	if (weight === 1) topicWeights.delete(topic);
	else topicWeights.set(topic, Math.min(2, Math.max(0, weight)));
	return { ...taste, topicWeights };
}

/** What a mute may name of a video; `VideoFeatures` is one. */
export type Mutable = Pick<VideoFeatures, "id" | "creatorId" | "soundId" | "topics">;

/** True when the viewer said never to see this: its video, creator or sound, or one of its topics. */
export type Muted = (video: Mutable) => boolean;

/** The mutes as a test, built once for many videos. */
export function muted(taste: Pick<Taste, "mutes" | "topicWeights">): Muted {
	const keys: Record<MuteScope, Set<string>> = { video: new Set(), creator: new Set(), topic: new Set(), sound: new Set() };
	for (const held of taste.mutes) keys[held.scope].add(held.key);
	for (const [topic, weight] of taste.topicWeights) if (weight === 0) keys.topic.add(topic);
	return (video) =>
		keys.video.has(video.id) ||
		keys.creator.has(video.creatorId) ||
		(video.soundId !== null && keys.sound.has(video.soundId)) ||
		(keys.topic.size > 0 && video.topics.some((topic) => keys.topic.has(topic)));
}

/** Likeness (0–1) to the nearest video refused as such, built once for many videos. */
export function refusedLikeness(taste: Taste): (vector: Int8Array) => number {
	const refused = taste.mutes.flatMap((held) => (held.scope === "video" && held.vector !== null ? [dequantise(held.vector)] : []));
	return (vector) => refused.reduce((nearest, one) => Math.max(nearest, dotStored(one, vector)), 0);
}
