import * as z from "zod";

/**
 * Every error the API can answer, in one catalogue: code → HTTP status and title. The `detail` of an answer is a sentence
 * for the person who sees it: what happened and what to do next. Rendered as RFC 9457 problem+json.
 */
export const PROBLEMS = {
	invalid_request: { status: 400, title: "The request can't be read" },
	unauthenticated: { status: 401, title: "Sign in first" },
	not_public: { status: 401, title: "Not for everyone" },
	bad_credentials: { status: 401, title: "Wrong user name or password" },
	forbidden: { status: 403, title: "Not allowed" },
	not_allowed: { status: 403, title: "Not yours to do" },
	wrong_password: { status: 403, title: "Wrong password" },
	csrf_rejected: { status: 403, title: "The request came from another site" },
	account_private: { status: 403, title: "This account is private" },
	download_not_allowed: { status: 403, title: "Not to be downloaded" },
	comments_closed: { status: 403, title: "No comments here" },
	under_age: { status: 403, title: "Too young for an account" },
	not_found: { status: 404, title: "Not found" },
	video_not_found: { status: 404, title: "No such video" },
	user_not_found: { status: 404, title: "No such user" },
	conversation_not_found: { status: 404, title: "No such conversation" },
	message_not_found: { status: 404, title: "No such message" },
	collection_not_found: { status: 404, title: "No such collection" },
	experiment_not_found: { status: 404, title: "No such experiment" },
	sound_not_found: { status: 404, title: "No such sound" },
	upload_not_found: { status: 404, title: "No such upload" },
	method_not_allowed: { status: 405, title: "Method not allowed" },
	username_taken: { status: 409, title: "User name taken" },
	username_changes_used: { status: 409, title: "The name can't be changed again yet" },
	email_taken: { status: 409, title: "E-mail address taken" },
	account_leaving: { status: 409, title: "This account is being deleted" },
	upload_conflict: { status: 409, title: "This id belongs to another upload" },
	upload_incomplete: { status: 409, title: "Parts are missing" },
	upload_closed: { status: 409, title: "The upload is closed" },
	sound_not_available: { status: 409, title: "This sound can't be used" },
	pins_full: { status: 409, title: "No room for another pin" },
	conversation_closed: { status: 409, title: "Nothing can be written here" },
	not_accepted: { status: 409, title: "They have not answered yet" },
	group_full: { status: 409, title: "The group is full" },
	voice_refused: { status: 422, title: "Not a voice note we can take" },
	media_not_ready: { status: 409, title: "The file is not there yet" },
	requests_full: { status: 409, title: "Too many wait already" },
	hashtags_full: { status: 409, title: "No room for another hashtag" },
	mutes_full: { status: 409, title: "No room for another mute" },
	collections_full: { status: 409, title: "No room for more" },
	preferences_full: { status: 409, title: "No room for more" },
	not_reprocessable: { status: 409, title: "Nothing to reprocess" },
	edit_expired: { status: 410, title: "Too late to edit" },
	dead_letter_unreadable: { status: 409, title: "It can't be sent again" },
	link_expired: { status: 410, title: "The link is no longer good" },
	not_ready: { status: 409, title: "The video is not up" },
	undo_expired: { status: 410, title: "Too late to undo" },
	upload_expired: { status: 410, title: "The upload has expired" },
	body_too_large: { status: 413, title: "The request is too large" },
	file_too_large: { status: 413, title: "The file is too large" },
	unsupported_type: { status: 415, title: "Not a video we can read" },
	invalid_fields: { status: 422, title: "Some fields need another look" },
	upgrade_required: { status: 426, title: "Only a WebSocket can be opened here" },
	track_refused: { status: 422, title: "Not a track we can take" },
	picture_refused: { status: 422, title: "Not a picture we can use" },
	duration_out_of_range: { status: 422, title: "Too short or too long" },
	size_mismatch: { status: 422, title: "The file differs from what was announced" },
	part_mismatch: { status: 422, title: "A part differs from what was announced" },
	daily_limit: { status: 429, title: "Enough for today" },
	rate_limited: { status: 429, title: "Too many requests" },
	internal: { status: 500, title: "A fault on our side" },
	push_unavailable: { status: 503, title: "No push from here" },
	format_unknown: { status: 501, title: "Not in this format" },
	mail_unavailable: { status: 503, title: "No mail can be sent from here" },
	unavailable: { status: 503, title: "Not available for a moment" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** RFC 9457 problem details, as `application/problem+json`. */
export const Problem = z.object({
	type: z.string().describe("URI of the problem's description: /docs#problem-<code>"),
	code: z.string(),
	title: z.string(),
	status: z.int(),
	detail: z.string().describe("A sentence for the person who sees it: what happened, what to do"),
	requestId: z.string(),
	errors: z
		.array(z.object({ field: z.string(), message: z.string() }))
		.optional()
		.describe("One entry per field at fault"),
	retryAfterSeconds: z.int().optional(),
});
export type Problem = z.infer<typeof Problem>;
