import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Id } from "./ids.ts";
import { MESSAGE_EVENTS, MESSAGE_SIGNALS, TypingFrame } from "./messages.ts";

/**
 * The one socket of a client. What happens to a person is an event in the log of their inbox, each with a revision of its own, in order
 * and without gaps: who names the last one they have is given all after it, or told that their lists must be read anew.
 */
export const live = endpoint({
	id: "live",
	method: "GET",
	path: "/api/v1/live",
	tag: "Live",
	access: "user",
	status: 101,
	summary: "A WebSocket that tells what happens to the signed-in user as it happens",
	problems: ["upgrade_required", "csrf_rejected"],
});

/** Grows by each event of a person's log; 0 stands before the first. */
export const Revision = z.int().min(0);

/** What is kept, and told again to whoever comes back. Every feature that tells something adds its kind here. */
export const LiveEvent = z.discriminatedUnion("kind", [
	/** Notices came, were read on some device, or were withdrawn: how many are unread now. Only the latest is kept. */
	z.object({ kind: z.literal("notices"), unread: z.int().min(0) }),
	...MESSAGE_EVENTS,
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

/** What is told to who is there, and not kept. */
export const LiveSignal = z.discriminatedUnion("kind", [
	/** Something about the comments of the video that this client watches. `authorId` is whose comment it is: nobody hears of whom they may not meet. */
	z.object({
		kind: z.literal("comment"),
		videoId: Id,
		change: z.enum(["created", "changed", "removed"]),
		commentId: Id,
		authorId: Id,
		/** Comments of the video after it; null when it is not known. */
		commentCount: z.int().nullable(),
	}),
	...MESSAGE_SIGNALS,
]);
export type LiveSignal = z.infer<typeof LiveSignal>;
/** What a video's room tells those who have its comments open. */
export type CommentSignal = Extract<LiveSignal, { kind: "comment" }>;

/** What a client says. */
export const ClientFrame = z.discriminatedUnion("type", [
	/** First of all, and once: the last revision it has, or null for one that has none and reads its lists. Nothing is told before. */
	z.object({ type: z.literal("resume"), rev: Revision.nullable() }),
	/** The comments of this video are open, and of no other; said again within `WATCH_LEASE_MS` while they are. */
	z.object({ type: z.literal("watch"), videoId: Id }),
	z.object({ type: z.literal("unwatch") }),
	TypingFrame,
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

/** What the server says. A frame of a type that a client does not know is passed over. */
export const ServerFrame = z.discriminatedUnion("type", [
	/** Answers `resume`: the newest revision. What the client misses up to it follows. */
	z.object({ type: z.literal("hello"), rev: Revision }),
	/** The revision the client named is too old, or not of this log: its lists are to be read anew, and `rev` is where it goes on. */
	z.object({ type: z.literal("reset"), rev: Revision }),
	z.object({ type: z.literal("events"), events: z.array(z.object({ rev: Revision, event: LiveEvent })) }),
	z.object({ type: z.literal("signals"), signals: z.array(LiveSignal) }),
	/** Answers `watch`. Not live: there is no such video for this person, or it has too many watchers; the client asks now and then. */
	z.object({ type: z.literal("watching"), videoId: Id, live: z.boolean() }),
]);
export type ServerFrame = z.infer<typeof ServerFrame>;

/** What a client sends to hear that the line holds, and what comes back: answered without waking the object. */
export const PING = "ping";
export const PONG = "pong";

/** A frame of a client has at most this many characters. */
export const CLIENT_FRAME_MAX = 4_096;
/** Frames a client may send within this time, milliseconds: far more than anybody types or opens. */
export const FRAMES_MAX = 200;
export const FRAMES_WITHIN_MS = 10_000;
/** Sockets of one person at the same time; the oldest makes room for one more. */
export const SOCKETS_MAX = 20;
/** A sheet of comments is told of what happens for this long after `watch` was said, milliseconds. */
export const WATCH_LEASE_MS = 150_000;

/** Why a socket was closed, beside the standard's codes. */
export const CLOSED = {
	/** The session was ended: signing in anew is the way back. */
	signedOut: 4_001,
	/** Another socket of the same person took its place. */
	tooMany: 4_002,
	/** It sent what no client of ours sends. */
	unreadable: 4_003,
	/** It sent more than `FRAMES_MAX` within `FRAMES_WITHIN_MS`. */
	tooFast: 4_004,
} as const;
