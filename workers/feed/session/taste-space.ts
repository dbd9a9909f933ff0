import { redirect } from "../../../recommender/redirect.ts";
import type { Taste } from "../../../recommender/taste.ts";
import type { Services } from "../../platform/services.ts";
import { loadVideos } from "../../videos/cards/index.ts";
import { featureReader } from "../retrieval/features.ts";
import type { Models } from "../retrieval/models.ts";

/** A taste with its directions in the space that these models serve. */
export async function inSpace(services: Services, taste: Taste, models: Pick<Models, "space">): Promise<Taste> {
	const ids = [...taste.history, ...taste.mutes].map(({ videoId }) => videoId);
	const [records, features] = await Promise.all([loadVideos(services, [...new Set(ids)]), featureReader(services, models)]);
	return redirect(taste, (videoId) => {
		const record = records.get(videoId);
		return record === undefined ? null : features(record);
	});
}
