CREATE TABLE "data_exports" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"id" bigint NOT NULL,
	"state" text NOT NULL,
	"origin" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"enqueued_at" timestamp (3) with time zone NOT NULL,
	"bytes" bigint,
	"ends_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "data_exports_preparing" ON "data_exports" USING btree ("enqueued_at") WHERE state = 'preparing';--> statement-breakpoint
CREATE INDEX "data_exports_ending" ON "data_exports" USING btree ("ends_at") WHERE ends_at is not null;