import { sql } from "drizzle-orm";
import { bigint, boolean, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Original, StoredManifest } from "../../contracts/media.ts";
import type { AddedSound, MadeSound } from "../../contracts/sound-files.ts";
import type { Probe } from "../../contracts/transcode.ts";
import { RESTRICTIONS } from "../../contracts/videos.ts";
import { instant, snowflake } from "./columns.ts";

/** Shard `videos`, by video id. */
export const videos = pgTable(
	"videos",
	{
		id: snowflake("id").primaryKey(),
		userId: snowflake("user_id").notNull(),
		title: text("title").notNull().default(""),
		description: text("description").notNull().default(""),
		/** What is to be seen, in its creator's words, for who can't see it. */
		alt: text("alt").notNull().default(""),
		/** Whether others may pass it on to their followers, and keep a copy. */
		allowReposts: boolean("allow_reposts").notNull().default(true),
		allowDownload: boolean("allow_download").notNull().default(false),
		/** As they are looked up (`hashtagKey`). */
		hashtags: text("hashtags").array().notNull().default(sql`'{}'`),
		/** As they were typed, in the same order; null when that is no different. */
		hashtagsWritten: text("hashtags_written").array(),
		/** What it is listed under: the sound that was added, or the original that was made of it, which has the video's own id. */
		soundId: snowflake("music_id"),
		/** The sound that was added, as it lies beside the original, and how loud each is; null where none was. */
		addedSound: jsonb("added_sound").$type<AddedSound>(),
		/** Stretches of its sound that are silenced, because they are somebody else's. */
		muted: jsonb("muted").$type<{ readonly fromMs: number; readonly toMs: number }[]>(),
		/** What the transcoder made of its own sound for others to use; null where it has none of its own. */
		ownSound: jsonb("own_sound").$type<MadeSound>(),
		status: text("status", {
			enum: ["processing", "ready", "failed", "review", "blocked", "copyright_flagged", "copyright_blocked", "deleted"],
		}).notNull(),
		visibility: text("visibility", { enum: ["public", "followers", "private"] })
			.notNull()
			.default("public"),
		/** Its creator's account is private (`profiles.is_private`): what would be for everyone is for followers. */
		creatorPrivate: boolean("creator_private").notNull().default(false),
		/** Its creator's account is a teen's (`profiles.account_type`): it is brought to nobody who does not follow them. */
		creatorTeen: boolean("creator_teen").notNull().default(false),
		/** How far it may reach, whoever it is for: `no_recommend` is brought to nobody who did not ask for it, `age` is for adults. */
		restriction: text("restriction", { enum: RESTRICTIONS }).notNull().default("none"),
		/** Since when a person's decision about it stands: no later check of the same file by a machine overrules that. */
		decidedAt: instant("decided_at"),
		/** Each (re)processing is a generation; only the newest may publish. */
		generation: integer("generation").notNull().default(1),
		/** The generation whose objects are served; null until the first is published. */
		liveGeneration: integer("live_generation"),
		/** The generation that was made and kept back by a verdict, which the manifest is of then; null when none is. */
		withheldGeneration: integer("withheld_generation"),
		originalBytes: bigint("original_bytes", { mode: "number" }).notNull(),
		/** Its parts, pinned; null when nothing is kept of it. */
		original: jsonb("original").$type<Original>(),
		declaredDurationMs: integer("declared_duration_ms").notNull(),
		manifest: jsonb("manifest").$type<StoredManifest>(),
		probe: jsonb("probe").$type<Probe>(),
		blurhash: text("blurhash"),
		durationMs: integer("duration_ms"),
		width: integer("width"),
		height: integer("height"),
		/** The frame its creator chose for the cover; null: the transcoder's choice. */
		coverAtMs: integer("cover_at_ms"),
		/** Covers are numbered, as what is cached for good must never change: the one asked for, and the one that is served. 0 is the first. */
		coverAsked: integer("cover_asked").notNull().default(0),
		coverServed: integer("cover_served").notNull().default(0),
		/** The watermarked copy that was made for downloading, by its name among the objects of its generation; null until one was asked for. */
		download: text("download"),
		downloadAskedAt: instant("download_asked_at"),
		/** Progress as last told by the transcoder; a hint for the creator, not a state. */
		stage: text("stage").notNull().default("queued"),
		progress: integer("progress").notNull().default(0),
		failureCode: text("failure_code"),
		failureMessage: text("failure_message"),
		/** int8 × 256 as base64, unit length at scale 1/127, and the projection that made it. */
		embedding: text("embedding"),
		embeddingVersion: text("embedding_version"),
		/** What the trainer made of it from watching, in the space of the projection named: the same encoding. Null until it was trained. */
		servedVector: text("served_vector"),
		servedVectorVersion: text("served_vector_version"),
		/** Where it was uploaded from, by the connection: two letters; null when unknown. */
		country: text("country"),
		/** Since when it spreads far faster than expected; null when it does not. */
		viralAt: instant("viral_at"),
		/** Where processing goes on: `container`, or `stream` when it took the overflow. */
		backend: text("backend").notNull().default("container"),
		backendRef: text("backend_ref"),
		/** When the job was last put on the queue; the sweeper looks for those never enqueued or lost. */
		enqueuedAt: instant("enqueued_at"),
		viewCount: bigint("view_count", { mode: "number" }).notNull().default(0),
		likeCount: bigint("like_count", { mode: "number" }).notNull().default(0),
		commentCount: bigint("comment_count", { mode: "number" }).notNull().default(0),
		shareCount: bigint("share_count", { mode: "number" }).notNull().default(0),
		impressionCount: bigint("impression_count", { mode: "number" }).notNull().default(0),
		longViewCount: bigint("long_view_count", { mode: "number" }).notNull().default(0),
		/** Long views expected of those it was shown to, by their habits; thousandths. */
		expectedMilli: bigint("expected_milli", { mode: "number" }).notNull().default(0),
		/** Rises with each flush of the counters: a late flush can't overwrite a newer one. */
		counterVersion: bigint("counter_version", { mode: "number" }).notNull().default(0),
		createdAt: instant("created_at").notNull().defaultNow(),
		publishedAt: instant("published_at"),
		/** When anything a card shows last changed: copies from before are no good. Rises with every change. */
		changedAt: instant("changed_at").notNull().defaultNow(),
		/** When its job was last asked for or gave a sign of life: the sweeper takes one that is silent for lost. */
		heartbeatAt: instant("heartbeat_at").notNull().defaultNow(),
		deletedAt: instant("deleted_at"),
		/** Since when nobody is shown it because its creator's account is being deleted; null while it stays. */
		hiddenAt: instant("hidden_at"),
		/** What a deleted video was, while its deletion can be undone; null once it can't be. */
		deletedFrom: text("deleted_from", {
			enum: ["processing", "ready", "failed", "review", "blocked", "copyright_flagged", "copyright_blocked"],
		}),
	},
	(table) => [
		index("videos_by_user").on(table.userId, table.createdAt),
		index("videos_newest").on(table.createdAt),
		index("videos_by_status").on(table.status),
		index("videos_by_hashtag").using("gin", table.hashtags),
		index("videos_popular").on(table.longViewCount),
		index("videos_popular_in").on(table.country, table.longViewCount),
		/** Those still owed their first impressions, and those that spread right now: few of all. */
		index("videos_owed_reach").on(table.publishedAt).where(sql`status = 'ready' and visibility = 'public' and impression_count < 100`),
		index("videos_viral").on(table.viralAt).where(sql`viral_at is not null`),
		index("videos_by_sound").on(table.soundId, table.longViewCount).where(sql`music_id is not null`),
		/** What changed lately, asked once a second by every isolate that holds copies. */
		index("videos_changed").on(table.changedAt).where(sql`status <> 'processing'`),
	],
);

