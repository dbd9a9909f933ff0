import { Canvas } from "../picture/canvas.ts";
import { type Colour, gradient, hex, mix, scale } from "../picture/colour.ts";
import { Noise } from "../picture/noise.ts";
import { between, type Random } from "../random.ts";
import { choose, type Scene } from "./scene.ts";

interface Water {
	readonly depths: readonly Colour[];
	readonly bells: readonly [Colour, ...Colour[]];
}
const WATERS: readonly [Water, ...Water[]] = [
	{ depths: ["#0b4a8f", "#06245c", "#020a26"].map(hex), bells: [hex("#ff7ad0"), hex("#b78bff")] },
	{ depths: ["#0b6b6f", "#053846", "#011018"].map(hex), bells: [hex("#7dffd8"), hex("#f7ff9e")] },
	{ depths: ["#2b1466", "#150a3d", "#05020f"].map(hex), bells: [hex("#ffb36b"), hex("#ff6b8b")] },
	{ depths: ["#0e2f8a", "#071650", "#01041c"].map(hex), bells: [hex("#8fd0ff"), hex("#e6f4ff")] },
];

interface Jelly {
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly rise: number;
	readonly pulse: number;
	readonly phase: number;
	readonly colour: Colour;
	readonly arms: number;
}

/** Glowing jellyfish pulsing upwards through dark water, with light from above and drifting plankton. */
export const jellyfish: Scene = ({ width, height, variant, random }) => {
	const water = choose(WATERS, variant);
	const noise = new Noise(Math.floor(random() * 1e9));
	const backdrop = new Canvas(width, height).paint((_, y) => gradient(water.depths, y / height));
	const count = choose([5, 3, 7, 1], variant);
	const jellies = Array.from({ length: count }, (_, n) => jelly(random, n, count, water.bells)).sort((a, b) => a.size - b.size);
	const plankton = Array.from({ length: 90 }, () => ({
		x: random() * width,
		y: random() * height,
		drift: between(random, 2, 9),
		size: between(random, 0.8, 2),
		phase: random() * 7,
	}));
	const surface = water.depths[0] ?? [1, 1, 1];

	return (canvas, t) => {
		canvas.copy(backdrop);
		shafts(canvas, noise, surface, t);
		for (const speck of plankton) {
			const y = (((speck.y - speck.drift * t) % height) + height) % height;
			canvas.glow(speck.x + Math.sin(t * 0.7 + speck.phase) * 5, y, speck.size, [0.6, 0.9, 1], 0.35 + 0.3 * Math.sin(t * 2 + speck.phase));
		}
		for (const one of jellies) swim(canvas, one, t);
	};
};

function jelly(random: Random, n: number, count: number, colours: readonly [Colour, ...Colour[]]): Jelly {
	const alone = count === 1;
	return {
		x: alone ? 0.5 : (n + 0.5) / count + between(random, -0.1, 0.1),
		y: alone ? 0.36 : between(random, 0.2, 0.75),
		size: alone ? 0.34 : between(random, 0.11, 0.25) * (count < 4 ? 1.15 : 0.95),
		rise: alone ? 0.012 : between(random, 0.015, 0.05),
		pulse: between(random, 2, 3),
		phase: random() * 7,
		colour: mix(choose(colours, n), [1, 1, 1], random() * 0.15),
		arms: 7,
	};
}

/** Light from above is soft: it is worked out for every second row and column, and laid on four pixels at once. */
function shafts(canvas: Canvas, noise: Noise, colour: Colour, t: number): void {
	const { width, height, light } = canvas;
	for (let y = 0; y < height * 0.8; y += 2) {
		const fall = (1 - y / (height * 0.8)) ** 1.6 * 0.8;
		for (let x = 0; x < width; x += 2) {
			const ray = noise.at((x + y * 0.35) / 26 + t * 0.22, t * 0.18) * noise.at((x + y * 0.3) / 9 - t * 0.15, 40 + t * 0.1) * fall;
			for (let n = 0; n < 4; n++) {
				const i = ((y + (n >> 1)) * width + x + (n & 1)) * 3;
				light[i] = (light[i] ?? 0) + colour[0] * ray;
				light[i + 1] = (light[i + 1] ?? 0) + colour[1] * ray;
				light[i + 2] = (light[i + 2] ?? 0) + colour[2] * ray;
			}
		}
	}
}

