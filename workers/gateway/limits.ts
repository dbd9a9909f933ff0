import type { Services } from "../platform/services.ts";
import { addressKey } from "./client-address.ts";
import { ProblemError } from "./problem.ts";
import { type Viewer, viewerKey } from "./viewer.ts";

/** Period of the counters in `wrangler.toml`, seconds. */
const PERIOD_S = 60;

/** Counts a request of this viewer; of who has no session yet, by network address. @throws `rate_limited` */
export async function limitRequests(services: Services, viewer: Viewer | null, headers: Headers): Promise<void> {
	const key = viewer === null ? `address:${addressKey(headers)}` : viewerKey(viewer);
	const { success } = await services.env.REQUEST_LIMIT.limit({ key });
	if (!success) throw tooMany("Too many requests. Wait a minute, then go on.");
}

/** Counts a try to register or sign in from this network address. @throws `rate_limited` */
export async function limitAuthentication(services: Services, headers: Headers): Promise<void> {
	const { success } = await services.env.AUTH_LIMIT.limit({ key: addressKey(headers) });
	if (!success) throw tooMany("Too many tries from your network. Wait a minute, then try again.");
}

const tooMany = (detail: string) => new ProblemError("rate_limited", detail, { retryAfterSeconds: PERIOD_S });
