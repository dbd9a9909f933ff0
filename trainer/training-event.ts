import type { Device, Signal } from "../recommender/types.ts";

/** One line of the event archive, as the trainer needs it. */
export interface TrainingEvent {
	readonly viewer: string;
	/** Row of the video in the catalogue. */
	readonly item: number;
	readonly signal: Signal;
	/** Where it was shown: For You, a profile, a search …; null when unknown. */
	readonly surface: string | null;
	/** False where the watch time is a guess from a flag. */
	readonly watchKnown: boolean;
	/** Circumstances of the impression, where they are known: kind of device, hour of the viewer's day. */
	readonly device?: Device | null;
	readonly hour?: number | null;
}
