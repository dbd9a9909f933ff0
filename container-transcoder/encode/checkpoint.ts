import * as z from "zod";
import { RungName } from "../../contracts/media.ts";
import { TranscodeResult } from "../../contracts/transcode.ts";
import type { Ladder } from "./ladder.ts";

/** One rendition as far as it is stored. */
export const StoredRendition = z.object({
	codecs: z.string(),
	initBytes: z.int(),
	/** Bytes of each segment. */
	segmentBytes: z.array(z.int()),
	/** AAC frames in these segments; renditions may differ by one at a boundary. */
	audioFrames: z.int(),
});
export type StoredRendition = z.infer<typeof StoredRendition>;

/**
 * What an attempt leaves in the bucket for the next one. All renditions come out of one decode and so grow together; the
 * checkpoint therefore counts whole rows of segments, each stored in every rendition, and the next attempt seeks to the
 * first row that is missing. Encoding in separate chunks would resume no finer and cost 5 % more processor time.
 */
export const Checkpoint = z.object({
	/** Settings the segments were made with: others don't fit together with them. */
	settings: z.string(),
	renditions: z.partialRecord(RungName, StoredRendition),
	/** Pictures in each stored row. */
	rowPictures: z.array(z.int()),
	/** Set when all was done, so that an answer lost on its way is not worked for again. */
	result: TranscodeResult.nullable(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

export const CHECKPOINT_NAME = "checkpoint.json";

/** Raised whenever the encoder's arguments change in a way that the ladder does not show. */
const ENCODER_VERSION = 3;

/** Names settings and source: equal exactly when segments of two attempts fit together. */
export function settingsOf(ladder: Ladder, sourceBytes: number, hasAudio: boolean): string {
	return JSON.stringify([ENCODER_VERSION, sourceBytes, hasAudio, ladder]);
}

/** The checkpoint in `text`, or null when it can't be read; the attempt then begins anew. */
export function parseCheckpoint(text: string | null): Checkpoint | null {
	if (text === null) return null;
	try {
		const parsed = Checkpoint.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : null;
	} catch {
		// Half-written or foreign: nothing to resume from.
		return null;
	}
}

/** What of a checkpoint the attempt with these settings may keep: a fresh start when it is of others. */
export function resumable(checkpoint: Checkpoint | null, settings: string, ladder: Ladder): Checkpoint {
	const fits =
		checkpoint !== null &&
		checkpoint.settings === settings &&
		ladder.rungs.every((rung) => checkpoint.renditions[rung.name]?.segmentBytes.length === checkpoint.rowPictures.length);
	return fits ? { ...checkpoint, result: null } : { settings, renditions: {}, rowPictures: [], result: null };
}
