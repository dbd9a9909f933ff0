import type { Services } from "../../platform/services.ts";
import { type Addressed, presentManifest } from "../cards/address.ts";
import { makeGrant, REVIEW_LIFETIME_S, REVIEWER } from "./grant.ts";

/** Where a reviewer plays a video, whatever became of it; null while there is nothing to play. For who was let see its case alone. */
export async function manifestForReview(services: Services, video: Addressed): Promise<string | null> {
	const grant = await makeGrant(services.config.GRANT_SECRET, video.id, REVIEWER, services.clock(), REVIEW_LIFETIME_S);
	return presentManifest(services.config.REGION, video, grant)?.url ?? null;
}
