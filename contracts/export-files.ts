import * as z from "zod";
import { Id, Timestamp } from "./ids.ts";
import { Message } from "./messages.ts";

/**
 * What stands in the archive that a person is given of all there is of them: lists of rows in JSON, each described here, with its schema
 * beside it, and the files they uploaded. A row with a field that is not named here fails rather than going out.
 */

/** Somebody else; the name is null where they are gone. */
const Person = z.strictObject({ id: Id, username: z.string().nullable() });
const ofVideo = { videoId: Id };
const Circle = z.string().nullable().describe("Null: as an account begins");

interface ExportFile<Row extends z.ZodType = z.ZodType> {
	/** What it is, for who reads the archive. */
	readonly about: string;
	readonly row: Row;
}
const file = <Row extends z.ZodType>(about: string, row: Row): ExportFile<Row> => ({ about, row });

export const EXPORT_FILES = {
	account: file(
		"What you signed up with",
		z.strictObject({
			id: Id,
			username: z.string(),
			email: z.string().nullable(),
			emailVerified: z.boolean(),
			pendingEmail: z.string().nullable(),
			birthdate: z.iso.date(),
			accountType: z.string(),
			createdAt: Timestamp,
			formerUsernames: z.array(z.strictObject({ username: z.string(), until: Timestamp })),
		}),
	),
	sessions: file(
		"Where you are signed in",
		z.strictObject({
			createdAt: Timestamp,
			lastUsedAt: Timestamp,
			expiresAt: Timestamp,
			ipAddress: z.string().nullable(),
			userAgent: z.string().nullable(),
		}),
	),
	profile: file(
		"Your profile",
		z.strictObject({
			username: z.string(),
			displayName: z.string(),
			bio: z.string(),
			links: z.array(z.string()),
			verified: z.boolean(),
			isPrivate: z.boolean(),
			showsLiked: z.boolean(),
			interests: z.array(z.string()),
			followersCount: z.int(),
			followingCount: z.int(),
			likesCount: z.int(),
			videosCount: z.int(),
			createdAt: Timestamp,
		}),
	),
	videos: file(
		"Your videos, and what our checks made of them; the files are in media/videos",
		z.strictObject({
			id: Id,
			file: z.string().nullable().describe("Where the upload lies in this archive; null where it is not kept"),
			title: z.string(),
			description: z.string(),
			alt: z.string(),
			hashtags: z.array(z.string()),
			soundId: Id.nullable(),
			status: z.string(),
			visibility: z.string(),
			restriction: z.string(),
			allowReposts: z.boolean(),
			allowDownload: z.boolean(),
			country: z.string().nullable(),
			originalBytes: z.int(),
			durationMs: z.int().nullable(),
			width: z.int().nullable(),
			height: z.int().nullable(),
			viewCount: z.int(),
			likeCount: z.int(),
			commentCount: z.int(),
			shareCount: z.int(),
			createdAt: Timestamp,
			publishedAt: Timestamp.nullable(),
			comments: z
				.strictObject({ from: z.string().nullable(), holdAll: z.boolean().nullable(), words: z.array(z.string()) })
				.nullable()
				.describe("Who may comment, where you chose differently from all of your videos"),
			checks: z.array(z.strictObject({ at: Timestamp, verdict: z.string(), policy: z.string(), transcript: z.unknown() })),
		}),
	),
	pinned_videos: file("Videos at the top of your profile", z.strictObject({ ...ofVideo, at: Timestamp })),
	sounds: file(
		"Sounds made of your videos",
		z.strictObject({
			id: Id,
			title: z.string(),
			durationMs: z.int(),
			videoCount: z.int(),
			offAt: Timestamp.nullable().describe("Since when others can't use it"),
			createdAt: Timestamp,
		}),
	),
	comments: file(
		"Comments you wrote",
		z.strictObject({
			id: Id,
			...ofVideo,
			text: z.string(),
			replyToId: Id.nullable(),
			likeCount: z.int(),
			createdAt: Timestamp,
			editedAt: Timestamp.nullable(),
			earlier: z.array(z.strictObject({ text: z.string(), until: Timestamp })).describe("What it said before it was changed"),
		}),
	),
	comment_likes: file("Comments you liked", z.strictObject({ commentId: Id, at: Timestamp })),
	comment_settings: file(
		"Who may comment on your videos",
		z.strictObject({ commentsFrom: z.string(), holdAll: z.boolean(), words: z.array(z.string()) }),
	),
	likes: file("Videos you liked", z.strictObject({ ...ofVideo, at: Timestamp })),
	favourites: file("Videos you saved", z.strictObject({ ...ofVideo, at: Timestamp })),
	collections: file(
		"Collections you made of them",
		z.strictObject({
			id: Id,
			name: z.string(),
			isShared: z.boolean(),
			createdAt: Timestamp,
			videos: z.array(z.strictObject({ ...ofVideo, addedAt: Timestamp })),
		}),
	),
	favourite_sounds: file("Sounds you saved", z.strictObject({ soundId: Id, at: Timestamp })),
	reposts: file("Videos you reposted", z.strictObject({ ...ofVideo, at: Timestamp })),
	followed_hashtags: file("Hashtags you follow", z.strictObject({ tag: z.string(), at: Timestamp })),
	following: file("People you follow", z.strictObject({ person: Person, at: Timestamp })),
	followers: file("People who follow you", z.strictObject({ person: Person, at: Timestamp })),
	follow_requests: file(
		"Follows that were asked for, by you or of you",
		z.strictObject({ person: Person, by: z.enum(["you", "them"]), at: Timestamp }),
	),
	blocked: file("People you blocked", z.strictObject({ person: Person, at: Timestamp })),
	muted: file("People you muted", z.strictObject({ person: Person, at: Timestamp })),
	conversations: file(
		"Your conversations",
		z.strictObject({
			id: z.string(),
			kind: z.string(),
			name: z.string().nullable(),
			standing: z.string(),
			people: z.array(Person),
		}),
	),
	messages: file(
		"Messages in them that you can read; photos and voice notes are in media/messages",
		z.strictObject({
			conversationId: z.string(),
			seq: z.int(),
			sender: Person.nullable(),
			sentAt: Timestamp,
			editedAt: Timestamp.nullable(),
			content: Message.shape.content,
			file: z.string().nullable(),
			replyToSeq: z.int().nullable(),
			reactions: Message.shape.reactions,
		}),
	),
	message_settings: file("Who may write to you", z.strictObject({ whoMayWrite: Circle, whoMayAdd: Circle })),
	watch_history: file("What you watched", z.strictObject({ ...ofVideo, watchedAt: Timestamp })),
	feed_preferences: file(
		"What you told your feed, and what it learned of you",
		z.strictObject({
			interests: z.array(z.string()),
			topics: z.array(z.strictObject({ topic: z.string(), weight: z.number(), learned: z.number(), picked: z.boolean() })),
			keywords: z.array(z.string()),
			hashtags: z.array(z.string()),
			muted: z.array(z.strictObject({ scope: z.string(), key: z.string(), videoId: Id.nullable(), at: Timestamp })),
		}),
	),
	screen_time: file("How long you watched, by the hour", z.strictObject({ hour: Timestamp, watchedMs: z.int() })),
	screen_time_settings: file(
		"After how long you want to be told",
		z.strictObject({ limitMin: z.int().nullable(), breakMin: z.int().nullable() }),
	),
	notifications: file(
		"What you were told",
		z.strictObject({
			type: z.string(),
			text: z.string(),
			videoId: Id.nullable(),
			commentId: Id.nullable(),
			at: Timestamp,
		}),
	),
	notification_settings: file(
		"What you want to be told, and of whom you don't",
		z.strictObject({
			types: z.record(z.string(), z.strictObject({ inApp: z.boolean(), push: z.boolean() })),
			quietHours: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
			timeZone: z.string(),
			mail: z.strictObject({ videoFailed: z.boolean(), digest: z.boolean() }),
			pushDevices: z.int(),
			muted: z.array(Person),
		}),
	),
	standing: file(
		"How your account stands",
		z.strictObject({
			state: z.string(),
			suspendedUntil: Timestamp.nullable(),
			limitedUntil: Timestamp.nullable(),
			strikes: z.array(z.strictObject({ decisionId: Id, reason: z.string(), at: Timestamp, expiresAt: Timestamp })),
		}),
	),
	decisions: file(
		"What was decided about what is yours, and why",
		z.strictObject({
			id: Id,
			about: z.string(),
			videoId: Id.nullable(),
			decision: z.string(),
			reason: z.string(),
			facts: z.string(),
			ground: z.string(),
			explanation: z.string(),
			at: Timestamp,
			until: Timestamp.nullable(),
			state: z.string(),
		}),
	),
	appeals: file(
		"Your appeals",
		z.strictObject({
			id: Id,
			decisionId: Id,
			text: z.string(),
			state: z.string(),
			outcome: z.string().nullable(),
			createdAt: Timestamp,
			decidedAt: Timestamp.nullable(),
		}),
	),
	reports: file(
		"What you reported",
		z.strictObject({
			id: Id,
			about: z.string(),
			label: z.string(),
			reason: z.string(),
			note: z.string(),
			state: z.string(),
			createdAt: Timestamp,
			decidedAt: Timestamp.nullable(),
		}),
	),
	copyright_references: file(
		"Recordings that are known to be yours",
		z.strictObject({ id: Id, kind: z.string(), title: z.string(), artist: z.string(), policy: z.string(), createdAt: Timestamp }),
	),
	copyright_claims: file(
		"What you claimed as your work",
		z.strictObject({
			id: Id,
			...ofVideo,
			holder: z.string(),
			name: z.string(),
			title: z.string(),
			artist: z.string(),
			policy: z.string(),
			statement: z.string(),
			links: z.array(z.string()),
			state: z.string(),
			createdAt: Timestamp,
			decidedAt: Timestamp.nullable(),
		}),
	),
	copyright_matches: file(
		"What was found in your videos of others'",
		z.strictObject({
			id: Id,
			...ofVideo,
			what: z.string(),
			fromMs: z.int(),
			toMs: z.int(),
			action: z.string(),
			createdAt: Timestamp,
		}),
	),
	copyright_disputes: file(
		"Your objections to that",
		z.strictObject({
			id: Id,
			matchId: Id,
			...ofVideo,
			ground: z.string(),
			statement: z.string(),
			state: z.string(),
			createdAt: Timestamp,
			decidedAt: Timestamp.nullable(),
		}),
	),
} as const satisfies Readonly<Record<string, ExportFile>>;

export type ExportFileName = keyof typeof EXPORT_FILES;
export type RowOf<Name extends ExportFileName> = z.input<(typeof EXPORT_FILES)[Name]["row"]>;
export const EXPORT_FILE_NAMES = Object.keys(EXPORT_FILES) as ExportFileName[];
