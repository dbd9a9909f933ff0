ALTER TABLE "account_users" ADD COLUMN "pending_email" text;--> statement-breakpoint
ALTER TABLE "account_users" ADD COLUMN "erase_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "hidden_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "account_users_leaving" ON "account_users" USING btree ("erase_at") WHERE erase_at is not null;--> statement-breakpoint
CREATE INDEX "account_verifications_identifier" ON "account_verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "comments_by_user" ON "comments" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "uploads_by_user" ON "uploads" USING btree ("user_id");