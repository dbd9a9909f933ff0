CREATE TABLE "music" (
	"id" bigint PRIMARY KEY NOT NULL,
	"creator_id" bigint,
	"title" text DEFAULT '' NOT NULL,
	"artist" text DEFAULT '' NOT NULL,
	"genre" text,
	"mood" text,
	"duration_ms" integer NOT NULL,
	"is_copyrighted" boolean NOT NULL,
	"license_type" text NOT NULL,
	"territories" text[],
	"fingerprint" text,
	"peaks" smallint[] NOT NULL,
	"audio" text,
	"batch" uuid,
	"batch_key" text,
	"offered_at" timestamp (3) with time zone,
	"off_at" timestamp (3) with time zone,
	"video_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "music_once" UNIQUE("batch","batch_key")
);
--> statement-breakpoint
CREATE TABLE "sound_saves" (
	"user_id" bigint NOT NULL,
	"sound_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sound_saves_user_id_sound_id_pk" PRIMARY KEY("user_id","sound_id")
);
--> statement-breakpoint
CREATE INDEX "music_by_title" ON "music" USING btree ("title");--> statement-breakpoint
CREATE INDEX "music_by_artist" ON "music" USING btree ("artist");--> statement-breakpoint
CREATE INDEX "music_by_creator" ON "music" USING btree ("creator_id") WHERE creator_id is not null;--> statement-breakpoint
CREATE INDEX "music_library" ON "music" USING btree ("video_count","id") WHERE creator_id is null and offered_at is not null;--> statement-breakpoint
CREATE INDEX "sound_saves_newest" ON "sound_saves" USING btree ("user_id","created_at","sound_id");