import { sql } from "drizzle-orm";
import { bigint, boolean, date, index, integer, jsonb, pgTable, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, snowflake } from "./columns.ts";

/**
 * The directory: what must be unique over all shards. Accounts, their credentials and sessions, in the shape better-auth
 * reads. `username` is stored lower-case and unique; `display_username` keeps the spelling that was typed.
 */
export const accountUsers = pgTable(
	"account_users",
	{
		id: text("id").primaryKey(),
		name: text("name").notNull(),
		email: text("email").notNull().unique(),
		emailVerified: boolean("email_verified").notNull().default(false),
		image: text("image"),
		username: text("username").unique(),
		displayUsername: text("display_username"),
		birthdate: date("birthdate", { mode: "string" }).notNull(),
		accountType: text("account_type", { enum: ["standard", "teen"] }).notNull(),
		/** A new address that is not confirmed yet: only the link to this one counts. */
		pendingEmail: text("pending_email"),
		/** When all of a deleted account is erased; null for one that stays. Until then its owner may come back. */
		eraseAt: instant("erase_at"),
		createdAt: instant("created_at").notNull().defaultNow(),
		updatedAt: instant("updated_at").notNull().defaultNow(),
	},
	(table) => [index("account_users_leaving").on(table.eraseAt).where(sql`erase_at is not null`)],
);

/** User names that were somebody's: for a while they lead to the new one, and nobody else may take them. */
export const formerUsernames = pgTable(
	"former_usernames",
	{
		/** Lower-case, as `account_users.username`. */
		username: text("username").primaryKey(),
		userId: text("user_id")
			.notNull()
			.references(() => accountUsers.id, { onDelete: "cascade" }),
		changedAt: instant("changed_at").notNull(),
	},
	(table) => [index("former_usernames_user").on(table.userId, table.changedAt), index("former_usernames_changed").on(table.changedAt)],
);

export const accountSessions = pgTable(
	"account_sessions",
	{
		id: text("id").primaryKey(),
		userId: text("user_id")
			.notNull()
			.references(() => accountUsers.id, { onDelete: "cascade" }),
		token: text("token").notNull().unique(),
		expiresAt: instant("expires_at").notNull(),
		ipAddress: text("ip_address"),
		userAgent: text("user_agent"),
		createdAt: instant("created_at").notNull().defaultNow(),
		updatedAt: instant("updated_at").notNull().defaultNow(),
	},
	(table) => [index("account_sessions_user").on(table.userId), index("account_sessions_end").on(table.expiresAt)],
);

export const accountCredentials = pgTable(
	"account_credentials",
	{
		id: text("id").primaryKey(),
		accountId: text("account_id").notNull(),
		providerId: text("provider_id").notNull(),
		userId: text("user_id")
			.notNull()
			.references(() => accountUsers.id, { onDelete: "cascade" }),
		accessToken: text("access_token"),
		refreshToken: text("refresh_token"),
		idToken: text("id_token"),
		accessTokenExpiresAt: instant("access_token_expires_at"),
		refreshTokenExpiresAt: instant("refresh_token_expires_at"),
		scope: text("scope"),
		password: text("password"),
		createdAt: instant("created_at").notNull().defaultNow(),
		updatedAt: instant("updated_at").notNull().defaultNow(),
	},
	(table) => [index("account_credentials_user").on(table.userId)],
);

/** Single-use tokens of mailed links, by the hash of what the link bears. */
export const accountVerifications = pgTable(
	"account_verifications",
	{
		id: text("id").primaryKey(),
		identifier: text("identifier").notNull(),
		value: text("value").notNull(),
		expiresAt: instant("expires_at").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
		updatedAt: instant("updated_at").notNull().defaultNow(),
	},
	(table) => [index("account_verifications_identifier").on(table.identifier), index("account_verifications_end").on(table.expiresAt)],
);

