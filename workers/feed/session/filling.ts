import { QUEUE_LENGTH } from "../../../contracts/limits.ts";
import type { VideoFeatures } from "../../../recommender/types.ts";
import { perServices } from "../../platform/cache.ts";
import { restAndSee } from "../../platform/pace.ts";
import { Places } from "../../platform/places.ts";
import { relationsOf } from "../../rules/relations.ts";
import { viewerKey } from "../../rules/viewer.ts";
import { likedOf, savedOf } from "../../videos/cards/index.ts";
import { gather, toCandidates } from "../retrieval/gather.ts";
import { type Models, modelsOf } from "../retrieval/models.ts";
import type { Exposures } from "./exposures.ts";
import type { SessionHost } from "./host.ts";
import type { Hot } from "./hot.ts";
import type { Identity } from "./identity.ts";
import { know } from "./known.ts";
import { LOW_WATER, layOut, MOVED_ENOUGH, type Queue, SETTLE_MS } from "./queue.ts";
import { keepQueue } from "./stored.ts";

/** When all was shown, this share of it, shown last, does not come again yet. */
const REST_SHARE = 0.4;
const REPEAT_CANDIDATES = 300;
/** Queues an isolate makes in the background at once: pages and watch events go first. A page that has no queue waits for its own. */
const AT_ONCE = 2;
/** … each this long after the call that wants it, milliseconds: what comes with that call is answered before. */
const REST_MS = 200;
/** Where answers wait for their turn, a queue that holds so many slots waits for so many more rests: it is in order all the same. */
const A_PAGE = 20;
const RESTS_MORE = 4;
/** A place for it is held at most this long, milliseconds. */
const HELD_MS = 4_000;
const places = perServices(() => new Places(AT_ONCE, HELD_MS));

/** What filling needs of the session whose queue it is. */
export interface Filled {
	readonly host: SessionHost;
	readonly identity: Identity;
	readonly exposures: Exposures;
	hot(): Hot;
	/** Rises with each change by hand: what was gathered under an older one is no good. */
	changes(): number;
	comeIntoSpace(models: Models): Promise<void>;
}

/** When a session's queue is made anew, and how. */
export class Filling {
	readonly #session: Filled;
	#underWay: Promise<void> | null = null;
	#isResting = false;
	/** How much was learned since candidates were last gathered. */
	#moved = 0;
	/** Queues made anew from what was learned that no page was taken from yet. */
	#unseen = 0;

	constructor(session: Filled) {
		this.#session = session;
	}

	/** The taste moved by so much. */
	learned(moves: number): void {
		this.#moved += moves;
	}

	/** A page was taken from the queue. */
	looked(): void {
		this.#unseen = 0;
	}

	/** The taste begins anew. */
	reset(): void {
		this.#moved = 0;
	}

	/**
	 * Has the queue made anew when enough was learned. One that nobody has looked at, only when twice as much was: it stands in
	 * the right order all the same.
	 */
	afterLearning(queue: Queue): void {
		if (this.#moved >= MOVED_ENOUGH * 2 ** this.#unseen) this.soon(queue, true);
	}

	/** Has the queue made anew in the background, if it is worth it and this isolate has a moment then: else the next call tries again. */
	soon(queue: Queue, fromLearning = false): void {
		if (this.#isResting || this.#underWay !== null || !this.isWorthIt(queue)) return;
		this.#isResting = true;
		this.#session.host.background("queue_refill_failed", this.#inTurn(fromLearning));
	}

	async #inTurn(fromLearning: boolean): Promise<void> {
		const { services } = this.#session.host;
		for (let rests = 0; await restAndSee(REST_MS, services.clock); rests++) {
			if (rests === RESTS_MORE || this.#underWay !== null || this.#session.hot().queue.slots.length < A_PAGE) break;
		}
		this.#isResting = false;
		if (this.#underWay !== null) return;
		const done = places(services).take(services.clock());
		if (done === null) return;
		if (fromLearning) this.#unseen += 1;
		await this.now().finally(done);
	}

	/** One at a time: whoever needs a queue meanwhile waits for the same. */
	now(): Promise<void> {
		this.#underWay ??= this.#gatherAndLayOut().finally(() => {
			this.#underWay = null;
		});
		return this.#underWay;
	}

	isWorthIt(queue: Queue): boolean {
		if (this.#underWay !== null || queue.slots.length === 0) return true;
		if (queue.hasMore && queue.slots.length < LOW_WATER) return true;
		return this.#session.host.services.clock() - queue.madeAt >= SETTLE_MS;
	}

	async #gatherAndLayOut(): Promise<void> {
		const { identity, exposures } = this.#session;
		const { services, store, random } = this.#session.host;
		const started = services.clock();
		await this.#session.comeIntoSpace(await modelsOf(services));
		const hot = this.#session.hot();
		const relations = hot.relations ?? (await relationsOf(services, identity.viewer));
		const context = identity.context(services.clock(), relations);
		const { taste } = hot;
		const changes = this.#session.changes();
		let tuning = exposures.tuning(viewerKey(identity.viewer), started);
		this.#moved = 0;
		const [gathered, { models, recent }] = await Promise.all([
			gather(services, taste, context, (ids) => store.showings.among(ids), tuning.parameters.candidates, hot.filtered),
			know(services, [], hot.recent),
		]);
		const model = models.rank;
		const mine = identity.userId;
		const allowed = ({ video }: { video: VideoFeatures }) => !relations.blocked.has(video.creatorId) && video.creatorId !== mine;
		let slots = layOut(taste, gathered.candidates.filter(allowed), context, model, recent, random, tuning.parameters);
		const repeats = slots.length === 0;
		if (repeats) {
			const again = store.showings.longestAgo(REPEAT_CANDIDATES, REST_SHARE).map((videoId) => ({ videoId, sources: {} }));
			tuning = exposures.tuning(viewerKey(identity.viewer), started, true);
			slots = layOut(
				taste,
				(await toCandidates(services, again, hot.filtered)).filter(allowed),
				context,
				model,
				recent,
				random,
				tuning.parameters,
			);
		}
		const ids = slots.map(({ videoId }) => videoId);
		const [liked, saved] = await Promise.all([likedOf(services, mine, ids), savedOf(services, mine, ids)]);
		// Pages were given, showings reported and preferences set while candidates were gathered.
		const now = this.#session.hot();
		if (this.#session.changes() !== changes) return this.#gatherAndLayOut();
		const shown = repeats ? new Set<string>() : store.showings.among(slots.map(({ videoId }) => videoId));
		const left = slots.filter(({ videoId }) => !shown.has(videoId));
		if (left.length === 0 && gathered.failed.length > 0 && now.queue.slots.length > 0) return;
		now.relations ??= relations;
		const hasMore = !repeats && slots.length === QUEUE_LENGTH;
		now.isStale = now.taste !== taste;
		now.queue = {
			slots: left,
			repeats,
			isFallback: gathered.isFallback,
			madeAt: services.clock(),
			hasMore,
			liked: [...liked],
			saved: [...saved],
			tuning,
		};
		keepQueue(store, now.queue);
		services.log.info("queue_laid_out", {
			viewer: identity.kind,
			candidates: gathered.candidates.length,
			slots: left.length,
			repeats,
			isFallback: gathered.isFallback,
			failed: gathered.failed,
			ms: services.clock() - started,
		});
	}
}
