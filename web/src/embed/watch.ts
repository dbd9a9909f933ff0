/** What a viewer watched of an embedded video, told as the app tells it. */
export interface Watched {
	readonly eventId: string;
	readonly videoId: string;
	/** Milliseconds the picture moved. */
	readonly watchDuration: number;
	readonly totalDuration: number;
	readonly replayed: boolean;
	readonly source: "embed";
	/** When it began, milliseconds since 1970. */
	readonly at: number;
}

/** Shorter than this is no impression, milliseconds. */
const LEAST_MS = 500;

/** Adds up the time a video's picture moves, and tells it once when it is over. */
export class WatchMeter {
	readonly #videoId: string;
	readonly #durationMs: number;
	readonly #now: () => number;
	readonly #tell: (watched: Watched) => void;
	#began: number | null = null;
	#movingSince: number | null = null;
	#watchedMs = 0;

	constructor(videoId: string, durationMs: number, now: () => number, tell: (watched: Watched) => void) {
		this.#videoId = videoId;
		this.#durationMs = durationMs;
		this.#now = now;
		this.#tell = tell;
	}

	/** The picture moves from here on, or stands still. */
	moves(does: boolean): void {
		const now = this.#now();
		if (this.#movingSince !== null) this.#watchedMs += now - this.#movingSince;
		this.#movingSince = does ? now : null;
		if (does) this.#began ??= now;
	}

	/** Nobody looks any more: what was watched is told, and what comes after is another impression. */
	ends(): void {
		this.moves(false);
		if (this.#began !== null && this.#watchedMs >= LEAST_MS) {
			this.#tell({
				eventId: crypto.randomUUID(),
				videoId: this.#videoId,
				watchDuration: Math.round(this.#watchedMs),
				totalDuration: this.#durationMs,
				replayed: this.#durationMs > 0 && this.#watchedMs > this.#durationMs,
				source: "embed",
				at: this.#began,
			});
		}
		this.#began = null;
		this.#watchedMs = 0;
	}
}
