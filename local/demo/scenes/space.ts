import { Canvas } from "../picture/canvas.ts";
import { type Colour, gradient, hex, mix, scale, smoothstep } from "../picture/colour.ts";
import { Noise } from "../picture/noise.ts";
import { between, type Random } from "../random.ts";
import { choose, type Draw, type Scene, type Setting } from "./scene.ts";

const NEBULAE: readonly [readonly Colour[], ...(readonly Colour[])[]] = [
	["#020108", "#1a0b3d", "#5b1a78", "#d1458f", "#ffb48f"].map(hex),
	["#01030a", "#06213f", "#0c5a78", "#39c1b4", "#e6fff0"].map(hex),
	["#040206", "#2a0a1c", "#7a1f2a", "#e0692f", "#ffe0a0"].map(hex),
	["#01020a", "#0b1450", "#2a3fc0", "#7f8bff", "#f0eaff"].map(hex),
];

/** Flight past nebulae: stars streaming by, and by variant a spiral galaxy or a ringed planet ahead. */
export const space: Scene = (setting) => {
	const { width, height, variant, random } = setting;
	const stops = choose(NEBULAE, variant);
	const side = Math.ceil(Math.hypot(width, height));
	const cloud = nebula(side, stops, random);
	const stars = starField(setting, random);
	const motif = variant % 4 === 1 ? galaxy(setting, stops, random) : variant % 4 === 2 ? planet(setting, stops, random) : undefined;
	const turn = between(random, 0.02, 0.05) * (random() < 0.5 ? -1 : 1);

	return (canvas, t) => {
		const zoom = 1 / (1.15 + 0.05 * t);
		const cos = Math.cos(0.4 + turn * t) * zoom;
		const sin = Math.sin(0.4 + turn * t) * zoom;
		const pixels = canvas.light;
		for (let y = 0; y < height; y++) {
			for (let x = 0; x < width; x++) {
				const dx = x - width / 2;
				const dy = y - height / 2;
				const from = ((((dx * sin + dy * cos + side / 2) | 0) * side + ((dx * cos - dy * sin + side / 2) | 0)) | 0) * 3;
				const i = (y * width + x) * 3;
				pixels[i] = cloud.light[from] ?? 0;
				pixels[i + 1] = cloud.light[from + 1] ?? 0;
				pixels[i + 2] = cloud.light[from + 2] ?? 0;
			}
		}
		motif?.(canvas, t);
		stars(canvas, t);
	};
};

function nebula(side: number, stops: readonly Colour[], random: Random): Canvas {
	const noise = new Noise(Math.floor(random() * 1e9));
	const cloud = new Canvas(side, side).paint((x, y) => {
		const warp = noise.fractal(x / 120 + 31, y / 120 + 7, 3) * 2.4;
		const density = noise.fractal(x / 95 + warp, y / 95 + warp * 0.7, 5);
		const dust = noise.fractal(x / 60 + 90, y / 60 + 50 + warp, 4);
		return scale(gradient(stops, smoothstep(0.38, 0.86, density)), 0.35 + 0.9 * smoothstep(0.3, 0.7, dust));
	});
	for (let n = 0; n < 700; n++) {
		const tint = mix([1, 0.85, 0.7], [0.7, 0.85, 1], random());
		cloud.glow(random() * side, random() * side, 0.9 + random() ** 8 * 4, tint, 0.15 + random() ** 3);
	}
	return cloud;
}

function starField({ width, height, variant }: Setting, random: Random): Draw {
	const speed = variant % 4 === 3 ? 0.75 : between(random, 0.14, 0.24);
	const stars = Array.from({ length: 230 }, () => ({
		x: between(random, -1, 1),
		y: between(random, -1, 1),
		z: random(),
		tint: mix([1, 0.8, 0.6], [0.6, 0.8, 1], random()),
	}));
	const project = (star: { x: number; y: number }, z: number): [number, number] => [
		width / 2 + (star.x / z) * width * 0.3,
		height / 2 + (star.y / z) * width * 0.5,
	];
	return (canvas, t) => {
		for (const star of stars) {
			const z = 1.02 - ((star.z + t * speed) % 1);
			const [x, y] = project(star, z);
			if (x < -40 || y < -40 || x > width + 40 || y > height + 40) continue;
			const [tailX, tailY] = project(star, Math.min(1.02, z + speed * 0.045));
			const near = (1 - z) ** 1.5;
			canvas.beam(tailX, tailY, x, y, 0.8 + near * 1.6, star.tint, 0.15 + near * 1.1);
		}
	};
}

