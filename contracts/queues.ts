import * as z from "zod";
import { Id } from "./ids.ts";

/** Queue `reelay-transcode`: process one generation of one video. */
export const TranscodeMessage = z.object({
	v: z.literal(1),
	videoId: Id,
	generation: z.int(),
	requestId: z.string(),
	enqueuedAt: z.number(),
});
export type TranscodeMessage = z.infer<typeof TranscodeMessage>;

/** Queue `reelay-events`: what one session drained from its outbox. `batchId` is stable over retries. */
export const EventsMessage = z.object({
	v: z.literal(1),
	batchId: z.string(),
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
			replayed: z.boolean(),
			source: z.string(),
			/** Probability with which the slot was given to this video; null where it was not drawn. */
			propensity: z.number().nullable(),
			country: z.string().nullable(),
			startupMs: z.number().nullable(),
		}),
	),
});
export type EventsMessage = z.infer<typeof EventsMessage>;

/** Queue `reelay-cleanup`: work that must happen after the answer was given, and again until it succeeds. */
export const CleanupMessage = z.discriminatedUnion("kind", [
	/** Remove every object, vector, counter and cache entry of a deleted video. */
	z.object({ v: z.literal(1), kind: z.literal("purge_video"), videoId: Id, userId: Id }),
	/** Remove the objects of a generation that lost or was replaced. */
	z.object({ v: z.literal(1), kind: z.literal("purge_generation"), videoId: Id, generation: z.int() }),
]);
export type CleanupMessage = z.infer<typeof CleanupMessage>;
