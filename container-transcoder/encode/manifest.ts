import type { Rendition, RungName, StoredManifest } from "../../contracts/media.ts";
import { AUDIO_BITS_PER_SECOND } from "./audio.ts";
import { type Ladder, type Rung, seconds } from "./ladder.ts";
import type { Rows } from "./rows.ts";

/** The manifest of what is stored, bandwidths measured. */
export function buildManifest(rows: Rows, ladder: Ladder, hasAudio: boolean): StoredManifest {
	const first = ladder.rungs[0];
	const pictures = first ? rows.pictures(first.name).slice(0, rows.count()) : [];
	return {
		segmentSeconds: seconds(ladder, Math.max(...pictures)),
		lastSegmentSeconds: seconds(ladder, pictures.at(-1) ?? 0),
		segmentCount: pictures.length,
		hasAudio,
		renditions: ladder.rungs.map((rung) => measure(rung, rows, ladder, pictures)),
	};
}

/** What the manifest will be, as far as can be told while it is in the making: the caps stand for the bandwidths. */
export function expectedManifest(started: readonly RungName[], rows: Rows, ladder: Ladder, hasAudio: boolean): StoredManifest {
	const segmentCount = Math.ceil(ladder.totalFrames / ladder.segmentFrames);
	const total = seconds(ladder, ladder.totalFrames);
	return {
		segmentSeconds: seconds(ladder, Math.min(ladder.segmentFrames, ladder.totalFrames)),
		lastSegmentSeconds: seconds(ladder, ladder.totalFrames - (segmentCount - 1) * ladder.segmentFrames),
		segmentCount,
		hasAudio,
		renditions: ladder.rungs
			.filter((rung) => started.includes(rung.name))
			.map((rung) => {
				const rate = rung.maxRate + (hasAudio ? AUDIO_BITS_PER_SECOND : 0);
				return {
					name: rung.name,
					width: rung.width,
					height: rung.height,
					bandwidth: rate,
					averageBandwidth: rate,
					frameRate: frameRate(ladder),
					codecs: rows.codecs(rung.name),
					bytes: Math.ceil((rate * total) / 8),
				};
			}),
	};
}

/** Frames per second as playlists write them. */
function frameRate(ladder: Ladder): number {
	return Math.round((ladder.rate.numerator / ladder.rate.denominator) * 1000) / 1000;
}

/** A last segment shorter than this says nothing of the rate: one large picture over no time. Seconds. */
const SHORTEST_MEASURED = 0.5;

/** Bandwidths from the bytes of the segments: the dearest one, and the mean; bits per second. */
function measure(rung: Rung, rows: Rows, ladder: Ladder, pictures: readonly number[]): Rendition {
	const { codecs, initBytes, segmentBytes } = rows.stored(rung.name, pictures.length);
	let peak = 0;
	let bytes = 0;
	for (const [n, size] of segmentBytes.entries()) {
		const length = seconds(ladder, pictures[n] ?? 0);
		if (length >= SHORTEST_MEASURED) peak = Math.max(peak, (size * 8) / length);
		bytes += size;
	}
	const total = seconds(
		ladder,
		pictures.reduce((sum, count) => sum + count, 0),
	);
	const mean = (bytes * 8) / total;
	return {
		name: rung.name,
		width: rung.width,
		height: rung.height,
		bandwidth: Math.ceil(Math.max(peak, mean)),
		averageBandwidth: Math.ceil(mean),
		frameRate: frameRate(ladder),
		codecs,
		bytes: bytes + initBytes,
	};
}
