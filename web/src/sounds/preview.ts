import { type Signal, signal } from "@preact/signals";
import type { Sound } from "../api/sounds.ts";
import { tell } from "../ui/toasts.tsx";
import * as soundsWords from "./sounds.words.ts";

/** The sound whose preview is heard, and how far it is, 0 to 1 of the preview. One at a time. */
interface Preview {
	readonly id: string;
	readonly isPlaying: boolean;
	readonly at: number;
}
export const preview: Signal<Preview | null> = signal(null);

let audio: HTMLAudioElement | null = null;

function player(): HTMLAudioElement {
	if (audio) return audio;
	const made = new Audio();
	audio = made;
	const told = (isPlaying: boolean) => {
		if (preview.value) preview.value = { ...preview.value, isPlaying, at: made.currentTime / Math.max(0.1, made.duration || 0.1) };
	};
	made.addEventListener("timeupdate", () => told(!made.paused));
	made.addEventListener("play", () => told(true));
	made.addEventListener("pause", () => told(false));
	made.addEventListener("ended", () => (preview.value = null));
	return made;
}

/** Plays a sound's preview, or pauses it; another that was heard ends. */
export async function togglePreview({ id, previewUrl }: Pick<Sound, "id" | "previewUrl">): Promise<void> {
	if (previewUrl === null) return;
	const element = player();
	if (preview.value?.id === id && !element.paused) return element.pause();
	if (preview.value?.id !== id) {
		element.src = previewUrl;
		preview.value = { id, isPlaying: true, at: 0 };
	}
	try {
		await element.play();
	} catch (error) {
		// Another preview, or the end of the screen, took its place meanwhile.
		if (error instanceof DOMException && error.name === "AbortError") return;
		preview.value = null;
		tell(soundsWords.notPlayed(), undefined, "fault");
	}
}

/** To be called when the screen it was heard on goes. */
export function stopPreview(): void {
	audio?.pause();
	preview.value = null;
}
