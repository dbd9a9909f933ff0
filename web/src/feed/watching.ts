import { recordWatch, type VideoCard, type WatchSource } from "../api/feeds.ts";
import { Impression } from "./impression.ts";
import { WatchOutbox } from "./watchOutbox.ts";

/** Shown for less than this, nobody saw it: a clip flown over on the way to another, milliseconds. */
const GLIMPSE_MS = 100;
/** Out of sight for this long, an impression is over; a shorter look elsewhere interrupts it only, milliseconds. */
const OUT_OF_SIGHT_MS = 20_000;

export const watchOutbox = new WatchOutbox({ send: recordWatch, storage: localStorage });

interface OnStage {
	card: VideoCard;
	video: HTMLVideoElement;
	source: WatchSource;
}
interface Watched {
	impression: Impression;
	begunAt: number;
	stop: AbortController;
}
let onStage: OnStage | null = null;
let watched: Watched | null = null;

/** Begins to measure the clip that came on stage; the one before is told to the server. Resolves when the server knows it. */
export function beginImpression(card: VideoCard, video: HTMLVideoElement, source: WatchSource): Promise<void> {
	const told = tell();
	onStage = { card, video, source };
	watched = watch(onStage);
	return told;
}

/** Ends the impression and sends its event at once. Resolves when the server has it, or sending was put off. */
export function endImpression(): Promise<void> {
	onStage = null;
	return tell();
}

/** Adds what was done to the impression it was done in. */
export function actDuringImpression(videoId: string, act: Parameters<Impression["did"]>[0], done = true): void {
	if (watched?.impression.videoId === videoId) watched.impression.did(act, done);
}
export function stalledDuringImpression(): void {
	watched?.impression.stalled();
}

function watch({ card, video, source }: OnStage): Watched {
	const impression = new Impression(card, source);
	const stop = new AbortController();
	const { signal } = stop;
	impression.playsAt(video.playbackRate);
	video.addEventListener("playing", () => impression.playing(), { signal });
	for (const event of ["pause", "waiting", "emptied"]) video.addEventListener(event, () => impression.halted(), { signal });
	video.addEventListener("ratechange", () => impression.playsAt(video.playbackRate), { signal });
	video.addEventListener("timeupdate", () => impression.position(video.currentTime), { signal });
	if (!video.paused && video.readyState > 2) impression.playing();
	return { impression, begunAt: performance.now(), stop };
}

function tell(): Promise<void> {
	if (!watched) return Promise.resolve();
	const { impression, begunAt, stop } = watched;
	stop.abort();
	watched = null;
	if (performance.now() - begunAt < GLIMPSE_MS) return Promise.resolve();
	return watchOutbox.add(impression.end(Date.now()));
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
		watchOutbox.keepDraft(watched.impression.end(Date.now()));
		outOfSight = window.setTimeout(() => void tell(), OUT_OF_SIGHT_MS);
	}
});
// Left for good, as far as anyone knows: what was watched is told in the request that outlives the page.
addEventListener("pagehide", () => void tell());
addEventListener("pageshow", showAgain);
