import { fillPage } from "../lists/pipeline.ts";
import { type Breaker, breaker } from "../platform/breaker.ts";
import { perIsolate } from "../platform/isolate.ts";
import { errorFields, type Log } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { type GuestViewer, type Viewer, viewerKey } from "../rules/viewer.ts";
import { noteGiven } from "../trust/index.ts";
import { fallbackCursor, fallbackPage } from "./fallback.ts";
import { newcomersPage } from "./newcomer.ts";
import { jsonSteps, pageJson } from "./present.ts";
import { NOTHING_GATHERED } from "./session/nothing-gathered.ts";
import type { Circumstances, Page } from "./session/protocol.ts";
import { sessionOf } from "./session/stub.ts";

/** A session that takes longer is given up for this page, milliseconds. */
const PATIENCE_MS = 2_000;
/** Failures in a row, of any viewers, after which sessions are left alone for a moment. */
const FAILURES_TO_OPEN = 20;
const REST_MS = 1_000;
/** The session is asked at most this often for one page: what came out short is topped up. */
const ROUNDS = 4;

const sessionBreaker = perIsolate((services): Breaker => {
	const patienceMs = PATIENCE_MS * services.config.PATIENCE_FACTOR;
	return breaker("the session", { patienceMs, failures: FAILURES_TO_OPEN, restMs: REST_MS }, services.clock);
});

export interface ForYou {
	/** A FeedPage as JSON. */
	readonly json: string;
	/** Videos on this page, and those likely to come next: for warming caches. Empty when it was given before. */
	readonly shown: readonly string[];
	readonly upcoming: readonly string[];
}

/** The viewer's next page. Never fails while a public video exists that some copy is known of. */
export async function forYou(
	services: Services,
	viewer: Viewer,
	query: { readonly count: number; readonly cursor: string | undefined },
	circumstances: Circumstances,
	log: Log,
): Promise<ForYou> {
	const offset = fallbackCursor(query.cursor);
	try {
		return await personal(services, viewer, { count: query.count, cursor: offset === null ? (query.cursor ?? null) : null }, circumstances);
	} catch (error) {
		const isNothingGathered = error instanceof Error && error.name === NOTHING_GATHERED;
		if (!isNothingGathered) log.warn("feed_fallback", errorFields(error));
		const { json, isEmpty } = await fallbackPage(services, viewer, query.count, offset ?? 0);
		// Where there is no video yet, finding none is no fault.
		if (isNothingGathered && isEmpty) log.info("feed_empty");
		else if (isNothingGathered) log.warn("feed_fallback", errorFields(error));
		return { json, shown: [], upcoming: [] };
	}
}

async function personal(
	services: Services,
	viewer: Viewer,
	query: { readonly count: number; readonly cursor: string | null },
	circumstances: Circumstances,
): Promise<ForYou> {
	const key = viewerKey(viewer);
	const newcomers = async (of: GuestViewer): Promise<ForYou> => ({
		...(await newcomersPage(services, of, query, circumstances)),
		upcoming: [],
	});
	if (viewer.kind === "guest" && viewer.isNew === true) return newcomers(viewer);
	const shown: string[] = [];
	let last: Page | null = null;
	const list = {
		...jsonSteps(services, viewer),
		// A short page of the session is all it has for now; one that lost cards to the rules gets others in their place.
		skeleton: async (cursor: string | null, count: number) => {
			const request = { viewer: key, count, cursor, ...circumstances };
			last = await sessionBreaker(services).run(() => sessionOf(services, key).page(request));
			if (last === null) return { entries: [], next: null };
			if (!last.repeated) shown.push(...last.items.map(({ videoId }) => videoId));
			// The session knows when it gave a page first; given again, it may be watched from now on.
			else await noteGiven(services, viewer, last.items);
			return { entries: last.items, next: last.nextCursor };
		},
		rounds: ROUNDS,
	};
	const { items, next } = await fillPage(list, query.cursor, query.count);
	const page = last as Page | null;
	if (page === null) return newcomers(viewer as GuestViewer);
	if (items.length === 0) throw new Error("no card of the page could be shown");
	return { json: pageJson(items, next, page.isFallback), shown, upcoming: page.repeated ? [] : page.upcoming };
}
