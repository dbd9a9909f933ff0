import { gzipSync } from "node:zlib";
import { MODEL_FILES, type ModelManifest, SERVED_VALUE_MAX_BYTES, type VectorLine } from "../contracts/archive.ts";
import { parseModel } from "../recommender/load-model.ts";
import { MODEL_VERSION } from "../recommender/model.ts";
import type { NeighbourList } from "../recommender/neighbours.ts";
import { toBase64 } from "../recommender/vectors.ts";
import type { Store } from "./store.ts";
import type { Trained } from "./train.ts";
import { toLists } from "./world.ts";

/** Writes the artifacts, the manifest last. The model is read back as the Worker will read it: an unusable one is not published. */
export async function publish(
	store: Store,
	trained: Trained,
	counts: { readonly events: number; readonly viewers: number; readonly space?: string | null },
): Promise<ModelManifest> {
	const { model, videos } = trained;
	const json = JSON.stringify(model);
	const read = parseModel(json);
	if (read.fallback) throw new Error(`The trained model can't be read back: ${read.reason}`);
	const lists = toLists(videos, trained.neighbours);
	await store.put(MODEL_FILES.rank, json);
	await store.put(MODEL_FILES.neighbours, fittingJson(rounded(lists), SERVED_VALUE_MAX_BYTES));
	const vectors = videos.flatMap(({ id, vector }) =>
		vector === null ? [] : [JSON.stringify({ videoId: id, vector: toBase64(vector) } satisfies VectorLine)],
	);
	await store.put(MODEL_FILES.vectors, gzipSync(`${vectors.join("\n")}\n`));
	const manifest: ModelManifest = {
		id: model.id,
		modelVersion: MODEL_VERSION,
		trainedAt: model.trainedAt,
		...counts,
		videos: videos.length,
		linkedVideos: lists.size,
		fallbackRanking: trained.fallbackRanking,
	};
	await store.put(MODEL_FILES.manifest, JSON.stringify(manifest, null, "\t"));
	return manifest;
}

/** Lists as JSON of at most `maxBytes` bytes (ids are ASCII): of a large catalogue each video keeps its strongest links only. */
export function fittingJson(lists: Readonly<Record<string, NeighbourList>>, maxBytes: number): string {
	for (let kept = Math.max(0, ...Object.values(lists).map(({ ids }) => ids.length)); ; ) {
		const some = Object.entries(lists).map(([id, { ids, weights }]) => [id, { ids: ids.slice(0, kept), weights: weights.slice(0, kept) }]);
		const json = JSON.stringify(Object.fromEntries(some));
		if (json.length <= maxBytes || kept === 0) return json;
		kept = Math.min(kept - 1, Math.floor((kept * maxBytes) / json.length));
	}
}

/** Four places are enough for a weight, and halve the file. */
function rounded(lists: ReadonlyMap<string, NeighbourList>): Record<string, NeighbourList> {
	return Object.fromEntries(
		[...lists].map(([id, { ids, weights }]) => [id, { ids, weights: weights.map((weight) => Math.round(weight * 10_000) / 10_000) }]),
	);
}