function galaxy({ width, height }: Setting, stops: readonly Colour[], random: Random): Draw {
	const arms = 2 + Math.floor(random() * 2);
	const grains = Array.from({ length: 5200 }, () => {
		const r = random() ** 0.7;
		const arm = (Math.floor(random() * arms) / arms) * 2 * Math.PI;
		const scatter = (random() + random() + random() - 1.5) * 0.75;
		const colour = mix(gradient(stops, 0.65 + 0.3 * random()), [1, 0.85, 0.65], Math.max(0, 0.8 - r * 2));
		return { r, angle: arm + r * 4.6 + scatter * (1 - 0.5 * r), colour, size: 0.9 + random() ** 6 * 2.2 };
	});
	const [cx, cy, reach] = [width * 0.5, height * 0.45, width * 0.62];
	const [cos, sin] = [Math.cos(-0.5), Math.sin(-0.5)];
	return (canvas, t) => {
		canvas.glow(cx, cy, reach * 0.8, [0.9, 0.6, 0.5], 0.18);
		canvas.glow(cx, cy, reach * 0.22, [1, 0.85, 0.65], 1.2);
		for (const grain of grains) {
			const angle = grain.angle + (t * 0.22) / (0.25 + grain.r);
			const x = Math.cos(angle) * grain.r * reach;
			const y = Math.sin(angle) * grain.r * reach * 0.55;
			canvas.glow(cx + x * cos - y * sin, cy + x * sin + y * cos, grain.size, grain.colour, 0.42 * (1.15 - grain.r));
		}
	};
}

function planet({ width, height }: Setting, stops: readonly Colour[], random: Random): Draw {
	const noise = new Noise(Math.floor(random() * 1e9));
	const radius = width * 0.3;
	const bands = Float32Array.from({ length: 128 }, (_, i) => noise.fractal(i / 14, 0.5, 4));
	const ring = Float32Array.from({ length: 64 }, (_, i) => noise.at(i / 2.3, 8) * smoothstep(0, 0.1, i / 64) * smoothstep(1, 0.8, i / 64));
	const tilt = 0.34;
	const drawRing = (canvas: Canvas, cx: number, cy: number, front: boolean) => {
		for (let y = -Math.ceil(radius); y <= radius; y++) {
			for (let x = -Math.ceil(radius * 2.2); x <= radius * 2.2; x++) {
				const [rx, ry] = [x * Math.cos(tilt) + y * Math.sin(tilt), (y * Math.cos(tilt) - x * Math.sin(tilt)) / 0.26];
				const d = Math.hypot(rx, ry) / radius;
				if (d < 1.3 || d > 2.15 || ry > 0 !== front) continue;
				const density = ring[Math.floor(((d - 1.3) / 0.85) * 63)] ?? 0;
				canvas.over(Math.round(cx + x), Math.round(cy + y), scale(stops[4] ?? [1, 1, 1], 0.75), density * 0.95);
			}
		}
	};
	return (canvas, t) => {
		const [cx, cy] = [width * 0.5, height * 0.44 + Math.sin(t * 0.4) * 3];
		canvas.glow(cx - radius * 0.3, cy - radius * 0.3, radius * 1.8, stops[3] ?? [1, 1, 1], 0.22);
		drawRing(canvas, cx, cy, false);
		for (let y = -Math.ceil(radius); y <= radius; y++) {
			for (let x = -Math.ceil(radius); x <= radius; x++) {
				const r = Math.hypot(x, y) / radius;
				if (r >= 1) continue;
				const z = Math.sqrt(1 - r * r);
				const latitude = (y * Math.cos(tilt) - x * Math.sin(tilt)) / radius;
				const swirl = noise.at((x / radius) * 2 + t * 0.35 + 40, latitude * 9) * 0.1;
				const band = bands[Math.floor((latitude * 0.5 + 0.5 + swirl * 0.4) * 126)] ?? 0.5;
				const lit = Math.max(0, (-x * 0.62 - y * 0.5) / radius + z * 0.6);
				const colour = scale(mix(stops[2] ?? [1, 1, 1], stops[4] ?? [1, 1, 1], smoothstep(0.25, 0.75, band)), 0.03 + lit ** 1.2 * 1.15);
				canvas.over(Math.round(cx + x), Math.round(cy + y), colour, Math.min(1, (1 - r) * radius));
			}
		}
		drawRing(canvas, cx, cy, true);
	};
}
