import type { RungName } from "../../contracts/media.ts";
import type { Checkpoint, StoredRendition } from "./checkpoint.ts";

/** One stored segment of one rendition. */
export interface StoredSegment {
	bytes: number;
	pictures: number;
	audioFrames: number;
}

interface Track {
	codecs: string;
	initBytes: number;
	/** By number; a later segment may be stored before an earlier one. */
	segments: Map<number, StoredSegment>;
	/** Segments stored without a gap from the first. */
	whole: number;
}

/**
 * Counts what is stored. A row is one segment's time in every rendition; rows before `from` came from an earlier attempt.
 */
export class Rows {
	readonly from: number;
	private readonly earlier: Checkpoint;
	private readonly tracks = new Map<RungName, Track>();
	private readonly names: readonly RungName[];

	constructor(names: readonly RungName[], earlier: Checkpoint) {
		this.names = names;
		this.earlier = earlier;
		this.from = earlier.rowPictures.length;
		for (const name of names) {
			const kept = earlier.renditions[name];
			if (kept) this.tracks.set(name, { codecs: kept.codecs, initBytes: kept.initBytes, segments: new Map(), whole: this.from });
		}
	}

	/** A rendition's init segment is stored. */
	initStored(name: RungName, codecs: string, initBytes: number): void {
		const known = this.tracks.get(name);
		this.tracks.set(name, { codecs, initBytes, segments: known?.segments ?? new Map(), whole: known?.whole ?? this.from });
	}

	segmentStored(name: RungName, n: number, segment: StoredSegment): void {
		const track = this.tracks.get(name);
		if (!track) throw new Error(`A segment of ${name} came before its init segment.`);
		track.segments.set(n, segment);
		while (track.segments.has(track.whole)) track.whole++;
	}

	/** Renditions that have their first segment. */
	started(): RungName[] {
		return this.names.filter((name) => (this.tracks.get(name)?.whole ?? 0) > 0);
	}

	/** Rows that are whole. */
	count(): number {
		return Math.min(...this.names.map((name) => this.tracks.get(name)?.whole ?? 0));
	}

	/** Pictures in each of the rendition's segments that are stored without a gap. */
	pictures(name: RungName): number[] {
		const track = this.tracks.get(name);
		const made = Array.from(
			{ length: (track?.whole ?? this.from) - this.from },
			(_, i) => track?.segments.get(this.from + i)?.pictures ?? 0,
		);
		return [...this.earlier.rowPictures, ...made];
	}

	codecs(name: RungName): string {
		return this.tracks.get(name)?.codecs ?? "";
	}

	/** What the next attempt may keep. */
	checkpoint(): Checkpoint {
		const count = this.count();
		const first = this.names[0];
		const renditions = Object.fromEntries(this.names.flatMap((name) => (this.tracks.has(name) ? [[name, this.stored(name, count)]] : [])));
		return { ...this.earlier, renditions, rowPictures: first ? this.pictures(first).slice(0, count) : [], result: null };
	}

	/** One rendition's first `count` segments. */
	stored(name: RungName, count: number): StoredRendition {
		const track = this.tracks.get(name);
		const kept = this.earlier.renditions[name];
		const made = Array.from({ length: count - this.from }, (_, i) => track?.segments.get(this.from + i));
		return {
			codecs: track?.codecs ?? "",
			initBytes: track?.initBytes ?? 0,
			segmentBytes: [...(kept?.segmentBytes ?? []), ...made.map((segment) => segment?.bytes ?? 0)],
			audioFrames: made.reduce((sum, segment) => sum + (segment?.audioFrames ?? 0), kept?.audioFrames ?? 0),
		};
	}
}
