/** AAC frames in ADTS (ISO/IEC 13818-7), each 1024 samples. */
export const SAMPLES_PER_FRAME = 1024;

/** Offsets of all frames in a buffer, and its end as the last; throws where the sync word is missing. */
export function frameOffsets(adts: Buffer): number[] {
	const offsets: number[] = [];
	let at = 0;
	while (at + 7 <= adts.length) {
		if (adts[at] !== 0xff || ((adts[at + 1] ?? 0) & 0xf0) !== 0xf0) throw new Error(`No AAC frame at byte ${at}.`);
		const size = (((adts[at + 3] ?? 0) & 3) << 11) | ((adts[at + 4] ?? 0) << 3) | ((adts[at + 5] ?? 0) >> 5);
		if (size < 7) throw new Error(`An AAC frame of ${size} bytes at ${at}.`);
		offsets.push(at);
		at += size;
	}
	offsets.push(Math.min(at, adts.length));
	return offsets;
}
