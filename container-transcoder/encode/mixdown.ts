/** Channels of FFmpeg's named layouts, in their order (ITU-R BS.775 and BS.2051 among them). */
const LAYOUTS: Record<string, string> = {
	"2.1": "FL FR LFE",
	"3.0": "FL FR FC",
	"3.0(back)": "FL FR BC",
	"4.0": "FL FR FC BC",
	quad: "FL FR BL BR",
	"quad(side)": "FL FR SL SR",
	"3.1": "FL FR FC LFE",
	"5.0": "FL FR FC BL BR",
	"5.0(side)": "FL FR FC SL SR",
	"4.1": "FL FR FC LFE BC",
	"5.1": "FL FR FC LFE BL BR",
	"5.1(side)": "FL FR FC LFE SL SR",
	"6.0": "FL FR FC BC SL SR",
	"6.0(front)": "FL FR FLC FRC SL SR",
	hexagonal: "FL FR FC BL BR BC",
	"6.1": "FL FR FC LFE BC SL SR",
	"6.1(back)": "FL FR FC LFE BL BR BC",
	"6.1(front)": "FL FR LFE FLC FRC SL SR",
	"7.0": "FL FR FC BL BR SL SR",
	"7.0(front)": "FL FR FC FLC FRC SL SR",
	"7.1": "FL FR FC LFE BL BR SL SR",
	"7.1(wide)": "FL FR FC LFE BL BR FLC FRC",
	"7.1(wide-side)": "FL FR FC LFE FLC FRC SL SR",
	"7.1(top)": "FL FR FC LFE BL BR TFL TFR",
	"5.1.2": "FL FR FC LFE BL BR TFL TFR",
	"5.1.4": "FL FR FC LFE BL BR TFL TFR TBL TBR",
	"7.1.2": "FL FR FC LFE BL BR SL SR TFL TFR",
	"7.1.4": "FL FR FC LFE BL BR SL SR TFL TFR TBL TBR",
	octagonal: "FL FR FC BL BR BC SL SR",
	cube: "FL FR BL BR TFL TFR TBL TBR",
	hexadecagonal: "FL FR FC BL BR BC SL SR TFL TFC TFR TBL TBC TBR WL WR",
	"22.2": "FL FR FC LFE BL BR FLC FRC BC SL SR TC TFL TFC TFR TBL TBC TBR LFE2 TSL TSR BFC BFL BFR",
};

/** ITU-R BS.775: what is not in front of one ear comes to it 3 dB lower. The bass channel is mixed in too: it may be all there is. */
const ASIDE = Math.SQRT1_2;
const BASS = 0.5;

/**
 * FFmpeg's filters from any number of channels to two, in floats, so that nothing clips before its level is known. FFmpeg mixes the
 * usual layouts by itself, refuses ambisonics and unnamed ones, and leaves channels above and below out.
 * @param layout FFmpeg's name, empty where the file names none
 */
export function mixdown({ count, layout }: { readonly count: number; readonly layout: string }): string {
	const float = "aformat=sample_fmts=fltp";
	if (count <= 2) return `${float}:channel_layouts=stereo`;
	const [left, right] = layout.startsWith("ambisonic") ? ambisonic(count, layout) : speakers(count, layout);
	return `${float},pan=stereo|c0=${left}|c1=${right}`;
}

/** The channel that hears all around (W, the first), and the two of a stereo track beside the field, if any. */
function ambisonic(count: number, layout: string): [left: string, right: string] {
	return layout.includes("stereo") ? [`c0+c${count - 2}`, `c0+c${count - 1}`] : ["c0", "c0"];
}

function speakers(count: number, layout: string): [left: string, right: string] {
	const listed = /\(((?:\w+\+)+\w+)\)/.exec(layout)?.[1]?.split("+");
	const named = LAYOUTS[layout]?.split(" ") ?? listed ?? [];
	// Channels nobody named may be anything: all of them in both ears.
	const names = named.length === count ? named : Array.from({ length: count }, () => "");
	const mixed = names.map((name, n) => ({ ...weights(name), channel: `c${n}` }));
	const sum = (side: "left" | "right") => mixed.flatMap((part) => (part[side] > 0 ? [`${part[side]}*${part.channel}`] : [])).join("+");
	return [sum("left"), sum("right")];
}

function weights(name: string): { left: number; right: number } {
	if (name.startsWith("LFE")) return { left: BASS, right: BASS };
	const loud = name === "FL" || name === "FR" ? 1 : ASIDE;
	if (/L$|^FLC$/.test(name)) return { left: loud, right: 0 };
	if (/R$|^FRC$/.test(name)) return { left: 0, right: loud };
	return { left: ASIDE, right: ASIDE };
}
