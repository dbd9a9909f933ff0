CREATE TABLE "copyright_claims" (
	"id" bigint PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"video_id" bigint NOT NULL,
	"holder" text NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"artist" text NOT NULL,
	"policy" text NOT NULL,
	"statement" text NOT NULL,
	"links" text[] NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"case_id" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "copyright_disputes" (
	"id" bigint PRIMARY KEY NOT NULL,
	"match_id" bigint NOT NULL,
	"video_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"ground" text NOT NULL,
	"statement" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "copyright_matches" (
	"id" bigint PRIMARY KEY NOT NULL,
	"video_id" bigint NOT NULL,
	"generation" integer NOT NULL,
	"user_id" bigint NOT NULL,
	"reference_id" bigint NOT NULL,
	"what" text NOT NULL,
	"from_ms" integer NOT NULL,
	"to_ms" integer NOT NULL,
	"track_from_ms" integer NOT NULL,
	"bit_error_rate" double precision NOT NULL,
	"is_certain" boolean NOT NULL,
	"action" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "copyright_references" (
	"id" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"artist" text NOT NULL,
	"owner_id" bigint,
	"policy" text NOT NULL,
	"license_type" text NOT NULL,
	"territories" text[],
	"replacement_id" bigint,
	"fingerprint" text,
	"pictures" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"shard" integer,
	"batch_key" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "copyright_shards" (
	"shard" integer PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"bytes" integer NOT NULL,
	"entries" integer NOT NULL,
	"is_sealed" boolean NOT NULL,
	"is_outdated" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "muted" jsonb;--> statement-breakpoint
CREATE INDEX "copyright_claims_by_user" ON "copyright_claims" USING btree ("user_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "copyright_claims_open" ON "copyright_claims" USING btree ("user_id","video_id") WHERE state in ('waiting', 'accepted');--> statement-breakpoint
CREATE UNIQUE INDEX "copyright_disputes_once" ON "copyright_disputes" USING btree ("match_id");--> statement-breakpoint
CREATE INDEX "copyright_disputes_by_video" ON "copyright_disputes" USING btree ("video_id");--> statement-breakpoint
CREATE UNIQUE INDEX "copyright_matches_once" ON "copyright_matches" USING btree ("video_id","generation","reference_id","what");--> statement-breakpoint
CREATE INDEX "copyright_matches_of_reference" ON "copyright_matches" USING btree ("reference_id","id");--> statement-breakpoint
CREATE INDEX "copyright_references_unfiled" ON "copyright_references" USING btree ("id") WHERE shard is null;--> statement-breakpoint
CREATE INDEX "copyright_references_by_shard" ON "copyright_references" USING btree ("shard");--> statement-breakpoint
CREATE INDEX "copyright_references_by_owner" ON "copyright_references" USING btree ("owner_id") WHERE owner_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "copyright_references_once" ON "copyright_references" USING btree ("batch_key") WHERE batch_key is not null;