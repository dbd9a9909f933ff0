import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, snowflake } from "./columns.ts";

/** Shard `users`, by user id. Lists that are read by user live here, though their facts may belong to a video. */
export const profiles = pgTable(
	"profiles",
	{
		userId: snowflake("user_id").primaryKey(),
		/** As typed; uniqueness is the directory's. */
		username: text("username").notNull(),
		displayName: text("display_name").notNull(),
		bio: text("bio").notNull().default(""),
		avatarUrl: text("avatar_url"),
		verified: boolean("verified").notNull().default(false),
		/** Addresses of pages of theirs, `https` all. */
		links: text("links").array().notNull().default(sql`'{}'`),
		/** Whether others may see what they like. */
		showsLiked: boolean("shows_liked").notNull().default(false),
		/** Following it is asked for, and its videos and lists are for followers. `videos.creator_private` follows it. */
		isPrivate: boolean("is_private").notNull().default(false),
		accountType: text("account_type", { enum: ["standard", "teen"] })
			.notNull()
			.default("standard"),
		interests: text("interests").array().notNull().default(sql`'{}'`),
		/** Those that are not held (`followers.held`). */
		followersCount: integer("followers_count").notNull().default(0),
		/** The last day (UTC, since 1970) that somebody followed them on, and how many of that day count: of young accounts, and of others. */
		followedDay: integer("followed_day").notNull().default(0),
		youngFollowers: integer("young_followers").notNull().default(0),
		settledFollowers: integer("settled_followers").notNull().default(0),
		followingCount: integer("following_count").notNull().default(0),
		likesCount: integer("likes_count").notNull().default(0),
		videosCount: integer("videos_count").notNull().default(0),
		createdAt: instant("created_at").notNull().defaultNow(),
		deletedAt: instant("deleted_at"),
	},
	(table) => [
		/** People by the middle of a name, and with a typo in it; `search_fold` and `search_squeeze` are the migration's. */
		index("profiles_by_name").using("gin", sql`search_fold(${table.displayName}) gin_trgm_ops`),
		index("profiles_by_handle").using("gin", sql`search_squeeze(${table.username}) gin_trgm_ops`),
	],
);

/** Shard of the follower. */
export const follows = pgTable(
	"follows",
	{
		followerId: snowflake("follower_id").notNull(),
		followeeId: snowflake("followee_id").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		primaryKey({ columns: [table.followerId, table.followeeId] }),
		index("follows_newest").on(table.followerId, table.createdAt, table.followeeId),
	],
);

/** Shard of the followee: the same fact, read from the other side. */
export const followers = pgTable(
	"followers",
	{
		followeeId: snowflake("followee_id").notNull(),
		followerId: snowflake("follower_id").notNull(),
		/** Does not count yet: too many accounts as young as this one followed the same person that day. */
		held: boolean("held").notNull().default(false),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		primaryKey({ columns: [table.followeeId, table.followerId] }),
		index("followers_held").on(table.followerId).where(sql`held`),
		index("followers_newest").on(table.followeeId, table.createdAt, table.followerId),
	],
);

/** Shard of the private account: who asked to follow it. */
export const followRequests = pgTable(
	"follow_requests",
	{
		userId: snowflake("user_id").notNull(),
		requesterId: snowflake("requester_id").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		primaryKey({ columns: [table.userId, table.requesterId] }),
		index("follow_requests_newest").on(table.userId, table.createdAt, table.requesterId),
	],
);

