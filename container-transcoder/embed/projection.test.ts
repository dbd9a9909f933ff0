import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { PART_NAMES, PARTS, type PartFeatures, type PartName } from "./parts.ts";
import { EMBEDDING_VERSION, project, readProjection, writeProjection } from "./projection.ts";

const shipped = new Uint8Array(await readFile(new URL(`./projection-${EMBEDDING_VERSION}.bin`, import.meta.url)));
const projection = readProjection(shipped);

const features = (name: PartName, salt: number) =>
	Float32Array.from({ length: PARTS[name] }, (_, i) => Math.sin(i * 12.9898 * (salt + 1)) ** 2);
const all = (salt: number): PartFeatures => ({
	visual: features("visual", salt),
	colour: features("colour", salt),
	text: features("text", salt),
	audio: features("audio", salt),
});
const none: PartFeatures = { visual: null, colour: null, text: null, audio: null };
const length = (vector: Float32Array) => Math.hypot(...vector);
const altered = (change: (text: string) => string) => {
	const end = 8 + Buffer.from(shipped).readUInt32LE(4);
	const header = Buffer.from(change(Buffer.from(shipped).toString("utf8", 8, end)));
	const size = Buffer.alloc(4);
	size.writeUInt32LE(header.length);
	return Buffer.concat([Buffer.from("RLPJ"), size, header, shipped.subarray(end)]);
};

describe("projection", () => {
	it("gives 256 numbers of unit length, the same each time", () => {
		const vector = project(all(1), projection);
		expect(vector).toHaveLength(256);
		expect(length(vector)).toBeCloseTo(1, 5);
		expect(project(all(1), projection)).toEqual(vector);
		expect(project(all(2), projection)).not.toEqual(vector);
	});

	it.each(PART_NAMES)("is of unit length with %s alone, or with all but it", (name) => {
		expect(length(project({ ...none, [name]: features(name, 3) }, projection))).toBeCloseTo(1, 5);
		expect(length(project({ ...all(3), [name]: null }, projection))).toBeCloseTo(1, 5);
	});

	it("keeps the parts apart: what only looks has nothing in common with what only reads", () => {
		const looks = project({ ...none, visual: features("visual", 1) }, projection);
		const reads = project({ ...none, text: features("text", 1) }, projection);
		expect(looks.reduce((sum, value, i) => sum + value * (reads[i] ?? 0), 0)).toBeCloseTo(0, 6);
	});

	it("still points somewhere when there is nothing at all", () => {
		expect(length(project(none, projection))).toBe(1);
	});

	it("has orthonormal directions within each part", () => {
		for (const name of PART_NAMES) {
			const { rows, rowCount } = projection[name];
			const row = (n: number) => rows.subarray(n * PARTS[name], (n + 1) * PARTS[name]);
			for (const [a, b] of [
				[0, 0],
				[rowCount - 1, rowCount - 1],
				[0, rowCount - 1],
				[1, 2],
			] as const) {
				const product = row(a).reduce((sum, value, i) => sum + value * (row(b)[i] ?? 0), 0);
				expect(product, `${name} ${a} ${b}`).toBeCloseTo(a === b ? 1 : 0, 2);
			}
		}
	});
});

describe("projection file", () => {
	it("comes back as it was written", () => {
		expect(Buffer.from(writeProjection(projection)).equals(shipped)).toBe(true);
	});

	it("is refused when it is of another version", () => {
		expect(() => readProjection(altered((header) => header.replace(EMBEDDING_VERSION, "other")))).toThrow(/version other/);
	});

	it("is refused when it is for other features", () => {
		expect(() => readProjection(altered((header) => header.replace(`"inputs":${PARTS.text}`, '"inputs":128')))).toThrow(/other features/);
	});

	it("is refused when it is cut short or none at all", () => {
		expect(() => readProjection(shipped.subarray(0, shipped.length - 4))).toThrow();
		expect(() => readProjection(new TextEncoder().encode("not a projection"))).toThrow("Not a projection file.");
		expect(() => readProjection(new Uint8Array())).toThrow("Not a projection file.");
	});
});
