import type { Services } from "../platform/services.ts";
import type { Network } from "./network.ts";

/** As long as a video may take until it is up: later it is no news. */
const KEPT_S = 6 * 3_600;
const keyOf = (videoId: string): string => `uploaded-from:${videoId}`;

/** Notes where an upload was completed from, so that its publishing is held against others of that address. Never throws. */
export async function noteUploader(services: Services, videoId: string, network: Network | null): Promise<void> {
	if (network !== null) await services.redis.soft((redis) => redis.set(keyOf(videoId), { address: network.address }, { ex: KEPT_S }));
}

/** The keyed hash of the address; undefined where it is not known any more. */
export async function uploaderOf(services: Services, videoId: string): Promise<string | undefined> {
	const noted = await services.redis.soft((redis) => redis.get<{ readonly address: string }>(keyOf(videoId)));
	return noted?.address;
}
