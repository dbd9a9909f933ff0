import * as z from "zod";

/**
 * What Worker and transcoder say to each other about recordings that are known: the library goes there as files (shards) of fingerprints,
 * what of it an upload has in it comes back.
 */

/** Raw items of Chromaprint, little-endian, as base64: eight a second. */
const Fingerprint = z.base64();

/** A file of the library. What a name stands for never changes. */
export const LibraryShard = z.object({
	name: z.string().min(1),
	url: z.url(),
	bytes: z.int().positive(),
	/** No more is added to it: it is read once, and kept. */
	sealed: z.boolean(),
});
export type LibraryShard = z.infer<typeof LibraryShard>;

const Ms = z.int().min(0);
/** A stretch of an upload's sound that is a stretch of a known recording. */
export const SoundMatch = z.object({
	trackId: z.string(),
	fromMs: Ms,
	toMs: Ms,
	/** Where the stretch begins in the recording. */
	trackFromMs: Ms,
	/** Part of the fingerprint's bits that differ, 0 to 1: unrelated sound 0.5. */
	bitErrorRate: z.number().min(0).max(1),
	/** How much faster than the recording the upload plays. */
	speed: z.number().positive(),
	/** False: likely, for a person to hear. */
	certain: z.boolean(),
});
export type SoundMatch = z.infer<typeof SoundMatch>;

/** A video whose pictures are those of a known one, in their order. */
export const PictureMatch = z.object({
	videoId: z.string(),
	fromMs: Ms,
	toMs: Ms,
	/** Pictures that agree, and bits that differ between them on the average. */
	pictures: z.int().positive(),
	distance: z.number().min(0),
	mirrored: z.boolean(),
});
export type PictureMatch = z.infer<typeof PictureMatch>;

/** A picture by its hash (256 bits, base64). */
export const HashedPicture = z.object({ atMs: Ms, hash: z.base64() });
export type HashedPicture = z.infer<typeof HashedPicture>;

/** What was found out about an upload while it was encoded. */
export const Recognised = z.object({
	/** Null where there is no sound, or too little of it. */
	fingerprint: Fingerprint.nullable(),
	pictures: z.array(HashedPicture),
	/** Null: the library could not be asked. */
	sounds: z.array(SoundMatch).nullable(),
	videos: z.array(PictureMatch).nullable(),
});
export type Recognised = z.infer<typeof Recognised>;
