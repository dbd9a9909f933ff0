ALTER TABLE "account_limits" ADD COLUMN "child_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "account_limits" ADD COLUMN "child_by" bigint;