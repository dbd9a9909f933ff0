import { Pause, Play } from "lucide-preact";
import type { Sound } from "../api/sounds.ts";
import { preview, togglePreview } from "./preview.ts";
import * as soundsWords from "./sounds.words.ts";

/** Plays a sound's preview over its picture; nothing where it can't be heard on its own. */
export function PreviewButton({ sound, size = 20 }: { sound: Sound; size?: number }) {
	if (sound.previewUrl === null) return null;
	const isPlaying = preview.value?.id === sound.id && preview.value.isPlaying;
	const Icon = isPlaying ? Pause : Play;
	const name = { title: sound.title };
	return (
		<button
			type="button"
			class="sound-play"
			aria-label={isPlaying ? soundsWords.pauseSound(name) : soundsWords.playSound(name)}
			onClick={() => void togglePreview(sound)}
		>
			<Icon size={size} fill="currentColor" strokeWidth={0} />
		</button>
	);
}

/** How far the preview of a sound is, of the whole sound: 0 to 1. */
export const heardShare = (sound: Sound, previewMs: number): number => {
	const now = preview.value;
	if (now?.id !== sound.id) return 0;
	return (now.at * Math.min(previewMs, sound.durationMs)) / Math.max(1, sound.durationMs);
};
