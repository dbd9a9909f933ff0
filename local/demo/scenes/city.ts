import { Canvas } from "../picture/canvas.ts";
import { type Colour, gradient, hex, mix, scale } from "../picture/colour.ts";
import { sine } from "../picture/wave.ts";
import { between, type Random } from "../random.ts";
import { choose, type Scene } from "./scene.ts";

interface Mood {
	readonly sky: readonly Colour[];
	readonly neon: readonly [Colour, ...Colour[]];
	readonly window: Colour;
}
const MOODS: readonly [Mood, ...Mood[]] = [
	{
		sky: ["#05030f", "#140a2e", "#3a1152", "#6b1f5e"].map(hex),
		neon: ["#ff2e93", "#21e6ff", "#9d4dff"].map(hex) as [Colour, Colour, Colour],
		window: hex("#ffc27a"),
	},
	{
		sky: ["#02080f", "#04202e", "#0b4450", "#15695f"].map(hex),
		neon: ["#1bffb5", "#ffe14d", "#19a7ff"].map(hex) as [Colour, Colour, Colour],
		window: hex("#d8f5ff"),
	},
	{
		sky: ["#0d0405", "#2a0b0d", "#5e1a12", "#96381a"].map(hex),
		neon: ["#ff5a1f", "#ffd24d", "#ff2e55"].map(hex) as [Colour, Colour, Colour],
		window: hex("#ffb069"),
	},
	{
		sky: ["#03041a", "#0a0f4a", "#1e2a8a", "#4456c0"].map(hex),
		neon: ["#5f8bff", "#ff6be8", "#7dfcff"].map(hex) as [Colour, Colour, Colour],
		window: hex("#ffe3b0"),
	},
];

/** A rainy avenue at night: towers with lit windows and neon signs, traffic, and all of it again in the wet street. */
export const city: Scene = ({ width, height, variant, random }) => {
	const mood = choose(MOODS, variant);
	const street = Math.round(height * 0.66);
	const middle = width * between(random, 0.44, 0.56);
	const backdrop = new Canvas(width, height).paint((_, y) => gradient(mood.sky, (y / street) ** 1.2));
	for (let layer = 0; layer < 3; layer++) {
		towers(backdrop, mood, layer, { street, middle }, random);
		// Wet air glows before what is far away.
		backdrop.glow(middle, street, width * (0.95 - layer * 0.22), mix(mood.neon[0], mood.sky[3] ?? mood.neon[0], 0.6), 0.3 - layer * 0.08);
	}
	const signs = Array.from({ length: 8 }, () => neonSign(width, street, middle, mood, random));
	const cars = Array.from({ length: 11 }, () => ({
		start: random(),
		speed: between(random, 0.1, 0.2),
		leaving: random() < 0.5,
		lane: between(random, 0.35, 1),
	}));
	const rain = Array.from({ length: 150 }, () => ({
		x: random() * (width + 60),
		y: random() * height,
		fall: between(random, 330, 560),
		length: between(random, 7, 18),
	}));
	const bokeh = Array.from({ length: 9 }, () => ({
		x: random() * width,
		y: between(random, 0.72, 1) * height,
		size: between(random, 8, 22),
		colour: choose(mood.neon, Math.floor(random() * 3)),
		phase: random() * 7,
	}));

	return (canvas, t) => {
		canvas.copy(backdrop);
		for (const sign of signs) sign(canvas, t);
		wetStreet(canvas, street, t);
		for (const car of cars) {
			const z = car.leaving ? (car.start + t * car.speed) % 1 : 1 - ((car.start + t * car.speed) % 1);
			const near = (1 - z) ** 2.4;
			const x = middle + (car.leaving ? 1 : -1) * (3 + near * width * 0.5 * car.lane);
			const y = street + 1 + near * height * 0.2;
			const lamp: Colour = car.leaving ? [1, 0.07, 0.05] : [1, 0.93, 0.78];
			for (const side of [-1, 1]) {
				const at = x + side * (1 + near * 13);
				canvas.glow(at, y, 2.2 + near * 11, lamp, 0.9);
				// The wet street draws each lamp out into a streak.
				for (let step = 1; step <= 5; step++) canvas.glow(at, y + step * (2 + near * 9), 1.8 + near * 7, lamp, 0.3 / step);
			}
		}
		for (const spot of bokeh) canvas.glow(spot.x, spot.y, spot.size, spot.colour, 0.09 + 0.03 * Math.sin(t * 1.5 + spot.phase));
		for (const drop of rain) {
			const y = (drop.y + drop.fall * t) % (height + 20);
			const x = (((drop.x - y * 0.16) % (width + 40)) + width + 40) % (width + 40);
			canvas.beam(x, y - drop.length, x - drop.length * 0.16, y, 0.85, [0.7, 0.8, 1], 0.16);
		}
	};
};

/** One layer of houses on both sides of the avenue, the nearer the taller and darker. */
function towers(canvas: Canvas, mood: Mood, layer: number, { street, middle }: { street: number; middle: number }, random: Random): void {
	const { width } = canvas;
	const wall = scale(mix(mood.sky[2] ?? [0, 0, 0], mood.sky[0] ?? [0, 0, 0], 0.25 + layer * 0.35), 0.75);
	const gap = [4, 16, 40][layer] ?? 10;
	for (const side of [-1, 1]) {
		let edge = middle + side * gap;
		while (edge > -10 && edge < width + 10) {
			const wide = between(random, 14, 26) + layer * 11;
			const away = Math.abs(edge - middle) / (width / 2);
			const tall = street * (0.22 + 0.5 * away + between(random, -0.08, 0.14) + layer * 0.04);
			const [left, right] = side > 0 ? [edge, edge + wide] : [edge - wide, edge];
			house(canvas, [Math.round(left), Math.round(right)], [Math.round(street - tall), street], wall, mood, random, layer);
			edge += side * (wide + between(random, 0, 4));
		}
	}
}