/** An upload under way. It becomes a row of `videos` when completed. */
export const uploads = pgTable(
	"uploads",
	{
		videoId: snowflake("video_id").primaryKey(),
		userId: snowflake("user_id").notNull(),
		clientKey: uuid("client_key").notNull(),
		filename: text("filename").notNull(),
		filesize: bigint("filesize", { mode: "number" }).notNull(),
		declaredDurationMs: integer("declared_duration_ms").notNull(),
		partBytes: integer("part_bytes").notNull(),
		/** Where its parts lie in the ingest bucket: drawn at random, so that nobody else can name them. */
		folder: text("folder").notNull().default(""),
		state: text("state", { enum: ["open", "completed", "aborted"] })
			.notNull()
			.default("open"),
		createdAt: instant("created_at").notNull().defaultNow(),
		expiresAt: instant("expires_at").notNull(),
	},
	(table) => [index("uploads_open").on(table.state, table.expiresAt), index("uploads_by_user").on(table.userId)],
);

export const videoEngagement = pgTable(
	"video_engagement",
	{
		videoId: snowflake("video_id").notNull(),
		userId: snowflake("user_id").notNull(),
		type: text("type", { enum: ["like", "share"] }).notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		primaryKey({ columns: [table.videoId, table.userId, table.type] }),
		index("video_engagement_newest").on(table.videoId, table.type, table.createdAt),
	],
);

