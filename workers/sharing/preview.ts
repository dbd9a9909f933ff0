import { and, eq, isNull } from "drizzle-orm";
import type { UserSummary } from "../../contracts/users.ts";
import { profiles } from "../../db/schema/users.ts";
import { linkedCollection } from "../collections/index.ts";
import { newestOfTags, summariesOf } from "../discovery/hashtags/index.ts";
import { loadSummaries } from "../lists/people.ts";
import type { Services } from "../platform/services.ts";
import { resolveUser } from "../rules/users.ts";
import { isForEveryone, isRecommendable } from "../rules/videos.ts";
import { loadVideo, loadVideos, presentThumbnail, type VideoRecord } from "../videos/cards/index.ts";
import { seeSounds } from "../videos/sounds/index.ts";
import { embedPath, type Target, videoPath } from "./target.ts";
import { inOneLine } from "./words.ts";

/** What other programs show of an address of ours. All addresses are whole. */
export interface Preview {
	readonly kind: Target["kind"];
	readonly url: string;
	/** Whether search engines are asked to leave it out: what is a teen's is found by who follows them alone. */
	readonly isUnlisted?: boolean;
	readonly title: string;
	readonly description: string;
	/** Null for what belongs to nobody. */
	readonly author: { readonly name: string; readonly url: string } | null;
	readonly image: { readonly url: string; readonly width: number; readonly height: number; readonly alt: string } | null;
	/** Of a video: the player, in the picture's proportions. */
	readonly player: { readonly url: string; readonly width: number; readonly height: number } | null;
}

/** Signs of a title and a description that previews have room for. */
const TITLE_SIGNS = 70;
const DESCRIPTION_SIGNS = 200;
/** Short side of a cover at most, pixels (`artwork/cover.ts` of the transcoder). */
const COVER_SHORT_SIDE = 720;

/**
 * What everybody may see of an address; the same whoever asks. `private` is what is there and only for some, `null` what nobody can be
 * shown.
 * @param origin of the addresses in it
 */
export async function previewOf(services: Services, target: Target, origin: string): Promise<Preview | "private" | null> {
	switch (target.kind) {
		case "video":
			return previewVideo(services, target.videoId, target.at, origin);
		case "profile":
			return previewProfile(services, target.username, origin);
		case "collection":
			return previewCollection(services, target.link, origin);
		case "hashtag":
			return previewHashtag(services, target.tag, origin);
		case "sound":
			return previewSound(services, target.soundId, origin);
	}
}

async function previewVideo(services: Services, videoId: string, at: number | null, origin: string): Promise<Preview | "private" | null> {
	const record = await loadVideo(services, videoId);
	const author = record === null ? undefined : (await loadSummaries(services, [record.userId])).get(record.userId);
	if (record === null || author === undefined) return null;
	if (!isForEveryone(record))
		return isForEveryone({ ...record, visibility: "public", creatorPrivate: false, restriction: "none" }) ? "private" : null;
	const by = `${author.displayName} (@${author.username})`;
	return {
		kind: "video",
		url: origin + videoPath(videoId, at),
		isUnlisted: record.creatorTeen,
		title: inOneLine(record.title, TITLE_SIGNS) || `A video by ${inOneLine(by, TITLE_SIGNS)}`,
		description: inOneLine(record.description, DESCRIPTION_SIGNS) || `${inOneLine(by, TITLE_SIGNS)} on reelay`,
		author: authorOf(author, origin),
		image: coverOf(services, record, origin),
		player: playerOf(record, at, origin),
	};
}

async function previewProfile(services: Services, username: string, origin: string): Promise<Preview | "private" | null> {
	const userId = await resolveUser(services, `@${username}`).catch(() => null);
	if (userId === null) return null;
	const [profile] = await services.db
		.user(userId)
		.select()
		.from(profiles)
		.where(and(eq(profiles.userId, userId), isNull(profiles.deletedAt)));
	if (profile === undefined) return null;
	if (profile.isPrivate) return "private";
	const author = authorOf({ ...profile, id: userId }, origin);
	return {
		kind: "profile",
		url: author.url,
		isUnlisted: profile.accountType === "teen",
		title: inOneLine(`${profile.displayName} (@${profile.username})`, TITLE_SIGNS),
		description: inOneLine(profile.bio, DESCRIPTION_SIGNS) || `Videos by ${author.name} on reelay`,
		author,
		image: profile.avatarUrl === null ? null : { url: new URL(profile.avatarUrl, origin).href, width: 256, height: 256, alt: author.name },
		player: null,
	};
}

