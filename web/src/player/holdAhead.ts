import { type Clip, mediaUrl } from "./clipPlayback.ts";
import { startOf, store } from "./deck.ts";
import { heldMedia } from "./holdMedia.ts";
import { savesData } from "./quality.ts";

/**
 * Holds clips on the device, for a reload and for a time without a connection: the first seconds of all, then the rest of each in turn. Who
 * saves data keeps what was loaded anyway.
 */
export function holdOnDevice(clips: readonly Clip[]): Promise<void> {
	const pathsOf = (clip: Clip, from: number, to: number) => {
		const rendition = startOf(clip);
		return rendition ? Array.from({ length: to - from }, (_, at) => mediaUrl(clip.manifest, `${rendition.name}/${from + at}.m4s`)) : [];
	};
	const inits = clips.flatMap((clip) => {
		const rendition = startOf(clip);
		return rendition ? [mediaUrl(clip.manifest, `${rendition.name}/init.mp4`), ...pathsOf(clip, 0, 1)] : [];
	});
	const rest = clips.flatMap((clip) => pathsOf(clip, 1, clip.manifest.segmentCount));
	return heldMedia.keep([...inits, ...rest], async (path) => {
		if (store.has(path)) return store.get(path);
		if (savesData()) return null;
		// Past the memory of the player, which is for what is watched.
		const answer = await fetch(path, { priority: "low" });
		return answer.ok ? answer.arrayBuffer() : null;
	});
}
