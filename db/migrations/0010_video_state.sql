ALTER TABLE "videos" RENAME COLUMN "updated_at" TO "changed_at";--> statement-breakpoint
DROP INDEX "videos_changed";--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "heartbeat_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "videos_changed" ON "videos" USING btree ("changed_at") WHERE status <> 'processing';