import type { Canvas } from "../picture/canvas.ts";
import type { Random } from "../random.ts";

/** What a scene is set up from. The variant picks palette and motif; the random numbers place things. */
export interface Setting {
	readonly width: number;
	readonly height: number;
	readonly seconds: number;
	readonly variant: number;
	readonly seed: number;
	/** Seeded with `seed`. */
	readonly random: Random;
}

/** Draws the moment `t` (seconds from the start) over the whole canvas. Frames are asked for in order. */
export type Draw = (canvas: Canvas, t: number) => void;

/** Sets a scene up: everything that stays is worked out here, once. */
export type Scene = (setting: Setting) => Draw;

/** The variant's entry of a list, around and around. */
export function choose<T>(list: readonly [T, ...T[]], variant: number): T {
	return list[variant % list.length] ?? list[0];
}