/** Shard of who asked: the same fact, read from the other side. */
export const sentRequests = pgTable(
	"sent_requests",
	{
		requesterId: snowflake("requester_id").notNull(),
		userId: snowflake("user_id").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [primaryKey({ columns: [table.requesterId, table.userId] })],
);

/** People whose videos, comments and doings a user does not want to meet. Nobody but the user knows. */
export const mutes = pgTable(
	"mutes",
	{
		userId: snowflake("user_id").notNull(),
		mutedId: snowflake("muted_id").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		primaryKey({ columns: [table.userId, table.mutedId] }),
		index("mutes_by_muted").on(table.mutedId),
		index("mutes_newest").on(table.userId, table.createdAt, table.mutedId),
	],
);

/** Hashtags somebody follows. Nobody but the user knows. */
export const hashtagFollows = pgTable(
	"hashtag_follows",
	{
		userId: snowflake("user_id").notNull(),
		/** As it is looked up. */
		tag: text("tag").notNull(),
		createdAt: instant("created_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.userId, table.tag] })],
);

/** Videos at the top of a profile. A place holds one, so that two requests at once can't pin a fourth. */
export const pins = pgTable(
	"pins",
	{
		userId: snowflake("user_id").notNull(),
		/** 0, 1 or 2: says how many there may be, not their order. */
		place: integer("place").notNull(),
		videoId: snowflake("video_id").notNull(),
		createdAt: instant("created_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.userId, table.place] }), unique("pins_once").on(table.userId, table.videoId)],
);

export const blocks = pgTable(
	"blocks",
	{
		userId: snowflake("user_id").notNull(),
		blockedId: snowflake("blocked_id").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		primaryKey({ columns: [table.userId, table.blockedId] }),
		index("blocks_newest").on(table.userId, table.createdAt, table.blockedId),
	],
);

/** A user's own videos, newest first; written with the video so that it is on the profile at once. */
export const userVideos = pgTable(
	"user_videos",
	{
		userId: snowflake("user_id").notNull(),
		videoId: snowflake("video_id").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [primaryKey({ columns: [table.userId, table.videoId] })],
);

export const userLikes = pgTable(
	"user_likes",
	{
		userId: snowflake("user_id").notNull(),
		videoId: snowflake("video_id").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		primaryKey({ columns: [table.userId, table.videoId] }),
		index("user_likes_newest").on(table.userId, table.createdAt, table.videoId),
	],
);

/** Favourites, private to their owner. Read by user alone, so this is their only place. */
export const userSaves = pgTable(
	"user_saves",
	{
		userId: snowflake("user_id").notNull(),
		videoId: snowflake("video_id").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		primaryKey({ columns: [table.userId, table.videoId] }),
		index("user_saves_newest").on(table.userId, table.createdAt, table.videoId),
	],
);

/** Favourite sounds, private to their owner. */
export const soundSaves = pgTable(
	"sound_saves",
	{
		userId: snowflake("user_id").notNull(),
		soundId: snowflake("sound_id").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		primaryKey({ columns: [table.userId, table.soundId] }),
		index("sound_saves_newest").on(table.userId, table.createdAt, table.soundId),
	],
);

/** The client's UUID of an upload → the video it became: the idempotency of `init`. */
export const uploadKeys = pgTable(
	"upload_keys",
	{
		userId: snowflake("user_id").notNull(),
		clientKey: uuid("client_key").notNull(),
		videoId: snowflake("video_id").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [primaryKey({ columns: [table.userId, table.clientKey] })],
);

/** Shard of the blocked: the same fact, so that a reader learns in one look-up who must not be shown to them. */
export const blockedBy = pgTable(
	"blocked_by",
	{
		userId: snowflake("user_id").notNull(),
		blockerId: snowflake("blocker_id").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [primaryKey({ columns: [table.userId, table.blockerId] })],
);

/** Who may comment on a creator's videos, and what waits for their approval. */
export const commentRules = pgTable("comment_rules", {
	userId: snowflake("user_id").primaryKey(),
	commentsFrom: text("comments_from", { enum: ["everyone", "followers", "off"] })
		.notNull()
		.default("everyone"),
	holdAll: boolean("hold_all").notNull().default(false),
	words: text("words").array().notNull().default(sql`'{}'`),
});

/** Comments that wait for their creator's approval, by creator. The comment's row is the fact; one that is gone is left out. */
export const heldComments = pgTable(
	"held_comments",
	{
		userId: snowflake("user_id").notNull(),
		commentId: snowflake("comment_id").notNull(),
		videoId: snowflake("video_id").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [primaryKey({ columns: [table.userId, table.commentId] })],
);

/** Videos somebody passed on to their followers. */
export const reposts = pgTable(
	"reposts",
	{
		userId: snowflake("user_id").notNull(),
		videoId: snowflake("video_id").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		primaryKey({ columns: [table.userId, table.videoId] }),
		index("reposts_newest").on(table.userId, table.createdAt, table.videoId),
	],
);

/** Favourites put into an order of one's own. */
export const collections = pgTable(
	"collections",
	{
		id: snowflake("id").primaryKey(),
		userId: snowflake("user_id").notNull(),
		name: text("name").notNull(),
		/** Among the collections of its owner, the smallest first. */
		place: integer("place").notNull(),
		/** The secret of the link that shows it to others; null while it is private. */
		linkKey: text("link_key"),
		/** The client's idempotency key. */
		clientId: uuid("client_id").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
		/** A deletion can be undone for some seconds. */
		deletedAt: instant("deleted_at"),
	},
	(table) => [unique("collections_once").on(table.userId, table.clientId), index("collections_in_order").on(table.userId, table.place)],
);

/** Shard of the owner, as their collection. */
export const collectionVideos = pgTable(
	"collection_videos",
	{
		collectionId: snowflake("collection_id").notNull(),
		userId: snowflake("user_id").notNull(),
		videoId: snowflake("video_id").notNull(),
		/** Within the collection, the smallest first. */
		place: integer("place").notNull(),
		addedAt: instant("added_at").notNull().defaultNow(),
	},
	(table) => [
		primaryKey({ columns: [table.collectionId, table.videoId] }),
		index("collection_videos_in_order").on(table.collectionId, table.place, table.videoId),
		index("collection_videos_by_user").on(table.userId, table.videoId),
	],
);

/** Who may come up to a person; one without a row has what an account begins with. */
export const messageSettings = pgTable("message_settings", {
	userId: snowflake("user_id").primaryKey(),
	whoMayWrite: text("who_may_write", { enum: ["everyone", "followers", "mutuals", "no_one"] }),
	whoMayAdd: text("who_may_add", { enum: ["everyone", "followers", "mutuals", "no_one"] }),
});

/** The copy of their data that a person asked for last; its archive lies in the bucket of exports. */
export const dataExports = pgTable(
	"data_exports",
	{
		userId: snowflake("user_id").primaryKey(),
		/** Each asking has its own. */
		id: snowflake("id").notNull(),
		state: text("state", { enum: ["preparing", "ready", "failed"] }).notNull(),
		/** Where the person uses the app: the mail leads there. */
		origin: text("origin").notNull(),
		askedAt: instant("asked_at").notNull(),
		/** When it was last put on the queue; the sweeper looks for those never enqueued or lost. */
		enqueuedAt: instant("enqueued_at").notNull(),
		bytes: bigint("bytes", { mode: "number" }),
		/** When the archive is removed; null while there is none. */
		endsAt: instant("ends_at"),
	},
	(table) => [
		index("data_exports_preparing").on(table.enqueuedAt).where(sql`state = 'preparing'`),
		index("data_exports_ending").on(table.endsAt).where(sql`ends_at is not null`),
	],
);
