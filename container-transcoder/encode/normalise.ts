import type { Appearance } from "../media/appearance.ts";
import type { Source } from "../media/source.ts";
import { type Ladder, seconds } from "./ladder.ts";

interface Size {
	readonly width: number;
	readonly height: number;
}

/**
 * Filters from decoded pictures to exactly `frames` of the ladder's, evenly spaced, each as `normalise` makes it. Where the source
 * has no picture the one before stands, or the first before it comes: to the end of the sound, and through a slide of a minute.
 * @param from the first picture that is wanted; where it is not the video's first, the input is one that was seeked to it and begins
 * with the key picture before
 */
export function steadyPictures(source: Source, ladder: Ladder, size: Size, { frames, from }: { frames: number; from: number }): string[] {
	const { numerator, denominator } = ladder.rate;
	const rate = `fps=${numerator}/${denominator}:start_time=${-seconds(ladder, from)}`;
	const pictures = normalise(source, size);
	const standing = `tpad=stop_mode=clone:stop=${from + frames}`;
	// What stands at the seeked time may have begun, and even ended, before it: counted from the video's own beginning.
	if (from > 0) return [rate, standing, `trim=start_frame=${from}:end_frame=${from + frames}`, "setpts=PTS-STARTPTS", ...pictures];
	// Pictures are worked on before they are repeated and after they are dropped, whichever the source needs.
	const dropsSome = source.probe.frameRate > (numerator / denominator) * 1.01 || source.interlaced;
	const worked = dropsSome ? [rate, ...pictures] : [...pictures, rate];
	return [...worked, standing, `trim=end_frame=${frames}`];
}

/**
 * White of HDR pictures (ITU-R BT.2408) and the highlights that are kept apart, cd/m². White becomes nearly SDR's white and what is
 * darker than a third of it stays as it is; the curve above makes room for the highlights.
 */
const HDR_WHITE = 203;
const HDR_PEAK = 1000;

const BT709 = "setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv";

/**
 * Square pixels, 8-bit 4:2:0, BT.709 in limited range, upright and over black: what every player shows alike. A recording may
 * change its size when the phone is turned; what has another shape is fitted in and gets black borders.
 */
export function normalise(source: Source, size: Size): string[] {
	const { appearance } = source;
	const { coded } = appearance;
	const box = appearance.sidesExchanged ? { width: size.height, height: size.width } : size;
	// FFmpeg 7 refuses matrices that its scaler does not know, and takes what a frame says for more than what the scaler is told.
	const hdr = appearance.transfer ? `:color_primaries=bt2020:color_trc=${appearance.transfer}` : "";
	const named = appearance.rgb
		? []
		: [`setparams=colorspace=${MATRIX_NAMES[appearance.matrix].frame}:range=${appearance.fullRange ? "pc" : "tv"}${hdr}`];
	// Of pictures that hold two moments the lines between are filled in; those marked as whole pass untouched. It takes one size only.
	const whole = source.interlaced ? [`scale=${coded.width}:${coded.height}`, "bwdif=mode=send_frame:deint=interlaced"] : [];
	return [...named, ...whole, ...inColour(source, box), ...appearance.turn, BT709, "setsar=1"];
}

/** Names of FFmpeg's frames, of its scaler, which does not know YCgCo, and of zscale. */
const MATRIX_NAMES: Record<Appearance["matrix"], { readonly frame: string; readonly scale: string; readonly zscale: string }> = {
	bt601: { frame: "smpte170m", scale: "bt601", zscale: "170m" },
	bt709: { frame: "bt709", scale: "bt709", zscale: "709" },
	bt2020: { frame: "bt2020nc", scale: "bt2020", zscale: "2020_ncl" },
	// By its number (ITU-T H.273): versions of FFmpeg spell its name differently.
	smpte240m: { frame: "smpte240m", scale: "smpte240m", zscale: "7" },
	fcc: { frame: "fcc", scale: "fcc", zscale: "fcc" },
	ycgco: { frame: "bt709", scale: "bt709", zscale: "ycgco" },
};

const BICUBIC = "bicubic";
/** Where it changes matrix or range FFmpeg's scaler cuts off what it should round: up to 4 of 255. */
const EXACT = `${BICUBIC}+accurate_rnd`;

