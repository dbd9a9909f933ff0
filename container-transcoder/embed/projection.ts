import * as z from "zod";
import { VECTOR_DIMENSIONS } from "../../contracts/limits.ts";
import { PART_NAMES, PARTS, type PartFeatures, type PartName } from "./parts.ts";

/**
 * Which features and which projection made a vector. Vectors of different versions can't be compared: raise it when the
 * features change, or when the projection is learned anew.
 */
export const EMBEDDING_VERSION = "av1";

const MAGIC = "RLPJ";
const ROW_SCALE = 32_767;

const Header = z.object({
	version: z.string(),
	outputs: z.literal(VECTOR_DIMENSIONS),
	parts: z.array(
		z.object({ name: z.enum(["visual", "colour", "text", "audio"]), inputs: z.int(), weight: z.number(), rows: z.int().min(1) }),
	),
});

/** How one part is brought into the common space. */
export interface PartProjection {
	/** Corpus mean of each feature. */
	readonly mean: Float32Array;
	/** One over the corpus deviation of each feature, or ones where features are comparable as they are. */
	readonly scale: Float32Array;
	/** The part's share of the whole, as a length. */
	readonly weight: number;
	/** Principal directions, row after row (rows × features), each of unit length. */
	readonly rows: Float32Array;
	readonly rowCount: number;
}
export type Projection = Readonly<Record<PartName, PartProjection>>;

/** The file's bytes: magic, header length (u32 LE), JSON header, then each part's mean and scale (f32 LE) and rows (i16 LE, 1/32767). */
export function writeProjection(projection: Projection): Uint8Array {
	const parts = PART_NAMES.map((name) => ({
		name,
		inputs: PARTS[name],
		weight: projection[name].weight,
		rows: projection[name].rowCount,
	}));
	const header = Buffer.from(JSON.stringify({ version: EMBEDDING_VERSION, outputs: VECTOR_DIMENSIONS, parts }));
	const length = Buffer.alloc(4);
	length.writeUInt32LE(header.length);
	const bodies = PART_NAMES.map((name) => {
		const { mean, scale, rows } = projection[name];
		const body = Buffer.alloc(4 * (mean.length + scale.length) + 2 * rows.length);
		mean.forEach((value, i) => {
			body.writeFloatLE(value, 4 * i);
		});
		scale.forEach((value, i) => {
			body.writeFloatLE(value, 4 * (mean.length + i));
		});
		rows.forEach((value, i) => {
			body.writeInt16LE(Math.round(value * ROW_SCALE), 4 * (mean.length + scale.length) + 2 * i);
		});
		return body;
	});
	return Buffer.concat([Buffer.from(MAGIC), length, header, ...bodies]);
}

/** Reads a projection file; throws when it is none, of another version, or of other features than this code's. */
export function readProjection(bytes: Uint8Array): Projection {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (file.length < 8 || file.toString("latin1", 0, 4) !== MAGIC) throw new Error("Not a projection file.");
	let offset = 8 + file.readUInt32LE(4);
	const header = Header.parse(JSON.parse(file.toString("utf8", 8, offset)));
	if (header.version !== EMBEDDING_VERSION) {
		throw new Error(`The projection file is of version ${header.version}, the code of ${EMBEDDING_VERSION}: learn the projection anew.`);
	}
	const outputs = header.parts.reduce((sum, part) => sum + part.rows, 0);
	const names = header.parts.map((part) => part.name).join();
	if (outputs !== VECTOR_DIMENSIONS || names !== PART_NAMES.join() || header.parts.some((part) => part.inputs !== PARTS[part.name])) {
		throw new Error("The projection file is for other features than this code makes: learn the projection anew.");
	}
	const floats = (count: number, bytesEach: 4 | 2) => {
		const start = offset;
		offset += count * bytesEach;
		return Float32Array.from({ length: count }, (_, i) =>
			bytesEach === 4 ? file.readFloatLE(start + 4 * i) : file.readInt16LE(start + 2 * i) / ROW_SCALE,
		);
	};
	const read = header.parts.map(({ name, inputs, weight, rows }): [PartName, PartProjection] => [
		name,
		{ mean: floats(inputs, 4), scale: floats(inputs, 4), weight, rows: floats(inputs * rows, 2), rowCount: rows },
	]);
	if (offset !== file.length) throw new Error("The projection file is damaged: its length is wrong.");
	const part = (name: PartName) => {
		const found = read.find(([candidate]) => candidate === name)?.[1];
		if (found === undefined) throw new Error(`The projection file lacks the part ${name}.`);
		return found;
	};
	return { visual: part("visual"), colour: part("colour"), text: part("text"), audio: part("audio") };
}

/** Standardised features beyond this many deviations are outliers that would drown the rest. */
const OUTLIER = 3;

/** Features less the corpus mean, scaled, and brought to unit length: what the principal directions were learned on. */
export function centre(features: Float32Array, { mean, scale }: Pick<PartProjection, "mean" | "scale">): Float32Array {
	const centred = features.map((value, i) => Math.max(-OUTLIER, Math.min(OUTLIER, (value - (mean[i] ?? 0)) * (scale[i] ?? 1))));
	return unit(centred);
}

/** A vector's copy of unit length; zeros stay zeros. */
export function unit(vector: Float32Array): Float32Array {
	const length = Math.hypot(...vector);
	return length > 0 ? vector.map((value) => value / length) : vector;
}

/**
 * The common vector of 256 numbers, unit length. A part that is missing contributes zeros; when all are missing the vector
 * is the same for all such videos, along the first axis, so that it is still a direction.
 */
export function project(parts: PartFeatures, projection: Projection): Float32Array {
	const joined = new Float32Array(VECTOR_DIMENSIONS);
	let at = 0;
	for (const name of PART_NAMES) {
		const { rows, rowCount, weight } = projection[name];
		const features = parts[name];
		const centred = features === null ? null : centre(features, projection[name]);
		for (let row = 0; row < rowCount; row++, at++) {
			if (centred === null) continue;
			let sum = 0;
			const start = row * centred.length;
			for (let i = 0; i < centred.length; i++) sum += (rows[start + i] ?? 0) * (centred[i] ?? 0);
			joined[at] = weight * sum;
		}
	}
	if (joined.every((value) => value === 0)) joined[0] = 1;
	return unit(joined);
}
