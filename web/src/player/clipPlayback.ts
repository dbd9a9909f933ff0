import { type Signal, signal } from "@preact/signals";
import type { Manifest, Rendition } from "../api/videos.ts";
import { online } from "../shell/connection.ts";
import type { BandwidthEstimator } from "./bandwidth.ts";
import { mediaSourceClass, mimeOf, openSource, playableOf, settled } from "./mediaSource.ts";
import { isStillThere } from "./presence.ts";
import { type Conditions, isHopeless, lighterThan, nextRendition, paceOf, savesData, startRendition } from "./quality.ts";
import { SegmentError, type SegmentStore, TransferRestarted } from "./segmentStore.ts";
import { durationOf, SegmentTimeline } from "./segmentTimeline.ts";
import { quality } from "./viewing.ts";

/** Held ahead of the playhead while a clip plays, seconds. */
const BUFFER_AHEAD_S = 12;
/** Kept behind it, seconds; short clips keep all, so that their loop needs no fetch. */
const KEEP_BEHIND_S = 60;
/** A hole this small is jumped, seconds: encoders begin a few frames late. */
const JUMPABLE_HOLE_S = 0.5;
/** What could not be had is asked for again after this time, milliseconds. */
const RETRY_AFTER_MS = 2000;
/** How often a segment on its way is looked at, milliseconds. */
const LOOK_EVERY_MS = 300;
/** A clip that is held and asks for nothing is looked for so often: what is taken away must not play on for ever. Milliseconds. */
const PRESENCE_EVERY_MS = 3500;

export interface Clip {
	id: string;
	manifest: Manifest;
}
export interface PlaybackTools {
	store: SegmentStore;
	bandwidth: BandwidthEstimator;
	/** The device holds it from before. */
	isHeld(url: string): boolean;
	/** Asks for addresses anew when a grant has run out. */
	refresh(clipId: string): Promise<Manifest>;
	onStall(): void;
}

interface Run {
	readonly clip: Clip;
	manifest: Manifest;
	readonly timeline: SegmentTimeline;
	readonly playable: Rendition[];
	/** Rendition of the first segment, chosen once: what is asked for before the source opens must be what is appended. */
	readonly first: Rendition | undefined;
	readonly stop: AbortController;
	source: MediaSource | null;
	buffer: SourceBuffer | null;
	/** Rendition whose init segment the buffer saw last. */
	initialized: Rendition["name"] | null;
	filling: boolean;
	refreshed: boolean;
	/** hls.js has taken over. */
	handedOver: boolean;
	pending: string | null;
	/** When the server was last heard of, by a segment or by asking. */
	heardAt: number;
}

/**
 * Plays clips, one after another, in one `<video>`: appends our aligned segments straight from the manifest in hand, so that
 * a clip primed beforehand shows its first frame without any request. What it can't play goes to hls.js.
 */
export class ClipPlayback {
	/** The picture of the loaded clip is there. */
	readonly framed: Signal<boolean> = signal(false);
	/** It plays but has nothing to play. */
	readonly waiting: Signal<boolean> = signal(false);
	/** It can't be played at all. */
	readonly failed: Signal<boolean> = signal(false);
	/** Nothing more of it can be had just now; it goes on by itself once that changes. */
	readonly stranded: Signal<boolean> = signal(false);
	readonly video: HTMLVideoElement;
	private readonly tools: PlaybackTools;
	private run: Run | null = null;
	private active = false;
	/** Of the picture's place on screen, CSS pixels; told after each layout, since asking for it would make one. */
	private shortSide = Number.POSITIVE_INFINITY;
	private readonly placeSeen = new ResizeObserver(([place]) => {
		if (place) this.shortSide = Math.min(place.contentRect.width, place.contentRect.height);
	});

	constructor(video: HTMLVideoElement, tools: PlaybackTools) {
		this.video = video;
		this.tools = tools;
		this.placeSeen.observe(video);
		video.addEventListener("loadeddata", () => {
			if (this.run) this.framed.value = true;
		});
		video.addEventListener("playing", () => (this.waiting.value = false));
		video.addEventListener("waiting", () => this.onWaiting());
		video.addEventListener("error", () => this.run && video.src !== "" && this.fallBack(this.run));
		for (const event of ["timeupdate", "seeking", "progress"]) video.addEventListener(event, () => this.fill());
		video.addEventListener("timeupdate", () => this.lookForIt());
	}

