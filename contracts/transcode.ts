import * as z from "zod";
import { LibraryShard, Recognised } from "./copyright-matches.ts";
import { Id } from "./ids.ts";
import { RungName, StoredManifest } from "./media.ts";
import { Screening } from "./screening.ts";
import { MadeSound, SoundMix } from "./sound-files.ts";
import { Username } from "./users.ts";

/** An object as the parts it was uploaded in; readable by GET until they expire. */
const Pinned = z.object({
	parts: z
		.array(
			z.object({
				url: z.url(),
				bytes: z.int().positive(),
				/** As it was when the upload was completed, without quotes: asked for with `If-Match`, anything else is refused. */
				etag: z.string().min(1),
			}),
		)
		.min(1),
	bytes: z.int().positive(),
});

/** The protocol between the queue consumer and the transcoder service. `PUT /jobs/:videoId` starts or attaches. */
export const TranscodeJob = z.object({
	videoId: Id,
	/** A late result of an older generation can't overwrite a newer one. */
	generation: z.int().min(1),
	requestId: z.string(),
	/** The original. */
	source: Pinned,
	/** The sound that was added to it, and how loud each of the two is. */
	sound: z.object({ source: Pinned, mix: SoundMix }).optional(),
	/** Known recordings and videos, which the upload is compared with. */
	library: z.array(LibraryShard).optional(),
	/** Stretches of its sound that are silenced. */
	muted: z.array(z.object({ fromMs: z.int().min(0), toMs: z.int().min(0) })).optional(),
	/** Text that goes into the embedding. */
	text: z.object({ title: z.string(), description: z.string(), hashtags: z.array(z.string()) }),
	/** Where outputs go: a folder of the media bucket, with trailing slash. */
	outputPrefix: z.string(),
	/**
	 * Temporary credentials for that folder, and for nothing else: the service has none of its own. Left out where nothing is to
	 * be written.
	 */
	access: z.object({ accessKeyId: z.string(), secretAccessKey: z.string(), sessionToken: z.string() }).optional(),
	/** The frame its creator chose for the cover, and the number it is kept under. Left out: the transcoder chooses. */
	cover: z.object({ atMs: z.int().min(0), number: z.int().min(1) }).optional(),
	/**
	 * Only a part of what was transcoded before is wanted anew. `embedding`: the answer ends with `embedded`, and nothing is written.
	 * `cover`: that cover is written, and the answer ends with `covered`. `download`: that copy is written, and it ends with `copied`.
	 */
	only: z.enum(["embedding", "cover", "download"]).optional(),
	/** The copy to be downloaded: whose name it is marked with, and its own name in the folder. */
	download: z.object({ username: Username, name: z.string() }).optional(),
});
export type TranscodeJob = z.infer<typeof TranscodeJob>;

/** Named stages in their order; the creator sees them in words. */
export const Stage = z.enum(["queued", "downloading", "checking", "encoding", "artwork", "embedding", "uploading", "publishing", "done"]);
export type Stage = z.infer<typeof Stage>;

/** Why a job can't succeed however often it is tried. */
export const RefusalCode = z.enum([
	"not_a_video",
	"unsupported_codec",
	"truncated",
	"too_short",
	"too_long",
	"too_many_pixels",
	"too_many_frames",
	"too_many_streams",
	"size_mismatch",
	"original_changed",
	"no_picture",
	"damaged",
	"unprocessable",
]);
export type RefusalCode = z.infer<typeof RefusalCode>;

export const Probe = z.object({
	durationMs: z.int(),
	width: z.int(),
	height: z.int(),
	frameRate: z.number(),
	videoCodec: z.string(),
	audioCodec: z.string().nullable(),
	rotation: z.int(),
	hdr: z.boolean(),
	/** Why the file's sound is not in the renditions, as words for the creator that follow "without its sound:"; absent when nothing was dropped. */
	droppedSound: z.string().optional(),
});
export type Probe = z.infer<typeof Probe>;

/** 256 numbers, unit length, and which projection made them. */
export const Embedding = z.object({ version: z.string(), vector: z.array(z.number()).length(256) });
export type Embedding = z.infer<typeof Embedding>;

export const TranscodeResult = z.object({
	videoId: Id,
	generation: z.int(),
	probe: Probe,
	manifest: StoredManifest,
	blurhash: z.string(),
	/** Number of the cover that was made. */
	cover: z.int().min(0).default(0),
	/** Left out when the embedding failed: it does not block publishing. */
	embedding: Embedding.nullable(),
	/** What machines saw and heard in it; null where nothing looked: a person does then. */
	screening: Screening.nullable().default(null),
	/** Its own sound, as files that others can use; null where it has none, where another was added, and where that failed. */
	sound: MadeSound.nullable().default(null),
	/** What of the library is in it; null where it was not compared. */
	recognised: Recognised.nullable().optional(),
	bytesWritten: z.int(),
	cpuSeconds: z.number(),
	wallSeconds: z.number(),
	resumedRenditions: z.array(RungName).describe("Those that kept segments which an earlier attempt finished; only the rest was encoded"),
});
export type TranscodeResult = z.infer<typeof TranscodeResult>;

/** One line of the NDJSON answer. The last line is `done` (`embedded`, `covered` or `copied` where only that was asked for), `refused` or `failed`. */
export const TranscodeEvent = z.discriminatedUnion("type", [
	z.object({ type: z.literal("progress"), stage: Stage, progress: z.number().min(0).max(100), detail: z.string().optional() }),
	/** These renditions can already be played while others are still in the making. */
	z.object({
		type: z.literal("playable"),
		renditions: z.array(RungName),
		manifest: StoredManifest.optional(),
		blurhash: z.string().optional(),
	}),
	z.object({ type: z.literal("done"), result: TranscodeResult }),
	z.object({ type: z.literal("embedded"), embedding: Embedding }),
	z.object({ type: z.literal("covered"), blurhash: z.string() }),
	z.object({ type: z.literal("copied"), bytes: z.int() }),
	/** The input is at fault: retrying is pointless. `message` is for the creator. */
	z.object({ type: z.literal("refused"), code: RefusalCode, message: z.string() }),
	/** The service is at fault, or was stopped: try again. */
	z.object({ type: z.literal("failed"), code: z.string(), message: z.string() }),
	/** Keeps the connection open while nothing happens. */
	z.object({ type: z.literal("heartbeat") }),
]);
export type TranscodeEvent = z.infer<typeof TranscodeEvent>;
