import { GIVEN_FOR_MS, SEEN_AFTER_MS } from "../../../contracts/limits.ts";
import { pickedAmong, topicsBehind } from "../../../recommender/explain.ts";
import { strength } from "../../../recommender/strength.ts";
import { seedTaste, type Taste } from "../../../recommender/taste.ts";
import { decodeTaste } from "../../../recommender/taste-codec.ts";
import type { RankContext } from "../../../recommender/types.ts";
import { errorFields } from "../../platform/log.ts";
import { within } from "../../platform/waiting.ts";
import { type Relations as KnownRelations, relationsOf } from "../../rules/relations.ts";
import { type GivenAnswer, readGiven, timesGiven } from "../../trust/index.ts";
import type { Models } from "../retrieval/models.ts";
import { learnAct, learnShowing } from "./acts.ts";
import { NAMED_MAX, newCursor, shownBefore } from "./cursor.ts";
import { Exposures } from "./exposures.ts";
import { Filling } from "./filling.ts";
import { NothingGatheredError, type SessionHost } from "./host.ts";
import { dropHot, type Hot, hotOf, keepHot } from "./hot.ts";
import { Identity } from "./identity.ts";
import { admit, isSettled } from "./influence.ts";
import { type Known, know } from "./known.ts";
import { Lessons } from "./lesson.ts";
import type { OutboxEvent } from "./outbox.ts";
import type * as protocol from "./protocol.ts";
import type { Act, Circumstances, Inheritance, Page, PageRequest, Relations, ShownEvent } from "./protocol.ts";
import { LOW_WATER, marked, reorder, take } from "./queue.ts";
import type { GivenPage, Watched } from "./showings.ts";
import { expectedOf, outboxEvent, signalOf } from "./signals.ts";
import { Steering } from "./steering.ts";
import * as stored from "./stored.ts";
import { inSpace } from "./taste-space.ts";

/** A first page waits so long for its candidates, milliseconds; then the common fallback is shown. */
const FIRST_PAGE_PATIENCE_MS = 1_500;
const UPCOMING = 20;

function latest(a: number | undefined, b: number | undefined): number | null {
	return a === undefined && b === undefined ? null : Math.max(a ?? 0, b ?? 0);
}

/** One viewer's session: what they like, what they were shown, what comes next. One object a viewer, so calls never race. */
export class Session {
	readonly #host: SessionHost;
	readonly #steering: Steering;
	readonly #exposures: Exposures;
	readonly #identity = new Identity();
	readonly #filling: Filling;
	readonly #lessons = new Lessons();
	/** Loaded before, and dropped from memory since for busier ones. */
	#loaded = false;

