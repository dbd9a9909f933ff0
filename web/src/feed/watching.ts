import { recordWatch, type VideoCard, type WatchSource } from "../api/feeds.ts";
import { Showing } from "./showing.ts";
import { WatchOutbox } from "./watchOutbox.ts";

/** Shown for less than this, nobody saw it: a clip flown over on the way to another, milliseconds. */
const GLIMPSE_MS = 100;

export const watchOutbox = new WatchOutbox({ send: recordWatch, storage: localStorage });

interface Watched {
	showing: Showing;
	begunAt: number;
	stop: AbortController;
}
let watched: Watched | null = null;

/** Begins to measure the clip that came on stage; the one before is told to the server. Resolves when the server knows it. */
export function beginShowing(card: VideoCard, video: HTMLVideoElement, source: WatchSource): Promise<void> {
	const told = endShowing();
	const showing = new Showing(card, source);
	const stop = new AbortController();
	const { signal } = stop;
	video.addEventListener("playing", () => showing.playing(), { signal });
	for (const event of ["pause", "waiting", "emptied"]) video.addEventListener(event, () => showing.halted(), { signal });
	video.addEventListener("ratechange", () => showing.playsAt(video.playbackRate), { signal });
	showing.playsAt(video.playbackRate);
	video.addEventListener("timeupdate", () => showing.position(video.currentTime), { signal });
	if (!video.paused && video.readyState > 2) showing.playing();
	watched = { showing, begunAt: performance.now(), stop };
	return told;
}

/** Ends the showing and sends its event at once. Resolves when the server has it, or sending was put off. */
export function endShowing(): Promise<void> {
	if (!watched) return Promise.resolve();
	const { showing, begunAt, stop } = watched;
	stop.abort();
	watched = null;
	if (performance.now() - begunAt < GLIMPSE_MS) return Promise.resolve();
	return watchOutbox.add(showing.end(Date.now()));
}

/** Adds what was done to the showing it was done in. */
export function actDuringShowing(videoId: string, act: Parameters<Showing["did"]>[0], done = true): void {
	if (watched?.showing.videoId === videoId) watched.showing.did(act, done);
}
export function stalledDuringShowing(): void {
	watched?.showing.stalled();
}

// The page may never come back from being hidden: what was watched is told then, and a return begins another showing.
addEventListener("pagehide", () => void endShowing());
