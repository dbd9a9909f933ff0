import { effect, type Signal, signal, untracked } from "@preact/signals";
import { isOutOfReach, onBackOnline } from "../shell/connection.ts";
import { inOwnTask } from "../shell/ownTask.ts";
import { BandwidthEstimator, DEFAULT_BANDWIDTH } from "./bandwidth.ts";
import { type Clip, ClipPlayback, mediaUrl } from "./clipPlayback.ts";
import { isHeld, readHeld } from "./heldMedia.ts";
import { playableOf } from "./mediaSource.ts";
import { moveFloating } from "./pictureInPicture.ts";
import { savesData, startRendition } from "./quality.ts";
import { SegmentStore } from "./segmentStore.ts";
import { slotOf } from "./slots.ts";
import { soundWanted, startPlaying } from "./sound.ts";
import { applySpeed, hurried } from "./speed.ts";
import { goesOn, volume } from "./viewing.ts";

/** Clips whose first seconds are held ahead of the swipe. */
const CLIPS_HELD = 3;
const BANDWIDTH_KEY = "reelay.bandwidth";

const remembered = Number(sessionStorage.getItem(BANDWIDTH_KEY)) || DEFAULT_BANDWIDTH;
const bandwidth = new BandwidthEstimator(remembered);
/** Bytes on their way are taken so often, milliseconds: they are counted as late by that at most… */
const GATHER_MS = 30;
/** …once this many are there: an init segment, or the first picture of a clip, is a few packets only and is waited for. */
const GATHERED_FROM_BYTES = 32_000;
/** Out of sight nothing is drawn that could be held up, and timers run once in a second only. */
const gather = (arrivedBytes: number): Promise<void> =>
	document.hidden || arrivedBytes < GATHERED_FROM_BYTES ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, GATHER_MS));
export const store = new SegmentStore({ bandwidth, held: readHeld, isOutOfReach, gather });

export interface DeckHooks {
	refresh(clipId: string): Promise<Clip["manifest"]>;
	/** A clip came on stage. */
	onShow(clip: Clip, video: HTMLVideoElement): void;
	onStall(): void;
	/** The clip on stage was played to its end, and is not to begin anew. */
	onEnded(): void;
}

/** Three recycled players: keeps the neighbours of the clip on stage primed, and the bytes of those after in memory. */
export class Deck {
	/** The person paused. */
	readonly paused: Signal<boolean> = signal(false);
	readonly playbacks: readonly ClipPlayback[];
	/** The player whose clip is on stage. */
	readonly onStage: Signal<ClipPlayback | null> = signal(null);
	private readonly hooks: DeckHooks;
	private clips: readonly Clip[] = [];
	private index = -1;
	/** Clips before the one that was shown first: which player has which clip is counted from there. */
	private lead = 0;
	private readonly disposers: (() => void)[] = [];
	private readonly postponed = new Set<() => void>();
	private isPriming = false;

	constructor(videos: readonly HTMLVideoElement[], hooks: DeckHooks) {
		this.hooks = hooks;
		this.playbacks = videos.map(
			(video) =>
				new ClipPlayback(video, {
					store,
					bandwidth,
					isHeld,
					refresh: hooks.refresh,
					onStall: () => hooks.onStall(),
				}),
		);
		this.disposers.push(
			effect(() => {
				const muted = !soundWanted.value;
				const current = this.current?.video;
				if (current && current.muted !== muted && !this.paused.peek()) startPlaying(current);
			}),
		);
		this.disposers.push(
			effect(() => {
				for (const { video } of this.playbacks) applySpeed(video);
			}),
		);
		this.disposers.push(
			effect(() => {
				for (const { video } of this.playbacks) {
					video.loop = goesOn.value === "off";
					video.volume = Number(volume.value) / 10;
				}
			}),
		);
		const onEnded = ({ target }: Event) => target === this.current?.video && this.hooks.onEnded();
		for (const { video } of this.playbacks) {
			video.addEventListener("ended", onEnded);
			this.disposers.push(() => video.removeEventListener("ended", onEnded));
		}
		for (const playback of this.playbacks) {
			this.disposers.push(
				effect(() => {
					if (playback.framed.value) untracked(() => this.prime());
				}),
			);
		}
		this.disposers.push(onBackOnline(() => this.current?.activate()));
		const onVisibility = () => {
			if (!document.hidden) this.resume();
			// In a window of its own it is seen all the same.
			else if (this.current?.video !== document.pictureInPictureElement) this.current?.video.pause();
		};
		document.addEventListener("visibilitychange", onVisibility);
		this.disposers.push(() => document.removeEventListener("visibilitychange", onVisibility));
	}

	get current(): ClipPlayback | undefined {
		return this.index < 0 ? undefined : this.playbackAt(this.index);
	}

