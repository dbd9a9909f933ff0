CREATE TABLE "blocked_by" (
	"user_id" bigint NOT NULL,
	"blocker_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "blocked_by_user_id_blocker_id_pk" PRIMARY KEY("user_id","blocker_id")
);
