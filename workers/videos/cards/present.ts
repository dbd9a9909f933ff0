import type { UserSummary } from "../../../contracts/users.ts";
import type { VideoCard } from "../../../contracts/videos.ts";
import { presentManifest, presentThumbnail, presentUrls } from "./address.ts";
import type { Counts } from "./counts.ts";
import type { VideoRecord } from "./record.ts";

type Dynamic = "user" | "sound" | "viewCount" | "likeCount" | "shareCount" | "liked" | "saved";

/** What of a card differs from viewer to viewer. */
export interface Flags {
	readonly liked: boolean;
	readonly saved: boolean;
	readonly following: boolean;
}

/** The part of a card that is the same for all and changes only with the record. Null while it can't be played. */
export function fixedCard(region: string, record: VideoRecord, grant: string | null): Omit<VideoCard, Dynamic> | null {
	const manifest = presentManifest(region, record, grant);
	if (manifest === null) return null;
	return {
		id: record.id,
		title: record.title,
		description: record.description,
		alt: record.alt,
		hashtags: [...(record.hashtagsWritten ?? record.hashtags)],
		musicId: record.soundId,
		urls: presentUrls(region, record, grant),
		manifest,
		thumbnail: presentThumbnail(region, record, grant),
		blurhash: record.blurhash ?? "",
		width: record.width ?? 0,
		height: record.height ?? 0,
		durationMs: record.durationMs ?? 0,
		commentCount: record.commentCount,
		visibility: record.visibility,
		allowReposts: record.allowReposts,
		allowDownload: record.allowDownload,
		createdAt: new Date(record.createdAt).toISOString(),
		...(record.viralAt === null ? {} : { trending: true }),
	};
}

/** @param sound where the viewer may see it */
export function presentCard(
	fixed: Omit<VideoCard, Dynamic>,
	user: UserSummary,
	counts: Counts,
	flags: Flags,
	sound?: VideoCard["sound"],
): VideoCard {
	return {
		...fixed,
		...(sound === undefined ? {} : { sound }),
		user: { ...user, following: flags.following },
		viewCount: counts.views,
		likeCount: counts.likes,
		shareCount: counts.shares,
		liked: flags.liked,
		saved: flags.saved,
	};
}

/**
 * The same card as JSON, joined from text that is kept: a feed page is twenty of these, and writing each of them out anew
 * would be most of its cost.
 * @param fixedJson JSON of `fixedCard`, @param userJson JSON of the creator's summary
 */
export function presentCardJson(fixedJson: string, userJson: string, counts: Counts, flags: Flags, sound?: VideoCard["sound"]): string {
	const heard = sound === undefined ? "" : `,"sound":${JSON.stringify(sound)}`;
	return `${fixedJson.slice(0, -1)}${heard},"user":${userJson.slice(0, -1)},"following":${flags.following}},"viewCount":${counts.views},"likeCount":${counts.likes},"shareCount":${counts.shares},"liked":${flags.liked},"saved":${flags.saved}}`;
}
