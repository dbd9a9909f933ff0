ALTER TABLE "videos" ADD COLUMN "counter_version" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "videos_changed" ON "videos" USING btree ("updated_at") WHERE status <> 'processing';