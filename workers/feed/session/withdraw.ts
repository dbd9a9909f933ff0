import type { Services } from "../../platform/services.ts";
import { loadVideos } from "../../videos/cards/index.ts";
import { keepCopy, rulesFrom } from "../avoid.ts";
import type { Impressions } from "./impressions.ts";
import type { Avoided } from "./protocol.ts";

/**
 * A page asked for again gives the same videos but what must not be shown, and other lists know of it without the session.
 * @param viewer `user:<id>` or `guest:<id>`; null before anybody was met
 */
export async function withdraw(services: Services, impressions: Impressions, avoided: Avoided, viewer: string | null): Promise<void> {
	const given = impressions.given();
	if (given.length > 0) {
		const records = await loadVideos(services, given);
		const { unwanted } = rulesFrom(avoided);
		impressions.withdraw((videoId) => {
			const record = records.get(videoId);
			return record !== undefined && unwanted(record);
		});
	}
	if (viewer !== null) await keepCopy(services, viewer, avoided);
}
