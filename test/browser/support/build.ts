import { buildClient, isClientStale } from "../../../local/supervisor/client.ts";
import { ROOT } from "../../../local/supervisor/installed.mjs";

/** Has the client built, if its sources are newer than what lies in `web/dist`. */
export async function buildForTest(): Promise<void> {
	if (await isClientStale(ROOT)) await buildClient(ROOT);
}
