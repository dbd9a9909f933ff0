CREATE TABLE "blocked_frames" (
	"video_id" bigint NOT NULL,
	"at_ms" integer NOT NULL,
	"hash" bit(256) NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "blocked_frames_video_id_at_ms_hash_pk" PRIMARY KEY("video_id","at_ms","hash")
);
--> statement-breakpoint
CREATE TABLE "known_files" (
	"sha256" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"video_id" bigint
);
--> statement-breakpoint
CREATE TABLE "video_screenings" (
	"video_id" bigint NOT NULL,
	"generation" integer NOT NULL,
	"version" text,
	"sha256" text,
	"frames" jsonb NOT NULL,
	"transcript" jsonb,
	"unchecked" text[] NOT NULL,
	"verdict" text NOT NULL,
	"policy" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "video_screenings_video_id_generation_pk" PRIMARY KEY("video_id","generation")
);
--> statement-breakpoint
CREATE INDEX "known_files_by_video" ON "known_files" USING btree ("video_id");