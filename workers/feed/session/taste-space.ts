import { redirect } from "../../../recommender/redirect.ts";
import type { Taste } from "../../../recommender/taste.ts";
import type { Services } from "../../platform/services.ts";
import { loadVideos } from "../../videos/cards/index.ts";
import { featureReader } from "../retrieval/features.ts";

/** A taste with its directions in the space that is served now. */
export async function inSpace(services: Services, taste: Taste): Promise<Taste> {
	const ids = [...taste.history, ...taste.mutes].map(({ videoId }) => videoId);
	const [records, features] = await Promise.all([loadVideos(services, [...new Set(ids)]), featureReader(services)]);
	return redirect(taste, (videoId) => {
		const record = records.get(videoId);
		return record === undefined ? null : features(record);
	});
}
