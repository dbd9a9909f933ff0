import { fnv1a } from "../../contracts/fnv1a.ts";
import { seeded } from "../../contracts/seeded.ts";
import { emptyTaste } from "../../recommender/taste.ts";
import type { Candidate, RankContext } from "../../recommender/types.ts";
import { through } from "../lists/pipeline.ts";
import { readThrough } from "../platform/read-through.ts";
import type { Services } from "../platform/services.ts";
import { type GuestViewer, viewerKey } from "../rules/viewer.ts";
import { type Named, noteGiven, readGiven } from "../trust/index.ts";
import { jsonSteps, pageJson } from "./present.ts";
import { gather } from "./retrieval/gather.ts";
import { modelsOf } from "./retrieval/models.ts";
import { NAMED_MAX, newCursor, shownBefore } from "./session/cursor.ts";
import { NothingGatheredError } from "./session/nothing-gathered.ts";
import type { Circumstances } from "./session/protocol.ts";
import { layOut } from "./session/queue.ts";

/** What there is for a newcomer is the same for all who come in the same circumstances, for so long, milliseconds. */
const COMMON_FOR_MS = 5_000;
const COMMON_MAX = 50;
/** What another request gathers is waited for this long, milliseconds: longer than gathering takes. */
const COMMON_PATIENCE_MS = 1_000;

const commons = readThrough<readonly Candidate[]>({
	name: "newcomers",
	isolate: { max: COMMON_MAX, ttlMs: COMMON_FOR_MS },
	patienceMs: COMMON_PATIENCE_MS,
});

export interface NewcomersPage {
	/** A FeedPage as JSON. */
	readonly json: string;
	readonly shown: readonly string[];
}

/**
 * A page for a guest who has not watched anything yet, and has no session: the same candidates, ranking and exploration as a session's
 * first page, and nothing durable for who may never come again. What was shown is named by the cursor, and, for what is watched next,
 * noted for an hour (trust/given.ts); a cursor that comes again is answered alike.
 * @throws NothingGatheredError when no source has anything
 */
export async function newcomersPage(
	services: Services,
	viewer: GuestViewer,
	query: { readonly count: number; readonly cursor: string | null },
	circumstances: Circumstances,
): Promise<NewcomersPage> {
	const now = services.clock();
	const { country, device, hour } = circumstances;
	const context: RankContext = { now, followed: new Set<string>(), country, device, hour, surface: "fyp" };
	const taste = emptyTaste(now);
	const [candidates, models, before] = await Promise.all([
		commonTo(services, context),
		modelsOf(services),
		shownTo(services, viewer, query.cursor),
	]);
	const shown = new Set(before);
	const unseen = candidates.filter(({ video }) => !shown.has(video.id));
	const random = query.cursor === null ? Math.random : seeded(fnv1a(`${viewer.guestId} ${query.cursor}`));
	// When all there is was shown, it comes again.
	const slots = layOut(taste, unseen.length > 0 ? unseen : candidates, context, models.rank, [], random).slice(0, query.count);
	if (slots.length === 0) throw new NothingGatheredError();
	const ids = slots.map(({ videoId }) => videoId);
	const named = slots.map(({ videoId, kind, propensity }): Named => ({ videoId, kind, propensity }));
	const items = ids.map((videoId) => ({ videoId, liked: false, following: false }));
	const [cards] = await Promise.all([through(jsonSteps(services, viewer), items), noteGiven(services, viewer, named)]);
	if (cards.length === 0) throw new NothingGatheredError();
	const cursor = newCursor(now, random, [...before, ...ids].slice(-NAMED_MAX));
	return { json: pageJson(cards, cursor, false), shown: ids };
}

/** What a guest was shown before, oldest first: by the cursor's word, or, without one, as it was noted. */
async function shownTo(services: Services, viewer: GuestViewer, cursor: string | null): Promise<string[]> {
	if (cursor !== null) return shownBefore(cursor);
	if (viewer.isNew === true) return [];
	return (await readGiven(services, viewerKey(viewer))).flatMap(({ named }) => named.map(({ videoId }) => videoId));
}

/** Gathered once for all who come at the same time, from the same country and by the same kind of device. */
function commonTo(services: Services, context: RankContext): Promise<readonly Candidate[]> {
	return commons.get(services, `${context.country} ${context.device} ${context.hour}`, async () => {
		const { candidates } = await gather(services, emptyTaste(context.now), context, () => new Set());
		return candidates;
	});
}
