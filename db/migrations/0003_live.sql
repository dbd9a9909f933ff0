ALTER TABLE "videos" ADD COLUMN "served_vector" text;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "served_vector_version" text;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "viral_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "videos_popular_in" ON "videos" USING btree ("country","long_view_count");--> statement-breakpoint
CREATE INDEX "videos_owed_reach" ON "videos" USING btree ("published_at") WHERE status = 'ready' and visibility = 'public' and impression_count < 100;--> statement-breakpoint
CREATE INDEX "videos_viral" ON "videos" USING btree ("viral_at") WHERE viral_at is not null;--> statement-breakpoint
CREATE INDEX "videos_by_sound" ON "videos" USING btree ("music_id","long_view_count") WHERE music_id is not null;