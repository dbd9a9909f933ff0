import * as z from "zod";
import { fnv1a } from "./fnv1a.ts";

/** Ladder rungs by the short side of the picture, pixels. A video has those up to its source's short side. */
export const RUNGS = [240, 360, 480, 720, 1080] as const;
export const RungName = z.enum(["240p", "360p", "480p", "720p", "1080p"]);
export type RungName = z.infer<typeof RungName>;

/** One rendition, measured after encoding. Bandwidths in bits per second: peak segment, and mean. */
export const Rendition = z.object({
	name: RungName,
	width: z.int(),
	height: z.int(),
	bandwidth: z.int(),
	averageBandwidth: z.int(),
	frameRate: z.number(),
	codecs: z.string(),
	bytes: z.int(),
});
export type Rendition = z.infer<typeof Rendition>;

/**
 * What a player needs to start without a playlist round trip. Segments are aligned over renditions and all as long as
 * `segmentSeconds`, but for the last. Paths below `base`: `{rung}.m3u8`, `{rung}/init.mp4`, `{rung}/{n}.m4s` (n from 0),
 * `master.m3u8`, `cover.jpg` (`cover-{n}.jpg` where its creator chose it), `storyboard.jpg`, `storyboard.vtt`.
 */
export const Manifest = z.object({
	url: z.string().describe("The master playlist"),
	base: z.string().describe("Folder of this generation, with trailing slash"),
	segmentSeconds: z.number(),
	lastSegmentSeconds: z.number(),
	segmentCount: z.int(),
	hasAudio: z.boolean(),
	renditions: z.array(Rendition),
	/** Another service's HLS: then `url` is this address, and there are no segments of ours below `base`. */
	external: z.url().optional(),
});
export type Manifest = z.infer<typeof Manifest>;

/** The part of a manifest that is stored; `url` and `base` are made when presented. */
export const StoredManifest = Manifest.omit({ url: true, base: true });
export type StoredManifest = z.infer<typeof StoredManifest>;

/**
 * The original of a video as it was when its upload was completed: whatever is put to an address of a part later is another
 * original, and is not taken for this one. `folder` is that of its parts in the ingest bucket.
 */
export const Original = z.object({
	folder: z.string(),
	/** In their order; ETags without quotes. */
	parts: z.array(z.object({ bytes: z.int().positive(), etag: z.string().min(1) })).min(1),
});
export type Original = z.infer<typeof Original>;

/**
 * Object keys in the ingest bucket, the only one that strangers hold addresses of. Each upload draws its `folder` at random, so
 * that nobody can name a part of somebody else's.
 */
export const ingestKeys = {
	/** All there is of a video. */
	video: (videoId: string) => `${videoId}/`,
	/** What the keys of all parts begin with. */
	parts: (videoId: string, folder: string) => `${ingestKeys.video(videoId)}${folder}/part-`,
	/** Uploaded part, numbered from 1. */
	part: (videoId: string, folder: string, partNumber: number) =>
		`${ingestKeys.parts(videoId, folder)}${String(partNumber).padStart(5, "0")}`,
	/** The sound that was added to it. */
	sound: (videoId: string, folder: string) => `${ingestKeys.video(videoId)}${folder}/sound`,
	/** All parts in one piece, for a backend that can't read parts. */
	whole: (videoId: string, folder: string) => `${ingestKeys.video(videoId)}${folder}/whole`,
} as const;

/** Name of a cover in its generation's folder, by its number. */
export const coverName = (number: number): string => (number === 0 ? "cover.jpg" : `cover-${number}.jpg`);

/**
 * Name in its generation's folder of the copy to be downloaded, which is marked with its creator's user name: the number stands for that
 * name, so that a copy of a former one is never taken for the present one's, in no cache.
 */
export const downloadName = (username: string): string => `download-${fnv1a(username)}.mp4`;
export const DOWNLOAD_NAME = /^download-\d{1,10}\.mp4$/;

/** Object keys in the media bucket. */
export const mediaKeys = {
	video: (videoId: string) => `videos/${videoId}/`,
	generation: (videoId: string, generation: number) => `videos/${videoId}/g${generation}/`,
	/** A track of the library, by the name its files bear. */
	track: (soundId: string, audio: string) => `sounds/${soundId}/${audio}/`,
} as const;
