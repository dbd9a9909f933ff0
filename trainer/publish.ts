import { gzipSync } from "node:zlib";
import { MODEL_FILES, type ModelManifest, type VectorLine } from "../contracts/archive.ts";
import { MODEL_VERSION, parseModel } from "../recommender/model.ts";
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
	await store.put(MODEL_FILES.neighbours, JSON.stringify(rounded(lists)));
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

/** Four places are enough for a weight, and halve the file. */
function rounded(lists: ReadonlyMap<string, NeighbourList>): Record<string, NeighbourList> {
	return Object.fromEntries(
		[...lists].map(([id, { ids, weights }]) => [id, { ids, weights: weights.map((weight) => Math.round(weight * 10_000) / 10_000) }]),
	);
}