	get clipId(): string | null {
		return this.run?.clip.id ?? null;
	}

	/** Takes a clip and holds its first segment, decoded; {@link activate} goes on from there. */
	load(clip: Clip): void {
		if (this.run?.clip.id === clip.id && !this.failed.value) return;
		const { manifest } = clip;
		const Source = mediaSourceClass();
		const playable = playableOf(manifest);
		this.leave();
		// A source that is opened takes the place of the one before by itself; emptied first, the element would load twice.
		if (!Source || playable.length === 0) this.empty();
		const run: Run = {
			clip,
			manifest,
			timeline: new SegmentTimeline(manifest.segmentCount, manifest.segmentSeconds),
			playable,
			first: this.chooseFirst(clip, playable),
			stop: new AbortController(),
			source: null,
			buffer: null,
			initialized: null,
			filling: false,
			refreshed: false,
			handedOver: false,
			pending: null,
			heardAt: Date.now(),
		};
		this.run = run;
		if (!Source) this.video.src = manifest.url;
		else if (playable.length === 0) this.fallBack(run);
		else this.open(run, Source);
	}

	/** Fills the buffer for playing. */
	activate(): void {
		this.active = true;
		this.fill();
	}
	/** Keeps what is held and fetches no more. */
	rest(): void {
		this.active = false;
		this.waiting.value = false;
	}

	unload(): void {
		if (this.leave()) this.empty();
		this.placeSeen.disconnect();
	}

	private empty(): void {
		this.video.removeAttribute("src");
		this.video.load();
	}

	/** Stops all that goes on for the loaded clip; its picture stays in the element. Answers false when there is none. */
	private leave(): boolean {
		const { run } = this;
		this.run = null;
		this.framed.value = false;
		this.waiting.value = false;
		this.failed.value = false;
		this.stranded.value = false;
		if (!run) return false;
		run.stop.abort();
		if (run.pending) this.tools.store.cancel(run.pending);
		return true;
	}

	/** Seconds held ahead of the playhead. */
	get bufferedAhead(): number {
		return this.run?.timeline.ahead(this.video.currentTime) ?? 0;
	}

	private open(run: Run, Source: typeof MediaSource): void {
		const { first } = run;
		if (first) {
			// Asked for before the source opens: those milliseconds are the start.
			this.tools.store.get(this.initUrl(run, first)).catch(() => undefined);
			this.tools.store.get(this.segmentUrl(run, first, 0)).catch(() => undefined);
		}
		const { source, opened, close } = openSource(this.video, Source);
		run.stop.signal.addEventListener("abort", close);
		opened.then(() => {
			if (this.run !== run || !first) return;
			run.source = source;
			source.duration = durationOf(run.manifest);
			run.buffer = source.addSourceBuffer(mimeOf(first.codecs));
			this.fill();
		});
	}

	private conditions(): Conditions {
		const { bitsPerSecond } = this.tools.bandwidth;
		// Who wants the best gets it on a small stage as well.
		const shortSide = quality.value === "best" ? Number.POSITIVE_INFINITY : this.shortSide * devicePixelRatio;
		return { bitsPerSecond, shortSide, saveData: savesData() };
	}

	/** What was already asked for wins over what the line would carry by now: the swipe must not wait for a second transfer. */
	private chooseFirst({ manifest }: Clip, playable: readonly Rendition[]): Rendition | undefined {
		const asked = playable.find(({ name }) => this.isAtHand(mediaUrl(manifest, `${name}/0.m4s`)));
		return asked ?? startRendition(playable, this.conditions());
	}

	private isAtHand(url: string): boolean {
		return this.tools.store.knows(url) || this.tools.isHeld(url);
	}

	private choose(run: Run, index: number): Rendition | undefined {
		if (run.initialized === null) return run.first;
		// Without a connection what is held is all there is, whatever it looks like.
		const held = online.peek() ? undefined : run.playable.find((rendition) => this.isAtHand(this.segmentUrl(run, rendition, index)));
		return held ?? nextRendition(run.playable, this.conditions(), this.bufferedAhead);
	}

