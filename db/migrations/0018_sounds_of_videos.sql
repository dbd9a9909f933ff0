ALTER TABLE "videos" ADD COLUMN "added_sound" jsonb;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "own_sound" jsonb;