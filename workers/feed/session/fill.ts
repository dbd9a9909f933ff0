import { perIsolate } from "../../platform/isolate.ts";
import { Semaphore } from "../../platform/semaphore.ts";
import { likedOf, savedOf } from "../../videos/cards/index.ts";
import { gather, toCandidates } from "../retrieval/gather.ts";
import { modelsOf } from "../retrieval/models.ts";
import { userIn, viewerIn } from "./core/state.ts";
import { comeIntoSpace, type Running } from "./find.ts";
import { know } from "./known.ts";
import { feedRelationsOf } from "./relations.ts";

/** When all was shown, this share of it, shown last, does not come again yet. */
const REST_SHARE = 0.4;
const REPEAT_CANDIDATES = 300;
/** Queues an isolate makes in the background at once: pages and watch events go first. A page that has no queue waits for its own. */
const AT_ONCE = 2;
/** A place for it is held at most this long, milliseconds. */
const HELD_MS = 4_000;

/** The isolate's permits for queues made in the background: all sessions share them. */
export const fillingPermits = perIsolate(() => new Semaphore(AT_ONCE, HELD_MS));

/** Gathers candidates and has the session lay them out and take them up; again when something was set by hand meanwhile. */
export const fill = (session: Running): Promise<void> => session.services.span("queue_laid_out", {}, () => gatherAndTakeUp(session));

async function gatherAndTakeUp(session: Running): Promise<void> {
	const { services, store } = session;
	await comeIntoSpace(session, await modelsOf(services));
	const relations = session.state().relations ?? (await feedRelationsOf(services, viewerIn(session.state())));
	const gathering = session.tell("gather", { relations });
	const { taste, context, filtered, recent: recentIds, tuning, startedAt } = gathering;
	const [gathered, { models, recent }] = await Promise.all([
		gather(services, taste, context, (ids) => store.impressions.among(ids), tuning.parameters.candidates, filtered),
		know(services, [], recentIds),
	]);
	let laidOut = session.tell("layOut", { gathering, candidates: gathered.candidates, models, recent, repeats: false });
	if (laidOut.slots.length === 0) {
		const again = store.impressions.longestAgo(REPEAT_CANDIDATES, REST_SHARE).map((videoId) => ({ videoId, sources: {} }));
		const candidates = await toCandidates(services, again, filtered);
		laidOut = session.tell("layOut", { gathering, candidates, models, recent, repeats: true });
	}
	const ids = laidOut.slots.map(({ videoId }) => videoId);
	const mine = userIn(session.state());
	const [liked, saved] = await Promise.all([likedOf(services, mine, ids), savedOf(services, mine, ids)]);
	const { isFallback, failed } = gathered;
	const taken = session.tell("takeUp", { gathering, laidOut, liked, saved, isFallback, isPartial: failed.length > 0 });
	if (taken === null) return gatherAndTakeUp(session);
	services.log.info("queue_laid_out", {
		viewer: session.state().viewer?.kind ?? "unknown",
		candidates: gathered.candidates.length,
		slots: taken.slots,
		repeats: laidOut.repeats,
		isFallback,
		failed,
		ms: services.clock() - startedAt,
	});
}
