import { type Colour, gradientTable, hex } from "../picture/colour.ts";
import { sine } from "../picture/wave.ts";
import { between } from "../random.ts";
import { choose, type Scene } from "./scene.ts";

const PALETTES: readonly [readonly Colour[], ...(readonly Colour[])[]] = [
	["#12002b", "#ff2e88", "#ffd23f", "#fff6d6", "#1fd1c1", "#3a0ca3", "#12002b"].map(hex),
	["#001219", "#0a9396", "#e9d8a6", "#ee9b00", "#ae2012", "#3d0512", "#001219"].map(hex),
	["#10002b", "#5a189a", "#c77dff", "#ffe5ff", "#48bfe3", "#14365e", "#10002b"].map(hex),
	["#0b132b", "#06d6a0", "#f4f9e9", "#ffd166", "#ef476f", "#26547c", "#0b132b"].map(hex),
];
const TABLE = 1024;

/** A turning kaleidoscope: one wedge of interfering waves, mirrored all around. */
export const kaleidoscope: Scene = ({ width, height, variant, random }) => {
	const palette = gradientTable(choose(PALETTES, variant), TABLE);
	const wedges = choose([6, 8, 5, 10], variant);
	const reach = width * 0.62;
	// Every pixel's place in the wedge, worked out once: angle folded and mirrored, and distance.
	const angle = new Float32Array(width * height);
	const distance = new Float32Array(width * height);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const [dx, dy] = [x - width / 2 + 0.5, y - height / 2 + 0.5];
			const wedge = Math.PI / wedges;
			const turned = ((Math.atan2(dy, dx) % (2 * wedge)) + 2 * wedge) % (2 * wedge);
			angle[y * width + x] = turned > wedge ? 2 * wedge - turned : turned;
			distance[y * width + x] = Math.hypot(dx, dy) / reach;
		}
	}
	const [a, b, c, d] = [between(random, 3, 6), between(random, 4, 8), between(random, 5, 9), between(random, 2, 4)];
	const speed = between(random, 0.7, 1.2);

	return (canvas, t) => {
		const pixels = canvas.light;
		const turn = t * 0.22 * speed;
		const breathe = 1 + 0.12 * Math.sin(t * 0.8);
		for (let n = 0; n < angle.length; n++) {
			const r = (distance[n] ?? 0) * breathe;
			const u = r * sine((angle[n] ?? 0) + turn + Math.PI / 2);
			const v = r * sine((angle[n] ?? 0) + turn);
			const p = sine(u * a + t * speed) + sine(v * b - t * 0.8 * speed);
			const q = sine((u + v) * c + p * 1.4 + t * 0.5) + sine(r * d * 2 - t * 1.3 * speed + p);
			const value = p + q;
			const ring = value * 1.5;
			const edge = ring - Math.floor(ring);
			const at = ((value * 0.125 + 0.5 + t * 0.03) * TABLE) & (TABLE - 1);
			const facet = (0.55 + 0.75 * edge * edge) * (1.12 - 0.38 * r);
			const glint = edge > 0.93 ? 0.5 : 0;
			pixels[n * 3] = (palette[at * 3] ?? 0) * facet + glint * (palette[at * 3] ?? 0);
			pixels[n * 3 + 1] = (palette[at * 3 + 1] ?? 0) * facet + glint * (palette[at * 3 + 1] ?? 0);
			pixels[n * 3 + 2] = (palette[at * 3 + 2] ?? 0) * facet + glint * (palette[at * 3 + 2] ?? 0);
		}
	};
};
