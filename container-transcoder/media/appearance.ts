import * as z from "zod";

/** What ffprobe tells of how a picture's samples are to be shown. */
export const AppearanceFields = z.object({
	width: z.int().optional(),
	height: z.int().optional(),
	pix_fmt: z.string().optional(),
	color_space: z.string().optional(),
	color_primaries: z.string().optional(),
	color_transfer: z.string().optional(),
	color_range: z.string().optional(),
	side_data_list: z
		.array(
			z.object({
				rotation: z.coerce.number().optional(),
				displaymatrix: z.string().optional(),
				dv_profile: z.int().optional(),
				dv_bl_signal_compatibility_id: z.int().optional(),
			}),
		)
		.optional(),
	tags: z.object({ rotate: z.coerce.number().optional(), alpha_mode: z.string().optional() }).optional(),
});
type Fields = z.infer<typeof AppearanceFields>;

/** Entries of ffprobe that `AppearanceFields` reads, of a stream, of its side data and of its tags. */
export const APPEARANCE_ENTRIES = {
	stream: "width,height,pix_fmt,color_space,color_primaries,color_transfer,color_range",
	sideData: "rotation,displaymatrix,dv_profile,dv_bl_signal_compatibility_id",
	tags: "rotate,alpha_mode",
} as const;

/** From stored samples to the picture that is meant. */
export interface Appearance {
	/** What turns the samples into colours, and whether they use the full range. */
	readonly matrix: "bt601" | "bt709" | "bt2020" | "smpte240m" | "fcc" | "ycgco";
	readonly fullRange: boolean;
	/** The file names a matrix that no standard defines (ITU-T H.273, value 3): FFmpeg 7 takes no such picture into a filter. */
	readonly reservedMatrix: boolean;
	/** PQ or HLG, null for SDR. */
	readonly transfer: "smpte2084" | "arib-std-b67" | null;
	/** SDR whose primaries are so far from BT.709's that it shows, by FFmpeg's name; null where they are BT.709 or as good. */
	readonly wideGamut: { readonly primaries: WidePrimaries; readonly transfer: SdrTransfer } | null;
	/** Samples say how opaque they are. */
	readonly alpha: boolean;
	/** Samples are red, green and blue. */
	readonly rgb: boolean;
	/** Size of the samples as the container tells it, before it is turned. */
	readonly coded: { readonly width: number; readonly height: number };
	/** FFmpeg's filters that turn and mirror it as the container asks. */
	readonly turn: readonly string[];
	/** Those filters exchange its sides. */
	readonly sidesExchanged: boolean;
}

/** Reserved, unspecified and unknown values count as not said; small pictures are then BT.601 and others BT.709, as players take it. */
export function appearanceOf(video: Fields): Appearance {
	const transfer = video.color_transfer === "smpte2084" || video.color_transfer === "arib-std-b67" ? video.color_transfer : null;
	const turn = turnOf(video);
	return {
		// HDR is in BT.2020 whatever else its file says or leaves out, and zscale takes no other way from its curves.
		matrix: transfer === null ? matrixOf(video) : "bt2020",
		// JPEG's own formats are full range whatever the field says.
		fullRange: video.color_range === "pc" || (video.pix_fmt ?? "").startsWith("yuvj"),
		reservedMatrix: video.color_space === "reserved",
		transfer,
		wideGamut: transfer === null ? wideGamutOf(video) : null,
		alpha: hasAlpha(video),
		rgb: /^(gbr|rgb|bgr|argb|abgr|rgba|bgra|0rgb|0bgr|pal8|x2rgb|x2bgr)/.test(video.pix_fmt ?? ""),
		coded: { width: video.width ?? 0, height: video.height ?? 0 },
		turn,
		sidesExchanged: turn.some((filter) => filter.startsWith("transpose")),
	};
}

/** Dolby Vision without a layer that other screens can show (profile 5): its samples look green and purple to any decoder but Dolby's. */
export function isDolbyVisionAlone(video: Fields): boolean {
	return video.side_data_list?.some((data) => data.dv_profile === 5 && (data.dv_bl_signal_compatibility_id ?? 0) === 0) ?? false;
}

