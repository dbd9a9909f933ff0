import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { ClientUuid, Cursor, Id, Timestamp, VideoRef } from "./ids.ts";
import { ALT_MAX, DESCRIPTION_MAX, HASHTAG_LENGTH_MAX, HASHTAGS_MAX, TITLE_MAX } from "./limits.ts";
import { Manifest } from "./media.ts";
import { Sha256 } from "./screening.ts";
import { SoundMix } from "./sound-files.ts";
import { Stage } from "./transcode.ts";
import { UserSummary } from "./users.ts";
import { hashtagKey, isHashtag, lengthOf, writtenHashtag } from "./words.ts";

export const Visibility = z.enum(["public", "followers", "private"]);
export type Visibility = z.infer<typeof Visibility>;

/** How far a decision lets a video reach: anywhere its audience is; only who asks for it or its creator; the same because its creator's account is limited; only adults who do. */
export const RESTRICTIONS = ["none", "no_recommend", "limited", "age"] as const;
export type Restriction = (typeof RESTRICTIONS)[number];

/** Lifecycle of a video. Only `ready` is ever shown to others. */
export const VideoStatus = z.enum([
	"uploading",
	"processing",
	"ready",
	"failed",
	"review",
	"blocked",
	"copyright_flagged",
	"copyright_blocked",
	"deleted",
]);
export type VideoStatus = z.infer<typeof VideoStatus>;

/** A hashtag as it was typed, with or without its #; stored and shown so, and looked up by `hashtagKey`. */
export const Hashtag = z
	.string()
	// No sign is written with more than eighteen others: what is longer is not worth being read.
	.max(18 * HASHTAG_LENGTH_MAX)
	.transform(writtenHashtag)
	.pipe(
		z
			.string()
			.refine((tag) => lengthOf(tag) <= HASHTAG_LENGTH_MAX, `A hashtag has at most ${HASHTAG_LENGTH_MAX} characters.`)
			.refine(isHashtag, "A hashtag has letters, digits and underscores only, and at least one letter or digit."),
	);
/** A hashtag as it is looked up: a topic of the feed. */
export const TopicKey = Hashtag.transform(hashtagKey);

const VideoParams = z.object({ videoId: VideoRef });

/** Playlist address by rung: `{"360p": "/videos/…/360p.m3u8"}`. */
export const RenditionUrls = z.record(z.string(), z.string());

/** What a feed shows: everything needed to draw the card and start playing. */
export const VideoCard = z.object({
	id: Id,
	user: UserSummary.extend({ following: z.boolean() }),
	title: z.string(),
	description: z.string(),
	alt: z.string().describe("What is to be seen, in its creator's words, for who can't see it; empty where there is none"),
	hashtags: z.array(z.string()),
	musicId: Id.nullable(),
	sound: z
		.object({ id: Id, title: z.string(), artistName: z.string() })
		.optional()
		.describe("The sound it uses, where the viewer may see that"),
	urls: RenditionUrls,
	manifest: Manifest,
	thumbnail: z.string(),
	blurhash: z.string(),
	width: z.int(),
	height: z.int(),
	durationMs: z.int(),
	viewCount: z.int(),
	likeCount: z.int(),
	commentCount: z.int(),
	shareCount: z.int(),
	liked: z.boolean(),
	saved: z.boolean().describe("Among the viewer's favourites, which only they see"),
	visibility: Visibility,
	allowReposts: z.boolean(),
	allowDownload: z.boolean(),
	createdAt: Timestamp,
	repostedBy: UserSummary.optional().describe("In Following and Friends: who of those followed passed it on"),
	followedHashtag: z.string().optional().describe("In Following: the hashtag that brought it, as it is looked up"),
	trending: z.boolean().optional().describe("True while it spreads far faster than expected"),
});
export type VideoCard = z.infer<typeof VideoCard>;

/** A video on its creator's profile; `card` is there once it can be played. */
export const VideoTile = z.object({
	id: Id,
	status: VideoStatus,
	visibility: Visibility,
	title: z.string(),
	thumbnail: z.string().nullable(),
	blurhash: z.string().nullable(),
	viewCount: z.int(),
	likeCount: z.int(),
	createdAt: Timestamp,
	card: VideoCard.nullable(),
	own: z
		.object({
			description: z.string(),
			alt: z.string(),
			allowReposts: z.boolean(),
			allowDownload: z.boolean(),
			hashtags: z.array(z.string()),
			coverAtMs: z.int().nullable().describe("The frame chosen for the cover; null when it was chosen for them"),
			coverInMaking: z.boolean(),
			failure: z.object({ code: z.string(), message: z.string(), canRetry: z.boolean() }).nullable(),
			restriction: z.enum(RESTRICTIONS).describe("What a decision takes from it while it is up"),
		})
		.optional()
		.describe("What only its creator is told"),
});
export type VideoTile = z.infer<typeof VideoTile>;

