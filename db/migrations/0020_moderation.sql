CREATE TABLE "account_limits" (
	"owner_id" bigint PRIMARY KEY NOT NULL,
	"suspended_until" timestamp (3) with time zone,
	"suspended_by" bigint,
	"suspended_for" text,
	"limited_until" timestamp (3) with time zone,
	"limited_by" bigint
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"operator_id" bigint,
	"action" text NOT NULL,
	"is_restricted" boolean NOT NULL,
	"target" text NOT NULL,
	"details" text NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_evidence" (
	"id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"video_id" bigint,
	"evidence" jsonb NOT NULL,
	"digest" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_evidence_once" UNIQUE("case_id","digest")
);
--> statement-breakpoint
CREATE TABLE "case_notes" (
	"id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"operator_id" bigint NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legal_holds" (
	"id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"owner_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"released_at" timestamp (3) with time zone,
	CONSTRAINT "legal_holds_once" UNIQUE("case_id","subject_kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "moderation_cases" (
	"id" bigint PRIMARY KEY NOT NULL,
	"queue" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"owner_id" bigint NOT NULL,
	"video_id" bigint,
	"reason" text NOT NULL,
	"severity" smallint NOT NULL,
	"source" text NOT NULL,
	"reach" bigint DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"is_restricted" boolean NOT NULL,
	"claimed_by" bigint,
	"claimed_until" timestamp (3) with time zone,
	"decision_id" bigint,
	"not_by" bigint,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "moderation_decisions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"queue" text NOT NULL,
	"is_restricted" boolean NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"owner_id" bigint NOT NULL,
	"video_id" bigint,
	"operator_id" bigint,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"source" text NOT NULL,
	"policy" text NOT NULL,
	"until" timestamp (3) with time zone,
	"appeal_of" bigint,
	"at" timestamp (3) with time zone NOT NULL,
	"performed_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"overturned_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "operator_sessions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"operator_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "operator_sessions_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"id" bigint PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"password" text,
	"totp_secret" text,
	"totp_period" bigint DEFAULT 0 NOT NULL,
	"invite_hash" text,
	"invite_expires_at" timestamp (3) with time zone,
	"invited_by" bigint,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "operators_email_unique" UNIQUE("email"),
	CONSTRAINT "operators_invite_hash_unique" UNIQUE("invite_hash")
);
--> statement-breakpoint
CREATE TABLE "strikes" (
	"decision_id" bigint PRIMARY KEY NOT NULL,
	"owner_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"taken_back_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "case_evidence" ADD CONSTRAINT "case_evidence_case_id_moderation_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."moderation_cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_case_id_moderation_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."moderation_cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_sessions" ADD CONSTRAINT "operator_sessions_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_by_operator" ON "audit_log" USING btree ("operator_id","seq");--> statement-breakpoint
CREATE INDEX "audit_log_by_target" ON "audit_log" USING btree ("target","seq");--> statement-breakpoint
CREATE INDEX "case_notes_of" ON "case_notes" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "legal_holds_standing" ON "legal_holds" USING btree ("subject_kind","subject_id") WHERE released_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "moderation_cases_open" ON "moderation_cases" USING btree ("queue","subject_kind","subject_id",coalesce(decision_id, 0)) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "moderation_cases_waiting" ON "moderation_cases" USING btree ("queue","severity","opened_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "moderation_cases_by_owner" ON "moderation_cases" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "moderation_cases_by_video" ON "moderation_cases" USING btree ("video_id") WHERE video_id is not null;--> statement-breakpoint
CREATE INDEX "moderation_cases_claimed" ON "moderation_cases" USING btree ("claimed_by") WHERE claimed_by is not null and state = 'open';--> statement-breakpoint
CREATE INDEX "moderation_decisions_due" ON "moderation_decisions" USING btree ("next_attempt_at") WHERE performed_at is null;--> statement-breakpoint
CREATE INDEX "moderation_decisions_of_case" ON "moderation_decisions" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "moderation_decisions_by_owner" ON "moderation_decisions" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "moderation_decisions_by_subject" ON "moderation_decisions" USING btree ("subject_kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "moderation_decisions_at" ON "moderation_decisions" USING btree ("at");--> statement-breakpoint
CREATE INDEX "operator_sessions_of" ON "operator_sessions" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "strikes_of" ON "strikes" USING btree ("owner_id","expires_at");--> statement-breakpoint
-- Each line takes the next number, and the hash of the line before it: one writer at a time, until its transaction ends.
CREATE FUNCTION audit_log_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	last_seq bigint;
	last_hash text;
BEGIN
	PERFORM pg_advisory_xact_lock(hashtext('audit_log'));
	SELECT seq, hash INTO last_seq, last_hash FROM audit_log ORDER BY seq DESC LIMIT 1;
	NEW.seq := coalesce(last_seq, 0) + 1;
	NEW.previous := coalesce(last_hash, '');
	NEW.hash := encode(sha256(convert_to(concat_ws(E'\n', NEW.previous, NEW.seq, (extract(epoch from NEW.at) * 1000)::bigint, coalesce(NEW.operator_id::text, ''), NEW.action, NEW.is_restricted, NEW.target, NEW.details), 'UTF8')), 'hex');
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER audit_log_chained BEFORE INSERT ON "audit_log" FOR EACH ROW EXECUTE FUNCTION audit_log_chain();--> statement-breakpoint
CREATE FUNCTION audit_log_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'audit_log is append-only';
END $$;--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON "audit_log" FOR EACH ROW EXECUTE FUNCTION audit_log_refuse();--> statement-breakpoint
CREATE TRIGGER audit_log_never_emptied BEFORE TRUNCATE ON "audit_log" FOR EACH STATEMENT EXECUTE FUNCTION audit_log_refuse();
