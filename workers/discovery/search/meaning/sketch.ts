import { seeded } from "../../../../contracts/seeded.ts";
import type { WordTable } from "./table.ts";

/** Signs that a sketch has; `search_documents.sketch` is as long. */
const BITS = 128;
/** A document lies in so many cells, a query looks into so many: what lies near a border is found from both sides. */
const CELLS_OF_DOCUMENT = 2;
const CELLS_OF_QUERY = 3;

const directions = new Map<number, readonly Float32Array[]>();

/** Directions drawn at random once and for all: of which side of each a vector lies on, its angle to others can be told (Charikar 2002). */
function directionsOf(dimensions: number): readonly Float32Array[] {
	const known = directions.get(dimensions);
	if (known !== undefined) return known;
	const random = seeded(128);
	const drawn = Array.from({ length: BITS }, () => Float32Array.from({ length: dimensions }, () => random() + random() + random() - 1.5));
	directions.set(dimensions, drawn);
	return drawn;
}

/** Postgres' text of a `bit(128)`. */
export function sketchOf(vector: Float32Array): string {
	let bits = "";
	for (const direction of directionsOf(vector.length)) {
		let sum = 0;
		for (let i = 0; i < vector.length; i++) sum += (direction[i] ?? 0) * (vector[i] ?? 0);
		bits += sum > 0 ? "1" : "0";
	}
	return bits;
}

function nearestCells(table: WordTable, vector: Float32Array, count: number): number[] {
	const near = Array.from({ length: table.cells }, (_, cell) => ({
		cell,
		nearness: table.nearnessTo(cell, vector),
	}));
	return near
		.sort((a, b) => b.nearness - a.nearness)
		.slice(0, count)
		.map(({ cell }) => cell);
}

/** The cells a document with this vector lies in. */
export const cellsOfDocument = (table: WordTable, vector: Float32Array): number[] => nearestCells(table, vector, CELLS_OF_DOCUMENT);
/** The cells to look into for documents near this vector. */
export const cellsOfQuery = (table: WordTable, vector: Float32Array): number[] => nearestCells(table, vector, CELLS_OF_QUERY);
