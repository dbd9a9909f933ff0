import { seeded } from "../../../contracts/seeded.ts";
import type { Colour } from "./colour.ts";

const TONES = 4096;
/** Light beyond this clips; below, bright light rolls off like film. */
const BRIGHTEST = 4;

/**
 * Linear light to an sRGB byte, 0 to 255, not yet whole, with a soft shoulder above 0.7. Looked up by the light's square
 * root: evenly spaced, the dark end would be too coarse to be smooth.
 */
const TONE = Float32Array.from({ length: TONES }, (_, i) => {
	const x = (i / (TONES - 1)) ** 2 * BRIGHTEST;
	const toned = x < 0.7 ? x : 0.7 + 0.3 * (1 - Math.exp(-(x - 0.7) / 0.3));
	return 255 * (toned <= 0.0031308 ? 12.92 * toned : 1.055 * toned ** (1 / 2.4) - 0.055);
});

const TONES_PER_ROOT = (TONES - 1) / Math.sqrt(BRIGHTEST);

const DITHER_MASK = 0xffff;
/** Random fractions of a step, looked up rather than made: this runs for every channel of every frame. */
const DITHER = Float32Array.from({ length: DITHER_MASK + 1 }, seeded(1));

/** A picture in linear light that scenes draw on: width × height × 3 numbers, row by row. */
export class Canvas {
	readonly width: number;
	readonly height: number;
	readonly light: Float32Array;
	#shift = 0;

	constructor(width: number, height: number) {
		this.width = width;
		this.height = height;
		this.light = new Float32Array(width * height * 3);
	}

	/** Copies another picture of the same size. */
	copy(other: Canvas): void {
		this.light.set(other.light);
	}

	/** Paints every pixel by its place. Slow; for backgrounds made once. */
	paint(colourAt: (x: number, y: number) => Colour): this {
		for (let y = 0; y < this.height; y++) for (let x = 0; x < this.width; x++) this.light.set(colourAt(x, y), (y * this.width + x) * 3);
		return this;
	}

	/** Lets everything glow on, dimmed: trails. */
	fade(by: number): void {
		const light = this.light;
		for (let i = 0; i < light.length; i++) light[i] = (light[i] ?? 0) * by;
	}

	/** Adds a soft round light; it is gone at `radius` pixels. */
	glow(cx: number, cy: number, radius: number, [red, green, blue]: Colour, strength = 1): void {
		const { width, height, light } = this;
		const [x0, x1] = [Math.max(0, Math.ceil(cx - radius)), Math.min(width - 1, Math.floor(cx + radius))];
		const [y0, y1] = [Math.max(0, Math.ceil(cy - radius)), Math.min(height - 1, Math.floor(cy + radius))];
		const scale = 1 / (radius * radius);
		for (let y = y0; y <= y1; y++) {
			for (let x = x0; x <= x1; x++) {
				const d = 1 - ((x - cx) ** 2 + (y - cy) ** 2) * scale;
				if (d <= 0) continue;
				const s = strength * d * d * d;
				const i = (y * width + x) * 3;
				light[i] = (light[i] ?? 0) + red * s;
				light[i + 1] = (light[i + 1] ?? 0) + green * s;
				light[i + 2] = (light[i + 2] ?? 0) + blue * s;
			}
		}
	}

	/** Lays a colour over one pixel; `cover` 0..1. Places outside are passed over. */
	over(x: number, y: number, [red, green, blue]: Colour, cover: number): void {
		if (x < 0 || y < 0 || x >= this.width || y >= this.height || cover <= 0) return;
		const light = this.light;
		const i = (y * this.width + x) * 3;
		const keep = 1 - Math.min(1, cover);
		light[i] = (light[i] ?? 0) * keep + red * (1 - keep);
		light[i + 1] = (light[i + 1] ?? 0) * keep + green * (1 - keep);
		light[i + 2] = (light[i + 2] ?? 0) * keep + blue * (1 - keep);
	}

	/** A filled disc with a smooth edge. */
	disc(cx: number, cy: number, radius: number, colour: Colour, cover = 1): void {
		for (let y = Math.floor(cy - radius - 1); y <= cy + radius + 1; y++) {
			for (let x = Math.floor(cx - radius - 1); x <= cx + radius + 1; x++) {
				const edge = radius + 0.5 - Math.hypot(x - cx, y - cy);
				if (edge > 0) this.over(x, y, colour, cover * Math.min(1, edge));
			}
		}
	}

	/** A line of light, `thickness` pixels wide with soft sides, added to what is there. */
	beam(x0: number, y0: number, x1: number, y1: number, thickness: number, colour: Colour, strength = 1): void {
		const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / Math.max(0.5, thickness * 0.6)));
		for (let i = 0; i <= steps; i++) {
			this.glow(x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps, thickness, colour, strength * 0.5);
		}
	}

	/** The picture as 8-bit sRGB, red green blue, dithered so that dark gradients don't band. The dither changes with each call. */
	toBytes(into: Uint8Array): void {
		const light = this.light;
		this.#shift = (this.#shift + 40_503) & DITHER_MASK;
		const shift = this.#shift;
		for (let i = 0; i < light.length; i++) {
			const seen = light[i] ?? 0;
			const at = seen > 0 ? Math.sqrt(seen) * TONES_PER_ROOT + 0.5 : 0;
			const tone = TONE[at >= TONES ? TONES - 1 : at | 0] ?? 0;
			into[i] = tone + (DITHER[(i + shift) & DITHER_MASK] ?? 0);
		}
	}
}
