import type { WatchEvent, WatchSource } from "../api/feeds.ts";

/** What can be done with a clip while it is shown. */
export type Act = "liked" | "saved" | "commented" | "shared" | "followed" | "profileVisited";

/** One impression of one clip: measures how long its picture truly moved. */
export class Impression {
	readonly videoId: string;
	readonly eventId: string;
	private readonly totalMs: number;
	private readonly source: WatchSource;
	private readonly now: () => number;
	private readonly begunAt: number;
	private playingSince: number | null = null;
	private playedMs = 0;
	private speed = 1;
	private lastPosition = 0;
	private startupMs: number | undefined;
	private stalls = 0;
	private replayed = false;
	private readonly acts = new Set<Act>();

	constructor(clip: { id: string; durationMs: number }, source: WatchSource, now: () => number = () => performance.now()) {
		this.videoId = clip.id;
		this.eventId = crypto.randomUUID();
		this.totalMs = clip.durationMs;
		this.source = source;
		this.now = now;
		this.begunAt = now();
	}
	playing(): void {
		this.startupMs ??= this.now() - this.begunAt;
		this.playingSince ??= this.now();
	}
	/** Paused, waiting for bytes, or gone from sight. */
	halted(): void {
		if (this.playingSince === null) return;
		this.playedMs += (this.now() - this.playingSince) * this.speed;
		this.playingSince = null;
	}
	/** Seconds of the clip shown in a second: what counts is how much of the clip was seen. */
	playsAt(speed: number): void {
		const isPlaying = this.playingSince !== null;
		this.halted();
		this.speed = speed;
		if (isPlaying) this.playing();
	}
	stalled(): void {
		this.stalls++;
	}
	/** Playhead in seconds; falling from the clip's end to its start is a loop. */
	position(seconds: number): void {
		if (this.lastPosition * 1000 > this.totalMs * 0.8 && seconds * 1000 < this.totalMs * 0.3) this.replayed = true;
		this.lastPosition = seconds;
	}
	did(act: Act, done = true): void {
		if (done) this.acts.add(act);
		else this.acts.delete(act);
	}
	/** The event to send; `at` is the wall clock, milliseconds since 1970. */
	end(at: number): WatchEvent {
		this.halted();
		return {
			eventId: this.eventId,
			videoId: this.videoId,
			watchDuration: Math.round(this.playedMs),
			totalDuration: this.totalMs,
			liked: this.acts.has("liked"),
			commented: this.acts.has("commented"),
			shared: this.acts.has("shared"),
			followed: this.acts.has("followed"),
			saved: this.acts.has("saved"),
			profileVisited: this.acts.has("profileVisited"),
			replayed: this.replayed,
			source: this.source,
			at,
			stalls: this.stalls,
			...(this.startupMs === undefined ? {} : { startupMs: Math.round(this.startupMs) }),
		};
	}
}
