import type { Manifest } from "../api/videos.ts";

/** Duration of a clip in seconds, by its manifest. */
export const durationOf = (manifest: Pick<Manifest, "segmentCount" | "segmentSeconds" | "lastSegmentSeconds">): number =>
	Math.max(0, manifest.segmentCount - 1) * manifest.segmentSeconds + manifest.lastSegmentSeconds;

/** Which segments of one clip are in the source buffer, and which one is wanted next. */
export class SegmentTimeline {
	private readonly appended: boolean[];
	readonly count: number;
	readonly seconds: number;

	constructor(count: number, seconds: number) {
		this.count = count;
		this.seconds = seconds;
		this.appended = new Array<boolean>(count).fill(false);
	}
	/** Index of the segment that holds `time` (seconds). */
	indexAt(time: number): number {
		return Math.min(this.count - 1, Math.max(0, Math.floor((time + 0.001) / this.seconds)));
	}
	add(index: number): void {
		this.appended[index] = true;
	}
	/** Forgets what the buffer gave up between two times (seconds), whole or in part. */
	drop(start: number, end: number): void {
		for (let index = 0; index < this.count; index++) {
			if (index * this.seconds < end - 0.01 && (index + 1) * this.seconds > start + 0.01) this.appended[index] = false;
		}
	}
	/** First segment missing from `time` on that begins within `horizon` seconds; null when nothing is wanted. */
	next(time: number, horizon: number): number | null {
		for (let index = this.indexAt(time); index < this.count; index++) {
			if (index * this.seconds - time > horizon) return null;
			if (!this.appended[index]) return index;
		}
		return null;
	}
	/** Seconds held from `time` on without a gap. */
	ahead(time: number): number {
		let index = this.indexAt(time);
		while (index < this.count && this.appended[index]) index++;
		return Math.max(0, index * this.seconds - time);
	}
	/** True when everything from `time` to the end is held. */
	completeFrom(time: number): boolean {
		return this.next(time, Number.POSITIVE_INFINITY) === null;
	}
}
