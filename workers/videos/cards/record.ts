import type { StoredManifest } from "../../../contracts/media.ts";
import type { Restriction, VideoStatus, Visibility } from "../../../contracts/videos.ts";

/** What is known of a video wherever it is shown, ranked or delivered. Times are milliseconds since 1970. */
export interface VideoRecord {
	readonly id: string;
	readonly userId: string;
	readonly title: string;
	readonly description: string;
	/** What is to be seen, in its creator's words. */
	readonly alt: string;
	/** Whether others may pass it on, and keep a copy. */
	readonly allowReposts: boolean;
	readonly allowDownload: boolean;
	/** The watermarked copy, by its name in the folder of its generation; null until one was asked for. */
	readonly download: string | null;
	/** As they are looked up. */
	readonly hashtags: readonly string[];
	/** As they were typed and are shown; null when that is no different. */
	readonly hashtagsWritten: readonly string[] | null;
	readonly soundId: string | null;
	readonly status: Exclude<VideoStatus, "uploading">;
	readonly visibility: Visibility;
	/** Its creator's account is private: ask `audienceOf` who it is for. */
	readonly creatorPrivate: boolean;
	/** Its creator's account is a teen's. */
	readonly creatorTeen: boolean;
	readonly restriction: Restriction;
	/** The newest generation, perhaps still in the making; `liveGeneration` is the one that is served. */
	readonly generation: number;
	readonly liveGeneration: number | null;
	readonly manifest: StoredManifest | null;
	/** Number of the cover that is served. */
	readonly coverServed: number;
	readonly blurhash: string | null;
	readonly durationMs: number | null;
	readonly width: number | null;
	readonly height: number | null;
	readonly viewCount: number;
	readonly likeCount: number;
	readonly commentCount: number;
	readonly shareCount: number;
	readonly impressionCount: number;
	readonly longViewCount: number;
	/** Long views expected of its viewers, thousandths. */
	readonly expectedMilli: number;
	readonly createdAt: number;
	readonly publishedAt: number | null;
	readonly changedAt: number;
	/** int8 × 256 as base64, scale 1/127; null until it is computed. */
	readonly embedding: string | null;
	readonly embeddingVersion: string | null;
	/** What the trainer made of it from watching, in the space of that version; null until it was trained. */
	readonly servedVector: string | null;
	readonly servedVectorVersion: string | null;
	/** Where it was uploaded from, two letters; null when unknown. */
	readonly country: string | null;
	/** Since when nobody is shown it because its creator's account is being deleted. */
	readonly hiddenAt: number | null;
	/** Since when it spreads far faster than expected; null when it does not. */
	readonly viralAt: number | null;
}
