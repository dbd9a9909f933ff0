import type { VideoCard } from "../api/feeds.ts";
import * as social from "../api/social.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import { engagementOf } from "./engagement.ts";
import * as feedWords from "./feed.words.ts";
import { actDuringImpression } from "./watching.ts";

/** How a link left this page; null when it did not. */
type Channel = "native" | "link" | null;

/** The device has a sheet of its own for passing things on. */
export const canPassOn = (): boolean => matchMedia("(pointer: coarse)").matches && "share" in navigator;

/** Copies a text and says so, or shows it where copying isn't allowed. @returns whether it was copied */
export async function copyText(text: string, said: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
	} catch {
		tell(feedWords.copyNotAllowed({ text }));
		return false;
	}
	tell(said);
	return true;
}

/** Copies the link to `path` of this site, and says so. */
const copy = async (path: string): Promise<Channel> =>
	(await copyText(new URL(path, location.origin).href, feedWords.linkCopied())) ? "link" : null;

/** Passes on the link to `path` by the device's own sheet, or copies it where there is none. */
export async function passOn(title: string, path: string): Promise<Channel> {
	if (!canPassOn()) return copy(path);
	try {
		await navigator.share({ title, url: new URL(path, location.origin).href });
		return "native";
	} catch (error) {
		// AbortError: the person closed the device's sheet.
		return error instanceof DOMException && error.name === "AbortError" ? null : copy(path);
	}
}

/** Passes a video on; counted once it was done. */
export const shareVideo = async (card: VideoCard): Promise<void> => count(card, await passOn(card.title, pathOf(card)));
/** Copies a video's link; counted as well. */
export const copyLink = async (card: VideoCard): Promise<void> => count(card, await copy(pathOf(card)));

const pathOf = ({ id }: VideoCard) => `/v/${id}`;

async function count(card: VideoCard, channel: Channel): Promise<void> {
	if (channel === null) return;
	actDuringImpression(card.id, "shared");
	const state = engagementOf(card);
	try {
		const { shareCount } = await social.share(card.id, channel);
		state.value = { ...state.value, shareCount };
	} catch (error) {
		tellFault(error);
	}
}
