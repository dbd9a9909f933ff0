/**
 * Counts the pictures that FFmpeg tells it could not decode, or decoded with parts made up, from what it says on level info. Both
 * versions that are used tell the same in other words: 5 “Error while decoding stream #0:0” and “corrupt decoded frame in stream”,
 * 7 “Error submitting packet to decoder”, “Decoding error” and “corrupt decoded frame”. The concealment lines of H.264 and the
 * MPEG family come once per picture in both.
 */
export class DamageCount {
	private lost = 0;
	private corrupt = 0;
	private concealed = 0;

	/** Takes a line of FFmpeg's stderr. */
	take(line: string): void {
		if (/Error while decoding stream|Error submitting (a )?packet to decoder|\[error\] Decoding error/.test(line)) this.lost++;
		else if (line.includes("corrupt decoded frame")) this.corrupt++;
		else if (/\[info\] concealing \d+ DC/.test(line)) this.concealed++;
	}

	/** Pictures that are missing or not what was recorded. */
	get pictures(): number {
		return this.lost + Math.max(this.corrupt, this.concealed);
	}
}

/**
 * Share of damaged pictures from which on a video is refused. Measured on clips of four seconds with 1 % of all bits flipped, or
 * half of the pictures overwritten: H.264 .50 to .91, HEVC .36 to .50, AV1 .27 to .98, VP9 .29 to .44, MPEG-4 .50 to .99, MPEG-2 .61,
 * M-JPEG and ProRes .50 to 1; with three of 120 pictures damaged 0 to .05, with twelve 0 to .12 (AV1 .21, whose every later
 * picture leans on them); untouched 0.
 */
const DAMAGED_SHARE = 0.25;
/** VP8 has nothing to notice damage by but the ten bytes of its headers: .12 with 1 % of bits flipped, 0 with twelve pictures damaged. */
const DAMAGED_SHARE_OF: Readonly<Record<string, number>> = { vp8: 0.07 };
/** So few say nothing, however short the video. */
const DAMAGED_LEAST = 6;

/** Whether the share of `pictures` that is damaged is so large that the video is not what was recorded. */
export function isNonsense(damaged: number, pictures: number, codec: string): boolean {
	return damaged >= DAMAGED_LEAST && damaged > pictures * (DAMAGED_SHARE_OF[codec] ?? DAMAGED_SHARE);
}
