import { Canvas } from "../picture/canvas.ts";
import { type Colour, gradient, gradientTable, hex, mix, scale, smoothstep } from "../picture/colour.ts";
import { Noise } from "../picture/noise.ts";
import { sine } from "../picture/wave.ts";
import { between } from "../random.ts";
import { choose, type Scene } from "./scene.ts";

interface Light {
	readonly sky: readonly Colour[];
	readonly deep: Colour;
	readonly sun: Colour;
	readonly sunSize: number;
	readonly sunHeight: number;
}

const LIGHTS: readonly [Light, ...Light[]] = [
	{
		sky: ["#1b1f4b", "#5b2a6e", "#c4466b", "#ff8a5c", "#ffd08a"].map(hex),
		deep: hex("#120f33"),
		sun: hex("#ffd9a0"),
		sunSize: 24,
		sunHeight: 0.06,
	},
	{ sky: ["#0a5fb4", "#2a93d5", "#7cc7ea", "#d5f1f5"].map(hex), deep: hex("#00517a"), sun: hex("#fffbe8"), sunSize: 15, sunHeight: 0.28 },
	{ sky: ["#02040f", "#0a1530", "#152a55", "#27466f"].map(hex), deep: hex("#01040c"), sun: hex("#b9ccff"), sunSize: 19, sunHeight: 0.24 },
	{
		sky: ["#3a4f9a", "#8a7fc0", "#e8a8c4", "#ffd7c9", "#fff0d8"].map(hex),
		deep: hex("#2a3566"),
		sun: hex("#fff0dc"),
		sunSize: 20,
		sunHeight: 0.03,
	},
];
const TABLE = 256;
/** What changes slowly along a row of water is worked out once in this many pixels. */
const COARSE = 6;

