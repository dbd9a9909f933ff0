CREATE TABLE "former_usernames" (
	"username" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follow_requests" (
	"user_id" bigint NOT NULL,
	"requester_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follow_requests_user_id_requester_id_pk" PRIMARY KEY("user_id","requester_id")
);
--> statement-breakpoint
CREATE TABLE "mutes" (
	"user_id" bigint NOT NULL,
	"muted_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mutes_user_id_muted_id_pk" PRIMARY KEY("user_id","muted_id")
);
--> statement-breakpoint
CREATE TABLE "sent_requests" (
	"requester_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sent_requests_requester_id_user_id_pk" PRIMARY KEY("requester_id","user_id")
);
--> statement-breakpoint
DROP INDEX "followers_newest";--> statement-breakpoint
DROP INDEX "follows_newest";--> statement-breakpoint
DROP INDEX "user_likes_newest";--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "links" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "shows_liked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "is_private" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "creator_private" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "former_usernames" ADD CONSTRAINT "former_usernames_user_id_account_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_usernames_user" ON "former_usernames" USING btree ("user_id","changed_at");--> statement-breakpoint
CREATE INDEX "follow_requests_newest" ON "follow_requests" USING btree ("user_id","created_at","requester_id");--> statement-breakpoint
CREATE INDEX "mutes_newest" ON "mutes" USING btree ("user_id","created_at","muted_id");--> statement-breakpoint
CREATE INDEX "blocks_newest" ON "blocks" USING btree ("user_id","created_at","blocked_id");--> statement-breakpoint
CREATE INDEX "followers_newest" ON "followers" USING btree ("followee_id","created_at","follower_id");--> statement-breakpoint
CREATE INDEX "follows_newest" ON "follows" USING btree ("follower_id","created_at","followee_id");--> statement-breakpoint
CREATE INDEX "user_likes_newest" ON "user_likes" USING btree ("user_id","created_at","video_id");