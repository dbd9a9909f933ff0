import { createHash } from "node:crypto";
import { GUEST_SEARCHES_OF_ADDRESS, GUEST_SEARCHES_OF_NETWORK } from "../../../contracts/limits.ts";
import { tooManyGuestSearches } from "../../../contracts/problems/limits.ts";
import { fold } from "../../../contracts/words.ts";
import type { Services } from "../../platform/services.ts";
import { spendAllowance } from "../../quotas/index.ts";
import type { Viewer } from "../../rules/viewer.ts";
import { addOne, networkOf } from "../../trust/index.ts";

const HOUR_MS = 3_600_000;

/**
 * Counts a search: of a person exactly, the same words once a day, so that pages of results and a look back cost nothing; of people without
 * an account by their network. What was looked for is not kept: its hash is. @throws `daily_limit`, `rate_limited`
 */
export async function limitSearch(services: Services, viewer: Viewer, headers: Headers, words: string): Promise<void> {
	if (viewer.kind === "user") {
		const subject = createHash("sha256").update(fold(words)).digest("base64url").slice(0, 16);
		await spendAllowance(services, viewer.userId, "search", subject, async () => false);
		return;
	}
	const network = networkOf(services, headers);
	if (network === null) return;
	const now = services.clock();
	const hour = Math.floor(now / HOUR_MS);
	const [ofAddress = 1, ofNetwork = 1] = await addOne(services, [
		[`crowd:${hour}:searches:${network.address}`, "guests"],
		[`crowd:${hour}:searches:${network.network}`, "around"],
	]);
	if (ofAddress <= GUEST_SEARCHES_OF_ADDRESS && ofNetwork <= GUEST_SEARCHES_OF_NETWORK) return;
	throw tooManyGuestSearches(Math.ceil(((hour + 1) * HOUR_MS - now) / 1_000));
}