/** Open sea under a low sun or moon, with its glitter path, clouds and a small sailing boat. */
export const ocean: Scene = ({ width, height, variant, random }) => {
	const light = choose(LIGHTS, variant);
	const horizon = Math.round(height * 0.44);
	const sunX = width * between(random, 0.32, 0.68);
	const sunY = horizon - height * light.sunHeight;
	const speed = between(random, 0.85, 1.25);
	const clouds = new Noise(Math.floor(random() * 1e9));
	const warm = light.sky.at(-1) ?? light.sun;
	const sky = new Canvas(width, height).paint((x, y) => {
		const base = gradient(light.sky, (y / horizon) ** 1.3);
		const near = Math.exp(-Math.hypot(x - sunX, y - sunY) / (width * 0.28));
		const cloud = smoothstep(0.5, 0.85, clouds.fractal(x / 90 + 3, y / 22, 4)) * smoothstep(0, 0.5, y / horizon) * 0.55;
		return mix(mix(base, light.sun, near * 0.5), mix(warm, light.sun, near), cloud);
	});
	sky.glow(sunX, sunY, light.sunSize * 5, light.sun, 0.35);
	sky.disc(sunX, sunY, light.sunSize, scale(light.sun, 2.2));
	const reflected = gradientTable([...light.sky].reverse(), TABLE);
	const swell = new Noise(Math.floor(random() * 1e9));
	// Wave trains: wavelength along x and depth, angular speed, height. The long ones come straight in, the short ones from all around.
	const trains = [1.1, 2.3, 4.1, 7.3, 12.1, 20.3].map((k, i) => {
		const angle = between(random, 0.05, 0.18 + i * 0.14) * (i % 2 === 0 ? 1 : -1);
		return {
			kx: k * Math.sin(angle) * 3.6,
			kz: k * Math.cos(angle) * 2.2,
			w: Math.sqrt(k) * 1.7 * speed,
			a: 0.42 / (1 + i * 0.28),
			phase: random() * 7,
		};
	});
	const bends = new Float32Array(Math.ceil(width / COARSE) + 1);
	const gusts = new Float32Array(bends.length);
	const rowOf = trains.map(() => ({ across: 0, at: 0, a: 0 }));
	const boat = {
		x: width * between(random, 0.1, 0.9),
		drift: between(random, 1.5, 4) * (random() < 0.5 ? -1 : 1),
		size: between(random, 9, 16),
	};

	return (canvas, t) => {
		canvas.copy(sky);
		const { light: pixels } = canvas;
		for (let y = horizon; y < height; y++) {
			const down = (y - horizon + 0.6) / (height - horizon);
			const depth = 1.6 / (down + 0.012);
			const calm = Math.min(1, down * 3.2);
			const fresnel = 0.82 - 0.55 * down;
			const spread = 5 + (y - horizon) * 0.42;
			trains.forEach((train, n) => {
				const row = rowOf[n];
				if (row === undefined) return;
				// Waves finer than two pixels away in the distance would flicker: they flatten out.
				const perPixel = (train.kz * depth * depth) / 1.6 / (height - horizon);
				row.a = train.a / (1 + (perPixel / 0.8) ** 2);
				row.at = train.kz * depth + train.w * t + train.phase;
				row.across = (train.kx * depth * 1.5) / width;
			});
			for (let n = 0; n < bends.length; n++) {
				const across = ((n * COARSE - width / 2) * depth) / width;
				bends[n] = 7 * swell.at(across * 2.6 + 40 + t * 0.11, depth * 1.7 + t * 0.33);
				gusts[n] = 0.35 + 1.3 * swell.at(across * 1.3 + 90 - t * 0.15, depth * 0.9 + 60 + t * 0.2);
			}
			for (let x = 0; x < width; x++) {
				// Crests bend and break off, as wind makes them; straight ones would cross to a lattice.
				const cell = (x / COARSE) | 0;
				const within = x / COARSE - cell;
				const fine = swell.at(((x - width / 2) * depth * 11) / width + 150 - t * 0.3, depth * 7 + 20 + t * 0.8);
				const bend = (bends[cell] ?? 0) * (1 - within) + (bends[cell + 1] ?? 0) * within + 6.5 * down * fine;
				const gust = (gusts[cell] ?? 0) * (1 - within) + (gusts[cell + 1] ?? 0) * within;
				let slope = 0;
				for (let n = 0; n < rowOf.length; n++) {
					const row = rowOf[n];
					if (row !== undefined)
						slope += row.a * sine(row.across * (x - width / 2) + row.at + (n % 2 === 0 ? bend : -bend) * (0.7 + 0.2 * n));
				}
				slope *= gust;
				const tilt = slope * calm;
				const seen = Math.max(0, Math.min(TABLE - 1, ((0.16 + down * 0.3 + tilt * 0.22) * TABLE) | 0)) * 3;
				const shine = Math.max(0.05, Math.min(1, fresnel + tilt * 0.28));
				const off = Math.abs(x - sunX) / spread;
				const path = off < 3 ? Math.exp(-off * off) * Math.max(0, slope * 0.8 + 0.1) ** 3 * (3.4 - 1.8 * down) : 0;
				const i = (y * width + x) * 3;
				pixels[i] = light.deep[0] * (1 - shine) + (reflected[seen] ?? 0) * shine * 0.8 + light.sun[0] * path;
				pixels[i + 1] = light.deep[1] * (1 - shine) + (reflected[seen + 1] ?? 0) * shine * 0.8 + light.sun[1] * path;
				pixels[i + 2] = light.deep[2] * (1 - shine) + (reflected[seen + 2] ?? 0) * shine * 0.8 + light.sun[2] * path;
			}
		}
		sail(canvas, boat.x + boat.drift * t, horizon + 3 + Math.sin(t * 1.4) * 0.8, boat.size, scale(light.deep, 0.6));
	};
};

function sail(canvas: Canvas, x: number, waterline: number, size: number, colour: Colour): void {
	for (let row = 0; row < size * 1.7; row++) {
		const wide = (row / (size * 1.7)) * size * 0.55;
		const y = Math.round(waterline - 3 - size * 1.7 + row);
		for (let dx = -wide * 0.75; dx <= wide; dx++) if (Math.abs(dx) > 0.6) canvas.over(Math.round(x + dx), y, colour, 0.92);
	}
	for (let row = 0; row < 4; row++) {
		const half = size * 0.75 - row * 1.1;
		for (let dx = -half; dx <= half; dx++) canvas.over(Math.round(x + dx), Math.round(waterline - 2 + row), colour, 0.95);
	}
}
