import { bit, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { REASON_NAMES } from "../../contracts/moderation.ts";
import type { Check, ScreenedFrame, Transcript } from "../../contracts/screening.ts";
import { instant, snowflake } from "./columns.ts";

/** Shard `videos`: what machines saw and heard in each generation, and what followed from it. It goes with the video. */
export const videoScreenings = pgTable(
	"video_screenings",
	{
		videoId: snowflake("video_id").notNull(),
		generation: integer("generation").notNull(),
		/** The models that looked; null where none did. */
		version: text("version"),
		sha256: text("sha256"),
		frames: jsonb("frames").$type<ScreenedFrame[]>().notNull(),
		/** Captions are made of it: nothing is recognised twice. */
		transcript: jsonb("transcript").$type<Transcript>(),
		unchecked: text("unchecked").array().$type<Check[]>().notNull(),
		verdict: text("verdict", { enum: ["approve", "review", "block", "restrict"] }).notNull(),
		/** Of the policy that was judged by. */
		policy: text("policy").notNull(),
		at: instant("at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.videoId, table.generation] })],
);

/** The directory: files that don't go up again, by the SHA-256 of their bytes. */
export const knownFiles = pgTable(
	"known_files",
	{
		sha256: text("sha256").primaryKey(),
		reason: text("reason", { enum: REASON_NAMES }).notNull(),
		/** The video that was blocked; null for a file of a list that was given. */
		videoId: snowflake("video_id"),
	},
	(table) => [index("known_files_by_video").on(table.videoId)],
);

/** The directory: frames of blocked videos by their hashes. */
export const blockedFrames = pgTable(
	"blocked_frames",
	{
		videoId: snowflake("video_id").notNull(),
		atMs: integer("at_ms").notNull(),
		hash: bit("hash", { dimensions: 256 }).notNull(),
		reason: text("reason", { enum: REASON_NAMES }).notNull(),
	},
	(table) => [primaryKey({ columns: [table.videoId, table.atMs, table.hash] })],
);
