import { signal } from "@preact/signals";

/** Offered speeds, times the real one. */
export const SPEEDS: readonly number[] = [0.5, 1, 1.5, 2];
/** While the picture is held down. */
export const HURRY_SPEED = 2;

/** The chosen speed; for as long as the page is open, as a habit of the moment. */
export const speed = signal(1);
/** The picture is being held down. */
export const hurried = signal(false);

/** Gives a player its speed. Loading another clip would set it back to the default: that is set as well. */
export function applySpeed(video: HTMLVideoElement): void {
	const rate = hurried.value ? HURRY_SPEED : speed.value;
	video.defaultPlaybackRate = rate;
	video.playbackRate = rate;
}
