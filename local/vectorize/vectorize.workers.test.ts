import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { VECTOR_DIMENSIONS } from "../../contracts/limits.ts";
import type { Env } from "../../workers/platform/env.ts";

const index = (env as unknown as Env).VECTORS;
/** Ids of this run alone: the database may be a lasting one. */
const run = crypto.randomUUID().slice(0, 8);
const id = (name: string) => `${run}-${name}`;

/** A unit vector in the plane of the first two axes, `turn` of a whole turn from the first. */
const at = (turn: number): number[] => {
	const values = new Array<number>(VECTOR_DIMENSIONS).fill(0);
	values[0] = Math.cos(turn * 2 * Math.PI);
	values[1] = Math.sin(turn * 2 * Math.PI);
	return values;
};
const mine = { run };
// What a binding returns is no plain promise: matchers are given an async function instead, or its rejection counts as unhandled.
const idsOf = (matches: VectorizeMatches) => matches.matches.map((match) => match.id.slice(run.length + 1));

beforeAll(async () => {
	await index.upsert([
		{ id: id("a"), values: at(0), metadata: { run, topic: "sea", likes: 10, isPublic: true } },
		{ id: id("b"), values: at(0.05), metadata: { run, topic: "city", likes: 20, isPublic: true } },
		{ id: id("c"), values: at(0.25), metadata: { run, topic: "sea", likes: 30, isPublic: false, creator: { name: "ana" } } },
		{ id: id("d"), values: at(0.5), namespace: `${run}-other`, metadata: { run } },
	]);
});

describe("the vector index binding", () => {
	it("gives the nearest by cosine, best first, with scores from 1 to -1", async () => {
		const found = await index.query(at(0), { topK: 10, filter: mine });
		expect(idsOf(found)).toEqual(["a", "b", "c", "d"]);
		expect(found.count).toBe(4);
		expect(found.matches[0]?.score).toBeCloseTo(1, 5);
		expect(found.matches[2]?.score).toBeCloseTo(0, 5);
		expect(found.matches[3]?.score).toBeCloseTo(-1, 5);
		expect(found.matches[0]).not.toHaveProperty("metadata");
		expect(found.matches[0]).not.toHaveProperty("values");
	});

	it("returns values and metadata when asked, and takes typed arrays", async () => {
		const found = await index.query(new Float32Array(at(0)), { topK: 1, filter: mine, returnValues: true, returnMetadata: "all" });
		expect(found.matches[0]?.metadata).toEqual({ run, topic: "sea", likes: 10, isPublic: true });
		expect(found.matches[0]?.values).toHaveLength(VECTOR_DIMENSIONS);
	});

	it("gives five when topK is left out, and keeps namespaces apart", async () => {
		expect(idsOf(await index.query(at(0), { namespace: `${run}-other` }))).toEqual(["d"]);
	});

	it.each<[string, VectorizeVectorMetadataFilter, string[]]>([
		["a plain value", { topic: "sea" }, ["a", "c"]],
		["$eq on a boolean", { isPublic: { $eq: false } }, ["c"]],
		["$ne, which a missing field also meets", { topic: { $ne: "sea" } }, ["b", "d"]],
		["$in", { topic: { $in: ["city", "none"] } }, ["b"]],
		["$nin", { topic: { $nin: ["city"] } }, ["a", "c", "d"]],
		["a range", { likes: { $gt: 10, $lte: 30 } }, ["b", "c"]],
		["text order", { topic: { $lt: "d" } }, ["b"]],
		["a nested field", { "creator.name": "ana" }, ["c"]],
		["several fields at once", { topic: "sea", likes: { $gte: 30 } }, ["c"]],
	])("filters by %s", async (_name, filter, expected) => {
		expect(idsOf(await index.query(at(0), { topK: 10, filter: { ...mine, ...filter } }))).toEqual(expected);
	});

	it("finds neighbours of a stored vector", async () => {
		expect(idsOf(await index.queryById(id("b"), { topK: 2, filter: mine }))).toEqual(["b", "a"]);
		await expect(async () => await index.queryById(id("none"))).rejects.toThrow(/VECTOR_QUERY_ERROR/);
	});

	it("inserts only what is new, upserts over what is there, and deletes", async () => {
		await index.insert([{ id: id("e"), values: at(0.1), metadata: { n: 1 } }]);
		await index.insert([{ id: id("e"), values: at(0.1), metadata: { n: 2 } }]);
		expect((await index.getByIds([id("e")]))[0]?.metadata).toEqual({ n: 1 });
		expect((await index.upsert([{ id: id("e"), values: at(0.1), metadata: { n: 3 } }])).mutationId).toBeTruthy();
		expect((await index.getByIds([id("e")]))[0]?.metadata).toEqual({ n: 3 });
		await index.deleteByIds([id("e"), id("none")]);
		expect(await index.getByIds([id("e")])).toEqual([]);
	});

	it("describes itself", async () => {
		const found = await index.describe();
		expect(found).toMatchObject({ dimensions: VECTOR_DIMENSIONS });
		expect(found.vectorCount).toBeGreaterThanOrEqual(4);
	});
});

describe("what Vectorize refuses", () => {
	it.each<[string, VectorizeQueryOptions]>([
		["more than 100 matches", { topK: 101 }],
		["more than 20 with values", { topK: 21, returnValues: true }],
		["more than 20 with all metadata", { topK: 21, returnMetadata: "all" }],
		["a filter it doesn't know", { filter: { topic: { $like: "s" } } as VectorizeVectorMetadataFilter }],
	])("%s", async (_name, options) => {
		await expect(async () => await index.query(at(0), options)).rejects.toThrow(/VECTOR_QUERY_ERROR/);
	});

	it("takes 100 ids, and 20 with metadata", async () => {
		await expect(index.query(at(0), { topK: 100, returnMetadata: "indexed" })).resolves.toBeTruthy();
		await expect(index.query(at(0), { topK: 20, returnMetadata: "all" })).resolves.toBeTruthy();
	});

	it("vectors of another length, too long ids and too much metadata", async () => {
		await expect(async () => await index.query([1, 2, 3])).rejects.toThrow(/256 dimensions/);
		await expect(async () => await index.upsert([{ id: id("x"), values: [1] }])).rejects.toThrow(/VECTOR_UPSERT_ERROR/);
		await expect(async () => await index.upsert([{ id: "x".repeat(65), values: at(0) }])).rejects.toThrow(/invalid id/);
		await expect(async () => await index.upsert([{ id: id("x"), values: at(0), metadata: { big: "x".repeat(11_000) } }])).rejects.toThrow(
			/metadata/,
		);
	});
});