/** What people reported of conversations, with what was written around it: kept also when it is taken back afterwards. */
export const conversationReports = pgTable(
	"conversation_reports",
	{
		id: snowflake("id").primaryKey(),
		clientId: uuid("client_id").notNull(),
		conversationId: text("conversation_id").notNull(),
		reporterId: snowflake("reporter_id").notNull(),
		/** Whom it is about; null for a whole group. */
		reportedId: snowflake("reported_id"),
		seq: bigint("seq", { mode: "number" }),
		reason: text("reason").notNull(),
		note: text("note").notNull(),
		/** Messages, as the reporter saw them. */
		context: jsonb("context").notNull(),
		createdAt: instant("created_at").notNull(),
	},
	(table) => [
		unique("conversation_reports_once").on(table.reporterId, table.clientId),
		index("conversation_reports_about").on(table.reportedId),
		index("conversation_reports_by_words").using("gin", sql`${table.context} jsonb_path_ops`),
	],
);

/** Sounds: tracks of the library, and originals made from uploads. */
export const sounds = pgTable(
	"music",
	{
		/** Of an original, the id of the video it was made from. */
		id: snowflake("id").primaryKey(),
		/** Whose upload an original was made from; null for a track of the library. */
		creatorId: snowflake("creator_id"),
		/** Empty for an original that was not renamed: it is named after its creator. */
		title: text("title").notNull().default(""),
		/** Empty for an original. */
		artist: text("artist").notNull().default(""),
		genre: text("genre"),
		mood: text("mood"),
		durationMs: integer("duration_ms").notNull(),
		isCopyrighted: boolean("is_copyrighted").notNull(),
		licenseType: text("license_type", { enum: ["free", "licensed", "restricted"] }).notNull(),
		/** Countries it may be used in, two letters each; null: all of them. */
		territories: text("territories").array(),
		/** Chromaprint's, as base64. Null where the sound is too short to have one. */
		fingerprint: text("fingerprint"),
		/** How loud each part is, 0 to 100 of its loudest. */
		peaks: smallint("peaks").array().notNull(),
		/** The name its audio files bear; null for an original, whose files lie with its video. */
		audio: text("audio"),
		/** The batch of tracks it was added with and its file's name there, so that adding it again changes nothing. */
		batch: uuid("batch"),
		batchKey: text("batch_key"),
		/** Since when it is offered; null while its batch is not complete. */
		offeredAt: instant("offered_at"),
		/** Since when its creator does not let others use it. */
		offAt: instant("off_at"),
		/** Videos everybody may see that use it; counted anew whenever one comes or goes. */
		videoCount: integer("video_count").notNull().default(0),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		index("music_by_title").on(table.title),
		/** Those that have a title, by any words of title and artist. */
		index("music_by_words").using("gin", sql`search_fold(${table.title} || ' ' || ${table.artist}) gin_trgm_ops`).where(sql`title <> ''`),
		index("music_by_artist").on(table.artist),
		index("music_by_creator").on(table.creatorId).where(sql`creator_id is not null`),
		/** The library, most used first. */
		index("music_library").on(table.videoCount, table.id).where(sql`creator_id is null and offered_at is not null`),
		unique("music_once").on(table.batch, table.batchKey),
	],
);

/** Hashtags by what they are looked up by (`hashtagKey`), and how many videos for everyone bear each. */
export const hashtags = pgTable(
	"hashtags",
	{
		tag: text("tag").primaryKey(),
		/** Kept by the statement that writes `hashtag_videos`: the same at every moment. */
		videoCount: integer("video_count").notNull().default(0),
	},
	(table) => [index("hashtags_most_used").on(table.videoCount, table.tag).where(sql`video_count > 0`)],
);

/** Videos for everyone by hashtag: the same fact as `videos.hashtags`, where a hashtag's newest are read in order, whatever their shards. */
export const hashtagVideos = pgTable(
	"hashtag_videos",
	{
		tag: text("tag").notNull(),
		/** Ids rise with time: the newest are the highest. */
		videoId: snowflake("video_id").notNull(),
		userId: snowflake("user_id").notNull(),
	},
	(table) => [primaryKey({ columns: [table.tag, table.videoId] }), index("hashtag_videos_by_video").on(table.videoId)],
);
