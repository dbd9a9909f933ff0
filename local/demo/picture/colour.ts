/** Linear light, red, green, blue; 1 is white, more glows. */
export type Colour = readonly [red: number, green: number, blue: number];

/** `#rrggbb` as linear light. */
export function hex(code: string): Colour {
	const channel = (at: number) => {
		const c = Number.parseInt(code.slice(at, at + 2), 16) / 255;
		return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	};
	return [channel(1), channel(3), channel(5)];
}

export const mix = (a: Colour, b: Colour, t: number): Colour => [
	a[0] + (b[0] - a[0]) * t,
	a[1] + (b[1] - a[1]) * t,
	a[2] + (b[2] - a[2]) * t,
];
export const scale = (a: Colour, by: number): Colour => [a[0] * by, a[1] * by, a[2] * by];

/** Colour at `t` (0..1) of evenly spaced stops. */
export function gradient(stops: readonly Colour[], t: number): Colour {
	const at = Math.max(0, Math.min(1, t)) * (stops.length - 1);
	const low = Math.min(stops.length - 2, Math.floor(at));
	return mix(stops[low] ?? [0, 0, 0], stops[low + 1] ?? stops[low] ?? [0, 0, 0], at - low);
}

/** A gradient as a table of `size` colours, three numbers each: quick to look up a pixel at a time. */
export function gradientTable(stops: readonly Colour[], size: number): Float32Array {
	const table = new Float32Array(size * 3);
	for (let i = 0; i < size; i++) table.set(gradient(stops, i / (size - 1)), i * 3);
	return table;
}

export const smoothstep = (low: number, high: number, x: number): number => {
	const t = Math.max(0, Math.min(1, (x - low) / (high - low)));
	return t * t * (3 - 2 * t);
};
