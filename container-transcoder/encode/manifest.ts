import type { Rendition, StoredManifest } from "../../contracts/media.ts";
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
		frameRate: Math.round((ladder.rate.numerator / ladder.rate.denominator) * 1000) / 1000,
		codecs,
		bytes: bytes + initBytes,
	};
}
