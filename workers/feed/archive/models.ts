import { MODEL_FILES, ModelManifest } from "../../../contracts/archive.ts";
import { parseModel } from "../../../recommender/load-model.ts";
import type { Services } from "../../platform/services.ts";
import { rankerOf } from "../online-learning/stub.ts";
import { MODEL_KEYS, outdateModels } from "../retrieval/models.ts";

/** Which of the trainer's runs is being served; KV. */
const SERVED_KEY = "manifest";

/** The trainer's newest manifest, and its text; null when there is none. @throws when it can't be read */
export async function readManifest(services: Services): Promise<{ manifest: ModelManifest; text: string } | null> {
	const object = await services.archive.get(MODEL_FILES.manifest);
	if (object === null) return null;
	const text = await object.text();
	return { manifest: ModelManifest.parse(JSON.parse(text)), text };
}

/**
 * Takes up what the trainer left: copies its newest models from the bucket to where every isolate reads them, and has the
 * ranker go on from there. @returns 1 when there were new ones @throws when they are not whole: those before go on serving
 */
export async function takeUpModels(services: Services): Promise<number> {
	const { archive, models } = services;
	const newest = await readManifest(services);
	if (newest === null || (await models.get(SERVED_KEY)) === newest.text) return 0;
	const [rank, neighbours] = await Promise.all([archive.get(MODEL_FILES.rank), archive.get(MODEL_FILES.neighbours)]);
	if (rank === null || neighbours === null) throw new Error("the trainer's manifest names models that are not there");
	const [model, lists] = await Promise.all([rank.text(), neighbours.text()]);
	const parsed = parseModel(model);
	if (parsed.fallback) throw new Error(`the trainer's ranking model can't be used: ${parsed.reason}`);
	// The first parts of a run that is still being written, beside the manifest of the one before: the next tick finds it whole.
	if (parsed.model.id !== newest.manifest.id)
		throw new Error(`the ranking model is of ${parsed.model.id}, the manifest of ${newest.manifest.id}`);
	checkNeighbours(lists);
	await models.put(MODEL_KEYS.neighbours, lists);
	await models.put(MODEL_KEYS.rank, model);
	await rankerOf(services).rebase(model);
	// Last: an interrupted copy is done again at the next tick.
	await models.put(SERVED_KEY, newest.text);
	outdateModels(services);
	return 1;
}

/** @throws when this is not lists of neighbours by video; their number is in the manifest, one is looked at */
function checkNeighbours(text: string): void {
	const lists: unknown = JSON.parse(text);
	if (typeof lists !== "object" || lists === null || Array.isArray(lists)) throw new Error("the trainer's neighbours are no lists");
	for (const one of Object.values(lists).slice(0, 1)) {
		if (!Array.isArray(one?.ids) || !Array.isArray(one?.weights)) throw new Error("the trainer's neighbours are not ids and weights");
	}
}
