import type { Millis, MuteScope, VideoFeatures } from "./types.ts";

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
 * At most this many of each kind are kept, the latest: refusals of single videos are many and soon without effect, and must not push
 * out a creator the viewer never wants to see.
 */
export const MUTES_MAX: Readonly<Record<MuteScope, number>> = { video: 60, creator: 200, topic: 100, sound: 60 };
/** At most this many mutes keep their vector. */
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

/** What a mute of this scope names at a video; null where the video has no such thing. */
export function keyOf(scope: MuteScope, video: VideoFeatures): string | null {
	if (scope === "creator") return video.creatorId;
	if (scope === "topic") return video.topics[0] ?? null;
	if (scope === "sound") return video.soundId;
	return video.id;
}
