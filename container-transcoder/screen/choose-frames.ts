/** Frames that a video is judged by: at least as many where it has so many pictures. */
export const FRAMES_LEAST = 10;
const FRAMES_MOST = 16;
/** Scene changes among them at most: what the video shows all along must be looked at, too. */
const CHANGES_MOST = 8;
/** A picture that differs from the one before by more than this begins another scene: mean difference of brightness, 0..255. */
const CHANGE_LEAST = 18;
/** Pixels of a side that pictures are compared by. */
const GRID = 16;

/** How much each picture differs from the one before it; the first by nothing. @param pictures RGB, all of one size */
export function changesOf(pictures: readonly Uint8Array[], width: number, height: number): number[] {
	const grids = pictures.map((rgb) => gridOf(rgb, width, height));
	return grids.map((grid, n) => {
		const before = grids[n - 1];
		if (before === undefined) return 0;
		let sum = 0;
		for (let cell = 0; cell < grid.length; cell++) sum += Math.abs((grid[cell] ?? 0) - (before[cell] ?? 0));
		return sum / grid.length;
	});
}

/**
 * Which pictures are looked at, in their order: those looked at anyway, the first of each scene, the greatest changes first, and then
 * wherever the longest stretch is that nothing is known of.
 * @param already indices that are looked at in any case
 */
export function chooseFrames(changes: readonly number[], already: readonly number[]): number[] {
	const last = changes.length - 1;
	const chosen = new Set(already.filter((at) => at >= 0 && at <= last));
	const scenes = changes
		.flatMap((change, at) => (change >= CHANGE_LEAST ? [{ at, change }] : []))
		.sort((one, other) => other.change - one.change)
		.slice(0, CHANGES_MOST);
	for (const { at } of scenes) if (chosen.size < FRAMES_MOST) chosen.add(at);
	while (chosen.size < Math.min(FRAMES_LEAST, changes.length)) chosen.add(farthest(chosen, last));
	return [...chosen].sort((one, other) => one - other);
}

/** The picture that is farthest from all that were chosen. */
function farthest(chosen: ReadonlySet<number>, last: number): number {
	let best = { at: 0, away: -1 };
	for (let at = 0; at <= last; at++) {
		const away = Math.min(...[...chosen].map((other) => Math.abs(other - at)), Number.MAX_SAFE_INTEGER);
		if (!chosen.has(at) && away > best.away) best = { at, away };
	}
	return best.at;
}

/** Brightness at the middle of each cell: enough to tell scenes apart. */
function gridOf(rgb: Uint8Array, width: number, height: number): Float32Array {
	return Float32Array.from({ length: GRID * GRID }, (_, cell) => {
		const x = Math.floor((((cell % GRID) + 0.5) * width) / GRID);
		const y = Math.floor(((Math.floor(cell / GRID) + 0.5) * height) / GRID);
		const n = (y * width + x) * 3;
		return 0.2126 * (rgb[n] ?? 0) + 0.7152 * (rgb[n + 1] ?? 0) + 0.0722 * (rgb[n + 2] ?? 0);
	});
}
