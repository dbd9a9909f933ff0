import type { VideoCard } from "../api/feeds.ts";
import * as social from "../api/social.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import { engagementOf } from "./engagement.ts";
import { actDuringShowing } from "./watching.ts";

/** Passes a video on by the device's own sheet, or copies its link; counted once it was done. */
export async function shareVideo(card: VideoCard): Promise<void> {
	const url = new URL(`/v/${card.id}`, location.origin).href;
	const byDevice = matchMedia("(pointer: coarse)").matches && "share" in navigator;
	try {
		if (byDevice) await navigator.share({ title: card.title, url });
		else await navigator.clipboard.writeText(url);
	} catch (error) {
		// AbortError: the person closed the device's sheet.
		if (error instanceof DOMException && error.name === "AbortError") return;
		return tell(`Copying isn't allowed here. The link is ${url}`);
	}
	if (!byDevice) tell("Link copied");
	actDuringShowing(card.id, "shared");
	const state = engagementOf(card);
	try {
		const { shareCount } = await social.share(card.id, byDevice ? "native" : "link");
		state.value = { ...state.value, shareCount };
	} catch (error) {
		tellFault(error);
	}
}
