import * as z from "zod";

/** Raised when a line changes its meaning; a reader leaves out files of a version it doesn't know, and says so. */
export const ARCHIVE_VERSION = 1;

/**
 * One impression in the event archive: gzip NDJSON, one file an hour and writer. `viewer` is a pseudonym under a per-person
 * key: with the key deleted, the lines can't be linked to anyone.
 */
export const ArchivedEvent = z.object({
	v: z.literal(ARCHIVE_VERSION),
	eventId: z.string(),
	viewer: z.string(),
	videoId: z.string(),
	/** Milliseconds since 1970. */
	at: z.number(),
	watchMs: z.number().min(0),
	durationMs: z.number().min(0),
	liked: z.boolean(),
	commented: z.boolean(),
	shared: z.boolean(),
	followed: z.boolean(),
	/** Not in the lines of the first days. */
	saved: z.boolean().optional(),
	profileVisited: z.boolean().optional(),
	/** Where it was shown: fyp, following, search … */
	source: z.string(),
	propensity: z.number().nullable(),
	country: z.string().nullable(),
	/** Circumstances of the impression; not in the lines of the first days. */
	device: z.enum(["phone", "desktop"]).nullable().optional(),
	hour: z.int().min(0).max(23).nullable().optional(),
});
export type ArchivedEvent = z.infer<typeof ArchivedEvent>;

/** What the trainer needs to know of a video: one line of `catalogue/videos.ndjson.gz`. */
export const CatalogueLine = z.object({
	v: z.literal(ARCHIVE_VERSION),
	videoId: z.string(),
	creatorId: z.string(),
	topics: z.array(z.string()),
	soundId: z.string().nullable(),
	durationMs: z.number(),
	createdAt: z.number(),
	country: z.string().nullable(),
	/** Content vector, int8, base64; null while unknown. */
	vector: z.string().nullable(),
	/** Version of the projection that spans the space the vectors are in: the one that is served. Left out where there is but one. */
	space: z.string().nullable().optional(),
});
export type CatalogueLine = z.infer<typeof CatalogueLine>;

const two = (value: number): string => String(value).padStart(2, "0");

/** Folder of the hour (UTC) a moment lies in: `events/v1/2026/11/23/04/`. */
export function archiveHour(at: number): string {
	const time = new Date(at);
	return `events/v${ARCHIVE_VERSION}/${time.getUTCFullYear()}/${two(time.getUTCMonth() + 1)}/${two(time.getUTCDate())}/${two(time.getUTCHours())}/`;
}

export const ARCHIVE_PREFIX = `events/v${ARCHIVE_VERSION}/`;
export const CATALOGUE_KEY = "catalogue/videos.ndjson.gz";

/** One line of `models/vectors.ndjson.gz`: the vector a video is to be served by, int8, base64, in the space of the catalogue. */
export const VectorLine = z.object({ videoId: z.string(), vector: z.base64() });
export type VectorLine = z.infer<typeof VectorLine>;

/** What a training run left: read first, so that parts of different runs are told apart. */
export const ModelManifest = z.object({
	id: z.string(),
	modelVersion: z.int(),
	trainedAt: z.number(),
	events: z.int(),
	viewers: z.int(),
	videos: z.int(),
	linkedVideos: z.int(),
	/** True when there was too little to learn a ranking from, and the shipped one stands. */
	fallbackRanking: z.boolean(),
	/** Space of the vectors, as the catalogue named it. */
	space: z.string().nullable().optional(),
});
export type ModelManifest = z.infer<typeof ModelManifest>;

/** Workers KV takes values of at most 25 MiB: what is served out of one must stay below, bytes. */
export const SERVED_VALUE_MAX_BYTES = 24 * 1024 * 1024;

/** What the trainer leaves, under `models/`: the first two are read by the Worker under the names after the slash. */
export const MODEL_FILES = {
	rank: "models/rank-model",
	neighbours: "models/neighbours",
	vectors: "models/vectors.ndjson.gz",
	manifest: "models/manifest.json",
} as const;
