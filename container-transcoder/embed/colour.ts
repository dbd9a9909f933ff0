import sharp from "sharp";

const LIGHTNESS_BINS = 5;
const CHROMA_BINS = 7;
/** Width of a chroma bin in OKLab; seven of them span what sRGB can show. */
const CHROMA_STEP = 0.09;
const SIDE = 48;
/** Length of a colour histogram. */
export const COLOUR_DIMENSIONS = LIGHTNESS_BINS * CHROMA_BINS * CHROMA_BINS;

const LINEAR = Float64Array.from({ length: 256 }, (_, i) => {
	const c = i / 255;
	return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
});
const linear = (byte: number | undefined) => LINEAR[byte ?? 0] ?? 0;

/** sRGB bytes to OKLab (Ottosson 2020, https://bottosson.github.io/posts/oklab/): lightness 0..1, a and b about ±0.3. */
export function oklab(red: number | undefined, green: number | undefined, blue: number | undefined): [number, number, number] {
	const [r, g, b] = [linear(red), linear(green), linear(blue)];
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	return [
		0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
	];
}

const bin = (value: number, bins: number) => Math.max(0, Math.min(bins - 1, Math.floor(value)));

/**
 * Colours of all frames together: an OKLab histogram of 5 × 7 × 7 bins, square-rooted (Hellinger), so that large plain
 * areas don't drown the rest. Null without frames.
 */
export async function colourFeatures(frames: readonly Uint8Array[]): Promise<Float32Array | null> {
	if (frames.length === 0) return null;
	const histogram = new Float32Array(COLOUR_DIMENSIONS);
	const pictures = await Promise.all(
		frames.map((frame) =>
			sharp(frame, { limitInputPixels: 4096 * 4096 })
				.resize(SIDE, SIDE, { fit: "fill" })
				.toColourspace("srgb")
				.removeAlpha()
				.raw()
				.toBuffer({ resolveWithObject: true }),
		),
	);
	for (const { data, info } of pictures) {
		const colour = info.channels >= 3 ? 1 : 0;
		for (let i = 0; i + 2 * colour < data.length; i += info.channels) {
			const [lightness, a, b] = oklab(data[i], data[i + colour], data[i + 2 * colour]);
			const cell =
				(bin(lightness * LIGHTNESS_BINS, LIGHTNESS_BINS) * CHROMA_BINS + bin(a / CHROMA_STEP + CHROMA_BINS / 2, CHROMA_BINS)) *
					CHROMA_BINS +
				bin(b / CHROMA_STEP + CHROMA_BINS / 2, CHROMA_BINS);
			histogram[cell] = (histogram[cell] ?? 0) + 1;
		}
	}
	const pixels = pictures.length * SIDE * SIDE;
	return histogram.map((count) => Math.sqrt(count / pixels));
}
