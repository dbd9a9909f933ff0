/**
 * Everything the Worker tells of itself: each event's name, how loud it is at most, and the fields its line may have beside those of
 * every line. What is not named here does not compile, and what comes in by a spread is left out: addresses, texts of people, tokens,
 * grants and what a statement was given have no field.
 */
export type Level = "info" | "warn" | "error";

interface Entry {
	readonly level: Level;
	readonly fields: readonly string[];
}

const of =
	<const L extends Level>(level: L) =>
	<const Fields extends readonly string[]>(...fields: Fields) => ({ level, fields });
const [info, warn, error] = [of("info"), of("warn"), of("error")];

/** Ids that connect lines; any line may bear them. */
export const CONNECTING = ["requestId", "userId", "videoId", "generation", "uid"] as const;

/** What an event with the field `error` tells of it. */
export const OF_ERRORS = ["error", "errorName", "stack", "cause"] as const;

export const TELEMETRY = {
	account_came_back: info(),
	account_erased: info(),
	account_erasure: info("left"),
	account_leaving: info("when"),
	account_not_erased: warn("error"),
	account_registered: info(),
	alarm_failed: error("alarm", "failures", "error"),
	allowance_kept: warn("act", "most"),
	allowance_not_returned: warn("act", "error"),
	allowance_unknown: warn("act", "error"),
	better_auth: warn("authLevel", "message"),
	broken_off_account_removed: warn(),
	changes_unavailable: warn("listed", "error"),
	cleanup_enqueue_failed: error("kind", "error"),
	cleanup_given_up: error("kind", "givenUp", "again"),
	comment_likes_unavailable: warn("error"),
	comment_created: info("commentId"),
	comment_notice_not_reworded: warn("commentId", "error"),
	conversation_reported: info("reason"),
	copies_only: warn("cache", "wanted", "stale", "error"),
	copy_not_outdated: error("cache", "copies"),
	counter_base_unavailable: warn("error"),
	counter_split: info("shards"),
	counters_flushed: info("version", "ms", "views", "likes", "shares", "impressions", "longViews", "expected"),
	counters_forgotten: info(),
	counters_not_written: warn("videos", "error"),
	counters_written: info("videos", "written", "ms"),
	counts_unavailable: warn("error"),
	cover_attempt: info("outcome", "number", "ms"),
	cover_chosen: info("atMs", "number"),
	cover_enqueue_failed: error("error"),
	daily_limit: warn("act", "limit"),
	dead_letter_dismissed: info(),
	dead_letter_not_kept: error("queue", "messageId", "error"),
	dead_letter_retried: info("queue", "messageId"),
	email_change_asked: info(),
	email_change_undone: warn(),
	email_changed: info(),
	embedding_attempt: info("outcome", "ms"),
	embedding_impossible: warn("reason"),
	embedding_superseded: info("status", "by"),
	embedding_unchanged: info("version"),
	event_step_failed: error("of", "step", "error"),
	events_counted: info("messages", "events", "videos", "failed", "ms"),
	events_given_up: error("batchId", "events", "again"),
	events_not_counted: warn("batches", "error"),
	fallback_source_failed: warn("error"),
	feed_empty: info(),
	feed_fallback: warn("error"),
	guest_session_ended: info(),
	half_a_relation_left: error("error"),
	history_cleared: info("viewer"),
	like_not_counted: warn("attempt", "error"),
	likes_corrected: warn("held", "real"),
	likes_unavailable: warn("error"),
	listed_changes_unavailable: warn("error"),
	live_model_unusable: warn("from"),
	live_opened: info("sockets"),
	live_signal_lost: warn("signals", "error"),
	live_watch_failed: warn("error"),
	mail_given_up: error("kind", "why"),
	mail_not_queued: error("kind", "error"),
	mail_sent: info("kind"),
	manifest_not_noted: warn("error"),
	media_cache_put_failed: warn("key", "error"),
	media_store_failed: error("store", "about", "error"),
	message_mark_lost: warn("error"),
	messages_not_delivered: warn("memberId", "events", "error"),
	models_unavailable: warn("what", "error"),
	notices_not_withdrawn: error("key", "actorId", "error"),
	notify_failed: error("actorId", "type", "key", "group", "error"),
	outbox_not_drained: error("error"),
	outcomes_not_recorded: warn("shard", "batches", "error"),
	password_changed: info(),
	password_reset: info(),
	preferences_unreadable: error("bytes"),
	profile_created: info(),
	push_not_taken: warn("why", "failures"),
	push_subscription_gone: info(),
	purge_generation: info("objects", "ms"),
	purge_parts: info("objects", "ms"),
	purge_stream: info("ms"),
	purge_unwanted: info("status"),
	purge_video: info("round", "objects", "ms"),
	queue_laid_out: info("viewer", "candidates", "slots", "repeats", "isFallback", "failed", "ms"),
	queue_message_troubled: warn("queue", "messageId", "attempts", "delaySeconds", "error"),
	queue_message_unreadable: error("queue", "messageId", "why"),
	queue_refill_failed: warn("error"),
	rank_model_unusable: warn("reason"),
	ranker_base_unreadable: error("reason"),
	ranker_base_unusable: warn("error"),
	ranker_not_published: error("error"),
	ranker_not_taught: warn("batches", "error"),
	ranker_published: info("model", "share", "lasting", "predicted", "observed", "logLoss"),
	ranker_rebased: info("model", "again"),
	ranker_state_unreadable: error("bytes", "reason"),
	ranker_taught: info("batches", "learned"),
	redis_unavailable: warn("error"),
	refused_by_database: warn("error"),
	registration_not_undone: warn("error"),
	request: error("method", "path", "status", "ms", "viewer", "problem"),
	request_failed: error("code", "error"),
	reset_mails_spent: warn(),
	reset_not_mailed: info("known"),
	retrieval_source_failed: warn("source", "error"),
	rules_from_copy: warn("error"),
	saves_unavailable: warn("error"),
	schedule_job: info("job", "done", "ms"),
	schedule_job_failed: error("job", "ms", "error"),
	segment_not_warmed: info("url", "error"),
	session_forgotten: info(),
	session_from_last_known: warn("error"),
	session_loaded: info("viewer", "signals", "queued"),
	session_not_asked: warn("error"),
	session_not_written: error("error"),
	session_revocation_not_cached: error("sessions", "boundSeconds"),
	sessions_ended: info("ended", "keep"),
	sign_in_tries_used_up: warn("tries", "isKnownHere"),
	signed_in: info(),
	signed_out: info(),
	sink_failed: warn("sink", "messages", "error"),
	store_probe_found: error("found"),
	store_probe_passed: info(),
	stream_cover_failed: warn("error"),
	stream_lease_unknown: warn("error"),
	stream_notice_late: info(),
	stream_notice_open: info("state"),
	stream_notice_unknown: warn(),
	stream_submitted: info(),
	stream_troubled: warn("error"),
	taste_unreadable: error("bytes"),
	trained_vectors_of_another_space: warn("run", "trainedIn", "served"),
	transcode_attempt: info("backend", "outcome", "ms"),
	transcode_cancel_failed: warn("error"),
	transcode_cancelled: info("status"),
	transcode_done: info("cpuSeconds", "wallSeconds", "bytesWritten", "resumedRenditions"),
	transcode_enqueue_failed: error("error"),
	transcode_enqueue_unmarked: warn("error"),
	transcode_enqueued: info("only"),
	transcode_failed: warn("code", "reason"),
	transcode_given_up: error("reason"),
	transcode_later: info("why", "afterSeconds"),
	transcode_lost: warn("stage", "enqueuedAt"),
	transcode_message_troubled: error("error"),
	transcode_put_back_failed: warn("error"),
	transcode_retry: warn("failures", "delaySeconds", "reason"),
	transcode_started: info("backend", "waitedMs"),
	transcode_superseded: info("newest", "status"),
	transcode_unwanted: info(),
	transcoder_broke_off: warn("error"),
	transcoder_declined: warn("status", "said"),
	transcoder_unreachable: warn("error"),
	unhealthy: warn("parts"),
	upload_aborted: info(),
	upload_begun: info("bytes", "parts", "created"),
	upload_completed: info("bytes", "ms"),
	upload_expired: info(),
	upload_failed: error("step", "clientKey", "bytes", "error"),
	upload_refused: warn("code", "reason", "step", "clientKey", "bytes"),
	upload_resumed: info("arrived", "missing"),
	vector_space_chosen: info("active", "next", "retired", "past"),
	vector_space_cleared: info("version"),
	vector_space_given_up: info("active", "next", "retired", "past"),
	vector_space_next: info("active", "next", "retired", "past"),
	vector_space_switched: info("active", "next", "retired", "past"),
	vector_space_unreadable: error("issue", "error"),
	vectors_taken_up: info("run", "lines", "taken", "unreadable"),
	video_announce_failed: error("error"),
	video_deleted: info("undoable"),
	video_embedded: info("version", "kept"),
	video_failed: error("status", "code", "message"),
	video_findable: info("vector"),
	video_not_published: info("verdict"),
	video_published: info("totalMs"),
	video_reindex_postponed: warn("error"),
	video_reprocess: info("status"),
	video_restored: info("status"),
	video_updated: info("fields"),
	video_withheld: info("verdict"),
	viral_video_detected: info("threshold", "viewsLastHour", "expectedPerHour"),
	viral_video_over: info("viewsLastHour", "expectedPerHour"),
	virality_not_judged: warn("error"),
	warming_failed: warn("error"),
} as const satisfies Readonly<Record<string, Entry>>;

