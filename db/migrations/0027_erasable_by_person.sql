CREATE INDEX "copyright_disputes_by_user" ON "copyright_disputes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "copyright_matches_by_user" ON "copyright_matches" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "conversation_reports_about" ON "conversation_reports" USING btree ("reported_id");--> statement-breakpoint
CREATE INDEX "conversation_reports_by_words" ON "conversation_reports" USING gin ("context" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "mutes_by_muted" ON "mutes" USING btree ("muted_id");--> statement-breakpoint
CREATE INDEX "comments_mentioning" ON "comments" USING gin ("mentions" jsonb_path_ops) WHERE mentions <> '[]';