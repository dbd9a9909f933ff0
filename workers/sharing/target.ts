import { ID_DIGITS } from "../../contracts/ids.ts";
import { hashtagKey, isHashtag, writtenHashtag } from "../../contracts/words.ts";

/** What of ours an address leads to. */
export type Target =
	| { readonly kind: "video"; readonly videoId: string /** Seconds from the start. */; readonly at: number | null }
	| { readonly kind: "profile"; readonly username: string }
	| { readonly kind: "collection"; readonly link: string }
	| { readonly kind: "hashtag"; readonly tag: string /** As it is looked up. */ }
	| { readonly kind: "sound"; readonly soundId: string };

const USERNAME = "[A-Za-z0-9._]{1,40}";
const VIDEO = new RegExp(`^/(?:v|embed|@${USERNAME})/(${ID_DIGITS})/?$`);
const PROFILE = new RegExp(`^/@(${USERNAME})/?$`);
const COLLECTION = /^\/c\/([A-Za-z0-9-]{1,80})\/?$/;

const HASHTAG = /^\/tag\/([^/]{1,400})\/?$/;
const SOUND = new RegExp(`^/sound/(${ID_DIGITS})/?$`);

/** A hashtag as an address has it; null for what is none. */
function tagOf(pathname: string): string | null {
	const encoded = HASHTAG.exec(pathname)?.[1];
	if (encoded === undefined) return null;
	try {
		const tag = writtenHashtag(decodeURIComponent(encoded));
		return isHashtag(tag) ? hashtagKey(tag) : null;
	} catch {
		return null;
	}
}

/** What a page's address names; null for all that is passed on without a preview. */
export function targetOf({ pathname, searchParams }: Pick<URL, "pathname" | "searchParams">): Target | null {
	const videoId = VIDEO.exec(pathname)?.[1];
	if (videoId !== undefined) return { kind: "video", videoId, at: momentOf(searchParams.get("t")) };
	const username = PROFILE.exec(pathname)?.[1];
	if (username !== undefined) return { kind: "profile", username };
	const tag = tagOf(pathname);
	if (tag !== null) return { kind: "hashtag", tag };
	const soundId = SOUND.exec(pathname)?.[1];
	if (soundId !== undefined) return { kind: "sound", soundId };
	const link = COLLECTION.exec(pathname)?.[1];
	return link === undefined ? null : { kind: "collection", link };
}

/** A moment of a link, whole seconds; null for none. */
export function momentOf(text: string | null): number | null {
	return text !== null && /^\d{1,5}$/.test(text) && text !== "0" ? Number(text) : null;
}

/** The address of a video, at a moment where one is named. */
export const videoPath = (videoId: string, at: number | null = null): string => `/v/${videoId}${at === null ? "" : `?t=${at}`}`;
export const embedPath = (videoId: string, at: number | null = null): string => `/embed/${videoId}${at === null ? "" : `?t=${at}`}`;
