ALTER TABLE "videos" ADD COLUMN "expected_milli" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Shown before anybody was expected to do anything: the prior of recommender/quality.ts.
UPDATE "videos" SET "expected_milli" = "impression_count" * 450;
