import * as z from "zod";
import { Id } from "./ids.ts";

/** Queue `reelay-transcode`: process one generation of one video. */
export const TranscodeMessage = z.object({
	v: z.literal(1),
	videoId: Id,
	generation: z.int(),
	requestId: z.string(),
	/** When the job was first put on the queue; kept when it is put there again. */
	enqueuedAt: z.number(),
	/** What is served stays, and only its embedding or its cover is made anew, or a copy to be downloaded. */
	only: z.enum(["embedding", "cover", "download"]).optional(),
	/** Attempts that failed before this message was made; the queue's own count comes on top. */
	failures: z.int().min(0).optional(),
});
export type TranscodeMessage = z.infer<typeof TranscodeMessage>;

/** The arm of an experiment, and who was put into it: the random name of the session that was exposed first. */
export const ArmTag = z.object({ experiment: z.string(), arm: z.string(), unit: z.string() });
export type ArmTag = z.infer<typeof ArmTag>;
/** A viewer was shown, for the first time, what an arm's parameters made. */
export const Exposure = ArmTag.extend({ at: z.number() });
export type Exposure = z.infer<typeof Exposure>;

/** A row of the recommender's features, rounded, and the version of the model that gives its places their meaning. */
export const Lesson = z.object({ v: z.int(), row: z.array(z.number()).max(64) });
export type Lesson = z.infer<typeof Lesson>;

/** Queue `reelay-events`: what one request told a session. Over retries all of it stays as it is. */
export const EventsMessage = z.object({
	v: z.literal(1),
	/** Unlike any other batch's: by it what comes twice is counted once. */
	batchId: z.string(),
	/** The random name that the session gave itself: forgetting the session makes it nobody's. */
	pseudonym: z.string(),
	/** When the batch was closed, milliseconds since 1970. */
	closedAt: z.number(),
	events: z.array(
		z.object({
			eventId: z.string(),
			videoId: Id,
			/** `user:<id>` or `guest:<id>`. */
			viewer: z.string(),
			at: z.number(),
			kind: z.enum(["watch", "share", "not_interested"]),
			watchMs: z.number(),
			durationMs: z.number(),
			liked: z.boolean(),
			commented: z.boolean(),
			shared: z.boolean(),
			followed: z.boolean(),
			saved: z.boolean(),
			profileVisited: z.boolean(),
			replayed: z.boolean(),
			source: z.string(),
			/** Probability with which the slot was given to this video; null where it was not drawn. */
			propensity: z.number().nullable(),
			country: z.string().nullable(),
			/** Circumstances of the impression: kind of device, hour of the viewer's day. */
			device: z.enum(["phone", "desktop"]).nullable().optional(),
			hour: z.int().min(0).max(23).nullable().optional(),
			startupMs: z.number().nullable(),
			/** Experiments the viewer had been exposed to by then. */
			arms: z.array(ArmTag).optional(),
			/**
			 * False for what counts for nobody but the viewer: what no answer gave them within the hour, their own video, the same one again
			 * within the hour, more than anyone can have watched. Left out: true.
			 */
			qualifies: z.boolean().optional(),
			/** False of a viewer whose feed is not personal: it is counted, and nothing else is made of it. Left out: true. */
			personal: z.boolean().optional(),
			/** Whether the viewer had a history when it was told. */
			settled: z.boolean().optional(),
			/** Keyed hashes of the network address and of what surrounds it, of one day. */
			address: z.string().optional(),
			network: z.string().optional(),
			/** What it counts for beside others of its address: decided by the consumer, once, before anything is made of it. */
			moves: z.boolean().optional(),
			weight: z.number().optional(),
			spreads: z.boolean().optional(),
			/** Probability with which this viewer was expected to watch any video to the end. Left out: the prior. */
			expected: z.number().min(0).max(1).optional(),
			/** What the ranking saw of the video when it was shown, before anything was learned of it; left out when not sampled. */
			lesson: Lesson.optional(),
		}),
	),
	/** Each once per viewer and experiment. */
	exposures: z.array(Exposure).optional(),
});
export type EventsMessage = z.infer<typeof EventsMessage>;

/** How often the queue gave it up before: a store that is away for long is asked again, but not for ever. */
const givenUp = z.int().min(0).optional();

/** Queue `reelay-cleanup`: work that must happen after the answer was given, and again until it succeeds. */
export const CleanupMessage = z.discriminatedUnion("kind", [
	/** Remove every object, vector, counter and cache entry of a deleted video. */
	z.object({
		v: z.literal(1),
		kind: z.literal("purge_video"),
		videoId: Id,
		userId: Id,
		/** Not before this moment, milliseconds since 1970: until then the deletion can be undone. */
		notBefore: z.number().optional(),
		/** How often it was done before: a part or segment under way may arrive after the first time. */
		round: z.int().min(0).optional(),
		givenUp,
	}),
	/** Remove what came into the ingest folder of a video after its last purge: a part sent so slowly that its address ended on the way. */
	z.object({ v: z.literal(1), kind: z.literal("purge_parts"), videoId: Id, notBefore: z.number().optional(), givenUp }),
	/** Remove the objects of a generation that lost or was replaced. */
	z.object({
		v: z.literal(1),
		kind: z.literal("purge_generation"),
		videoId: Id,
		generation: z.int(),
		/** Not before this moment, milliseconds since 1970: immutable copies of a replaced generation are still in use. */
		notBefore: z.number().optional(),
		givenUp,
	}),
	/** Delete a copy that Cloudflare Stream holds. */
	z.object({ v: z.literal(1), kind: z.literal("purge_stream"), videoId: Id, uid: z.string(), notBefore: z.number().optional(), givenUp }),
]);
export type CleanupMessage = z.infer<typeof CleanupMessage>;

/** A mail as it is sent: plain text, and the same as simple HTML. */
export const Mail = z.object({
	to: z.email(),
	subject: z.string(),
	text: z.string(),
	html: z.string(),
	kind: z.enum([
		"reset_password",
		"confirm_email",
		"email_changing",
		"password_changed",
		"account_leaving",
		"digest",
		"video_failed",
		"export_ready",
	]),
	/** Where the one it goes to gets no more of its kind, by a POST without signing in (RFC 8058); of a list of mails only. */
	unsubscribe: z.url().optional(),
});
export type Mail = z.infer<typeof Mail>;

/** Queue `reelay-mail`. */
export const MailMessage = z.discriminatedUnion("task", [
	/**
	 * Send this, not after that moment (milliseconds since 1970). `id` is stable over retries: the provider sends it once. `userId` is
	 * told when it can't be sent.
	 */
	z.object({ v: z.literal(1), task: z.literal("send"), id: z.string(), userId: Id, mail: Mail, notAfter: z.number() }),
	/**
	 * Somebody forgot the password of the account of this name or address, if there is one: it is looked up here and not where it was
	 * asked for, whose answer and timing must not tell. `origin` is where links lead.
	 */
	z.object({ v: z.literal(1), task: z.literal("reset_password"), name: z.string(), origin: z.string() }),
]);
export type MailMessage = z.infer<typeof MailMessage>;

/** Queue `reelay-exports`: make the copy of a person's data that they asked for under this id. */
export const ExportMessage = z.object({ v: z.literal(1), userId: Id, exportId: Id });
export type ExportMessage = z.infer<typeof ExportMessage>;
