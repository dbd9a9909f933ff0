import { joinNeighbours } from "../../../recommender/neighbours.ts";
import type { Retrieved, Seed } from "../../../recommender/types.ts";
import type { Services } from "../../platform/services.ts";
import { modelsOf } from "./models.ts";

/** What those watched who watched the same. Nothing before the first training. */
export async function neighboursOf(services: Services, seeds: readonly Seed[], limit: number): Promise<readonly Retrieved[]> {
	const { neighbours } = await modelsOf(services);
	return neighbours === null ? [] : joinNeighbours(seeds, (videoId) => neighbours.get(videoId) ?? null, limit);
}
