import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { distance, FRAME_COPY_DISTANCE, type FrameHash, frameHash, frameHashes, symmetries } from "./frame.ts";

/** A picture of overlapping discs and stripes that is another for each seed. */
function drawing(seed: number): Sharp {
	let state = seed * 2_654_435_761 + 1;
	const next = (most: number) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * most);
	};
	const colour = () => `rgb(${next(256)},${next(256)},${next(256)})`;
	const shapes = Array.from({ length: 24 }, () =>
		next(2) === 0
			? `<circle cx="${next(240)}" cy="${next(426)}" r="${10 + next(70)}" fill="${colour()}"/>`
			: `<rect x="${next(240)}" y="${next(426)}" width="${10 + next(120)}" height="${10 + next(120)}" fill="${colour()}" transform="rotate(${next(90)})"/>`,
	);
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="426"><rect width="240" height="426" fill="${colour()}"/>${shapes.join("")}</svg>`;
	return sharp(Buffer.from(svg));
}

async function pixelsOf(picture: Sharp): Promise<[Uint8Array, number, number]> {
	const { data, info } = await picture.clone().removeAlpha().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
	return [data, info.width, info.height];
}
const again = async (picture: Sharp) => sharp(await picture.png().toBuffer());
async function hashOf(picture: Sharp): Promise<FrameHash> {
	const hash = frameHash(...(await pixelsOf(await again(picture))));
	if (hash === null) throw new Error("the picture is plain");
	return hash;
}
const text = (words: string, y: number, width = 240, height = 426) =>
	Buffer.from(
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><text x="12" y="${y}" font-size="26" font-weight="bold" fill="white">${words}</text></svg>`,
	);

const BLACK = { background: "#000000" };
const EDITS: Record<string, (picture: Sharp) => Promise<Sharp> | Sharp> = {
	"smaller, at poor quality": async (picture) => sharp(await picture.resize(120).jpeg({ quality: 30 }).toBuffer()),
	"brighter and flatter": (picture) => picture.linear(0.8, 40),
	"between black bars": (picture) => picture.extend({ top: 60, bottom: 60, ...BLACK }),
	"in a white frame": (picture) => picture.extend({ top: 30, bottom: 30, left: 30, right: 30, background: "#ffffff" }),
	"with text over it": (picture) => picture.composite([{ input: text("wait for it", 200) }]),
	"with text on the bar": async (picture) =>
		(await again(picture.extend({ top: 80, bottom: 80, ...BLACK }))).composite([{ input: text("wait for it", 50, 240, 586) }]),
};

describe("the hash of a frame", () => {
	it.each(Object.entries(EDITS))("finds a copy %s", async (_, edit) => {
		for (const seed of [1, 2, 3, 4, 5, 6]) {
			const kept = frameHashes(...(await pixelsOf(drawing(seed))));
			const copies = frameHashes(...(await pixelsOf(await again(await edit(await again(drawing(seed)))))));
			const apart = kept.flatMap((one) => copies.map((copy) => distance(one, copy)));
			expect(Math.min(...apart)).toBeLessThanOrEqual(FRAME_COPY_DISTANCE);
		}
	});

	it("is far from those of other pictures, turned and mirrored in every way", async () => {
		const hashes = await Promise.all(Array.from({ length: 40 }, (_, seed) => hashOf(drawing(seed))));
		for (const [n, one] of hashes.entries())
			for (const other of hashes.slice(n + 1))
				for (const turned of symmetries(other)) expect(distance(one, turned)).toBeGreaterThan(FRAME_COPY_DISTANCE);
	});

	it("tells what the turned and mirrored pictures hash to without seeing them", async () => {
		const made = symmetries(await hashOf(drawing(7)));
		for (const turn of [0, 90, 180, 270])
			for (const mirrored of [false, true]) {
				const picture = (await again(drawing(7))).rotate(turn);
				const hash = await hashOf(mirrored ? (await again(picture)).flop() : picture);
				expect(Math.min(...made.map((one) => distance(one, hash)))).toBeLessThan(6);
			}
		expect(distance(made[1] ?? new Uint8Array(32), await hashOf(drawing(7).flop()))).toBeLessThan(6);
	});

	it("finds a cropped copy by one of those it is kept under", async () => {
		for (const seed of [1, 2, 3, 4]) {
			const kept = frameHashes(...(await pixelsOf(drawing(seed))));
			const copy = await hashOf((await again(drawing(seed))).extract({ left: 14, top: 25, width: 212, height: 376 }));
			expect(Math.min(...kept.map((one) => distance(one, copy)))).toBeLessThanOrEqual(FRAME_COPY_DISTANCE);
		}
	});

	it("is none of a plain picture: black frames are no copies of each other", () => {
		for (const level of [0, 16, 128, 255]) {
			const plain = new Uint8Array(64 * 64 * 3).fill(level);
			expect(frameHash(plain, 64, 64)).toBeNull();
			expect(frameHashes(plain, 64, 64)).toEqual([]);
		}
	});

	it("takes pictures of a few pixels", () => {
		for (const [width, height] of [
			[1, 1],
			[2, 3],
			[5, 200],
		] as const) {
			const rgb = Uint8Array.from({ length: width * height * 3 }, (_, n) => (n * 37) % 256);
			expect([32, undefined]).toContain(frameHash(rgb, width, height)?.length);
		}
	});
});
