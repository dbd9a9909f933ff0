import { videosNotReadable } from "../../contracts/problems/videos.ts";
import { errorFields } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";

/** The store of what was uploaded, and that of what is served. */
type Store = "ingest" | "media";

/**
 * Asks the store of originals or that of renditions.
 * @param about what is asked for, for the log: a key or a video's id
 * @throws ProblemError unavailable while the store does not answer, which is nobody's fault and passes
 */
export async function askStore<T>(services: Services, store: Store, about: string, ask: (bucket: R2Bucket) => Promise<T>): Promise<T> {
	try {
		return await ask(services[store]);
	} catch (cause) {
		services.log.error("media_store_failed", { store, about, ...errorFields(cause) });
		throw videosNotReadable(cause);
	}
}
