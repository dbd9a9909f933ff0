CREATE INDEX "account_sessions_end" ON "account_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "account_verifications_end" ON "account_verifications" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "former_usernames_changed" ON "former_usernames" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "reports_decided" ON "reports" USING btree ("decided_at") WHERE decided_at is not null;--> statement-breakpoint
CREATE INDEX "comment_edits_at" ON "comment_edits" USING btree ("edited_at");