function swim(canvas: Canvas, one: Jelly, t: number): void {
	const { width, height } = canvas;
	const beat = Math.sin(t * one.pulse + one.phase);
	const squeeze = 0.5 + 0.5 * beat;
	const rx = one.size * width * (1.02 - 0.2 * squeeze);
	const ry = one.size * width * (0.72 + 0.2 * squeeze);
	const cx = one.x * width + Math.sin(t * 0.5 + one.phase) * width * 0.04;
	const cy = ((((one.y * height - one.rise * height * t - squeeze * 5) % (height * 1.4)) + height * 1.4) % (height * 1.4)) - height * 0.05;
	canvas.glow(cx, cy, rx * 2.1, one.colour, 0.16);
	tentacles(canvas, one, { cx, cy, rx, ry }, t);
	for (let y = Math.floor(-ry - 1); y <= ry * 0.28; y++) {
		for (let x = Math.floor(-rx - 1); x <= rx + 1; x++) {
			// Below its widest line the bell curls in to a scalloped hem.
			const hem = 0.16 + 0.07 * Math.cos((x / rx) * 17 + one.phase);
			const v = y < 0 ? y / ry : y / (ry * hem * 1.7);
			const d = Math.hypot(x / rx, v);
			if (d >= 1) continue;
			const rim = d ** 5;
			const ribs =
				0.5 + 0.5 * Math.cos(Math.asin(Math.max(-1, Math.min(1, x / rx / Math.sqrt(Math.max(0.05, 1 - Math.min(0.95, v * v)))))) * 12);
			const heart = Math.exp(-((x / rx) ** 2 + (v + 0.35) ** 2) * 7);
			const glow = 0.16 + 0.75 * rim + 0.2 * ribs * (0.3 + d * 0.7) + 0.55 * heart;
			const soft = Math.min(1, (1 - d) * 9);
			canvas.over(Math.round(cx + x), Math.round(cy + y), scale(one.colour, glow * 1.15), soft * (0.45 + 0.4 * rim));
		}
	}
	canvas.glow(cx - rx * 0.35, cy - ry * 0.55, rx * 0.35, [1, 1, 1], 0.3);
}

function tentacles(canvas: Canvas, one: Jelly, { cx, cy, rx, ry }: { cx: number; cy: number; rx: number; ry: number }, t: number): void {
	for (let arm = 0; arm < one.arms; arm++) {
		const root = (arm / (one.arms - 1)) * 2 - 1;
		const frilly = Math.abs(root) < 0.45;
		const length = ry * (frilly ? 2.1 : 3.3) * (1 - 0.2 * Math.abs(root));
		const steps = Math.ceil(length / (frilly ? 1.6 : 1.1));
		for (let step = 0; step < steps; step++) {
			const along = step / steps;
			const wave =
				Math.sin(along * 7 - t * one.pulse * 0.8 + one.phase + arm * 1.3) * rx * 0.2 * along +
				Math.sin(along * 15 - t * 3 + arm) * rx * 0.05 * along;
			const x = cx + root * rx * 0.8 * (1 - 0.35 * along) + wave;
			const size = frilly
				? Math.max(1, rx * 0.1 * (1 - along * 0.7) * (1 + 0.4 * Math.sin(along * 40 + t * 2)))
				: Math.max(0.9, rx * 0.025);
			canvas.glow(x, cy + ry * 0.05 + along * length, size, one.colour, (frilly ? 0.3 : 0.5) * (1 - along) ** 0.8);
		}
	}
}
