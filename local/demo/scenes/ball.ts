import { Canvas } from "../picture/canvas.ts";
import { type Colour, gradient, hex, mix, scale, smoothstep } from "../picture/colour.ts";
import { Noise } from "../picture/noise.ts";
import type { Random } from "../random.ts";
import { bounces, flightAt, planFlights } from "./flight.ts";
import { choose, type Scene } from "./scene.ts";

interface Sport {
	readonly ball: readonly [Colour, Colour];
	readonly seams: "basket" | "tennis" | "patches" | "panels";
	readonly wall: readonly Colour[];
	readonly floor: readonly [Colour, Colour];
	readonly lines: Colour;
	readonly grain: "planks" | "grass" | "clay" | "sand";
	readonly size: number;
}
const SPORTS: readonly [Sport, ...Sport[]] = [
	{
		ball: [hex("#f2741f"), hex("#2a1206")],
		seams: "basket",
		wall: ["#1a1030", "#3b1c4e", "#7a2f5a"].map(hex),
		floor: [hex("#d99a55"), hex("#a8652b")],
		lines: hex("#fff3dd"),
		grain: "planks",
		size: 0.125,
	},
	{
		ball: [hex("#d8f23a"), hex("#fdfff0")],
		seams: "tennis",
		wall: ["#58b7e8", "#9ad6f0", "#dff3f5"].map(hex),
		floor: [hex("#d1643a"), hex("#b04a28")],
		lines: hex("#ffffff"),
		grain: "clay",
		size: 0.085,
	},
	{
		ball: [hex("#f7f7f2"), hex("#15171c")],
		seams: "patches",
		wall: ["#0c2a4a", "#2b5f86", "#9cc3cf"].map(hex),
		floor: [hex("#3d9a3f"), hex("#2c7a33")],
		lines: hex("#f4fff0"),
		grain: "grass",
		size: 0.115,
	},
	{
		ball: [hex("#ffd84a"), hex("#2a5fd0")],
		seams: "panels",
		wall: ["#ff9a6b", "#ffc48a", "#ffe9c4"].map(hex),
		floor: [hex("#efd3a0"), hex("#d9b57c")],
		lines: hex("#2a7fd0"),
		grain: "sand",
		size: 0.12,
	},
];

/** A ball bouncing about a court under floodlights: spin, shadow, motion trail, dust at every bounce. */
export const ball: Scene = ({ width, height, variant, seconds, seed, random }) => {
	const sport = choose(SPORTS, variant);
	const back = Math.round(height * 0.5);
	const court = stadium(new Canvas(width, height), sport, back, random);
	const flights = planFlights({ seconds, variant, seed });

	return (canvas, t) => {
		canvas.copy(court);
		const sorted = flights.map((flight) => ({ flight, now: flightAt(flight, t) })).sort((a, b) => b.now.z - a.now.z);
		for (const { flight, now } of sorted) {
			const place = perspective(canvas, back, now);
			const radius = sport.size * width * place.near;
			const high = now.y;
			shadow(canvas, place.x, place.ground, radius * (1 + high * 0.4), 0.75 / (1 + high * 2));
			for (const strike of bounces(flight))
				dust(canvas, sport, perspective(canvas, back, { ...flightAt(flight, strike), y: 0 }), t - strike, radius);
			for (let n = 5; n >= 1; n--) {
				const past = perspective(canvas, back, flightAt(flight, Math.max(0, t - n * 0.028)));
				canvas.disc(past.x, past.y - sport.size * width * past.near, radius * (0.9 - n * 0.07), sport.ball[0], 0.1);
			}
			const struck = bounces(flight).some((strike) => Math.abs(t - strike) < 0.045);
			sphere(canvas, sport, {
				x: place.x,
				y: place.y - radius * (struck ? 0.82 : 1),
				radius,
				squash: struck ? 0.82 : 1,
				spin: flight.spin * t,
			});
		}
	};
};

interface Place {
	readonly x: number;
	/** Where the ball's underside is, and the floor below it. */
	readonly y: number;
	readonly ground: number;
	readonly near: number;
}

/** Court metres (x across, y up, z away 0..1) to pixels. */
function perspective({ width, height }: Canvas, back: number, { x, y, z }: { x: number; y: number; z: number }): Place {
	const near = 1 / (1 + z * 1.1);
	const ground = back + (height * 0.94 - back) * ((near - 1 / 2.1) / (1 - 1 / 2.1)) ** 1.05;
	return { x: width / 2 + x * width * 0.42 * near, y: ground - y * height * 0.3 * near, ground, near };
}

function stadium(canvas: Canvas, sport: Sport, back: number, random: Random): Canvas {
	const { width, height } = canvas;
	const noise = new Noise(Math.floor(random() * 1e9));
	canvas.paint((x, y) => {
		if (y < back) {
			const base = gradient(sport.wall, y / back);
			const stand = y > back * 0.62 ? smoothstep(0.5, 0.9, noise.at(x / 1.7, y / 1.9)) * 0.5 : 0;
			return mix(base, mix(sport.ball[0], [1, 1, 1], noise.at(x / 2.3 + 50, y / 2.3)), stand * 0.55);
		}
		const depth = 1 / ((y - back) / (height - back) + 0.12);
		const across = ((x - width / 2) * depth) / width;
		return mix(...sport.floor, floorGrain(sport.grain, noise, across, depth));
	});
	for (let y = back; y < height; y++) {
		const down = (y - back) / (height - back);
		const depth = 1 / (down + 0.12);
		for (let x = 0; x < width; x++) {
			const across = ((x - width / 2) * depth) / width;
			const line = Math.min(
				Math.abs(Math.abs(across) - 1.02) / 0.028,
				Math.abs(depth - 2.6) / 0.09,
				Math.abs(Math.hypot(across, (depth - 2.6) * 0.5) - 0.62) / 0.03,
			);
			canvas.over(x, y, sport.lines, Math.max(0, 1.3 - line) * 0.85);
		}
		for (let x = 0; x < width; x++) canvas.over(x, y, [0, 0, 0], 0.28 * (1 - down) ** 3 + 0.18 * (Math.abs(x / width - 0.5) * 2) ** 3);
	}
	for (const x of [0.12, 0.5, 0.88]) {
		canvas.glow(width * x, height * 0.05, width * 0.2, [1, 0.97, 0.88], 0.1);
		canvas.glow(width * x, height * 0.05, width * 0.06, [1, 1, 1], 2.5);
	}
	return canvas;
}