async function previewCollection(services: Services, link: string, origin: string): Promise<Preview | "private" | null> {
	const collection = await linkedCollection(services, link);
	const owner = collection === null ? undefined : (await loadSummaries(services, [collection.userId])).get(collection.userId);
	if (collection === null || owner === undefined) return null;
	const shown = collection.covers.find((record) => isForEveryone(record));
	return {
		kind: "collection",
		url: `${origin}/c/${link}`,
		title: inOneLine(collection.name, TITLE_SIGNS),
		description: `A collection by ${inOneLine(`${owner.displayName} (@${owner.username})`, TITLE_SIGNS)} on reelay`,
		author: authorOf(owner, origin),
		image: shown === undefined ? null : coverOf(services, shown, origin),
		player: null,
	};
}

/** Newest videos of a hashtag that are looked at for one that everybody may be shown. */
const COVERS_LOOKED_AT = 12;

async function previewHashtag(services: Services, tag: string, origin: string): Promise<Preview | null> {
	const [[summary], newest] = await Promise.all([summariesOf(services, [tag]), newestOfTags(services, [tag], null, COVERS_LOOKED_AT)]);
	if (summary === undefined || summary.videoCount === 0) return null;
	const records = await loadVideos(
		services,
		newest.map(({ id }) => id),
	);
	const shown = newest
		.map(({ id }) => records.get(id))
		.find((record) => record !== undefined && isRecommendable(record) && isForEveryone(record));
	return {
		kind: "hashtag",
		url: `${origin}/tag/${encodeURIComponent(tag)}`,
		title: inOneLine(`#${tag}`, TITLE_SIGNS),
		description: `${inWords(summary.videoCount)} on reelay`,
		author: null,
		image: shown === undefined ? null : coverOf(services, shown, origin),
		player: null,
	};
}

/** For whoever is signed out: a link is read by programs. */
const ANYBODY = { kind: "guest", guestId: "0", isNew: true } as const;

async function previewSound(services: Services, soundId: string, origin: string): Promise<Preview | null> {
	const seen = (await seeSounds(services, ANYBODY, [soundId])).get(soundId);
	if (seen === undefined) return null;
	return {
		kind: "sound",
		url: `${origin}/sound/${soundId}`,
		isUnlisted: seen.source?.video.creatorTeen === true,
		title: inOneLine(`${seen.title} · ${seen.artistName}`, TITLE_SIGNS),
		description: "Videos with this sound on reelay",
		author: seen.creator === null ? null : authorOf(seen.creator, origin),
		image: seen.source === undefined || !isForEveryone(seen.source.video) ? null : coverOf(services, seen.source.video, origin),
		player: null,
	};
}

const inWords = (videos: number): string => (videos === 1 ? "One video" : `${videos.toLocaleString("en")} videos`);

const authorOf = (
	{ displayName, username }: Pick<UserSummary, "id" | "displayName" | "username">,
	origin: string,
): NonNullable<Preview["author"]> => ({
	name: inOneLine(displayName, TITLE_SIGNS),
	url: `${origin}/@${username}`,
});

function coverOf({ config }: Services, record: VideoRecord, origin: string): Preview["image"] {
	const { width, height } = sizeOf(record);
	const scale = Math.min(1, COVER_SHORT_SIDE / Math.min(width, height));
	return {
		url: origin + presentThumbnail(config.REGION, record),
		width: Math.round(width * scale),
		height: Math.round(height * scale),
		alt: inOneLine(record.alt, DESCRIPTION_SIGNS) || inOneLine(record.title, DESCRIPTION_SIGNS) || "The video's cover",
	};
}

function playerOf(record: VideoRecord, at: number | null, origin: string): Preview["player"] {
	return { url: origin + embedPath(record.id, at), ...sizeOf(record) };
}

const sizeOf = ({ width, height }: VideoRecord) => ({ width: width || 9, height: height || 16 });