const MATRICES: Record<string, Appearance["matrix"]> = {
	bt709: "bt709",
	smpte170m: "bt601",
	bt470bg: "bt601",
	smpte240m: "smpte240m",
	fcc: "fcc",
	bt2020nc: "bt2020",
	bt2020c: "bt2020",
	ycgco: "ycgco",
};

function matrixOf(video: Fields): Appearance["matrix"] {
	// Without colour every matrix is the same: the one that is written needs no change, which would only round.
	if (/^gray/.test(video.pix_fmt ?? "")) return "bt709";
	const named = MATRICES[video.color_space ?? ""];
	if (named) return named;
	if (video.color_space?.startsWith("chroma-derived")) return video.color_primaries === "bt2020" ? "bt2020" : "bt709";
	return (video.width ?? 0) * (video.height ?? 0) < 1280 * 720 ? "bt601" : "bt709";
}

const WIDE = ["bt2020", "smpte431", "smpte432", "bt470m", "film"] as const;
type WidePrimaries = (typeof WIDE)[number];
/** Curves of SDR by zscale's names; what is not among them is shown as BT.709's. */
const SDR_TRANSFERS: Record<string, string> = {
	bt709: "bt709",
	smpte170m: "bt709",
	"bt2020-10": "bt709",
	"bt2020-12": "bt709",
	bt470m: "bt470m",
	bt470bg: "bt470bg",
	"iec61966-2-1": "iec61966-2-1",
	linear: "linear",
};
type SdrTransfer = string;

function wideGamutOf(video: Fields): Appearance["wideGamut"] {
	const primaries = WIDE.find((name) => name === video.color_primaries);
	return primaries ? { primaries, transfer: SDR_TRANSFERS[video.color_transfer ?? ""] ?? "bt709" } : null;
}

function hasAlpha(video: Fields): boolean {
	// WebM's alpha lies beside the picture: the container tells of it, the format of the main picture does not.
	return video.tags?.alpha_mode === "1" || /^(yuva|gbrap|rgba|bgra|argb|abgr|ya8|ya16|pal8)/.test(video.pix_fmt ?? "");
}

/** The same filters that FFmpeg would put in front by itself, where they would work on the full size and on no other. */
function turnOf(video: Fields): string[] {
	const matrix = matrixNumbers(video.side_data_list?.find((data) => data.displaymatrix !== undefined)?.displaymatrix);
	const tagged = video.tags?.rotate ?? 0;
	if (!matrix) return turnBy(tagged, Math.abs(tagged) === 180 ? [-1, 0, 0, -1] : [1, 0, 0, 1]);
	const [a = 0, b = 0, , c = 0, d = 0] = matrix;
	const angle = (Math.atan2(b / (Math.hypot(b, d) || 1), a / (Math.hypot(a, c) || 1)) * 180) / Math.PI;
	return turnBy(angle, [a, b, c, d]);
}

/** @param angle degrees, clockwise; the two-by-two part of the matrix tells what is mirrored */
function turnBy(angle: number, [a, , c, d]: readonly [number, number, number, number]): string[] {
	const clockwise = ((Math.round(angle) % 360) + 360) % 360;
	const isNear = (wanted: number) => Math.abs(clockwise - wanted) <= 1;
	if (isNear(90)) return [`transpose=${c > 0 ? "cclock_flip" : "clock"}`];
	if (isNear(270)) return [`transpose=${c < 0 ? "clock_flip" : "cclock"}`];
	if (isNear(180)) return [...(a < 0 ? ["hflip"] : []), ...(d < 0 ? ["vflip"] : [])];
	if (isNear(0) || isNear(360)) return d < 0 ? ["vflip"] : [];
	return [`rotate=${clockwise}*PI/180`];
}

/** The nine numbers of a display matrix as ffprobe prints them, in rows behind an offset. */
function matrixNumbers(text: string | undefined): number[] | null {
	const numbers = (text ?? "")
		.split("\n")
		.flatMap((line) =>
			line
				.replace(/^\s*\d+:/, "")
				.trim()
				.split(/\s+/),
		)
		.filter((word) => word !== "")
		.map(Number);
	return numbers.length === 9 && numbers.every(Number.isFinite) ? numbers : null;
}
