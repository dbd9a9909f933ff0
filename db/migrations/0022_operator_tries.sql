ALTER TABLE "operators" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "operators" ADD COLUMN "tries_since" timestamp (3) with time zone;