import { type Affinities, withdraw } from "./affinity.ts";
import { weaken } from "./interests.ts";
import { ACT_STRENGTH } from "./strength.ts";
import type { Met, Taste } from "./taste.ts";
import type { Millis, VideoFeatures } from "./types.ts";
import { add, dequantise, dotStored } from "./vectors.ts";

/** An act a viewer can do with a video, and may take back. */
export type TakenBack = keyof typeof ACT_STRENGTH;

export interface Taught {
	readonly act: TakenBack;
	/** When it was learned. */
	readonly at: Millis;
	/** It was learned by itself, without an impression: no impression is left when it goes. */
	readonly alone: boolean;
}

/** Weaker than this, nothing is left of what a history entry stood for. */
const NOTHING = 1e-6;

/**
 * Unlearns an act that was learned before: a heart taken back, or one that an impression is about to tell as a whole. What has
 * been learned since stays. The caller knows that the act was learned, and not taken back yet.
 */
export function takeBack(taste: Taste, { act, at, alone }: Taught, video: VideoFeatures): Taste {
	const says = ACT_STRENGTH[act];
	const count = alone ? 1 : 0;
	const without = (all: Affinities, key: string, strength: number): Affinities => {
		const held = all.get(key);
		return held === undefined ? all : new Map(all).set(key, withdraw(held, strength, at, count));
	};
	let { topics } = taste;
	video.topics.forEach((topic, index) => {
		topics = without(topics, topic, says / (1 + 0.5 * index));
	});
	return {
		...taste,
		...withoutDirection(taste, video, says),
		signals: alone ? Math.max(0, taste.signals - 1) : taste.signals,
		history: taste.history.flatMap((met) => (met.videoId === video.id ? withoutStrength(met, says, alone) : [met])),
		topics,
		creators: without(taste.creators, video.creatorId, says),
		sounds: video.soundId === null ? taste.sounds : without(taste.sounds, video.soundId, says),
	};
}

/** A video met by the act alone was not met at all. */
function withoutStrength(met: Met, says: number, alone: boolean): Met[] {
	const strength = met.strength - says;
	return alone && Math.abs(strength) < NOTHING ? [] : [{ ...met, strength: Math.max(-1, strength) }];
}

function withoutDirection(taste: Taste, video: VideoFeatures, says: number): Pick<Taste, "interests" | "session"> {
	const { interests, session } = taste;
	if (video.vector === null) return { interests, session };
	const vector = dequantise(video.vector);
	// No more is taken out of the session than lies in this direction: taking back a like is no dislike.
	const along = session === null ? 0 : Math.min(0.15 * Math.min(1.5, says), Math.max(0, dotStored(session, video.vector)));
	return { interests: weaken(interests, vector, says), session: session === null ? null : add(session, vector, -along) };
}
