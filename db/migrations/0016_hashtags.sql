CREATE TABLE "hashtag_videos" (
	"tag" text NOT NULL,
	"video_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	CONSTRAINT "hashtag_videos_tag_video_id_pk" PRIMARY KEY("tag","video_id")
);
--> statement-breakpoint
CREATE TABLE "hashtags" (
	"tag" text PRIMARY KEY NOT NULL,
	"video_count" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hashtag_follows" (
	"user_id" bigint NOT NULL,
	"tag" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hashtag_follows_user_id_tag_pk" PRIMARY KEY("user_id","tag")
);
--> statement-breakpoint
CREATE INDEX "hashtag_videos_by_video" ON "hashtag_videos" USING btree ("video_id");--> statement-breakpoint
CREATE INDEX "hashtags_most_used" ON "hashtags" USING btree ("video_count","tag") WHERE video_count > 0;