function house(
	canvas: Canvas,
	[left, right]: [number, number],
	[top, bottom]: [number, number],
	wall: Colour,
	mood: Mood,
	random: Random,
	layer: number,
): void {
	const cell = 2 + layer;
	const bright = 0.4 + 0.3 * layer;
	const lit = between(random, 0.18, 0.5);
	const tone = random() < 0.75 ? mood.window : choose(mood.neon, Math.floor(random() * 3));
	const windows = new Map<number, number>();
	for (let y = top; y < bottom; y++) {
		for (let x = left; x < right; x++) {
			const [column, row] = [Math.floor((x - left - 1) / (cell + 1)), Math.floor((y - top - 2) / (cell + 2))];
			const frame =
				x === left || x >= right - 2 || (x - left - 1) % (cell + 1) === cell || (y - top - 2) % (cell + 2) >= cell || y < top + 2;
			const key = row * 64 + column;
			if (!windows.has(key)) windows.set(key, random() < lit ? 0.25 + random() * 0.75 : 0.015);
			const shade = scale(wall, 0.7 + (0.5 * (bottom - y)) / (bottom - top));
			canvas.over(x, y, frame ? shade : mix(shade, tone, (windows.get(key) ?? 0) * bright), 1);
		}
	}
}

/** An upright sign of glowing bars, with the odd flicker. */
function neonSign(width: number, street: number, middle: number, mood: Mood, random: Random): (canvas: Canvas, t: number) => void {
	const side = random() < 0.5 ? -1 : 1;
	const x = middle + side * between(random, 0.13, 0.46) * width;
	const y = street * between(random, 0.42, 0.82);
	const tall = between(random, 18, 52);
	const colour = choose(mood.neon, Math.floor(random() * 3));
	const other = choose(mood.neon, Math.floor(random() * 3));
	const phase = random() * 7;
	const bars = Math.floor(tall / 8);
	const circle = random() < 0.3;
	return (canvas, t) => {
		const flicker = Math.sin(t * 13 + phase) * Math.sin(t * 7.3 + phase * 2) > 0.72 ? 0.35 : 1;
		canvas.glow(x, y + tall / 2, tall * 1.3, colour, 0.16 * flicker);
		if (circle) {
			for (let a = 0; a < 40; a++) canvas.glow(x + Math.cos(a * 0.157) * 10, y + Math.sin(a * 0.157) * 10, 1.9, colour, 0.55 * flicker);
			canvas.beam(x - 5, y, x + 5, y, 1.8, other, flicker);
			return;
		}
		canvas.beam(x - 5, y, x - 5, y + tall, 1.6, colour, 0.9 * flicker);
		canvas.beam(x + 5, y, x + 5, y + tall, 1.6, colour, 0.9 * flicker);
		const running = Math.floor(t * 5 + phase) % (bars + 2);
		for (let bar = 0; bar <= bars; bar++) {
			const at = y + 3 + (bar / bars) * (tall - 6);
			canvas.beam(x - 2.5, at, x + 2.5, at + (bar % 2 === 0 ? 2 : -2), 1.5, other, (bar === running ? 1.6 : 0.7) * flicker);
		}
	};
}

/** Steps down a reflection over which it is smeared: wet asphalt draws lights out, and never across. */
const SMEAR = [0, 1, 2, 3] as const;

/** The street below mirrors all above it, drawn out downwards and swaying with the ripples. */
function wetStreet(canvas: Canvas, street: number, t: number): void {
	const { width, height, light } = canvas;
	for (let y = street; y < height; y++) {
		const down = (y - street) / (height - street);
		const keep = (0.72 - 0.34 * down) / SMEAR.length;
		const sway = sine(y * 0.55 + t * 2.6) * (0.4 + down * 2.2);
		for (let x = 0; x < width; x++) {
			const rough = sine(x * 0.09 + y * 0.7 + t * 2.4) + sine(x * 0.05 - y * 0.31 + t * 1.7);
			const mirrored = street - 1 - (y - street) * 1.5 + rough * (1 + down * 6);
			const sx = Math.max(0, Math.min(width - 1, Math.round(x + sway)));
			const lane = Math.abs(Math.abs(x - width / 2) - down * width * 0.28) < 0.6 + down * 1.4 && (down * 9 + t * 0.9) % 1 < 0.55 ? 0.05 : 0;
			let [red, green, blue] = [0, 0, 0];
			for (const step of SMEAR) {
				const from = (Math.max(0, Math.min(street - 1, Math.round(mirrored - step * (1.5 + down * 7)))) * width + sx) * 3;
				red += light[from] ?? 0;
				green += light[from + 1] ?? 0;
				blue += light[from + 2] ?? 0;
			}
			const to = (y * width + x) * 3;
			light[to] = red * keep + 0.004 + lane;
			light[to + 1] = green * keep + 0.004 + lane;
			light[to + 2] = blue * keep + 0.007 + lane;
		}
	}
}
