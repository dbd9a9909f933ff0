import { type Signal, signal } from "@preact/signals";
import * as api from "../api/pins.ts";
import type { VideoCard } from "../api/videos.ts";
import { onOwnVideo } from "../own/changes.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as pinsWords from "./pins.words.ts";

/** What a person pinned, by their name; as last seen until it is read anew. */
const held = new Map<string, Signal<readonly VideoCard[]>>();

export function pinsOf(username: string): Signal<readonly VideoCard[]> {
	const known = held.get(username) ?? signal<readonly VideoCard[]>([]);
	held.set(username, known);
	return known;
}

/** Reads them anew. They are an extra of a profile: what can't be read stays as it was, and the videos stand below all the same. */
export async function loadPins(username: string): Promise<void> {
	try {
		pinsOf(username).value = (await api.listPins(`@${username}`)).videos;
	} catch (error) {
		console.warn("Pinned videos could not be read.", error);
	}
}

// A deleted video leaves the top at once, and comes back with the next reading when that is undone.
onOwnVideo((id, tile) => {
	for (const [username, pins] of held) {
		if (!pins.value.some((card) => card.id === id)) continue;
		if (tile === null) pins.value = pins.value.filter((card) => card.id !== id);
		else void loadPins(username);
	}
});

/** Pins one's own video to the top of one's profile, or takes it off, and says so. */
export async function setPinned(username: string, videoId: string, pinned: boolean): Promise<void> {
	try {
		await (pinned ? api.pinVideo(videoId) : api.unpinVideo(videoId));
		await loadPins(username);
		tell(pinned ? pinsWords.atTop() : pinsWords.notAtTop());
	} catch (error) {
		tellFault(error);
	}
}
