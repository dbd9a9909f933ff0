/** A part of a picture, pixels. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/** Brightness, 0..255, that belongs to a bar's colour: compression and noise move it. */
const NEAR = 14;
/** Parts of a line that have the bar's colour where nothing else is, and where text lies on it. */
const BARE = 0.94;
const WITH_TEXT = 0.4;
/** A bar takes no more of a side than this; what remains is never less than a tenth of it. */
const BAR_MOST = 0.45;

/** A border around a border around one: more are not looked for. */
const LAYERS_MOST = 3;

/**
 * What is inside the plain borders and bars of a picture, such as those around a clip of another shape. Text on a bar belongs to the bar.
 * Cutting goes on until nothing is left to cut: a picture with plain edges of its own is cut alike with a border around it and without.
 * @param luma brightness, 0..255, rows from the top
 */
export function contentBox(luma: Float32Array, width: number, height: number): Box {
	let box: Box = { left: 0, top: 0, width, height };
	for (let layer = 0; layer < LAYERS_MOST; layer++) {
		const inner = insideOf(luma, width, box);
		if (inner.width === box.width && inner.height === box.height) break;
		box = inner;
	}
	return box;
}

function insideOf(luma: Float32Array, stride: number, { left, top, width, height }: Box): Box {
	const row = (y: number) => (n: number) => luma[(top + y) * stride + left + n] ?? 0;
	const above = barOf(height, width, row);
	const below = barOf(height, width, (y) => row(height - 1 - y));
	const kept = height - above - below;
	// Columns are judged between the upper and lower bar alone, so that a border all around is cut on every side.
	const column = (x: number) => (n: number) => luma[(top + above + n) * stride + left + x] ?? 0;
	const before = barOf(width, kept, column);
	const after = barOf(width, kept, (x) => column(width - 1 - x));
	return { left: left + before, top: top + above, width: width - before - after, height: kept };
}

/** How many lines from an edge are a bar: up to the last bare one that nothing but the bar's colour and text lies before. */
function barOf(lines: number, length: number, line: (at: number) => (n: number) => number): number {
	const colour = median(line(0), length);
	const most = Math.floor(lines * BAR_MOST);
	let bar = 0;
	for (let at = 0; at < most; at++) {
		const part = nearPart(line(at), length, colour);
		if (part >= BARE) bar = at + 1;
		else if (part < WITH_TEXT) break;
	}
	return bar;
}

function nearPart(pixel: (n: number) => number, length: number, colour: number): number {
	let near = 0;
	for (let n = 0; n < length; n++) if (Math.abs(pixel(n) - colour) <= NEAR) near++;
	return near / length;
}

const median = (pixel: (n: number) => number, length: number): number =>
	Float32Array.from({ length }, (_, n) => pixel(n)).sort()[length >> 1] ?? 0;
