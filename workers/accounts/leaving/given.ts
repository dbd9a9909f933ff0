import type { ExportFileName } from "../../../contracts/export-files.ts";

/**
 * Every store of `stores.ts`, and what of it a person is given who asks for a copy of theirs: the step that gives it (by its name in
 * `workers/exported.ts`) and the list it stands in, or in words why nothing of it is. A test fails for a store that is not here; another one
 * fills them and reads the lists.
 */
export type Given = { readonly step: string; readonly file: ExportFileName } | { readonly kept: string };

const by = (step: string, file: ExportFileName): Given => ({ step, file });
const kept = (why: string): Given => ({ kept: why });

const OF_STAFF = "what staff wrote or did; what came of it is told in its decision";
const OF_NOBODY = "of nobody";

/** Tables of Postgres by name. */
export const GIVEN_TABLES: Readonly<Record<string, Given>> = {
	account_users: by("account", "account"),
	former_usernames: by("account", "account"),
	account_sessions: by("account", "sessions"),
	account_credentials: kept("a hash of the password, which opens the account to whoever guesses from it"),
	account_verifications: kept("hashes of links that were mailed"),
	conversation_reports: kept("the report is among the reports; what was written, among the messages"),
	music: by("sounds", "sounds"),
	hashtags: kept(OF_NOBODY),
	hashtag_videos: kept("the hashtags stand with the videos"),
	copyright_references: by("copyright", "copyright_references"),
	copyright_shards: kept(OF_NOBODY),
	copyright_matches: by("copyright", "copyright_matches"),
	copyright_claims: by("copyright", "copyright_claims"),
	copyright_disputes: by("copyright", "copyright_disputes"),
	moderation_cases: kept("what is being looked into; once it is decided, the decision is given"),
	case_evidence: kept("who reported it and what they said is theirs"),
	case_notes: kept(OF_STAFF),
	moderation_decisions: by("judged", "decisions"),
	strikes: by("judged", "standing"),
	account_limits: by("judged", "standing"),
	bot_scores: kept("how programs are told from people, which their makers must not learn; what came of it is among the decisions"),
	legal_holds: kept(OF_STAFF),
	operators: kept("people who work here: they have no account of the app by this"),
	operator_sessions: kept("people who work here"),
	audit_log: kept(OF_STAFF),
	reports: by("judged", "reports"),
	appeals: by("judged", "appeals"),
	video_screenings: by("videos", "videos"),
	known_files: kept("checksums of files that were blocked: they name nobody"),
	blocked_frames: kept("hashes of frames that were blocked: they name nobody"),
	search_documents: kept("made of what stands with the videos"),
	search_terms: kept(OF_NOBODY),
	profiles: by("profile", "profile"),
	follows: by("graph", "following"),
	followers: by("graph", "followers"),
	follow_requests: by("graph", "follow_requests"),
	sent_requests: by("graph", "follow_requests"),
	mutes: by("graph", "muted"),
	hashtag_follows: by("hashtags", "followed_hashtags"),
	pins: by("pins", "pinned_videos"),
	blocks: by("graph", "blocked"),
	user_videos: kept("which videos are theirs stands with the videos"),
	user_likes: by("engagement", "likes"),
	user_saves: by("engagement", "favourites"),
	sound_saves: by("sounds", "favourite_sounds"),
	upload_keys: kept("random names by which an upload is not begun twice"),
	blocked_by: kept("who blocked somebody is theirs to know"),
	comment_rules: by("comments", "comment_settings"),
	held_comments: kept("others' comments that wait; one's own are among the comments"),
	reposts: by("reposts", "reposts"),
	collections: by("collections", "collections"),
	collection_videos: by("collections", "collections"),
	message_settings: by("messages", "message_settings"),
	data_exports: kept("that a copy was asked for: it is this one"),
	videos: by("videos", "videos"),
	uploads: kept("under way for a day at most; what was completed is among the videos"),
	video_engagement: kept("the same hearts as in the list of likes, by video"),
	comments: by("comments", "comments"),
	comment_likes: by("comments", "comment_likes"),
	comment_edits: by("comments", "comments"),
	video_comment_rules: by("videos", "videos"),
};

/** Durable Object classes. */
export const GIVEN_OBJECTS: Readonly<Record<string, Given>> = {
	UserSession: by("feed_session", "watch_history"),
	VideoCounter: kept("the numbers stand with the videos"),
	Inbox: by("inbox", "notifications"),
	VideoRoom: kept("who has a video's comments open at this moment"),
	Conversation: by("messages", "messages"),
	ExperimentLedger: kept("sums by pseudonyms, of many people together"),
	Ranker: kept("weights that all viewers taught together: of nobody"),
	TranscoderContainer: kept("keeps nothing of its own"),
};

/** Buckets, key-value namespaces, the vector index, queues and what is measured, by their bindings. */
export const GIVEN_BINDINGS: Readonly<Record<string, Given>> = {
	INGEST: by("videos", "videos"),
	MEDIA: by("messages", "messages"),
	ARCHIVE: kept("what was watched, under a random name: nobody is found in it; what is known to be theirs is in the history"),
	EXPORTS: kept("earlier copies"),
	MODELS: kept(OF_NOBODY),
	VECTORS: kept("numbers that a machine made of the video, to find those like it"),
	TRANSCODE_QUEUE: kept("jobs under way"),
	EVENTS_QUEUE: kept("what is being counted at this moment"),
	CLEANUP_QUEUE: kept("deletions under way"),
	EXPORT_QUEUE: kept("copies under way"),
	MAIL_QUEUE: kept("mails under way"),
	METRICS: kept("figures without names"),
};
