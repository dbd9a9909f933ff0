import "./embed.css";
import { type Watched, WatchMeter } from "./watch.ts";

/** What the page was given of the video; nothing where it is not for everyone. */
interface Given {
	videoId: string;
	manifest: string;
	durationMs: number;
	/** Seconds from the start. */
	at: number;
	/** Who looks, where no cookie of ours comes along. */
	guest: string | null;
}

const find = <Element extends HTMLElement>(selector: string): Element => {
	const element = document.querySelector<Element>(selector);
	if (!element) throw new Error(`the page has no ${selector}`);
	return element;
};
const [video, play, sound, gone] = [
	find<HTMLVideoElement>("video"),
	find<HTMLButtonElement>(".embed__play"),
	find<HTMLButtonElement>(".embed__sound"),
	find<HTMLElement>(".embed__gone"),
];
const given = document.body.dataset.given ? (JSON.parse(document.body.dataset.given) as Given) : null;

function showGone(): void {
	gone.hidden = false;
	play.hidden = true;
	sound.hidden = true;
}

/** Attaches the video; nothing of it is fetched before somebody wants to see it. */
async function attach({ manifest, at }: Given): Promise<void> {
	if (at > 0) video.addEventListener("loadedmetadata", () => (video.currentTime = at), { once: true });
	const { default: Hls } = await import("hls.js/light");
	if (!Hls.isSupported()) {
		video.src = manifest;
		return;
	}
	const hls = new Hls({ maxBufferLength: 12, enableWorker: false, capLevelToPlayerSize: true });
	hls.on(Hls.Events.ERROR, (_, data) => data.fatal && showGone());
	hls.loadSource(manifest);
	hls.attachMedia(video);
}

function tell(watched: Watched, guest: string | null): void {
	const headers: Record<string, string> = { "Content-Type": "application/json", "X-Reelay-Client": "embed" };
	if (guest !== null) headers["X-Reelay-Guest"] = guest;
	// What is lost with the connection is not worth being kept in somebody else's page.
	fetch("/api/v1/analytics/watch", { method: "POST", headers, body: JSON.stringify(watched), keepalive: true }).catch(() => undefined);
}

function begin(here: Given): void {
	const meter = new WatchMeter(here.videoId, here.durationMs, Date.now, (watched) => tell(watched, here.guest));
	let attached: Promise<void> | null = null;
	const toggle = async () => {
		if (!video.paused) return video.pause();
		attached ??= attach(here);
		play.hidden = true;
		await attached;
		await video.play().catch(() => (play.hidden = false));
	};
	const showSound = () => {
		sound.textContent = video.muted ? "🔇" : "🔊";
		sound.setAttribute("aria-pressed", String(!video.muted));
	};
	play.hidden = false;
	sound.hidden = false;
	showSound();
	play.addEventListener("click", () => void toggle());
	video.addEventListener("click", () => void toggle());
	sound.addEventListener("click", () => {
		video.muted = !video.muted;
		showSound();
	});
	video.addEventListener("playing", () => meter.moves(true));
	for (const still of ["pause", "waiting", "ended"]) video.addEventListener(still, () => meter.moves(false));
	video.addEventListener("pause", () => (play.hidden = false));
	addEventListener("keydown", (event) => {
		if (event.key === " " && event.target === document.body) {
			event.preventDefault();
			void toggle();
		}
	});
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "hidden") {
			video.pause();
			meter.ends();
		}
	});
	addEventListener("pagehide", () => meter.ends());
}

if (given) begin(given);
else showGone();