	private playbackAt(index: number): ClipPlayback | undefined {
		return this.playbacks[slotOf(index - this.lead)];
	}

	/**
	 * Brings the clip at `index` on stage, at once; neighbours follow once it has its picture.
	 * @param lead how many clips stand before the one that was shown first
	 */
	show(clips: readonly Clip[], index: number, lead = 0): void {
		const clip = clips[index];
		const moved = this.clips[this.index]?.id !== clip?.id || index - lead !== this.index - this.lead;
		const before = this.current;
		this.clips = clips;
		if (!clip) return;
		this.index = index;
		this.lead = lead;
		if (!moved) {
			this.prime();
			return;
		}
		const playback = this.current;
		if (!playback) return;
		this.onStage.value = playback;
		if (before && before !== playback) {
			before.rest();
			before.video.pause();
			void moveFloating(before.video, playback.video);
		}
		playback.load(clip);
		playback.activate();
		this.paused.value = false;
		if (playback.video.currentTime > 0.6) playback.video.currentTime = 0;
		if (!document.hidden) startPlaying(playback.video);
		this.later(() => this.hooks.onShow(clip, playback.video));
		this.prime();
		this.later(() => sessionStorage.setItem(BANDWIDTH_KEY, String(Math.round(bandwidth.bitsPerSecond))));
	}

	/** What the swipe's own frame need not wait for. */
	private later(work: () => void): void {
		const cancel = inOwnTask(() => {
			this.postponed.delete(cancel);
			work();
		});
		this.postponed.add(cancel);
	}

	toggle(): void {
		this.paused.value = !this.paused.value;
		if (this.paused.value) this.current?.video.pause();
		else this.resume();
	}
	/** Takes the clip on stage from the start again, after it could not be played. */
	retry(): void {
		const clip = this.clips[this.index];
		const { current } = this;
		if (!clip || !current) return;
		current.load(clip);
		current.activate();
		this.resume();
	}
	/** Twice as fast, as long as `on`. */
	hurry(on: boolean): void {
		hurried.value = on && !this.paused.value;
	}
	/** Moves the playhead, seconds. */
	seekBy(seconds: number): void {
		const video = this.current?.video;
		if (!video || !Number.isFinite(video.duration)) return;
		video.currentTime = Math.max(0, Math.min(video.currentTime + seconds, video.duration - 0.05));
	}
	resume(): void {
		const { current } = this;
		if (current && !this.paused.value) startPlaying(current.video);
	}

	dispose(): void {
		hurried.value = false;
		for (const dispose of [...this.disposers, ...this.postponed]) dispose();
		for (const playback of this.playbacks) playback.unload();
	}

	/** Neighbours only after the clip on stage has its picture: it shares its line with nobody before. */
	private prime(): void {
		if (this.isPriming || !this.current?.framed.value) return;
		this.isPriming = true;
		this.later(() => {
			this.isPriming = false;
			if (this.current?.framed.value && this.primeNext()) this.later(() => this.current?.framed.value && this.primeOthers());
		});
	}

	/** Answers whether the next clip, if there is one, has its picture. */
	private primeNext(): boolean {
		const next = this.clips[this.index + 1];
		const playback = this.playbackAt(this.index + 1);
		if (!next || !playback) return true;
		playback.rest();
		playback.load(next);
		return playback.framed.value;
	}

	private primeOthers(): void {
		const { clips, index } = this;
		const previous = clips[index - 1];
		const playback = this.playbackAt(index - 1);
		if (previous && playback) {
			playback.rest();
			playback.load(previous);
		}
		for (const clip of clips.slice(index + 2, index + 1 + CLIPS_HELD)) this.later(() => holdFirstSeconds(clip, "low"));
	}
}

/** The rendition a clip starts with: what is at hand of it, or what the line carries. */
export function startOf({ manifest }: Clip) {
	const playable = playableOf(manifest);
	const first = ({ name }: (typeof playable)[number]) => mediaUrl(manifest, `${name}/0.m4s`);
	const atHand = playable.find((rendition) => store.knows(first(rendition)) || isHeld(first(rendition)));
	return atHand ?? startRendition(playable, { bitsPerSecond: bandwidth.bitsPerSecond, saveData: savesData() });
}

/** Asks for the first seconds of a clip before a player has it, so that they are in memory or on their way by then. */
export function holdFirstSeconds(clip: Clip, priority: RequestPriority): void {
	const rendition = startOf(clip);
	if (!rendition) return;
	for (const path of [`${rendition.name}/init.mp4`, `${rendition.name}/0.m4s`]) {
		// A failed prefetch is no fault yet: the player asks again, and tells, when the clip comes on stage.
		store.get(mediaUrl(clip.manifest, path), priority).catch(() => undefined);
	}
}
