CREATE TABLE "pins" (
	"user_id" bigint NOT NULL,
	"place" integer NOT NULL,
	"video_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pins_user_id_place_pk" PRIMARY KEY("user_id","place"),
	CONSTRAINT "pins_once" UNIQUE("user_id","video_id")
);