	private initUrl = (run: Run, rendition: Rendition) => mediaUrl(run.manifest, `${rendition.name}/init.mp4`);
	private segmentUrl = (run: Run, rendition: Rendition, index: number) => mediaUrl(run.manifest, `${rendition.name}/${index}.m4s`);

	private fill(): void {
		const { run } = this;
		if (!run?.buffer || run.filling) return;
		run.filling = true;
		this.fillUp(run)
			.catch((error: unknown) => this.run === run && this.recover(run, error))
			.finally(() => {
				run.filling = false;
			});
	}

	/** Asks for a clip that plays from what is held. */
	private lookForIt(): void {
		const { run } = this;
		if (!run || !this.active || this.video.paused || !online.peek() || Date.now() - run.heardAt < PRESENCE_EVERY_MS) return;
		run.heardAt = Date.now();
		isStillThere(run.manifest.url).then((isThere) => {
			if (this.run === run && !isThere) this.recover(run, new SegmentError(run.manifest.url, 404));
		});
	}

	/** What can't be had any more is not shown any more either, though it be held. */
	private giveUp(run: Run): void {
		if (this.run !== run) return;
		this.failed.value = true;
		this.framed.value = false;
		run.buffer = null;
		run.stop.abort();
		this.empty();
	}

	private async fillUp(run: Run): Promise<void> {
		while (this.run === run) {
			const index = run.timeline.next(this.video.currentTime, this.active ? BUFFER_AHEAD_S : 0);
			if (index === null) break;
			const rendition = this.choose(run, index);
			if (!rendition) return;
			await this.append(run, rendition, index);
			run.heardAt = Date.now();
			this.stranded.value = false;
			this.jumpHole();
		}
		if (this.run === run && run.source?.readyState === "open" && run.timeline.completeFrom(this.video.currentTime))
			run.source.endOfStream();
	}

	private async append(run: Run, rendition: Rendition, index: number): Promise<void> {
		const looking = setInterval(() => this.giveUpIfHopeless(run, rendition, index), LOOK_EVERY_MS);
		await this.appendSegment(run, rendition, index).finally(() => clearInterval(looking));
	}

	/** A line that broke down while a heavy segment was on its way: a lighter one is there sooner than what is left of it. */
	private giveUpIfHopeless(run: Run, rendition: Rendition, index: number): void {
		const { store, bandwidth } = this.tools;
		const url = this.segmentUrl(run, rendition, index);
		const transfer = store.progressOf(url);
		const lighter = lighterThan(run.playable, rendition);
		const pace = transfer && paceOf(transfer);
		if (this.run !== run || !transfer || !lighter || pace === null) return;
		const bytesOf = ({ averageBandwidth }: Rendition) => (averageBandwidth / 8) * run.timeline.seconds;
		const leftBytes = bytesOf(rendition) - transfer.arrivedBytes;
		if (!isHopeless(leftBytes, bytesOf(lighter), pace, this.bufferedAhead)) return;
		bandwidth.fallTo(pace);
		store.cancel(url);
	}

	private async appendSegment(run: Run, rendition: Rendition, index: number): Promise<void> {
		const { store } = this.tools;
		const url = this.segmentUrl(run, rendition, index);
		run.pending = url;
		if (run.initialized !== rendition.name) await this.initialize(run, rendition);
		const { buffer } = run;
		if (this.run !== run || !buffer) return;
		await this.makeRoom(run, buffer, KEEP_BEHIND_S);
		// With nothing to show yet every byte counts: the first frame is there long before the segment's end.
		const inPieces = this.active && !this.framed.value && !store.has(url) && (await this.appendArriving(run, buffer, url));
		if (this.run !== run) return;
		if (!inPieces) await this.appendWhole(run, buffer, await store.get(url));
		run.pending = null;
		if (this.run !== run) return;
		// Bytes that are no media are not always refused; they may just lead to nothing.
		if (buffer.buffered.length === 0) throw new Error("nothing came of the media bytes");
		run.timeline.add(index);
	}

	private async initialize(run: Run, rendition: Rendition): Promise<void> {
		const init = await this.tools.store.get(this.initUrl(run, rendition));
		const { buffer } = run;
		if (this.run !== run || !buffer) return;
		if (run.initialized) buffer.changeType(mimeOf(rendition.codecs));
		await settled(buffer, () => buffer.appendBuffer(init));
		run.initialized = rendition.name;
	}