function floorGrain(grain: Sport["grain"], noise: Noise, across: number, depth: number): number {
	if (grain === "planks") {
		const plank = Math.floor(across * 9);
		return 0.65 * noise.at(plank * 7.7, Math.floor(depth * 1.3 + plank * 0.37)) + 0.35 * noise.at(across * 60, depth * 3);
	}
	if (grain === "grass") return (Math.floor(depth * 1.6) % 2 === 0 ? 0.75 : 0.15) + 0.3 * noise.at(across * 90, depth * 26);
	if (grain === "sand") return 0.6 * noise.fractal(across * 14, depth * 5, 3) + 0.4 * noise.at(across * 120, depth * 50);
	return 0.5 * noise.fractal(across * 8, depth * 2, 3) + 0.3 * noise.at(across * 110, depth * 30);
}

function shadow(canvas: Canvas, cx: number, cy: number, radius: number, cover: number): void {
	const flat = radius * 0.34;
	for (let y = -Math.ceil(flat); y <= flat; y++) {
		for (let x = -Math.ceil(radius); x <= radius; x++) {
			const d = 1 - (x / radius) ** 2 - (y / flat) ** 2;
			if (d > 0) canvas.over(Math.round(cx + x), Math.round(cy + y), [0.01, 0.01, 0.02], cover * Math.min(1, d * 1.8));
		}
	}
}

function dust(canvas: Canvas, sport: Sport, at: Place, age: number, radius: number): void {
	if (age < 0 || age > 0.45) return;
	const tint = mix(sport.floor[0], [1, 1, 1], 0.45);
	for (let n = 0; n < 14; n++) {
		const angle = (n / 14) * Math.PI;
		const reach = radius * (0.8 + age * 4) * (0.7 + 0.3 * Math.sin(n * 5.1));
		canvas.glow(
			at.x + Math.cos(angle) * reach,
			at.ground - Math.sin(angle) * reach * 0.4,
			radius * (0.2 + age * 0.5),
			tint,
			0.55 * (1 - age / 0.45),
		);
	}
}

/** A shaded ball with its sport's seams, turning as it flies. */
function sphere(
	canvas: Canvas,
	sport: Sport,
	{ x: cx, y: cy, radius, squash, spin }: { x: number; y: number; radius: number; squash: number; spin: number },
): void {
	const [cos, sin] = [Math.cos(spin), Math.sin(spin)];
	for (let py = -Math.ceil(radius); py <= radius; py++) {
		for (let px = -Math.ceil(radius * 1.2); px <= radius * 1.2; px++) {
			const [x, y] = [(px / radius) * squash, py / radius / squash];
			const r = x * x + y * y;
			if (r >= 1) continue;
			const z = Math.sqrt(1 - r);
			// Turned about the axis across, then tipped, so that seams run diagonally.
			const [u, v, w] = [x * 0.86 + y * 0.5, (y * 0.86 - x * 0.5) * cos - z * sin, (y * 0.86 - x * 0.5) * sin + z * cos];
			const paint = mix(...sport.ball, seam(sport.seams, u, v, w));
			const lit = Math.max(0, -x * 0.4 - y * 0.65 + z * 0.65);
			const gloss = Math.max(0, -x * 0.33 - y * 0.55 + z * 0.77) ** 24;
			const colour = mix(scale(paint, 0.16 + lit * 1.05), [1.4, 1.4, 1.3], gloss * 0.5);
			canvas.over(Math.round(cx + px), Math.round(cy + py), colour, Math.min(1, (1 - Math.sqrt(r)) * radius));
		}
	}
}

/** How much of the second colour there is at a point of the unit sphere. */
function seam(kind: Sport["seams"], u: number, v: number, w: number): number {
	if (kind === "basket")
		return Math.max(Math.abs(u), 0) < 0.045 || Math.abs(v) < 0.045 || Math.abs(Math.abs(w) - 0.55 - u * u * 0.35) < 0.04 ? 1 : 0;
	if (kind === "tennis") return Math.abs(u * u * 1.6 - v * w * 1.5 - 0.22) < 0.11 ? 1 : 0;
	if (kind === "panels") return Math.sin(Math.atan2(v, w) * 3 + u * 2.2) > 0 ? 1 : 0;
	// Twelve patches, at the corners of an icosahedron.
	const g = 0.8507;
	const h = 0.5257;
	const corner = Math.max(Math.abs(u) * h + Math.abs(v) * g, Math.abs(v) * h + Math.abs(w) * g, Math.abs(w) * h + Math.abs(u) * g);
	return smoothstep(0.925, 0.945, corner);
}
