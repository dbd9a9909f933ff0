CREATE TABLE "conversation_reports" (
	"id" bigint PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"conversation_id" text NOT NULL,
	"reporter_id" bigint NOT NULL,
	"reported_id" bigint,
	"seq" bigint,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"context" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "conversation_reports_once" UNIQUE("reporter_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "message_settings" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"who_may_write" text,
	"who_may_add" text
);
