import { signal } from "@preact/signals";

const KEY = "reelay.sound";

/** The person wants sound. Kept over visits. */
export const soundWanted = signal(localStorage.getItem(KEY) === "on");
/** The browser let no sound through yet: it wants a tap first. */
export const soundBlocked = signal(false);

export function setSound(on: boolean): void {
	soundWanted.value = on;
	soundBlocked.value = false;
	localStorage.setItem(KEY, on ? "on" : "off");
}

/** Starts `video`, with sound if wanted and let; else silently, telling {@link soundBlocked}. */
export async function startPlaying(video: HTMLVideoElement): Promise<void> {
	video.muted = !soundWanted.value;
	try {
		await video.play();
		if (!video.muted) soundBlocked.value = false;
	} catch (error) {
		// AbortError: paused or reloaded before it began, by our own doing.
		if (!(error instanceof DOMException) || error.name !== "NotAllowedError") return;
		soundBlocked.value = soundWanted.value;
		video.muted = true;
		await video.play().catch(() => undefined);
	}
}
