CREATE TABLE "appeals" (
	"id" bigint PRIMARY KEY NOT NULL,
	"decision_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"report_id" bigint,
	"text" text NOT NULL,
	"case_id" bigint,
	"state" text DEFAULT 'waiting' NOT NULL,
	"outcome" text,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "appeals_once" UNIQUE("decision_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" bigint PRIMARY KEY NOT NULL,
	"reporter_id" bigint,
	"reporter_key" text NOT NULL,
	"network" text,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"video_id" bigint,
	"owner_id" bigint,
	"label" text NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"weight" double precision NOT NULL,
	"case_id" bigint,
	"state" text DEFAULT 'received' NOT NULL,
	"decision_id" bigint,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reports_once" UNIQUE("reporter_key","subject_kind","subject_id","reason")
);
--> statement-breakpoint
CREATE INDEX "appeals_of_case" ON "appeals" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "appeals_by_user" ON "appeals" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "reports_of_subject" ON "reports" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "reports_of_case" ON "reports" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "reports_by_reporter" ON "reports" USING btree ("reporter_id","id") WHERE reporter_id is not null;--> statement-breakpoint
CREATE INDEX "reports_from_network" ON "reports" USING btree ("network","created_at") WHERE network is not null;--> statement-breakpoint
CREATE INDEX "reports_about" ON "reports" USING btree ("owner_id");