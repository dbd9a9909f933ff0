CREATE TABLE "bot_scores" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"score" real NOT NULL,
	"signals" jsonb NOT NULL,
	"state" text NOT NULL,
	"scored_at" timestamp (3) with time zone NOT NULL,
	"decision_id" bigint,
	"judged_by" bigint,
	"judged_at" timestamp (3) with time zone,
	"note" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX "bot_scores_by_state" ON "bot_scores" USING btree ("state","score","user_id");--> statement-breakpoint
CREATE INDEX "bot_scores_decision" ON "bot_scores" USING btree ("decision_id");