export const UploadPart = z.object({ partNumber: z.int().min(1), url: z.string() });
export const Upload = z.object({
	videoId: Id,
	chunkSize: z.int(),
	uploadUrl: z.string().describe("The first part's address, enough when there is one part"),
	parts: z.array(UploadPart).describe("PUT each part's bytes to its url; only parts that have not arrived"),
	arrived: z.array(z.object({ partNumber: z.int(), bytes: z.int(), etag: z.string() })),
	expiresAt: Timestamp,
});
export type Upload = z.infer<typeof Upload>;

export const initUpload = endpoint({
	id: "initUpload",
	method: "POST",
	path: "/api/v1/videos/upload/init",
	tag: "Upload",
	access: "user",
	status: 201,
	alsoStatus: [200],
	summary: "Begin an upload, or find the one begun under the same id",
	body: z.object({
		filename: z.string().min(1).max(255),
		filesize: z.int(),
		duration_ms: z.number(),
		videoId: ClientUuid.optional().describe("Client-made UUID: the idempotency key"),
	}),
	answer: Upload,
	problems: [
		"file_too_large",
		"unsupported_type",
		"duration_out_of_range",
		"upload_conflict",
		"upload_closed",
		"upload_expired",
		"daily_limit",
	],
});
export const checkFile = endpoint({
	id: "checkFile",
	method: "POST",
	path: "/api/v1/videos/upload/check",
	tag: "Upload",
	access: "user",
	status: 200,
	summary: "Ask whether a file was removed here before, so that it need not be sent; the server looks itself when it has it",
	body: z.object({ sha256: Sha256.describe("Of the file's bytes, hexadecimal") }),
	answer: z.object({ known: z.boolean() }),
	problems: [],
});
export const getUpload = endpoint({
	id: "getUpload",
	method: "GET",
	path: "/api/v1/videos/upload/:videoId",
	tag: "Upload",
	access: "user",
	status: 200,
	summary: "Which parts arrived; fresh addresses for the rest",
	params: VideoParams,
	answer: Upload,
	problems: ["upload_not_found", "upload_closed", "upload_expired"],
});
export const abortUpload = endpoint({
	id: "abortUpload",
	method: "DELETE",
	path: "/api/v1/videos/upload/:videoId",
	tag: "Upload",
	access: "user",
	status: 204,
	summary: "Give up an upload and remove its parts",
	params: VideoParams,
	problems: ["upload_not_found", "upload_closed"],
});
export const completeUpload = endpoint({
	id: "completeUpload",
	method: "POST",
	path: "/api/v1/videos/:videoId/upload/complete",
	tag: "Upload",
	access: "user",
	status: 202,
	summary: "All parts are there: publish under these words",
	params: VideoParams,
	body: z.object({
		title: z.string().trim().max(TITLE_MAX).default(""),
		description: z.string().max(DESCRIPTION_MAX).default(""),
		hashtags: z.array(Hashtag).max(HASHTAGS_MAX).default([]),
		musicId: Id.nullish().describe("A sound to be put under it, or in place of its own"),
		soundMix: SoundMix.optional(),
		visibility: Visibility.default("public"),
		alt: z.string().trim().max(ALT_MAX).default(""),
		allowReposts: z.boolean().default(true),
		allowDownload: z.boolean().default(false),
		parts: z.array(z.object({ partNumber: z.int().min(1), etag: z.string() })).optional(),
	}),
	answer: z.object({ videoId: Id, status: VideoStatus }),
	problems: [
		"not_allowed",
		"upload_not_found",
		"upload_closed",
		"upload_expired",
		"upload_incomplete",
		"part_mismatch",
		"size_mismatch",
		"unsupported_type",
		"sound_not_available",
	],
});

