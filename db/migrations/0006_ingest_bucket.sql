ALTER TABLE "uploads" ADD COLUMN "folder" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "original" jsonb;--> statement-breakpoint
ALTER TABLE "videos" DROP COLUMN "original_parts";