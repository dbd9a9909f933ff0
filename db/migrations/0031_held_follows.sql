ALTER TABLE "followers" ADD COLUMN "held" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "followed_day" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "young_followers" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "settled_followers" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "followers_held" ON "followers" USING btree ("follower_id") WHERE held;