/** How far a video is on its way; also each event of the status stream. */
export const ProcessingStatus = z.object({
	videoId: Id,
	status: VideoStatus,
	progress: z.number().min(0).max(100),
	stage: Stage,
	detail: z.string().optional(),
	urls: RenditionUrls,
	manifest: Manifest.nullable(),
	thumbnail: z.string().nullable(),
	estimatedSecondsLeft: z.number().nullable(),
	failure: z.object({ code: z.string(), message: z.string() }).optional(),
	warning: z.string().optional().describe("A sentence for its creator: the video is up, but without its sound, and why"),
});
export type ProcessingStatus = z.infer<typeof ProcessingStatus>;
export const videoStatus = endpoint({
	id: "videoStatus",
	method: "GET",
	path: "/api/v1/videos/:videoId/status",
	tag: "Upload",
	access: "user",
	status: 200,
	summary: "Progress of processing; with `Accept: text/event-stream`, live",
	params: VideoParams,
	answer: ProcessingStatus,
	problems: ["video_not_found"],
});
export const getVideo = endpoint({
	id: "getVideo",
	method: "GET",
	path: "/api/v1/videos/:videoId",
	tag: "Videos",
	access: "viewer",
	status: 200,
	summary: "One video",
	params: VideoParams,
	answer: z.object({ video: VideoCard }),
	problems: ["video_not_found"],
});
export const updateVideo = endpoint({
	id: "updateVideo",
	method: "PATCH",
	path: "/api/v1/videos/:videoId",
	tag: "Videos",
	access: "user",
	status: 200,
	summary: "Change title, description, alt text, hashtags, who may see it, pass it on or keep a copy",
	params: VideoParams,
	body: z.object({
		title: z.string().trim().max(TITLE_MAX).optional(),
		description: z.string().max(DESCRIPTION_MAX).optional(),
		hashtags: z.array(Hashtag).max(HASHTAGS_MAX).optional(),
		visibility: Visibility.optional(),
		alt: z.string().trim().max(ALT_MAX).optional(),
		allowReposts: z.boolean().optional(),
		allowDownload: z.boolean().optional(),
	}),
	answer: z.object({ video: VideoTile }),
	problems: ["video_not_found", "not_allowed"],
});
export const deleteVideo = endpoint({
	id: "deleteVideo",
	method: "DELETE",
	path: "/api/v1/videos/:videoId",
	tag: "Videos",
	access: "user",
	status: 204,
	summary: "Delete a video, at any moment of its life",
	params: VideoParams,
	query: z.object({
		undoable: z
			.enum(["true", "false"])
			.optional()
			.describe("`true`: hidden at once, and for some seconds `restore` brings it back as it was"),
	}),
	problems: ["video_not_found"],
});
export const restoreVideo = endpoint({
	id: "restoreVideo",
	method: "POST",
	path: "/api/v1/videos/:videoId/restore",
	tag: "Videos",
	access: "user",
	status: 200,
	summary: "Undo a deletion that was undoable, within 15 seconds",
	params: VideoParams,
	answer: z.object({ video: VideoTile }),
	problems: ["video_not_found", "undo_expired"],
});
export const setCover = endpoint({
	id: "setCover",
	method: "PUT",
	path: "/api/v1/videos/:videoId/cover",
	tag: "Videos",
	access: "user",
	status: 202,
	summary: "Choose the frame that is the video's cover; it is made within seconds, at an address of its own",
	params: VideoParams,
	body: z.object({ atMs: z.int().min(0).describe("Milliseconds from the start") }),
	answer: z.object({ video: VideoTile }),
	problems: ["video_not_found", "not_ready"],
});
export const retryVideo = endpoint({
	id: "retryVideo",
	method: "POST",
	path: "/api/v1/videos/:videoId/retry",
	tag: "Videos",
	access: "user",
	status: 202,
	summary: "Process a video again that failed through no fault of its own",
	params: VideoParams,
	answer: z.object({ video: VideoTile }),
	problems: ["video_not_found", "not_reprocessable"],
});
export const listUserVideos = endpoint({
	id: "listUserVideos",
	method: "GET",
	path: "/api/v1/users/:userId/videos",
	tag: "Users",
	access: "viewer",
	status: 200,
	summary: "A user's videos, newest first; one's own include those still processing",
	params: z.object({ userId: z.string() }),
	query: z.object({ limit: z.coerce.number().int().min(1).max(60).default(20), cursor: Cursor.optional() }),
	answer: z.object({ videos: z.array(VideoTile), nextCursor: Cursor.nullable() }),
	problems: ["user_not_found", "account_private"],
});
export const reprocessVideo = endpoint({
	id: "reprocessVideo",
	method: "POST",
	path: "/internal/videos/:videoId/reprocess",
	tag: "Operators",
	access: "admin",
	status: 202,
	summary: "Transcode again from the original, as a new generation",
	params: VideoParams,
	answer: z.object({ videoId: Id, status: VideoStatus, generation: z.int() }),
	problems: ["video_not_found", "not_reprocessable"],
});
export const probeStore = endpoint({
	id: "probeStore",
	method: "POST",
	path: "/internal/uploads/probe",
	tag: "Operators",
	access: "admin",
	status: 200,
	summary: "Try what the holders of upload addresses and job credentials must not be able to do",
	answer: z.object({ found: z.array(z.string()).describe("What was possible, in words; empty when all is as it should be") }),
	problems: ["unavailable"],
});
export const mediaGrant = endpoint({
	id: "mediaGrant",
	method: "GET",
	path: "/api/v1/videos/:videoId/manifest",
	tag: "Videos",
	access: "viewer",
	status: 200,
	summary: "A fresh manifest: for private videos its addresses carry a new, expiring grant",
	params: VideoParams,
	answer: z.object({ manifest: Manifest, thumbnail: z.string() }),
	problems: ["video_not_found"],
});
