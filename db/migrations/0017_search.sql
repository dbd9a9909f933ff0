CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;--> statement-breakpoint
-- Without case and accents. Declared immutable for the index: the dictionary is named, and never changed.
CREATE OR REPLACE FUNCTION search_fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;--> statement-breakpoint
-- A name without what parts its words: "Bob.Jones" and "bob jones" are both "bobjones".
CREATE OR REPLACE FUNCTION search_squeeze(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT translate(lower(public.unaccent('public.unaccent'::regdictionary, $1)), '._- ', '') $$;--> statement-breakpoint
CREATE TABLE "search_documents" (
	"video_id" bigint PRIMARY KEY NOT NULL,
	"words" "tsvector" NOT NULL,
	"language" text NOT NULL,
	"vector" text,
	"vector_version" text,
	"cells" smallint[] DEFAULT '{}' NOT NULL,
	"sketch" bit(128),
	"reach" real DEFAULT 0 NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_terms" (
	"term" text PRIMARY KEY NOT NULL,
	"documents" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_documents_words" ON "search_documents" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_documents_cells" ON "search_documents" USING gin ("cells");--> statement-breakpoint
CREATE INDEX "search_documents_reach" ON "search_documents" USING btree ("reach","video_id");--> statement-breakpoint
CREATE INDEX "search_terms_beginning" ON "search_terms" USING btree ("term" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_terms_trigrams" ON "search_terms" USING gin ("term" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "profiles_by_name" ON "profiles" USING gin (search_fold("display_name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "profiles_by_handle" ON "profiles" USING gin (search_squeeze("username") gin_trgm_ops);