import { Canvas } from "../picture/canvas.ts";
import { type Colour, gradient, hex, mix, scale, smoothstep } from "../picture/colour.ts";
import { Noise } from "../picture/noise.ts";
import { between, type Random } from "../random.ts";
import { choose, type Scene } from "./scene.ts";

interface Night {
	readonly sky: readonly Colour[];
	readonly curtain: readonly [Colour, Colour];
	readonly rock: Colour;
	readonly mist: Colour;
}
const NIGHTS: readonly [Night, ...Night[]] = [
	{
		sky: ["#020612", "#06142e", "#0d2c4a", "#1d4f5f"].map(hex),
		curtain: [hex("#2dff9a"), hex("#8a4dff")],
		rock: hex("#04090f"),
		mist: hex("#1d4f5f"),
	},
	{
		sky: ["#0a0416", "#220b3a", "#471b58", "#8a3f6a"].map(hex),
		curtain: [hex("#ff5fb7"), hex("#5f6bff")],
		rock: hex("#0a0512"),
		mist: hex("#7a3a66"),
	},
	{
		sky: ["#01080d", "#032030", "#0a4a55", "#2f8a80"].map(hex),
		curtain: [hex("#46ffe0"), hex("#e9ff6b")],
		rock: hex("#020c10"),
		mist: hex("#2a7a76"),
	},
	{
		sky: ["#050312", "#141042", "#2b2a7a", "#6a5fae"].map(hex),
		curtain: [hex("#7dff5a"), hex("#ff4d6d")],
		rock: hex("#060616"),
		mist: hex("#5a52a0"),
	},
];

/** Northern lights over mountains, mirrored in a lake, with stars and mist in the valleys. */
export const mountains: Scene = ({ width, height, variant, random }) => {
	const night = choose(NIGHTS, variant);
	const shore = Math.round(height * 0.7);
	const noise = new Noise(Math.floor(random() * 1e9));
	const sky = new Canvas(width, height).paint((_, y) => gradient(night.sky, y / shore));
	const stars = Array.from({ length: 240 }, () => ({
		x: random() * width,
		y: random() ** 1.3 * shore * 0.8,
		size: 0.8 + random() ** 9 * 2,
		bright: 0.2 + random() ** 3,
		phase: random() * 7,
	}));
	const ridges = ridgeLines(width, height, shore, noise, random);
	const curtains = [0, 1, 2].map((n) => ({
		base: shore * between(random, 0.46, 0.66),
		sway: between(random, 0.7, 1.3),
		seed: n * 37 + random() * 20,
		reach: between(random, 0.28, 0.46) * height,
	}));
	const speed = between(random, 0.8, 1.3);

	return (canvas, t) => {
		canvas.copy(sky);
		for (const star of stars)
			canvas.glow(star.x, star.y, star.size, [0.85, 0.92, 1], star.bright * (0.75 + 0.25 * Math.sin(t * 3 + star.phase)));
		for (const curtain of curtains) aurora(canvas, noise, night.curtain, curtain, t * speed, shore);
		ridges.forEach((ridge, n) => {
			const far = 1 - (n + 1) / ridges.length;
			for (let x = 0; x < width; x++) {
				const top = ridge[x] ?? shore;
				for (let y = Math.max(0, Math.floor(top)); y < shore; y++) {
					const haze = smoothstep(0, 1, (y - top) / (height * 0.2)) * 0.6 + far * 0.32;
					canvas.over(x, y, mix(night.rock, night.mist, Math.min(0.85, haze * (0.35 + far * 0.65))), Math.min(1, y - top + 1));
				}
			}
		});
		lake(canvas, shore, night.rock, t);
	};
};

function ridgeLines(width: number, height: number, shore: number, noise: Noise, random: Random): Float32Array[] {
	return [0, 1, 2].map((n) => {
		const offset = random() * 200;
		const rough = [70, 55, 42][n] ?? 50;
		const lift = height * ([0.34, 0.23, 0.13][n] ?? 0.2);
		return Float32Array.from({ length: width }, (_, x) => {
			const ridge = 1 - Math.abs(noise.fractal(x / rough + offset, n * 9.7, 5) * 2 - 1);
			return shore - 6 - lift * (ridge * 1.15 - 0.35) * (0.7 + 0.5 * noise.at(x / 130 + offset, 3));
		});
	});
}

function aurora(
	canvas: Canvas,
	noise: Noise,
	[low, high]: readonly [Colour, Colour],
	curtain: { base: number; sway: number; seed: number; reach: number },
	t: number,
	shore: number,
): void {
	const { width, light } = canvas;
	for (let x = 0; x < width; x++) {
		const fold = noise.fractal(x / 75 + curtain.seed, t * 0.12 * curtain.sway, 3);
		const bottom = curtain.base + (fold - 0.5) * shore * 0.55;
		const folded = noise.at(x / 16 + fold * 9 + curtain.seed, t * 0.35);
		const rays = noise.at(x / 3.2 + fold * 30 + curtain.seed, t * 0.9) * 0.55 + 0.45;
		const strength = smoothstep(0.18, 0.85, folded) * rays * 0.62;
		if (strength < 0.01) continue;
		const reach = curtain.reach * (0.6 + 0.7 * rays);
		for (let y = Math.max(0, Math.floor(bottom - reach)); y < Math.min(shore, bottom + 14); y++) {
			const up = (bottom - y) / reach;
			const glow = strength * (up < 0 ? Math.max(0, 1 + up * reach * 0.07) ** 2 : Math.max(0, 1 - up) ** 2.2);
			const i = (y * width + x) * 3;
			const blend = Math.min(1, Math.max(0, up * 1.5));
			light[i] = (light[i] ?? 0) + (low[0] * (1 - blend) + high[0] * blend) * glow;
			light[i + 1] = (light[i + 1] ?? 0) + (low[1] * (1 - blend) + high[1] * blend) * glow;
			light[i + 2] = (light[i + 2] ?? 0) + (low[2] * (1 - blend) + high[2] * blend) * glow;
		}
	}
}

/** Mirrors what is above the shore, rippling and darkening towards the viewer. */
function lake(canvas: Canvas, shore: number, dark: Colour, t: number): void {
	const { width, height, light } = canvas;
	const tint = scale(dark, 0.6);
	for (let y = shore; y < height; y++) {
		const down = (y - shore) / (height - shore);
		const ripple = Math.sin(y * 0.9 - t * 2.6) * (0.4 + down * 2.6) + Math.sin(y * 0.37 + t * 1.7) * down * 3;
		const source = Math.max(0, Math.round(shore - 1 - (y - shore) * 1.75 + Math.sin(y * 0.6 - t * 2) * down * 2.5));
		const keep = 0.8 - 0.42 * down;
		for (let x = 0; x < width; x++) {
			const sx = Math.max(0, Math.min(width - 1, Math.round(x + ripple + Math.sin(x * 0.05 + t) * down)));
			const [from, to] = [(source * width + sx) * 3, (y * width + x) * 3];
			light[to] = (light[from] ?? 0) * keep + tint[0];
			light[to + 1] = (light[from + 1] ?? 0) * keep + tint[1];
			light[to + 2] = (light[from + 2] ?? 0) * keep + tint[2];
		}
	}
}
