import { Canvas } from "../picture/canvas.ts";
import { type Colour, gradient, hex, mix, scale } from "../picture/colour.ts";
import { Noise } from "../picture/noise.ts";
import { between } from "../random.ts";
import { choose, type Scene } from "./scene.ts";

interface World {
	readonly sky: readonly Colour[];
	readonly sun: readonly Colour[];
	readonly grid: Colour;
	readonly ground: Colour;
	readonly ridge: Colour;
}
const WORLDS: readonly [World, ...World[]] = [
	{
		sky: ["#0b0221", "#2a0a52", "#7a1a7a", "#ff4f9a"].map(hex),
		sun: ["#ffe14d", "#ff8a3c", "#ff2e88"].map(hex),
		grid: hex("#21e6ff"),
		ground: hex("#0a0326"),
		ridge: hex("#ff2e9a"),
	},
	{
		sky: ["#001018", "#003048", "#00708a", "#5ce1c8"].map(hex),
		sun: ["#f4ff8a", "#9dff5a", "#1bd6a0"].map(hex),
		grid: hex("#ff5fd0"),
		ground: hex("#001522"),
		ridge: hex("#5dffd0"),
	},
	{
		sky: ["#120304", "#3a0a12", "#8a1f1a", "#ff8a3c"].map(hex),
		sun: ["#fff3b0", "#ffc23c", "#ff5a1f"].map(hex),
		grid: hex("#ffb23c"),
		ground: hex("#160406"),
		ridge: hex("#ff3c5a"),
	},
	{
		sky: ["#02021a", "#0a0a5a", "#3a2ac0", "#a06bff"].map(hex),
		sun: ["#ffffff", "#b0e0ff", "#5f8bff"].map(hex),
		grid: hex("#ff3cf0"),
		ground: hex("#050324"),
		ridge: hex("#6bd0ff"),
	},
];

/** A retro game's endless drive: neon grid, striped sun, glowing ridges, and gems to pick up on the road. */
export const synthwave: Scene = ({ width, height, variant, random }) => {
	const world = choose(WORLDS, variant);
	const horizon = Math.round(height * 0.52);
	const speed = between(random, 2.6, 4.2);
	const [sunX, sunY, sunR] = [width / 2, horizon - height * 0.13, width * 0.31];
	const noise = new Noise(Math.floor(random() * 1e9));
	const sky = new Canvas(width, height).paint((_, y) => gradient(world.sky, (y / horizon) ** 1.6));
	for (let n = 0; n < 130; n++)
		sky.glow(random() * width, random() ** 1.4 * horizon * 0.75, 0.8 + random() ** 6 * 1.6, [1, 0.95, 1], 0.2 + random() * 0.7);
	sky.glow(sunX, sunY, sunR * 2.3, world.sun[2] ?? [1, 1, 1], 0.4);
	const gems = Array.from({ length: 7 }, (_, n) => ({ lane: Math.floor(between(random, -1, 2)), at: n * 2.4 + random() }));
	const sway = between(random, 0.4, 0.9);
	const low = world.sun[2] ?? world.ridge;

	return (canvas, t) => {
		canvas.copy(sky);
		sun(canvas, [sunX, sunY, sunR], world.sun, t);
		ridge(canvas, horizon, noise, world, t);
		const bend = Math.sin(t * sway) * width * 0.12;
		const pixels = canvas.light;
		for (let y = horizon; y < height; y++) {
			const down = (y - horizon + 0.5) / (height - horizon);
			const depth = 1 / down;
			const travel = depth * 1.4 + t * speed;
			const row = Math.abs(travel - Math.round(travel)) / (depth * depth * 0.018 + 0.012);
			const rows = Math.exp(-row * row * 0.6) * Math.min(1, down * 5);
			const middle = width / 2 + bend * (1 - down) ** 2;
			const [perPixel, thin] = [depth / (width * 0.36), 1 / (depth * 0.011 + 0.002)];
			const mirrorWidth = 1 / (sunR * (0.5 + down)) ** 2;
			const mirrorLight = (1 - down) ** 2 * 0.5;
			const bright = 0.3 + 0.9 * down;
			for (let x = 0; x < width; x++) {
				const across = (x - middle) * perPixel;
				const column = Math.abs(across - Math.round(across)) * thin;
				// Bell curves of a cheaper kind than the exponential: this is the busiest line of the scene.
				const line = Math.max(rows, 1 / (1 + column * column * column * column)) * bright + (0.16 * down) / (1 + 0.06 * column * column);
				const mirror = mirrorLight / (1 + (x - sunX) * (x - sunX) * mirrorWidth * 1.6);
				const i = (y * width + x) * 3;
				pixels[i] = world.ground[0] + world.grid[0] * line + low[0] * mirror;
				pixels[i + 1] = world.ground[1] + world.grid[1] * line + low[1] * mirror;
				pixels[i + 2] = world.ground[2] + world.grid[2] * line + low[2] * mirror;
			}
		}
		for (const gem of gems) {
			const ahead = (((gem.at - (t * speed) / 1.4) % 16.8) + 16.8) % 16.8;
			const down = 1 / (ahead + 1);
			if (down < 0.06) continue;
			const x = width / 2 + bend * (1 - down) ** 2 + gem.lane * width * 0.36 * down;
			diamond(canvas, x, horizon + (height - horizon) * down - 26 * down, 26 * down, world, t + gem.at);
		}
		ship(
			canvas,
			width / 2 + Math.sin(t * sway + 0.7) * width * 0.1,
			height * 0.845 + Math.sin(t * 3) * 2,
			width * 0.15,
			Math.cos(t * sway + 0.7) * 0.3,
			world,
			t,
		);
	};
};