/** Fitted into the box, in BT.709. */
function inColour(source: Source, box: Size): string[] {
	const { appearance } = source;
	const { wideGamut } = appearance;
	const limited = `in_range=${appearance.fullRange ? "pc" : "tv"}:out_range=tv`;
	if (appearance.transfer) {
		// Tone mapping works in linear light on floats: scaled down first, for it is the dearest filter of all.
		return [
			...fitted(source, box, `in_color_matrix=bt2020:out_color_matrix=bt2020:${limited}`, "yuv420p10"),
			`zscale=tin=${appearance.transfer}:pin=bt2020:min=bt2020nc:rin=tv:t=linear:npl=${HDR_WHITE}`,
			`format=gbrpf32le,zscale=p=bt709,tonemap=mobius:param=0.3:desat=0:peak=${(HDR_PEAK / HDR_WHITE).toFixed(3)}`,
			"zscale=t=bt709:m=bt709:r=tv,format=yuv420p",
		];
	}
	const { scale: matrix, zscale } = MATRIX_NAMES[appearance.matrix];
	if (appearance.alpha) {
		// At its own size, so that at the edges no hidden colour is mixed in.
		const shown = `in_color_matrix=${matrix}:in_range=${appearance.fullRange ? "pc" : "tv"}`;
		const opaque = [...fitted(source, appearance.coded, shown, "gbrap"), "premultiply=inplace=1,format=gbrp"];
		const gamut = wideGamut ? [`${toBt709(wideGamut)}:m=gbr,format=gbrp`] : [];
		return [...opaque, ...gamut, `scale=${box.width}:${box.height}:flags=bicubic:out_color_matrix=bt709:out_range=tv,format=yuv420p`];
	}
	if (wideGamut || appearance.matrix === "ycgco") {
		const gamut = wideGamut ? toBt709(wideGamut) : "zscale=pin=bt709:tin=bt709:p=bt709:t=bt709";
		return appearance.rgb
			? [...fitted(source, box, "", "gbrp"), `${gamut}:m=bt709:r=tv,format=yuv420p`]
			: [
					...fitted(source, box, `in_color_matrix=${matrix}:out_color_matrix=${matrix}:${limited}`, "yuv420p10"),
					`${gamut}:min=${zscale}:rin=tv:m=bt709:r=tv,format=yuv420p`,
				];
	}
	const changes = appearance.matrix !== "bt709" || appearance.fullRange || appearance.rgb;
	return fitted(source, box, `in_color_matrix=${matrix}:out_color_matrix=bt709:${limited}`, "yuv420p", changes ? EXACT : BICUBIC);
}

/**
 * Primaries to BT.709's in linear light; what lies outside is cut off at its edge. The curve stays: players show BT.709's and
 * sRGB's alike, so that a change from one to the other would be seen.
 */
function toBt709({ primaries, transfer }: NonNullable<Appearance["wideGamut"]>): string {
	return `zscale=pin=${primaries}:tin=${transfer}:p=bt709:t=${transfer === "linear" ? "bt709" : transfer}`;
}

/** Scales to the box, keeping the shape of pictures that have another than the first, and fills the rest with black. */
function fitted(source: Source, box: Size, colours: string, format: string, flags = BICUBIC): string[] {
	const { coded, sidesExchanged } = source.appearance;
	const shown = sidesExchanged ? source.probe.height : source.probe.width;
	const aspect = (coded.width > 0 ? shown / coded.width : 1).toFixed(6);
	const usual = `eq(iw,${coded.width})*eq(ih,${coded.height})`;
	const width = `if(${usual},${box.width},max(2,2*round(min(${box.width},${box.height}*iw*${aspect}/ih)/2)))`;
	const height = `if(${usual},${box.height},max(2,2*round(min(${box.height},${box.width}*ih/(iw*${aspect}))/2)))`;
	const more = colours === "" ? "" : `:${colours}`;
	return [
		`scale=w='${width}':h='${height}':eval=frame:flags=${flags}${more}`,
		`format=${format},pad=${box.width}:${box.height}:(ow-iw)/2:(oh-ih)/2:eval=frame`,
	];
}