export type TelemetryEvent = keyof typeof TELEMETRY;

/** Spans of our own in a trace: an API operation's work, a step of what follows an act, a message of a queue, a queue of For You being laid out. */
export type SpanName = "operation" | "event_step" | "queue_message" | "queue_laid_out";

/** Events that may be told at this level: none louder than it is. */
export type EventAt<At extends Level> = At extends "info"
	? TelemetryEvent
	: {
			[Name in TelemetryEvent]: (typeof TELEMETRY)[Name]["level"] extends (At extends "warn" ? "warn" | "error" : "error") ? Name : never;
		}[TelemetryEvent];

export type Connecting = (typeof CONNECTING)[number];
type OwnField<Name extends TelemetryEvent> = (typeof TELEMETRY)[Name]["fields"][number];
/** The fields that an event's line may have. */
export type FieldOf<Name extends TelemetryEvent> =
	| Connecting
	| OwnField<Name>
	| ("error" extends OwnField<Name> ? (typeof OF_ERRORS)[number] : never);

/** Fields of few values: metrics are told apart by them. An id, a number or a sentence among them would be a metric of its own. */
export const DIMENSIONS = [
	"cache",
	"method",
	"path",
	"status",
	"viewer",
	"problem",
	"code",
	"kind",
	"outcome",
	"backend",
	"step",
	"of",
	"sink",
	"queue",
	"job",
	"source",
	"act",
	"store",
	"when",
	"isFallback",
	"again",
] as const;

/** Names of dimensions a metric has at most. */
export const DIMENSIONS_MAX = 6;