function sun(canvas: Canvas, [cx, cy, radius]: [number, number, number], colours: readonly Colour[], t: number): void {
	for (let y = Math.floor(cy - radius); y <= cy + radius; y++) {
		const low = (y - cy) / radius;
		const stripe = low > -0.1 ? (((low + 0.1) * 6 - t * 0.35) % 1) + 1 : 1;
		const open = low > -0.1 && stripe % 1 < 0.1 + low * 0.42;
		if (open) continue;
		const colour = scale(gradient(colours, (low + 1) / 2), 1.5);
		const half = Math.sqrt(Math.max(0, 1 - low * low)) * radius;
		for (let x = Math.floor(cx - half); x <= cx + half; x++) canvas.over(x, y, colour, Math.min(1, half + 0.5 - Math.abs(x - cx)));
	}
}

function ridge(canvas: Canvas, horizon: number, noise: Noise, world: World, t: number): void {
	for (let x = 0; x < canvas.width; x++) {
		const away = Math.abs(x / canvas.width - 0.5) * 2;
		const tall = canvas.height * 0.13 * away ** 0.8 * (0.35 + noise.fractal((x + t * 2) / 26, 4, 3));
		const top = horizon - tall;
		for (let y = Math.floor(top); y < horizon; y++) {
			const facet = ((x + t * 2 + y * 1.3) % 15) / 15;
			canvas.over(
				x,
				y,
				mix(world.ground, world.ridge, 0.06 + 0.14 * facet + (0.25 * (y - top)) / Math.max(1, tall)),
				Math.min(1, y - top + 1),
			);
		}
		canvas.glow(x, top, 1.7, world.ridge, 0.55);
	}
	for (let x = 0; x < canvas.width; x += 2) canvas.glow(x, horizon, 3, world.grid, 0.3);
}

function diamond(canvas: Canvas, x: number, y: number, size: number, world: World, t: number): void {
	const wide = size * (0.25 + 0.45 * Math.abs(Math.cos(t * 2.5)));
	for (let dy = -size; dy <= size; dy++) {
		const half = wide * (1 - Math.abs(dy) / size);
		for (let dx = -half; dx <= half; dx++)
			canvas.over(Math.round(x + dx), Math.round(y + dy), scale(world.sun[0] ?? [1, 1, 1], dx < 0 ? 1.3 : 0.75), 0.95);
	}
	canvas.glow(x, y, size * 2.2, world.sun[1] ?? [1, 1, 1], 0.35);
}

/** The player's glider from behind: a flat wedge with two burning engines. */
function ship(canvas: Canvas, x: number, y: number, size: number, roll: number, world: World, t: number): void {
	canvas.glow(x, y + size * 0.75, size * 1.5, world.grid, 0.25);
	for (let dx = -size; dx <= size; dx++) {
		const u = Math.abs(dx) / size;
		const tilt = dx * roll;
		const [top, bottom] = [-size * 0.5 * (1 - u) ** 1.6 - size * 0.03, size * 0.2 * (1 - u * 0.6)];
		for (let dy = top; dy <= bottom; dy++) {
			const lit = dy < 0 ? 0.25 + 0.6 * (1 - u) * (1 - dy / top) : 0.08;
			canvas.over(Math.round(x + dx), Math.round(y + dy + tilt), mix(world.ground, mix(world.ridge, [1, 1, 1], 0.3), lit), 1);
		}
		if (u > 0.15) canvas.glow(x + dx, y + bottom + tilt, 1.4, world.grid, 0.5);
	}
	for (const side of [-0.32, 0.32]) {
		const flame = 1 + 0.25 * Math.sin(t * 40 + side * 9);
		canvas.glow(x + side * size, y + size * 0.12 + side * size * roll, size * 0.3 * flame, world.sun[0] ?? [1, 1, 1], 1.4);
		canvas.glow(x + side * size, y + size * 0.3 + side * size * roll, size * 0.42 * flame, world.sun[2] ?? [1, 1, 1], 0.7);
	}
}