	constructor(host: SessionHost) {
		this.#host = host;
		this.#exposures = new Exposures(host.store, host.experiments);
		this.#filling = new Filling({
			...{ host, identity: this.#identity, exposures: this.#exposures },
			hot: () => this.#hot(),
			changes: () => this.#steering.changes,
			comeIntoSpace: (models) => this.#comeIntoSpace(models),
		});
		this.#steering = new Steering({
			host,
			viewer: () => this.#identity.key,
			hot: () => this.#hot(),
			know: (videoIds) => this.#know(videoIds),
			reorder: (hot, known) => this.#heed(hot, known),
			refill: () => host.background("queue_refill_failed", this.#filling.now()),
		});
	}

	async page(request: PageRequest): Promise<Page> {
		this.#identity.meet(request.viewer, request);
		const hot = this.#hot();
		const given = () => this.#given(request.cursor);
		if (given() === null && hot.queue.slots.length < request.count && this.#filling.isWorthIt(hot.queue)) {
			await within(FIRST_PAGE_PATIENCE_MS, "laying out the queue", this.#filling.now());
		}
		hot.relations ??= await relationsOf(this.#host.services, this.#identity.viewer);
		this.#believe(request.cursor);
		if (this.#hot().isStale && given() === null) await this.#putInOrder();
		// Nothing is awaited from here: another request with the same cursor may have been answered meanwhile.
		const before = given();
		if (before !== null) return { ...before, upcoming: this.#upcoming(), repeated: true };
		return this.#nextPage(request, hot.relations);
	}

	/** The page that was given for this cursor; null for the first time. */
	#given(cursor: string | null): GivenPage | null {
		const { given } = this.#hot();
		if (cursor === null || cursor === given?.page.nextCursor) return null;
		return cursor === given?.cursor ? given.page : this.#host.store.showings.page(cursor);
	}

	/** What the pages before showed is not shown again, even if this object was lost before it had written them down. */
	#believe(cursor: string | null): void {
		const hot = this.#hot();
		if (cursor === null || hot.given !== null) return;
		const { store, services } = this.#host;
		const before = shownBefore(cursor);
		const known = store.showings.among(before);
		const lost = before.filter((videoId) => !known.has(videoId));
		if (lost.length === 0) return;
		store.showings.markSeen(lost, services.clock());
		this.#remember(lost);
		hot.queue = { ...hot.queue, slots: hot.queue.slots.filter(({ videoId }) => !lost.includes(videoId)) };
	}

	/** A queue just read is put into the order of the taste as it was read. */
	async #putInOrder(): Promise<void> {
		const known = await this.#know([]);
		const hot = this.#hot();
		if (hot.isStale) this.#order(hot, known);
	}

	#nextPage(request: PageRequest, relations: KnownRelations): Page {
		const { services, store } = this.#host;
		const hot = this.#hot();
		const { queue } = hot;
		const { taken, left } = take(queue.slots, request.count, (slot) => relations.blocked.has(slot.creatorId));
		if (taken.length === 0) throw new NothingGatheredError();
		const now = services.clock();
		const shown = taken.map(({ videoId }) => videoId);
		const [liked, saved] = [new Set(queue.liked), new Set(queue.saved)];
		const page = {
			items: taken.map(({ videoId, creatorId }) => ({
				...{ videoId, liked: liked.has(videoId), saved: saved.has(videoId), following: relations.following.has(creatorId) },
			})),
			nextCursor: newCursor(now, this.#host.random, [...this.#unwritten(shown.length), ...shown]),
			isFallback: queue.isFallback,
		};
		hot.queue = { ...queue, slots: left };
		hot.given = { cursor: request.cursor, page };
		this.#filling.looked();
		store.showings.give({ cursor: request.cursor, page, slots: taken, at: now });
		this.#remember(shown);
		if (queue.tuning !== undefined && this.#exposures.show(queue.tuning.arms, now)) this.#host.handOnLater();
		// A queue of new videos is told from what was shown; one of repeats must be kept as it stands.
		if (queue.repeats) stored.keepQueue(this.#host.store, hot.queue);
		// While videos come again, or as a fallback, something better may have turned up.
		const stale = queue.isFallback || queue.repeats || left.length < LOW_WATER;
		if (stale) this.#filling.soon(hot.queue);
		return { ...page, upcoming: this.#upcoming(), repeated: false };
	}

	/** Showings that are not written yet, as many as a cursor can tell beside so many others: they are written if there are more. */
	#unwritten(others: number): string[] {
		const { showings } = this.#host.store;
		const unwritten = showings.unwritten();
		if (unwritten.length + others <= NAMED_MAX) return unwritten;
		showings.putAway();
		return [];
	}

	/** What was given to a guest before there was a session: pages of a feed are what this one has shown. */
	takeOver(answers: readonly GivenAnswer[]): void {
		for (const { at, named } of answers) {
			const slots = named.flatMap(({ videoId, kind, propensity = null }) =>
				kind === undefined ? [] : [{ videoId, kind, propensity, parts: {} }],
			);
			if (slots.length === 0) continue;
			this.#host.store.showings.give({ cursor: null, page: { items: [], nextCursor: "", isFallback: false }, slots, at });
			this.#remember(slots.map(({ videoId }) => videoId));
		}
	}

	/** Learns from showings and puts what is left of the queue into the order that follows from them. */
	async watch(
		viewer: string,
		events: readonly ShownEvent[],
		circumstances: Circumstances,
	): Promise<{ accepted: number; duplicates: number }> {
		this.#identity.meet(viewer, circumstances);
		const { services, store } = this.#host;
		const videoIds = [...new Set(events.map(({ videoId }) => videoId))];
		const known = await this.#know(videoIds);
		const showings = store.showings.tell(videoIds);
		// Asked for only where this feed did not give it: else nothing is awaited, and all that follows is one write.
		const isGiven = ({ videoId, at }: ShownEvent) => at - (showings.get(videoId)?.at ?? Number.NEGATIVE_INFINITY) <= GIVEN_FOR_MS;
		const elsewhere = events.every(isGiven) ? new Map<string, number>() : timesGiven(await readGiven(services, viewer));
		const now = services.clock();
		const fresh = store.newEventIds(
			events.flatMap(({ eventId }) => (eventId === null ? [] : [eventId])),
			now,
		);
		const once: ShownEvent[] = [];
		for (const event of events) if (event.eventId === null || fresh.delete(event.eventId)) once.push(event);
		const hot = this.#hot();
		const { userId } = this.#identity;
		// A video that can't be looked up now may be one's own.
		const isOwn = (videoId: string) => userId !== null && (known.videos.get(videoId)?.creatorId ?? userId) === userId;
		const before = stored.readStanding(store);
		const { standing, counted } = admit(before, once, {
			now,
			givenAt: (videoId) => latest(showings.get(videoId)?.at, elsewhere.get(videoId)),
			isOwn,
			onceAnHour: (names) => store.newEventIds(names, now),
		});
		if (standing !== before) stored.writeStanding(store, standing);
		const settled = isSettled(before, now);
		const told = once.map((event): OutboxEvent => {
			const eventId = event.eventId ?? crypto.randomUUID();
			const { propensity = null } = showings.get(event.videoId) ?? {};
			const qualifies = counted.has(event);
			const tags = this.#exposures.tagsAt(event.at);
			const video = known.videos.get(event.videoId);
			// What goes to others is told by the server's duration, and by no more time than passed.
			const told = {
				...event,
				watchMs: counted.get(event) ?? event.watchMs,
				durationMs: video?.durationMs || event.durationMs,
			};
			const out = {
				...outboxEvent(told, eventId, viewer, propensity, circumstances, now, tags),
				qualifies,
				settled,
				expected: expectedOf(hot.taste),
			};
			if (video === undefined) return out;
			const context = { ...this.#context(hot.relations), surface: event.source };
			const isAsked = qualifies && this.#host.random() < known.models.share;
			const lesson = isAsked ? this.#lessons.ofShowing(hot.taste, video, context, known.models) : null;
			const signal = signalOf(event, video.durationMs);
			this.#learned(hot, learnShowing(hot.taste, signal, video, store, now), Math.abs(strength(signal)) >= 0.5 ? 1 : 0.2);
			return lesson === null ? out : { ...out, lesson };
		});
		const seen = once.filter((event) => event.watchMs >= SEEN_AFTER_MS).map((event) => event.videoId);
		store.outbox.add({ events: told }, now);
		store.showings.markWatched(seen, now);
		this.#remember(seen);
		if (once.length > 0) {
			this.#afterLearning(hot, known, new Set(seen));
			// The first watch of all: the very next page is made of it.
			if (hot.queue.slots.length === 0) this.#filling.soon(hot.queue);
			this.#host.handOn();
		}
		return { accepted: once.length, duplicates: events.length - once.length };
	}

	/** Learns from something done outside the player, and shows hearts and bookmarks as they are now. */
	async act(viewer: string, act: Act): Promise<void> {
		this.#identity.meet(viewer);
		const { services, store } = this.#host;
		const known = await this.#know([act.videoId]);
		const hot = this.#hot();
		hot.queue = marked(hot.queue, act);
		stored.keepQueue(this.#host.store, hot.queue);
		const video = known.videos.get(act.videoId);
		if (video !== undefined) {
			this.#lessons.beforeAct(hot.taste, video, { ...this.#context(hot.relations), surface: null }, known.models);
			this.#learned(hot, learnAct(hot.taste, act, video, store, services.clock()), 1);
		}
		this.#afterLearning(hot, known);
	}

	/** What the viewer says by hand, and what of that holds. */
	steering(viewer?: string): Steering {
		if (viewer !== undefined) this.#identity.meet(viewer);
		return this.#steering;
	}

	/** What was watched last, latest first, from below a place. */
	history(limit: number, after: Watched | null): Watched[] {
		return this.#host.store.showings.history(limit, after);
	}

	/** Takes one video, or all, out of the history. What was learned from it stays. */
	forgetWatched(videoId: string | null): void {
		this.#host.store.showings.forgetWatched(videoId);
	}

	/** Begins from chosen interests; `vectors` say where they lie. What was learned stays. */
	async setInterests(viewer: string, interests: readonly string[], vectors: readonly Float32Array[]): Promise<void> {
		this.#identity.meet(viewer);
		const hot = this.#hot();
		this.#steering.choose(interests);
		hot.taste = seedTaste(hot.taste, interests, vectors, this.#host.services.clock());
		stored.writeTaste(this.#host.store, hot.taste);
		await within(FIRST_PAGE_PATIENCE_MS, "laying out the queue", this.#filling.now()).catch((error: unknown) =>
			this.#host.services.log.warn("queue_refill_failed", errorFields(error)),
		);
	}

	/** How a video came to be shown, or stands in the queue, and which of its topics had a part; null when neither is so. */
	story(videoId: string, topics: readonly string[]): protocol.Story | null {
		const { queue, taste, preferences } = this.#hot();
		const slot = this.#host.store.showings.tell([videoId]).get(videoId) ?? queue.slots.find((queued) => queued.videoId === videoId) ?? null;
		if (slot === null) return null;
		return {
			kind: slot.kind,
			parts: slot.parts,
			topics: topicsBehind(taste, topics, this.#host.services.clock()) ?? {},
			picked: pickedAmong(taste, preferences.interests),
			onlyPicked: preferences.interests.length > 0 && !taste.history.some(({ strength }) => strength > 0),
		};
	}

	/** When this feed gave a video last, milliseconds since 1970; null when it did not lately. */
	givenAt(videoId: string): number | null {
		return this.#host.store.showings.tell([videoId]).get(videoId)?.at ?? null;
	}

	relationsChanged(viewer: string, relations: Relations): void {
		this.#identity.meet(viewer);
		const hot = this.#hot();
		hot.relations = { following: new Set(relations.following), blocked: new Set(relations.blocked) };
		hot.queue = { ...hot.queue, slots: hot.queue.slots.filter((slot) => !relations.blocked.includes(slot.creatorId)) };
		stored.keepQueue(this.#host.store, hot.queue);
		this.#host.background("queue_refill_failed", this.#filling.now());
	}

	/**
	 * Forgets what was learned. What was shown is not shown again all the same, and what was set by hand holds.
	 * @returns the interests to begin from again
	 */
	reset(): readonly string[] {
		const { interests } = this.#steering.keep();
		this.#host.store.forgetTaste();
		dropHot(this);
		this.#filling.reset();
		return interests;
	}

	bequeath(): Inheritance {
		const { services, store } = this.#host;
		const preferences = stored.bequeathedPreferences(services, store);
		return { taste: store.read("taste"), preferences, shown: store.showings.last(2_000), exposures: this.#exposures.all() };
	}

	/** Takes over a guest's session, but for what this one has learned or was told itself. */
	async inherit(viewer: string, from: Inheritance): Promise<void> {
		this.#identity.meet(viewer);
		const { store } = this.#host;
		await this.#steering.inherit(from.preferences);
		const hot = this.#hot();
		const taste = from.taste === null ? null : decodeTaste(from.taste);
		if (hot.taste.signals === 0) this.#exposures.inherit(from.exposures);
		if (taste !== null && hot.taste.signals === 0) {
			hot.taste = stored.steered(taste, hot.preferences);
			stored.writeTaste(store, hot.taste);
		}
		for (const { videoId, at, watchedAt } of from.shown) {
			if (watchedAt === null) store.showings.markSeen([videoId], at);
			else store.showings.markWatched([videoId], watchedAt);
		}
		this.#hot().recent = store.showings.last(stored.RECENT).map(({ videoId }) => videoId);
	}

	#learned(hot: Hot, taste: Taste, moves: number): void {
		if (hot.taste !== taste) this.#filling.learned(moves);
		hot.taste = taste;
	}

	/** The taste is written; the queue is not: what is read again later is put into order by it (`Hot.isStale`). */
	#afterLearning(hot: Hot, known: Known, seen: ReadonlySet<string> = new Set()): void {
		this.#order(hot, known, seen);
		stored.writeTaste(this.#host.store, hot.taste);
		this.#filling.afterLearning(hot.queue);
	}

	/** What the viewer says by hand holds for what waits, at once and for good. */
	#heed(hot: Hot, known: Known): void {
		this.#afterLearning(hot, known);
		stored.keepQueue(this.#host.store, hot.queue);
	}

	/** Puts what is left of the queue, without those just seen and those filtered, into the order that the taste asks for. */
	#order(hot: Hot, known: Known, seen: ReadonlySet<string> = new Set()): void {
		const slots = hot.queue.slots.filter(({ videoId }) => {
			const record = known.records.get(videoId);
			return !seen.has(videoId) && (record === undefined || !hot.filtered(record));
		});
		const context = this.#context(hot.relations);
		const diversity = hot.queue.tuning?.parameters.diversity;
		const ordered = reorder(slots, known.videos, hot.taste, context, known.models.rank, known.recent, diversity);
		hot.queue = { ...hot.queue, slots: ordered };
		hot.isStale = false;
	}

	/** These were shown just now. */
	#remember(videoIds: readonly string[]): void {
		const hot = this.#hot();
		const latest = new Set(videoIds);
		hot.recent = [...hot.recent.filter((id) => !latest.has(id)), ...latest].slice(-stored.RECENT);
	}

	/** Features of these, of the queue and of what was shown last. */
	async #know(videoIds: readonly string[]): Promise<Known> {
		const queued = this.#hot().queue.slots.map((slot) => slot.videoId);
		const known = await know(this.#host.services, [...videoIds, ...queued], this.#hot().recent);
		await this.#comeIntoSpace(known.models);
		return known;
	}

	/** When other vectors are served than the taste was made of, its directions are made anew from what was watched. */
	async #comeIntoSpace(models: Models): Promise<void> {
		const { services, store } = this.#host;
		const { space } = models;
		if (space === null || store.read("space") === space) return;
		// A taste from before spaces had names is in the only one there was.
		const taste = store.read("space") === null ? null : await inSpace(services, this.#hot().taste, models);
		// Another call may have come first.
		if (store.read("space") === space) return;
		if (taste !== null) this.#hot().taste = taste;
		store.write("space", space);
		stored.writeTaste(this.#host.store, this.#hot().taste);
	}

	#context(relations: KnownRelations | null): RankContext {
		return this.#identity.context(this.#host.services.clock(), relations);
	}

	#upcoming(): string[] {
		return this.#hot()
			.queue.slots.slice(0, UPCOMING)
			.map(({ videoId }) => videoId);
	}

	/** The decoded state: from memory, else from what is stored. */
	#hot(): Hot {
		const known = hotOf(this);
		if (known !== undefined) return known;
		const { services, store } = this.#host;
		const hot = stored.readHot(services, store);
		keepHot(this, hot);
		if (!this.#loaded)
			services.log.info("session_loaded", {
				viewer: this.#identity.kind,
				signals: hot.taste.signals,
				queued: hot.queue.slots.length,
			});
		this.#loaded = true;
		return hot;
	}
}
