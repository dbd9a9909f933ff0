ALTER TABLE "uploads" ADD COLUMN "folder" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "original" jsonb;--> statement-breakpoint
-- The code no longer writes it; the column itself goes with a later contraction, when no isolate of before runs any more.
ALTER TABLE "videos" ALTER COLUMN "original_parts" DROP NOT NULL;