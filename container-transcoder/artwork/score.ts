import type { Tile } from "../encode/tiles.ts";

/** What a picture without any sharp edge is still worth: more than a black one. */
const BLURRED = 0.2;

/** How good a tile would be as a cover; higher is better. Dark, blown-out, flat and blurred pictures score low. */
export function coverScore(rgb: Uint8Array, width: number, height: number): number {
	const luma = new Float32Array(width * height);
	let sum = 0;
	let squares = 0;
	for (let n = 0; n < luma.length; n++) {
		// BT.709 weights.
		const value = 0.2126 * (rgb[n * 3] ?? 0) + 0.7152 * (rgb[n * 3 + 1] ?? 0) + 0.0722 * (rgb[n * 3 + 2] ?? 0);
		luma[n] = value;
		sum += value;
		squares += value * value;
	}
	const mean = sum / luma.length;
	const contrast = Math.sqrt(Math.max(0, squares / luma.length - mean * mean));
	const exposure = Math.max(0, 1 - Math.abs(mean - 120) / 120);
	return exposure * (Math.min(contrast, 70) / 70) * (BLURRED + Math.log1p(sharpness(luma, width, height)));
}

/** Variance of the Laplacian: the usual measure of focus. */
function sharpness(luma: Float32Array, width: number, height: number): number {
	let sum = 0;
	let squares = 0;
	let count = 0;
	for (let y = 1; y < height - 1; y++) {
		for (let x = 1; x < width - 1; x++) {
			const n = y * width + x;
			const value = 4 * (luma[n] ?? 0) - (luma[n - 1] ?? 0) - (luma[n + 1] ?? 0) - (luma[n - width] ?? 0) - (luma[n + width] ?? 0);
			sum += value;
			squares += value * value;
			count++;
		}
	}
	return count > 0 ? squares / count - (sum / count) ** 2 : 0;
}

/** The tile that makes the best cover; among equals an early one, for that is what the viewer will see first. */
export function chooseCover(tiles: readonly Tile[], width: number, height: number): Tile | null {
	let best: Tile | null = null;
	let bestScore = Number.NEGATIVE_INFINITY;
	for (const [n, tile] of tiles.entries()) {
		const score = coverScore(tile.rgb, width, height) * (1 - (0.25 * n) / Math.max(1, tiles.length));
		if (score > bestScore) {
			best = tile;
			bestScore = score;
		}
	}
	return best;
}
