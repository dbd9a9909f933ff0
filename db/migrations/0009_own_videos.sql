ALTER TABLE "videos" ADD COLUMN "cover_at_ms" integer;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "cover_asked" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "cover_served" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "deleted_from" text;