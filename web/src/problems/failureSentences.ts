import { language } from "../language/language.ts";
import * as failuresWords from "./failures.words.ts";

/** Why a video could not be made, by the code of it. What has no entry is said as the transcoder says it. */
export const FAILURES: Readonly<Record<string, () => string>> = {
	truncated: failuresWords.truncated,
	too_short: failuresWords.tooShort,
	too_long: failuresWords.tooLong,
	too_many_frames: failuresWords.tooManyFrames,
	no_picture: failuresWords.noPicture,
	unsupported_codec: failuresWords.unsupportedCodec,
	too_many_pixels: failuresWords.tooManyPixels,
	not_a_video: failuresWords.notAVideo,
	too_many_streams: failuresWords.tooManyStreams,
	unprocessable: failuresWords.unprocessable,
	original_changed: failuresWords.originalChanged,
	size_mismatch: failuresWords.sizeMismatch,
	damaged: failuresWords.damaged,
	processing_failed: failuresWords.ourFault,
	no_capacity: failuresWords.ourFault,
};

/** Why a video failed, in the language that is shown: in English the transcoder's own sentence, which often says more. */
export function failureSentence({ code, message }: { readonly code: string; readonly message: string }): string {
	return (language.value === "en" ? undefined : FAILURES[code]?.()) ?? message;
}
