import { LRUCache } from "lru-cache";
import { tooManyForVideos, tooManyFromNetwork, tooManyGuests, tooManyRequests, tooManyTries } from "../../contracts/problems/limits.ts";
import { perIsolate } from "../platform/isolate.ts";
import type { Services } from "../platform/services.ts";
import { type Viewer, viewerKey } from "../rules/viewer.ts";
import { addressKey } from "./client-address.ts";

/** Period of the counters in `wrangler.toml`, seconds. */
const PERIOD_S = 60;
/**
 * At most this many requests of one key in one isolate and period pass before the platform's counter is asked: a tenth of the 600 of
 * `wrangler.toml`. That counter is approximate and per location anyhow; not asking it for people who swipe at a human pace
 * saves a call on each request, at the price that each isolate lets through this many more.
 */
export const UNASKED = 60;
/** … and of one address, behind which many may be: a tenth of its 6 000. */
const UNASKED_OF_ADDRESS = 600;
/** Keys an isolate counts at once; one pushed out begins again at zero. */
const KEYS_MAX = 20_000;

interface Window {
	readonly since: number;
	count: number;
}
const windows = perIsolate(() => new LRUCache<string, Window>({ max: KEYS_MAX }));

/** Requests of this key in its running period, this one included. */
function countHere(services: Services, key: string): number {
	const now = services.clock();
	const held = windows(services);
	const running = held.get(key);
	if (running !== undefined && now - running.since < PERIOD_S * 1000) return ++running.count;
	held.set(key, { since: now, count: 1 });
	return 1;
}

/**
 * Counts a request twice: of its viewer (who has no session yet is told by the network address alone), and of the address, so that a
 * hundred cookies are not a hundred times as much. A campus behind one address has ten times a viewer's. @throws `rate_limited`
 */
export async function limitRequests(services: Services, viewer: Viewer | null, headers: Headers): Promise<void> {
	const address = addressKey(headers);
	const own = viewer === null ? `address:${address}` : viewerKey(viewer);
	const all = `all:${address}`;
	// Both are counted, whether or not the first refuses.
	const [asksOwn, asksAll] = [countHere(services, own) > UNASKED, countHere(services, all) > UNASKED_OF_ADDRESS];
	const answers = await Promise.all([
		asksOwn ? services.limits.request.limit({ key: own }) : null,
		asksAll ? services.limits.address.limit({ key: all }) : null,
	]);
	const [ofViewer, ofAddress] = answers.map((answer) => answer?.success !== false);
	if (ofViewer === false) throw tooManyRequests(PERIOD_S);
	if (ofAddress === false) throw tooManyFromNetwork(PERIOD_S);
}

/** Counts what a guest without a cookie sets by hand from this network address: it begins a session of theirs. @throws `rate_limited` */
export async function limitBeginnings(services: Services, viewer: Viewer, headers: Headers): Promise<void> {
	if (viewer.kind !== "guest" || viewer.isNew !== true) return;
	const { success } = await services.limits.auth.limit({ key: `begins:${addressKey(headers)}` });
	if (!success) throw tooManyGuests(PERIOD_S);
}

/** Counts a request for a piece of a video from this network address. @throws `rate_limited` */
export async function limitMedia(services: Services, headers: Headers): Promise<void> {
	const { success } = await services.limits.media.limit({ key: addressKey(headers) });
	if (!success) throw tooManyForVideos(PERIOD_S);
}

/** Counts a try to register or sign in from this network address. @throws `rate_limited` */
export async function limitAuthentication(services: Services, headers: Headers): Promise<void> {
	const { success } = await services.limits.auth.limit({ key: addressKey(headers) });
	if (!success) throw tooManyTries(PERIOD_S);
}

/** Counts a question whether a file is known: nobody is to find out by asking what is. @throws `rate_limited` */
export async function limitFileChecks(services: Services, userId: string): Promise<void> {
	const { success } = await services.limits.auth.limit({ key: `file:${userId}` });
	if (!success) throw tooManyRequests(PERIOD_S);
}
