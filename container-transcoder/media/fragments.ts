import { walkBoxes } from "./boxes.ts";

/** What an init segment tells of its tracks. */
export interface InitSegment {
	readonly tracks: readonly { readonly id: number; readonly kind: "video" | "audio"; readonly timescale: number }[];
	/** RFC 6381, as a playlist's CODECS. */
	readonly codecs: string;
}

/** AAC-LC in MPEG-4, the only sound made here. */
const AAC_LC = "mp4a.40.2";

export function readInit(init: Buffer): InitSegment {
	const tracks: { id: number; kind: "video" | "audio"; timescale: number }[] = [];
	let codecs = "";
	let id = 0;
	let timescale = 0;
	for (const box of walkBoxes(init)) {
		if (box.type === "tkhd") id = init.readUInt32BE(box.body + (init[box.body] === 1 ? 20 : 12));
		if (box.type === "mdhd") timescale = init.readUInt32BE(box.body + (init[box.body] === 1 ? 20 : 12));
		if (box.type === "hdlr") {
			const kind = init.toString("latin1", box.body + 8, box.body + 12);
			tracks.push({ id, kind: kind === "vide" ? "video" : "audio", timescale });
		}
		if (box.type === "stsd") {
			// `avcC` lies behind the fixed fields of the sample entry: version, then profile, constraints and level.
			const avcC = init.indexOf("avcC", box.body, "latin1");
			if (avcC > 0 && avcC < box.end) codecs = `avc1.${init.toString("hex", avcC + 5, avcC + 8)}`;
		}
	}
	if (!codecs) throw new Error("The init segment has no H.264 track.");
	return { tracks, codecs: tracks.some((track) => track.kind === "audio") ? `${codecs},${AAC_LC}` : codecs };
}

/** ISO/IEC 14496-12, 6.2.2: as stored, in 16.16 and 2.30 fixed point. */
const UPRIGHT = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000] as const;

/** Says in an init segment, in place, that its pictures are upright: FFmpeg 5 hands on how the source was to be turned, though it has been. */
export function setUpright(init: Buffer): void {
	for (const box of walkBoxes(init)) {
		if (box.type !== "tkhd") continue;
		const at = box.body + (init[box.body] === 1 ? 52 : 40);
		for (const [n, value] of UPRIGHT.entries()) init.writeInt32BE(value, at + 4 * n);
	}
}

/** Samples in one fragment, by track id. */
export function countSamples(fragment: Buffer): Map<number, number> {
	const counts = new Map<number, number>();
	let track = 0;
	for (const box of walkBoxes(fragment)) {
		if (box.type === "tfhd") track = fragment.readUInt32BE(box.body + 4);
		if (box.type === "trun") counts.set(track, (counts.get(track) ?? 0) + fragment.readUInt32BE(box.body + 4));
	}
	return counts;
}

/**
 * Moves a fragment in time, in place: each track's decode time grows by its ticks, and the sequence number is set. An
 * encoder that resumes counts from nothing again; this puts its fragments behind those of the earlier attempt.
 */
export function placeFragment(fragment: Buffer, sequence: number, ticksByTrack: ReadonlyMap<number, number>): void {
	let track = 0;
	for (const box of walkBoxes(fragment)) {
		if (box.type === "mfhd") fragment.writeUInt32BE(sequence, box.body + 4);
		if (box.type === "tfhd") track = fragment.readUInt32BE(box.body + 4);
		if (box.type === "tfdt") {
			const ticks = BigInt(ticksByTrack.get(track) ?? 0);
			if (fragment[box.body] === 1) fragment.writeBigUInt64BE(fragment.readBigUInt64BE(box.body + 4) + ticks, box.body + 4);
			else fragment.writeUInt32BE(fragment.readUInt32BE(box.body + 4) + Number(ticks), box.body + 4);
		}
	}
}
