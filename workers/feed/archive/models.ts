import { MODEL_FILES } from "../../../contracts/archive.ts";
import type { Services } from "../../platform/services.ts";
import { MODEL_KEYS } from "../retrieval/models.ts";

/** Which of the trainer's runs is being served; KV. */
const SERVED_KEY = "manifest";

/** Takes up what the trainer left: copies its newest models from the bucket to where every isolate reads them. @returns 1 when there were new ones */
export async function takeUpModels(services: Pick<Services, "env">): Promise<number> {
	const { ARCHIVE, MODELS } = services.env;
	const manifest = await ARCHIVE.get(MODEL_FILES.manifest);
	if (manifest === null) return 0;
	const text = await manifest.text();
	if ((await MODELS.get(SERVED_KEY)) === text) return 0;
	const [rank, neighbours] = await Promise.all([ARCHIVE.get(MODEL_FILES.rank), ARCHIVE.get(MODEL_FILES.neighbours)]);
	if (rank === null || neighbours === null) throw new Error("the trainer's manifest names models that are not there");
	await MODELS.put(MODEL_KEYS.neighbours, await neighbours.text());
	await MODELS.put(MODEL_KEYS.rank, await rank.text());
	// Last: an interrupted copy is done again at the next tick.
	await MODELS.put(SERVED_KEY, text);
	return 1;
}
