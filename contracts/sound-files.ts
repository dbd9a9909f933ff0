import * as z from "zod";
import { SOUND_PEAKS, TRACK_MAX_BYTES, TRACK_MAX_MS, TRACK_MIN_MS } from "./limits.ts";

/** How loud a video's own sound and the one that was added to it are, percent of what each was. */
export const SoundMix = z.object({ original: z.int().min(0).max(100), added: z.int().min(0).max(100) });
export type SoundMix = z.infer<typeof SoundMix>;
/** Who adds a sound wants to hear it; what was said or played stays under it. */
export const SOUND_MIX_DEFAULT: SoundMix = { original: 30, added: 100 };

/** A sound that was added to a video: put beside the original when that was complete, and pinned as it is. */
export const AddedSound = z.object({ mix: SoundMix, bytes: z.int().positive(), etag: z.string().min(1) });
export type AddedSound = z.infer<typeof AddedSound>;

/** How loud each part of a sound is, 0 to 100 of its loudest. */
export const SoundPeaks = z.array(z.int().min(0).max(100)).length(SOUND_PEAKS);

/** What the transcoder found out about a sound it made files of. */
export const MadeSound = z.object({
	durationMs: z.int().positive(),
	peaks: SoundPeaks,
	/** Chromaprint's, as base64 (acoustid.org/chromaprint); null where the sound is too short to have one. */
	fingerprint: z.string().nullable(),
});
export type MadeSound = z.infer<typeof MadeSound>;

/** Names of a sound's audio files in the folder they lie in: all of it, and what is played of it before it is used. */
export const SOUND_FILES = { whole: "sound.m4a", preview: "preview.m4a" } as const;
export const SOUND_TYPE = "audio/mp4";

/**
 * The protocol between the Worker and the transcoder about tracks of the library: `POST /sounds` with a music file as its body answers what
 * `MadeTrackHeaders` says in the headers, and as the body the whole track's M4A, its preview's, and the raw items of its whole fingerprint
 * (`contracts/copyright-matches.ts`), one after another; or 422 with a `TrackRefusal`.
 */
export const TrackRefusal = z.object({
	code: z.enum(["not_sound", "silent", "too_short", "too_long", "too_large"]),
	/** For the operator. */
	message: z.string(),
});
export type TrackRefusal = z.infer<typeof TrackRefusal>;

export const TRACK_REFUSALS: Readonly<Record<TrackRefusal["code"], TrackRefusal>> = {
	not_sound: { code: "not_sound", message: "This is no sound file we can read. Use WAV, FLAC, MP3, M4A or Ogg." },
	silent: { code: "silent", message: "There is nothing to be heard in this file. Choose another." },
	too_short: { code: "too_short", message: `A track lasts at least ${TRACK_MIN_MS / 1_000} second. Choose a longer one.` },
	too_long: { code: "too_long", message: `A track lasts at most ${TRACK_MAX_MS / 60_000} minutes. Choose a shorter one.` },
	too_large: { code: "too_large", message: `A track has at most ${TRACK_MAX_BYTES / 1024 / 1024} MB. Choose a smaller file.` },
};

export const MadeTrackHeaders = z.object({
	"x-sound-duration-ms": z.coerce.number().int().positive().max(TRACK_MAX_MS),
	"x-sound-peaks": z
		.string()
		.transform((text) => text.split(",").map(Number))
		.pipe(SoundPeaks),
	/** Empty where it has none. */
	"x-sound-fingerprint": z.string(),
	/** Bytes of the whole track's file, and of the preview; what follows are the items of its fingerprint. */
	"x-sound-whole-bytes": z.coerce.number().int().positive(),
	"x-sound-preview-bytes": z.coerce.number().int().positive(),
});
