import type { Taste } from "./taste.ts";
import type { Millis, MuteScope, VideoFeatures } from "./types.ts";
import { dequantise, dotStored } from "./vectors.ts";

/** Something the viewer said "not interested" to, with what is needed to honour and to undo it. */
export interface Mute {
	readonly scope: MuteScope;
	/** The video at which it was said; empty when it was said of the thing itself. */
	readonly videoId: string;
	/** Id of the muted creator, topic or sound; the video's own id for a video. */
	readonly key: string;
	/** Where the video lies: what is near it ranks lower too. Kept for the latest few. */
	readonly vector: Int8Array | null;
	readonly at: Millis;
}

/**
 * So many of each kind are kept, the latest: refusals of single videos are many and soon without effect, and must not push
 * out a creator the viewer never wants to see.
 */
export const MUTES_MAX: Readonly<Record<MuteScope, number>> = { video: 60, creator: 200, topic: 100, sound: 60 };
/** So many mutes keep their vector. */
export const MUTE_VECTORS_MAX = 8;

/** Adds a mute; the same list when it is there already, or when the video has no such thing to mute. */
export function mute(mutes: readonly Mute[], scope: MuteScope, video: VideoFeatures, at: Millis): readonly Mute[] {
	const key = keyOf(scope, video);
	return key === null ? mutes : addMute(mutes, { scope, videoId: video.id, key, vector: video.vector, at });
}

/** The same by the thing's own id, as for a creator muted on their profile or a mute given back. */
export function muteKey(mutes: readonly Mute[], scope: MuteScope, key: string, at: Millis): readonly Mute[] {
	return addMute(mutes, { scope, videoId: scope === "video" ? key : "", key, vector: null, at });
}

function addMute(mutes: readonly Mute[], added: Mute): readonly Mute[] {
	if (mutes.some((held) => held.scope === added.scope && held.key === added.key)) return mutes;
	const all = [...mutes, added];
	const ofScope = all.filter(({ scope }) => scope === added.scope);
	const oldest = ofScope.length > MUTES_MAX[added.scope] ? ofScope[0] : undefined;
	const kept = all.filter((held) => held !== oldest);
	const withVector = kept.filter(({ vector }) => vector !== null).slice(-MUTE_VECTORS_MAX);
	return kept.map((held) => (held.vector === null || withVector.includes(held) ? held : { ...held, vector: null }));
}

/** Takes a mute back by what was muted, or by the video at which it was said. */
export function unmute(mutes: readonly Mute[], scope: MuteScope, key: string): readonly Mute[] {
	return mutes.filter((held) => held.scope !== scope || (held.key !== key && held.videoId !== key));
}

function keyOf(scope: MuteScope, video: VideoFeatures): string | null {
	if (scope === "creator") return video.creatorId;
	if (scope === "topic") return video.topics[0] ?? null;
	if (scope === "sound") return video.soundId;
	return video.id;
}

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
