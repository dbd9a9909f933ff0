import { recordWatch, type VideoCard, type WatchSource } from "../api/feeds.ts";
import { Showing } from "./showing.ts";
import { WatchOutbox } from "./watchOutbox.ts";

/** Shown for less than this, nobody saw it: a clip flown over on the way to another, milliseconds. */
const GLIMPSE_MS = 100;
/** Out of sight for this long, a showing is over; a shorter look elsewhere interrupts it only, milliseconds. */
const OUT_OF_SIGHT_MS = 20_000;

export const watchOutbox = new WatchOutbox({ send: recordWatch, storage: localStorage });

interface OnStage {
	card: VideoCard;
	video: HTMLVideoElement;
	source: WatchSource;
}
interface Watched {
	showing: Showing;
	begunAt: number;
	stop: AbortController;
}
let onStage: OnStage | null = null;
let watched: Watched | null = null;

/** Begins to measure the clip that came on stage; the one before is told to the server. Resolves when the server knows it. */
export function beginShowing(card: VideoCard, video: HTMLVideoElement, source: WatchSource): Promise<void> {
	const told = tell();
	onStage = { card, video, source };
	watched = watch(onStage);
	return told;
}

/** Ends the showing and sends its event at once. Resolves when the server has it, or sending was put off. */
export function endShowing(): Promise<void> {
	onStage = null;
	return tell();
}

/** Adds what was done to the showing it was done in. */
export function actDuringShowing(videoId: string, act: Parameters<Showing["did"]>[0], done = true): void {
	if (watched?.showing.videoId === videoId) watched.showing.did(act, done);
}
export function stalledDuringShowing(): void {
	watched?.showing.stalled();
}

function watch({ card, video, source }: OnStage): Watched {
	const showing = new Showing(card, source);
	const stop = new AbortController();
	const { signal } = stop;
	showing.playsAt(video.playbackRate);
	video.addEventListener("playing", () => showing.playing(), { signal });
	for (const event of ["pause", "waiting", "emptied"]) video.addEventListener(event, () => showing.halted(), { signal });
	video.addEventListener("ratechange", () => showing.playsAt(video.playbackRate), { signal });
	video.addEventListener("timeupdate", () => showing.position(video.currentTime), { signal });
	if (!video.paused && video.readyState > 2) showing.playing();
	return { showing, begunAt: performance.now(), stop };
}

function tell(): Promise<void> {
	if (!watched) return Promise.resolve();
	const { showing, begunAt, stop } = watched;
	stop.abort();
	watched = null;
	if (performance.now() - begunAt < GLIMPSE_MS) return Promise.resolve();
	return watchOutbox.add(showing.end(Date.now()));
}

/** What is in sight again, and was told meanwhile, is shown anew. */
function showAgain(): void {
	if (onStage && !watched) watched = watch(onStage);
}

let outOfSight = 0;
document.addEventListener("visibilitychange", () => {
	clearTimeout(outOfSight);
	if (!document.hidden) {
		watchOutbox.keepDraft(null);
		showAgain();
	} else if (watched && onStage?.video !== document.pictureInPictureElement) {
		// A phone may end a page that is out of sight without another word.
		watchOutbox.keepDraft(watched.showing.end(Date.now()));
		outOfSight = window.setTimeout(() => void tell(), OUT_OF_SIGHT_MS);
	}
});
// Left for good, as far as anyone knows: what was watched is told in the request that outlives the page.
addEventListener("pagehide", () => void tell());
addEventListener("pageshow", showAgain);
