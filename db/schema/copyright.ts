import { sql } from "drizzle-orm";
import { boolean, doublePrecision, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { HashedPicture } from "../../contracts/copyright-matches.ts";
import {
	CLAIM_STATES,
	DISPUTE_GROUNDS,
	DISPUTE_STATES,
	MATCH_ACTIONS,
	POLICIES,
	REFERENCE_KINDS,
} from "../../contracts/copyright-policy.ts";
import { instant, snowflake } from "./columns.ts";

/** The directory: what recordings and pictures are known, whose they are, and where they were found again. */

export const copyrightReferences = pgTable(
	"copyright_references",
	{
		/** The sound's id where it is one that can be used (and so the video's, of an original); else its own. */
		id: snowflake("id").primaryKey(),
		kind: text("kind", { enum: REFERENCE_KINDS }).notNull(),
		title: text("title").notNull(),
		artist: text("artist").notNull(),
		/** Who made the upload, or claims it; null for a track. */
		ownerId: snowflake("owner_id"),
		policy: text("policy", { enum: POLICIES }).notNull(),
		licenseType: text("license_type", { enum: ["free", "licensed", "restricted"] }).notNull(),
		/** Countries the licence holds in; null: as its type says. */
		territories: text("territories").array(),
		/** What takes its place where the policy is `replace`. */
		replacementId: snowflake("replacement_id"),
		/** Raw items of Chromaprint as base64; null where only pictures are known. */
		fingerprint: text("fingerprint"),
		pictures: jsonb("pictures").$type<HashedPicture[]>().notNull().default([]),
		/** The file of the library it stands in; null until it is written into one. */
		shard: integer("shard"),
		/** The delivery it came with and its file's name there, so that delivering it again changes nothing. */
		batchKey: text("batch_key"),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		index("copyright_references_unfiled").on(table.id).where(sql`shard is null`),
		index("copyright_references_by_shard").on(table.shard),
		index("copyright_references_by_owner").on(table.ownerId).where(sql`owner_id is not null`),
		uniqueIndex("copyright_references_once").on(table.batchKey).where(sql`batch_key is not null`),
	],
);

/** Files of the library in the media bucket. What a key names never changes: a new one is written, and named here. */
export const copyrightShards = pgTable("copyright_shards", {
	shard: integer("shard").primaryKey(),
	key: text("key").notNull(),
	bytes: integer("bytes").notNull(),
	entries: integer("entries").notNull(),
	/** Full: nothing is added to it. */
	isSealed: boolean("is_sealed").notNull(),
	/** Something of it was removed or changed: it is to be written anew. */
	isOutdated: boolean("is_outdated").notNull().default(false),
});

/** A reference found in an upload, and what was done about it. */
export const copyrightMatches = pgTable(
	"copyright_matches",
	{
		id: snowflake("id").primaryKey(),
		videoId: snowflake("video_id").notNull(),
		generation: integer("generation").notNull(),
		/** Who uploaded the video. */
		userId: snowflake("user_id").notNull(),
		referenceId: snowflake("reference_id").notNull(),
		what: text("what", { enum: ["sound", "pictures"] }).notNull(),
		fromMs: integer("from_ms").notNull(),
		toMs: integer("to_ms").notNull(),
		trackFromMs: integer("track_from_ms").notNull(),
		/** 0 to 1; of pictures, bits that differ of 256. */
		bitErrorRate: doublePrecision("bit_error_rate").notNull(),
		isCertain: boolean("is_certain").notNull(),
		action: text("action", { enum: MATCH_ACTIONS }).notNull(),
		createdAt: instant("created_at").notNull(),
	},
	(table) => [
		uniqueIndex("copyright_matches_once").on(table.videoId, table.generation, table.referenceId, table.what),
		index("copyright_matches_by_user").on(table.userId),
		index("copyright_matches_of_reference").on(table.referenceId, table.id),
	],
);

/** Somebody says that an upload is theirs. */
export const copyrightClaims = pgTable(
	"copyright_claims",
	{
		id: snowflake("id").primaryKey(),
		userId: snowflake("user_id").notNull(),
		/** The upload that is the work. */
		videoId: snowflake("video_id").notNull(),
		holder: text("holder", { enum: ["person", "label"] }).notNull(),
		name: text("name").notNull(),
		title: text("title").notNull(),
		artist: text("artist").notNull(),
		policy: text("policy", { enum: POLICIES }).notNull(),
		statement: text("statement").notNull(),
		links: text("links").array().notNull(),
		state: text("state", { enum: CLAIM_STATES }).notNull().default("waiting"),
		caseId: snowflake("case_id"),
		createdAt: instant("created_at").notNull(),
		decidedAt: instant("decided_at"),
	},
	(table) => [
		index("copyright_claims_by_user").on(table.userId, table.id),
		uniqueIndex("copyright_claims_open").on(table.userId, table.videoId).where(sql`state in ('waiting', 'accepted')`),
	],
);

/** A creator's objection to a match: a counter-notice. */
export const copyrightDisputes = pgTable(
	"copyright_disputes",
	{
		id: snowflake("id").primaryKey(),
		matchId: snowflake("match_id").notNull(),
		videoId: snowflake("video_id").notNull(),
		userId: snowflake("user_id").notNull(),
		ground: text("ground", { enum: DISPUTE_GROUNDS }).notNull(),
		statement: text("statement").notNull(),
		state: text("state", { enum: DISPUTE_STATES }).notNull().default("waiting"),
		createdAt: instant("created_at").notNull(),
		decidedAt: instant("decided_at"),
	},
	(table) => [
		uniqueIndex("copyright_disputes_once").on(table.matchId),
		index("copyright_disputes_by_video").on(table.videoId),
		index("copyright_disputes_by_user").on(table.userId),
	],
);
