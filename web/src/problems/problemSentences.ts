import type { ProblemCode } from "../../../contracts/problems/codes.ts";
import { language } from "../language/language.ts";
import * as problemsWords from "./problems.words.ts";

/**
 * What the API refuses, by its code, for readers of other languages: the API's own sentence, which often says more, is English. What has no entry
 * is asked by programs and operators alone.
 */
const SENTENCES: Partial<Record<ProblemCode, () => string>> = {
	invalid_request: problemsWords.invalidRequest,
	unauthenticated: problemsWords.unauthenticated,
	not_public: problemsWords.notPublic,
	bad_credentials: problemsWords.badCredentials,
	forbidden: problemsWords.forbidden,
	not_allowed: problemsWords.notAllowed,
	wrong_password: problemsWords.wrongPassword,
	csrf_rejected: problemsWords.csrfRejected,
	account_suspended: problemsWords.accountSuspended,
	account_private: problemsWords.accountPrivate,
	download_not_allowed: problemsWords.downloadNotAllowed,
	comments_closed: problemsWords.commentsClosed,
	under_age: problemsWords.underAge,
	not_found: problemsWords.notFound,
	video_not_found: problemsWords.videoNotFound,
	user_not_found: problemsWords.userNotFound,
	conversation_not_found: problemsWords.conversationNotFound,
	message_not_found: problemsWords.messageNotFound,
	collection_not_found: problemsWords.collectionNotFound,
	sound_not_found: problemsWords.soundNotFound,
	sound_not_available: problemsWords.soundNotAvailable,
	upload_not_found: problemsWords.uploadNotFound,
	username_taken: problemsWords.usernameTaken,
	username_changes_used: problemsWords.usernameChangesUsed,
	email_taken: problemsWords.emailTaken,
	account_leaving: problemsWords.accountLeaving,
	upload_conflict: problemsWords.uploadConflict,
	upload_incomplete: problemsWords.uploadIncomplete,
	upload_closed: problemsWords.uploadClosed,
	pins_full: problemsWords.pinsFull,
	conversation_closed: problemsWords.conversationClosed,
	not_accepted: problemsWords.notAccepted,
	group_full: problemsWords.groupFull,
	voice_refused: problemsWords.voiceRefused,
	media_not_ready: problemsWords.mediaNotReady,
	requests_full: problemsWords.requestsFull,
	hashtags_full: problemsWords.hashtagsFull,
	mutes_full: problemsWords.mutesFull,
	collections_full: problemsWords.collectionsFull,
	preferences_full: problemsWords.preferencesFull,
	not_reprocessable: problemsWords.notReprocessable,
	edit_expired: problemsWords.editExpired,
	link_expired: problemsWords.linkExpired,
	not_ready: problemsWords.notReady,
	undo_expired: problemsWords.undoExpired,
	upload_expired: problemsWords.uploadExpired,
	body_too_large: problemsWords.bodyTooLarge,
	file_too_large: problemsWords.fileTooLarge,
	unsupported_type: problemsWords.unsupportedType,
	invalid_fields: problemsWords.invalidFields,
	picture_refused: problemsWords.pictureRefused,
	duration_out_of_range: problemsWords.durationOutOfRange,
	size_mismatch: problemsWords.sizeMismatch,
	part_mismatch: problemsWords.partMismatch,
	daily_limit: problemsWords.dailyLimit,
	rate_limited: problemsWords.rateLimited,
	internal: problemsWords.internal,
	push_unavailable: problemsWords.pushUnavailable,
	mail_unavailable: problemsWords.mailUnavailable,
	unavailable: problemsWords.unavailable,
};

/** The sentence for a problem in the language that is shown; undefined in English, and for a code this client doesn't know. */
export const sentenceFor = (code: string): string | undefined =>
	language.value !== "en" && Object.hasOwn(SENTENCES, code) ? SENTENCES[code as ProblemCode]?.() : undefined;
