CREATE TABLE "collection_videos" (
	"collection_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"video_id" bigint NOT NULL,
	"place" integer NOT NULL,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "collection_videos_collection_id_video_id_pk" PRIMARY KEY("collection_id","video_id")
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"id" bigint PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"name" text NOT NULL,
	"place" integer NOT NULL,
	"link_key" text,
	"client_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "collections_once" UNIQUE("user_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "comment_rules" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"comments_from" text DEFAULT 'everyone' NOT NULL,
	"hold_all" boolean DEFAULT false NOT NULL,
	"words" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "held_comments" (
	"user_id" bigint NOT NULL,
	"comment_id" bigint NOT NULL,
	"video_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "held_comments_user_id_comment_id_pk" PRIMARY KEY("user_id","comment_id")
);
--> statement-breakpoint
CREATE TABLE "reposts" (
	"user_id" bigint NOT NULL,
	"video_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reposts_user_id_video_id_pk" PRIMARY KEY("user_id","video_id")
);
--> statement-breakpoint
CREATE TABLE "comment_edits" (
	"comment_id" bigint NOT NULL,
	"edited_at" timestamp (3) with time zone NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "comment_edits_comment_id_edited_at_pk" PRIMARY KEY("comment_id","edited_at")
);
--> statement-breakpoint
CREATE TABLE "comment_likes" (
	"comment_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_likes_comment_id_user_id_pk" PRIMARY KEY("comment_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "video_comment_rules" (
	"video_id" bigint PRIMARY KEY NOT NULL,
	"comments_from" text,
	"hold_all" boolean,
	"words" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
DROP INDEX "comments_newest";--> statement-breakpoint
DROP INDEX "comments_by_user";--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "mentions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "root_id" bigint;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "reply_to_id" bigint;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "like_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "reply_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "hearted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "pinned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "edited_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "held_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "score" double precision GENERATED ALWAYS AS (ln((1 + like_count + 2 * reply_count)::float8) / ln(2::float8) + (id >> 22)::float8 / 259200000) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "alt" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "allow_reposts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "allow_download" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "download" text;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "download_asked_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "collection_videos_in_order" ON "collection_videos" USING btree ("collection_id","place","video_id");--> statement-breakpoint
CREATE INDEX "collection_videos_by_user" ON "collection_videos" USING btree ("user_id","video_id");--> statement-breakpoint
CREATE INDEX "collections_in_order" ON "collections" USING btree ("user_id","place");--> statement-breakpoint
CREATE INDEX "reposts_newest" ON "reposts" USING btree ("user_id","created_at","video_id");--> statement-breakpoint
CREATE INDEX "comment_likes_by_user" ON "comment_likes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "comments_top" ON "comments" USING btree ("video_id","score","id") WHERE root_id is null and held_at is null;--> statement-breakpoint
CREATE INDEX "comments_replies" ON "comments" USING btree ("root_id","id") WHERE root_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "comments_pinned" ON "comments" USING btree ("video_id") WHERE pinned_at is not null;--> statement-breakpoint
CREATE INDEX "comments_newest" ON "comments" USING btree ("video_id","id") WHERE root_id is null and held_at is null;--> statement-breakpoint
CREATE INDEX "comments_by_user" ON "comments" USING btree ("user_id","video_id");