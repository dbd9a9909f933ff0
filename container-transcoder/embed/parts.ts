import { AUDIO_DIMENSIONS, audioFeatures, SAMPLE_RATE } from "./audio.ts";
import { COLOUR_DIMENSIONS, colourFeatures } from "./colour.ts";
import { TEXT_DIMENSIONS, textFeatures, type VideoText } from "./text.ts";
import { VISUAL_DIMENSIONS, visualFeatures } from "./visual.ts";

/** What an embedding is made of. */
export interface EmbedInput {
	/** A handful of frames spread over the video, as JPEG files; about six are enough, none is allowed. */
	readonly frames: readonly Uint8Array[];
	readonly text: VideoText;
	/** Mono sound, -1..1; null when the video has none. */
	readonly pcm: Float32Array | null;
	readonly sampleRate: typeof SAMPLE_RATE;
}

/** The parts of an embedding, in the projection's order, and how many features each has. */
export const PARTS = {
	visual: VISUAL_DIMENSIONS,
	colour: COLOUR_DIMENSIONS,
	text: TEXT_DIMENSIONS,
	audio: AUDIO_DIMENSIONS,
} as const;
export type PartName = keyof typeof PARTS;
export const PART_NAMES: readonly PartName[] = ["visual", "colour", "text", "audio"];

/** Features of each part; null where the video has nothing of the kind. */
export type PartFeatures = Readonly<Record<PartName, Float32Array | null>>;

export async function extractParts({ frames, text, pcm, sampleRate }: EmbedInput): Promise<PartFeatures> {
	if (sampleRate !== SAMPLE_RATE) throw new RangeError(`Sound for an embedding has ${SAMPLE_RATE} samples a second, not ${sampleRate}.`);
	return {
		visual: await visualFeatures(frames),
		colour: await colourFeatures(frames),
		text: await textFeatures(text),
		audio: audioFeatures(pcm),
	};
}
