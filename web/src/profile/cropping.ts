/** A picture behind a square window: which part of it is cut out. Lengths in pixels of the window, but for the picture's own size. */
export interface Crop {
	/** The picture's own size, pixels. */
	readonly width: number;
	readonly height: number;
	/** Side of the window. */
	readonly side: number;
	/** 1 fills the window with the picture's shorter side. */
	readonly zoom: number;
	/** Where the picture's middle lies, from the window's middle. */
	readonly x: number;
	readonly y: number;
}

export const ZOOM_MAX = 5;
/** One press of an arrow key, as a part of the window's side; of + and −, as a factor. */
const KEY_STEP = 0.05;
const KEY_ZOOM = 1.15;

export const begin = (width: number, height: number, side: number): Crop => ({ width, height, side, zoom: 1, x: 0, y: 0 });

/** Pixels of the window for one of the picture. */
const scaleOf = ({ width, height, side, zoom }: Crop): number => (side / Math.min(width, height)) * zoom;

/** The window is never larger than what lies behind it. */
function held(crop: Crop): Crop {
	const zoom = Math.min(ZOOM_MAX, Math.max(1, crop.zoom));
	const scale = scaleOf({ ...crop, zoom });
	const within = (at: number, length: number) => {
		const most = Math.max(0, (length * scale - crop.side) / 2);
		// Never minus zero, which no two equal.
		return Math.min(most, Math.max(-most, at)) + 0;
	};
	return { ...crop, zoom, x: within(crop.x, crop.width), y: within(crop.y, crop.height) };
}

export const moved = (crop: Crop, dx: number, dy: number): Crop => held({ ...crop, x: crop.x + dx, y: crop.y + dy });

/** @param at what stays where it is, from the window's middle */
export function zoomed(crop: Crop, zoom: number, at = { x: 0, y: 0 }): Crop {
	const to = Math.min(ZOOM_MAX, Math.max(1, zoom));
	const factor = to / crop.zoom;
	return held({ ...crop, zoom: to, x: at.x + (crop.x - at.x) * factor, y: at.y + (crop.y - at.y) * factor });
}

/** What a key does; null for one that does nothing here. Arrows move the window over the picture. */
export function keyed(crop: Crop, key: string): Crop | null {
	const step = crop.side * KEY_STEP;
	switch (key) {
		case "ArrowLeft":
			return moved(crop, step, 0);
		case "ArrowRight":
			return moved(crop, -step, 0);
		case "ArrowUp":
			return moved(crop, 0, step);
		case "ArrowDown":
			return moved(crop, 0, -step);
		case "+":
		case "=":
			return zoomed(crop, crop.zoom * KEY_ZOOM);
		case "-":
			return zoomed(crop, crop.zoom / KEY_ZOOM);
		case "0":
			return begin(crop.width, crop.height, crop.side);
		default:
			return null;
	}
}

/** The square that is cut out, in pixels of the picture. */
export function areaOf(crop: Crop): { x: number; y: number; side: number } {
	const scale = scaleOf(crop);
	const side = crop.side / scale;
	return { x: crop.width / 2 - side / 2 - crop.x / scale, y: crop.height / 2 - side / 2 - crop.y / scale, side };
}
