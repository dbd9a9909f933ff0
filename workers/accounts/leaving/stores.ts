/**
 * Every store, and what becomes there of somebody who is erased: the step that erases it (by its name in `workers/events.ts`, or `account`
 * for the account's own rows), or in words why it stays. A test fails for a store that is not here; another one fills them, erases, and reads all of it.
 */
export type Fate = { readonly step: string } | { readonly stays: string };

const by = (step: string): Fate => ({ step });
const stays = (why: string): Fate => ({ stays: why });

/** Tables of Postgres by name. */
export const TABLES: Readonly<Record<string, Fate>> = {
	account_users: by("account"),
	former_usernames: by("account"),
	account_sessions: by("account"),
	account_credentials: by("account"),
	account_verifications: by("account"),
	conversation_reports: by("messages"),
	music: by("videos"),
	hashtags: stays("words and how many videos bear them: of nobody"),
	hashtag_videos: by("videos"),
	copyright_references: by("copyright"),
	copyright_shards: stays("names of the library's files, which are written anew within a minute of a reference's end"),
	copyright_matches: by("copyright"),
	copyright_claims: by("copyright"),
	copyright_disputes: by("copyright"),
	moderation_cases: by("cases"),
	case_evidence: by("cases"),
	case_notes: by("cases"),
	moderation_decisions: by("cases"),
	strikes: by("cases"),
	account_limits: by("cases"),
	bot_scores: by("bot_score"),
	legal_holds: stays("evidence that the law has us keep, until the hold is released"),
	operators: stays("people who work here: they have no account of the app by this"),
	operator_sessions: stays("people who work here"),
	audit_log: stays("what staff did, each line chained to the one before: it names what was acted on by number"),
	reports: by("reports"),
	appeals: by("appeals"),
	video_screenings: by("videos"),
	known_files: stays("checksums of files that were blocked and may not go up again: they name nobody"),
	blocked_frames: stays("hashes of frames that were blocked: they name nobody"),
	search_documents: by("videos"),
	search_terms: stays("words that videos have; those none has any more go every night"),
	profiles: by("profile"),
	follows: by("graph"),
	followers: by("graph"),
	follow_requests: by("graph"),
	sent_requests: by("graph"),
	mutes: by("graph"),
	hashtag_follows: by("hashtags"),
	pins: by("pins"),
	blocks: by("graph"),
	user_videos: by("profile"),
	user_likes: by("engagement"),
	user_saves: by("engagement"),
	sound_saves: by("sound_favourites"),
	upload_keys: by("profile"),
	blocked_by: by("graph"),
	comment_rules: by("comments"),
	held_comments: by("comments"),
	reposts: by("reposts"),
	collections: by("collections"),
	collection_videos: by("collections"),
	message_settings: by("messages"),
	data_exports: by("exports"),
	videos: by("videos"),
	uploads: by("videos"),
	video_engagement: by("engagement"),
	comments: by("comments"),
	comment_likes: by("comments"),
	comment_edits: by("comments"),
	video_comment_rules: by("videos"),
};

/** Durable Object classes. */
export const OBJECTS: Readonly<Record<string, Fate>> = {
	UserSession: by("feed_session"),
	VideoCounter: by("videos"),
	Inbox: by("inbox"),
	VideoRoom: stays("who has a video's comments open at this moment"),
	Conversation: by("messages"),
	ExperimentLedger: stays("sums by pseudonyms that only the erased session could tell whose they were"),
	Ranker: stays("weights that all viewers taught together: of nobody"),
	TranscoderContainer: stays("keeps nothing of its own"),
};

/** Buckets, key-value namespaces, the vector index, queues and what is measured, by their bindings. */
export const BINDINGS: Readonly<Record<string, Fate>> = {
	INGEST: by("videos"),
	MEDIA: by("videos"),
	ARCHIVE: stays("what was watched, under a random name that only the erased session knew; gone after ninety days"),
	EXPORTS: by("exports"),
	MODELS: stays("what the trainer made of everybody's watching: of nobody"),
	VECTORS: by("videos"),
	TRANSCODE_QUEUE: stays("a job of a deleted video does nothing; messages end within days"),
	EVENTS_QUEUE: stays("counted within seconds; messages end within days"),
	CLEANUP_QUEUE: stays("the deletions themselves; messages end within days"),
	EXPORT_QUEUE: stays("who asked for a copy, by number; messages end within days"),
	MAIL_QUEUE: stays("mails on their way; messages end within days"),
	METRICS: stays("figures without names"),
};