	/** Appends a segment while it arrives. Answers false when that has to be done anew with the whole. */
	private async appendArriving(run: Run, buffer: SourceBuffer, url: string): Promise<boolean> {
		try {
			for await (const chunk of this.tools.store.read(url)) {
				if (this.run !== run) return true;
				await settled(buffer, () => buffer.appendBuffer(chunk));
				this.jumpHole();
			}
			return true;
		} catch (error) {
			if (this.run === run) buffer.abort();
			if (error instanceof TransferRestarted) return false;
			throw error;
		}
	}

	private async appendWhole(run: Run, buffer: SourceBuffer, bytes: ArrayBuffer): Promise<void> {
		if (this.run !== run) return;
		try {
			await settled(buffer, () => buffer.appendBuffer(bytes));
		} catch (error) {
			if (!(error instanceof DOMException && error.name === "QuotaExceededError")) throw error;
			await this.makeRoom(run, buffer, 2);
			await settled(buffer, () => buffer.appendBuffer(bytes));
		}
	}

	private async makeRoom(run: Run, buffer: SourceBuffer, keepSeconds: number): Promise<void> {
		const end = Math.floor((this.video.currentTime - keepSeconds) / run.timeline.seconds) * run.timeline.seconds;
		if (end <= 0 || buffer.buffered.length === 0 || buffer.buffered.start(0) >= end - 0.1) return;
		await settled(buffer, () => buffer.remove(0, end));
		run.timeline.drop(0, end);
	}

	private jumpHole(): void {
		const { video } = this;
		for (let i = 0; i < video.buffered.length; i++) {
			const start = video.buffered.start(i);
			if (start > video.currentTime && start - video.currentTime < JUMPABLE_HOLE_S && video.readyState < 3) video.currentTime = start;
		}
	}

	private onWaiting(): void {
		if (!this.active || !this.run) return;
		if (this.framed.value && !this.waiting.value && this.video.currentTime > 0.3) this.tools.onStall();
		this.waiting.value = true;
		this.jumpHole();
		this.fill();
	}

	/** Addresses that ran out are asked for once more; other faults of the network leave the clip to a later try. */
	private recover(run: Run, error: unknown): void {
		// Given up for a lighter one.
		if (error instanceof DOMException && error.name === "AbortError") {
			setTimeout(() => this.run === run && this.fill());
			return;
		}
		if (!(error instanceof SegmentError) && !(error instanceof TypeError)) {
			this.fallBack(run);
			return;
		}
		const status = error instanceof SegmentError ? error.status : 0;
		// A grant that ran out, and a video that is not there, are answered alike: only a fresh address tells.
		if ((status === 404 || status === 403 || status === 401) && !run.refreshed) {
			run.refreshed = true;
			this.tools.refresh(run.clip.id).then(
				(manifest) => {
					run.manifest = manifest;
					this.fill();
				},
				() => this.giveUp(run),
			);
			return;
		}
		if (status >= 400 && status < 500) this.giveUp(run);
		else {
			// While seconds are held ahead nobody needs to know.
			this.stranded.value = !this.framed.value || this.waiting.value;
			setTimeout(() => this.run === run && this.fill(), RETRY_AFTER_MS);
		}
	}

	private fallBack(run: Run): void {
		// A refused append tells twice: by the buffer and by the element.
		if (this.run !== run || run.handedOver) return;
		run.handedOver = true;
		run.buffer = null;
		import("./hlsPlayback.ts")
			.then(({ playWithHls }) => {
				if (this.run !== run) return;
				const wasPlaying = this.active;
				const detach = playWithHls(this.video, run.manifest.url, () => {
					if (this.run === run) this.failed.value = true;
				});
				run.stop.signal.addEventListener("abort", detach);
				if (wasPlaying) this.video.play().catch(() => undefined);
			})
			.catch(() => {
				if (this.run === run) this.failed.value = true;
			});
	}
}

/** Address of a media file below the manifest's folder; a grant for a private clip is part of that folder. */
export const mediaUrl = (manifest: Pick<Manifest, "base">, path: string): string => `${manifest.base}${path}`;
