import * as z from "zod";

/**
 * What machines found in a video, before anybody is shown it. The transcoder looks and listens; what follows from it is decided in the
 * Worker, by `workers/trust/screening/policy.ts` alone.
 */

/** Classes that the picture model tells apart; their scores add up to 1. */
export const PICTURE_CLASSES = ["drawing", "hentai", "neutral", "porn", "sexy"] as const;
export const PictureScores = z.record(z.enum(PICTURE_CLASSES), z.number().min(0).max(1));
export type PictureScores = z.infer<typeof PictureScores>;

/** 256 bits of a picture's low frequencies, hexadecimal. */
const FrameHashHex = z.string().regex(/^[0-9a-f]{64}$/);

const AtMs = z.int().min(0);

/** A frame that was looked at. */
export const ScreenedFrame = z.object({
	atMs: AtMs,
	/** Null where the model failed: `unchecked` says so. */
	scores: PictureScores.nullable(),
	/** What it is known by: without its borders, centred crops of that, and whole. None for a plain picture. */
	hashes: z.array(FrameHashHex).max(8),
});
export type ScreenedFrame = z.infer<typeof ScreenedFrame>;

/** A stretch of speech and what was understood of it. */
export const SpokenStretch = z.object({ fromMs: AtMs, toMs: AtMs, text: z.string().max(2_000) });
export type SpokenStretch = z.infer<typeof SpokenStretch>;

/** Speech as it was recognised, kept with the generation: captions are made of it, and nothing is recognised twice. */
export const Transcript = z.object({
	/** What it was taken for: the recogniser knows English only, and writes down other languages as English that sounds alike. */
	language: z.literal("en"),
	stretches: z.array(SpokenStretch).max(600),
});
export type Transcript = z.infer<typeof Transcript>;

/** Checks that a video goes through; `violence` has no model and is never made by a machine. */
export const CHECKS = ["file", "frames", "hashes", "speech", "text", "violence"] as const;
export type Check = (typeof CHECKS)[number];

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const Screening = z.object({
	/** The models that looked and listened. */
	version: z.string().max(60),
	/** Of the original file; null where it could not be read. */
	sha256: Sha256.nullable(),
	frames: z.array(ScreenedFrame).max(40),
	/** Null without sound, or where the recogniser failed. */
	transcript: Transcript.nullable(),
	/** What a machine should have done and could not: a person looks. */
	unchecked: z.array(z.object({ check: z.enum(CHECKS), why: z.string().max(300) })).max(10),
});
export type Screening = z.infer<typeof Screening>;
