import * as z from "zod";
import { VOICE_MAX_BYTES, VOICE_MAX_MS, VOICE_PEAKS } from "./limits.ts";

/**
 * The protocol between the Worker and the transcoder about voice notes: `POST /voices` with the recording as its body answers it encoded
 * anew, as AAC in an M4A file, with what `MadeVoiceHeaders` says in the headers; or 422 with a `VoiceRefusal`.
 */

/** The one type that is served. */
export const VOICE_TYPE = "audio/mp4";

export const VoiceRefusal = z.object({
	code: z.enum(["not_sound", "too_short", "too_long", "too_large"]),
	/** For who recorded it. */
	message: z.string(),
});
export type VoiceRefusal = z.infer<typeof VoiceRefusal>;

export const VOICE_REFUSALS: Readonly<Record<VoiceRefusal["code"], VoiceRefusal>> = {
	not_sound: { code: "not_sound", message: "There is no sound in this recording that we can read. Record it again." },
	too_short: { code: "too_short", message: "Nothing can be heard in so short a recording. Hold the button while you speak." },
	too_long: {
		code: "too_long",
		message: `A voice note is at most ${VOICE_MAX_MS / 1_000} seconds long. Record a shorter one, or send two.`,
	},
	too_large: {
		code: "too_large",
		message: `A voice note has at most ${VOICE_MAX_BYTES / 1024 / 1024} MB. Record a shorter one, or send two.`,
	},
};

/** What is said of a voice note that was made. */
export const MadeVoiceHeaders = z.object({
	"x-voice-duration-ms": z.coerce.number().int().positive().max(VOICE_MAX_MS),
	/** How loud each part is, 0 to 100 of its loudest. */
	"x-voice-peaks": z
		.string()
		.transform((text) => text.split(",").map(Number))
		.pipe(z.array(z.int().min(0).max(100)).length(VOICE_PEAKS)),
});