/** Somebody named in a comment: where, in UTF-16 code units, and by id, so that a change of the handle breaks nothing. */
export interface StoredMention {
	readonly start: number;
	readonly length: number;
	readonly userId: string;
}

/** How long a comment outweighs new ones for each doubling of its likes and replies, milliseconds. */
const SCORE_DOUBLING_MS = 3 * 24 * 3_600_000;

export const comments = pgTable(
	"comments",
	{
		id: snowflake("id").primaryKey(),
		videoId: snowflake("video_id").notNull(),
		userId: snowflake("user_id").notNull(),
		text: text("text").notNull(),
		mentions: jsonb("mentions").$type<StoredMention[]>().notNull().default([]),
		/** The comment whose thread this is in; null for one that begins a thread. */
		rootId: snowflake("root_id"),
		/** The comment that is answered: the first of its thread, or another answer. */
		replyToId: snowflake("reply_to_id"),
		likeCount: integer("like_count").notNull().default(0),
		/** Of those that stand and everybody sees. */
		replyCount: integer("reply_count").notNull().default(0),
		/** When the video's creator gave it a heart, and put it on top. */
		heartedAt: instant("hearted_at"),
		pinnedAt: instant("pinned_at"),
		editedAt: instant("edited_at"),
		/** Since when it waits for the creator's approval: only they and its author see it. */
		heldAt: instant("held_at"),
		/** Set on one that was deleted and has answers: an empty place that holds its thread together. */
		deletedAt: instant("deleted_at"),
		/**
		 * What "top" is sorted by: likes and answers count by their logarithm, and age takes away. It changes with them alone and not with
		 * time, so it can be stored and read in order. A Snowflake's upper bits are milliseconds.
		 */
		score: doublePrecision("score")
			.notNull()
			.generatedAlwaysAs(
				sql.raw(`ln((1 + like_count + 2 * reply_count)::float8) / ln(2::float8) + (id >> 22)::float8 / ${SCORE_DOUBLING_MS}`),
			),
		/** The client's idempotency key. */
		clientId: uuid("client_id").notNull().unique(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		index("comments_newest").on(table.videoId, table.id).where(sql`root_id is null and held_at is null`),
		index("comments_top").on(table.videoId, table.score, table.id).where(sql`root_id is null and held_at is null`),
		index("comments_replies").on(table.rootId, table.id).where(sql`root_id is not null`),
		index("comments_by_user").on(table.userId, table.videoId),
		/** Few name anybody. */
		index("comments_mentioning").using("gin", sql`${table.mentions} jsonb_path_ops`).where(sql`mentions <> '[]'`),
		// Few wait, of many: who wrote a million is asked which of them do on each first page.
		index("comments_held").on(table.userId, table.videoId, table.id).where(sql`held_at is not null`),
		uniqueIndex("comments_pinned").on(table.videoId).where(sql`pinned_at is not null`),
	],
);

export const commentLikes = pgTable(
	"comment_likes",
	{
		commentId: snowflake("comment_id").notNull(),
		userId: snowflake("user_id").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [primaryKey({ columns: [table.commentId, table.userId] }), index("comment_likes_by_user").on(table.userId)],
);

/** What a comment said before each of its changes. */
export const commentEdits = pgTable(
	"comment_edits",
	{
		commentId: snowflake("comment_id").notNull(),
		/** When these words were replaced. */
		editedAt: instant("edited_at").notNull(),
		text: text("text").notNull(),
	},
	(table) => [primaryKey({ columns: [table.commentId, table.editedAt] }), index("comment_edits_at").on(table.editedAt)],
);

/** Who may comment on one video, where its creator chose differently from all of theirs. */
export const videoCommentRules = pgTable("video_comment_rules", {
	videoId: snowflake("video_id").primaryKey(),
	/** Null: as for all of the creator's videos. */
	commentsFrom: text("comments_from", { enum: ["everyone", "followers", "off"] }),
	holdAll: boolean("hold_all"),
	/** In addition to those of all videos. */
	words: text("words").array().notNull().default(sql`'{}'`),
});
