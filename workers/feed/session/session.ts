import { QUEUE_LENGTH, SEEN_AFTER_MS } from "../../../contracts/limits.ts";
import { mute, undoNotInterested } from "../../../recommender/steering.ts";
import { strength } from "../../../recommender/strength.ts";
import { emptyTaste, learn, seedTaste, type Taste } from "../../../recommender/taste.ts";
import { decodeTaste, encodeTaste } from "../../../recommender/taste-codec.ts";
import type { Random, RankContext, VideoFeatures } from "../../../recommender/types.ts";
import type { DeclaredExperiment } from "../../gateway/experiments/index.ts";
import { type Viewer, viewerKey } from "../../gateway/viewer.ts";
import { within } from "../../platform/cache.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { type Relations as KnownRelations, relationsOf } from "../../social/index.ts";
import { likedOf } from "../../videos/cards/index.ts";
import { gather, toCandidates } from "../retrieval/gather.ts";
import { type Models, modelsOf } from "../retrieval/models.ts";
import { Exposures } from "./exposures.ts";
import { dropHot, type Hot, hotOf, keepHot } from "./hot.ts";
import { Influence } from "./influence.ts";
import { type Known, know } from "./known.ts";
import { Lessons } from "./lesson.ts";
import type { Act, Circumstances, Inheritance, Page, PageRequest, Refusal, Relations, ShownEvent } from "./protocol.ts";
import { EMPTY_QUEUE, LOW_WATER, layOut, MOVED_ENOUGH, type Queue, reorder, SETTLE_MS, take } from "./queue.ts";
import { outboxEvent, signalOf, signalOfAct } from "./signals.ts";
import type { OutboxEvent, SessionStore } from "./store.ts";
import { inSpace } from "./taste-space.ts";

/** What a session needs of the object it lives in. */
export interface SessionHost {
	readonly services: Services;
	readonly store: SessionStore;
	readonly random: Random;
	readonly experiments: readonly DeclaredExperiment[];
	/** Goes on after the answer; what fails is logged. */
	background(event: string, work: Promise<unknown>): void;
	/** Asks for the outbox to be drained soon. */
	wakeSoon(): void;
	/** Asks for the same when there is time: the first showing will come along. */
	wakeLater(): void;
}

/** A first page waits so long for its candidates, milliseconds; then the common fallback is shown. */
const FIRST_PAGE_PATIENCE_MS = 1_500;
/** So many of those shown last keep the next ones varied. */
const RECENT = 20;
/** When all was shown, this share of it, shown last, does not come again yet. */
const REST_SHARE = 0.4;
const REPEAT_CANDIDATES = 300;
const UPCOMING = 20;

/** Thrown when there is nothing to choose from: the Worker falls back to what is popular. */
export class NothingGatheredError extends Error {
	constructor() {
		super("no source had a candidate");
		this.name = "NothingGatheredError";
	}
}

/** One viewer's session: what they like, what they were shown, what comes next. One object a viewer, so calls never race. */
export class Session {
	readonly #host: SessionHost;
	readonly #exposures: Exposures;
	#viewer: Viewer | null = null;
	#circumstances: Circumstances = { country: null, device: null };
	#filling: Promise<void> | null = null;
	#moved = 0;
	readonly #influence = new Influence();
	readonly #lessons = new Lessons();
	/** Loaded before, and dropped from memory since for busier ones. */
	#loaded = false;

	constructor(host: SessionHost) {
		this.#host = host;
		this.#exposures = new Exposures(host.store, host.experiments);
	}

	async page(request: PageRequest): Promise<Page> {
		this.#meet(request.viewer, request);
		const hot = this.#hot();
		const { store } = this.#host;
		const given = () => (request.cursor === null ? null : store.page(request.cursor));
		if (given() === null && hot.queue.slots.length < request.count && this.#worthFilling(hot.queue)) {
			await within(FIRST_PAGE_PATIENCE_MS, "laying out the queue", this.#fill());
		}
		hot.relations ??= await relationsOf(this.#host.services, this.#who());
		// Nothing is awaited from here: another request with the same cursor may have been answered meanwhile.
		const before = given();
		if (before !== null) return { ...before, upcoming: this.#upcoming(), repeated: true };
		return this.#nextPage(request, hot.relations);
	}

	#nextPage(request: PageRequest, relations: KnownRelations): Page {
		const { services, store } = this.#host;
		const hot = this.#hot();
		const { queue } = hot;
		const { taken, left } = take(queue.slots, request.count, (slot) => relations.blocked.has(slot.creatorId));
		if (taken.length === 0) throw new NothingGatheredError();
		const now = services.clock();
		const liked = new Set(queue.liked);
		const page = {
			items: taken.map(({ videoId, creatorId }) => ({ videoId, liked: liked.has(videoId), following: relations.following.has(creatorId) })),
			nextCursor: `${now.toString(36)}.${Math.floor(this.#host.random() * 2 ** 40).toString(36)}`,
			isFallback: queue.isFallback,
		};
		hot.queue = { ...queue, slots: left };
		store.markShown(taken, now);
		if (queue.tuning !== undefined && this.#exposures.show(queue.tuning.arms, now)) this.#host.wakeLater();
		// A queue of new videos is told from what was shown; one of repeats must be kept as it stands.
		if (queue.repeats) this.#keepQueue(hot);
		if (request.cursor !== null) store.keepPage(request.cursor, now, page);
		// While videos come again, or as a fallback, something better may have turned up.
		const stale = queue.isFallback || queue.repeats || left.length < LOW_WATER;
		if (stale && this.#worthFilling(hot.queue)) this.#host.background("queue_refill_failed", this.#fill());
		return { ...page, upcoming: this.#upcoming(), repeated: false };
	}

	/** Learns from showings and puts what is left of the queue into the order that follows from them. */
	async watch(
		viewer: string,
		events: readonly ShownEvent[],
		circumstances: Circumstances,
	): Promise<{ accepted: number; duplicates: number }> {
		this.#meet(viewer, circumstances);
		const { services, store } = this.#host;
		const known = await this.#know(events.map(({ videoId }) => videoId));
		const now = services.clock();
		const fresh = store.newEventIds(
			events.flatMap(({ eventId }) => (eventId === null ? [] : [eventId])),
			now,
		);
		const once: ShownEvent[] = [];
		for (const event of events) if (event.eventId === null || fresh.delete(event.eventId)) once.push(event);
		const hot = this.#hot();
		const isOwn = (videoId: string) => known.videos.get(videoId)?.creatorId === this.#mine();
		const counted = this.#influence.among(once, now, (names) => store.newEventIds(names, now), isOwn);
		const told = once.map((event): OutboxEvent => {
			const eventId = event.eventId ?? crypto.randomUUID();
			const { propensity = null } = store.showing(event.videoId) ?? {};
			const qualifies = counted.has(event);
			const tags = this.#exposures.tagsAt(event.at);
			const out = { ...outboxEvent(event, eventId, viewer, propensity, circumstances.country, tags), qualifies };
			const video = known.videos.get(event.videoId);
			if (video === undefined) return out;
			const context = { ...this.#context(hot.relations), surface: event.source };
			const isAsked = qualifies && this.#host.random() < known.models.share;
			const lesson = isAsked ? this.#lessons.ofShowing(hot.taste, video, context, known.models) : null;
			this.#learn(hot, signalOf(event, video.durationMs), video, now);
			return lesson === null ? out : { ...out, lesson };
		});
		const seen = once.filter((event) => event.watchMs >= SEEN_AFTER_MS).map((event) => event.videoId);
		store.queueEvents(told);
		store.markSeen(seen, now);
		if (once.length > 0) {
			this.#afterLearning(hot, known, new Set(seen));
			this.#host.wakeSoon();
		}
		return { accepted: once.length, duplicates: events.length - once.length };
	}

	/** Learns from something done outside the player, and shows hearts as they are now. */
	async act(viewer: string, act: Act): Promise<void> {
		this.#meet(viewer, this.#circumstances);
		const known = await this.#know([act.videoId]);
		const hot = this.#hot();
		const liked = hot.queue.liked.filter((id) => id !== act.videoId);
		hot.queue = { ...hot.queue, liked: act.kind === "liked" ? [...liked, act.videoId] : liked };
		const video = known.videos.get(act.videoId);
		const now = this.#host.services.clock();
		const signal = video === undefined ? null : signalOfAct(act, video.durationMs, now);
		if (video !== undefined && signal !== null) {
			this.#lessons.beforeAct(hot.taste, video, { ...this.#context(hot.relations), surface: null }, known.models);
			this.#learn(hot, signal, video, now);
		}
		this.#afterLearning(hot, known);
	}

	async notInterested(viewer: string, refusal: Refusal): Promise<void> {
		this.#meet(viewer, this.#circumstances);
		const known = await this.#know([refusal.videoId]);
		const video = known.videos.get(refusal.videoId);
		const hot = this.#hot();
		const { services } = this.#host;
		if (refusal.undo) hot.taste = undoNotInterested(hot.taste, refusal.scope, refusal.videoId);
		else if (video !== undefined) hot.taste = { ...hot.taste, mutes: mute(hot.taste.mutes, refusal.scope, video, services.clock()) };
		this.#afterLearning(hot, known);
		// What was dropped from the queue comes back only by gathering it again.
		if (refusal.undo) this.#host.background("queue_refill_failed", this.#fill());
	}

	/** Begins from chosen interests; `vectors` say where they lie. What was learned stays. */
	async setInterests(viewer: string, interests: readonly string[], vectors: readonly Float32Array[]): Promise<void> {
		this.#meet(viewer, this.#circumstances);
		const hot = this.#hot();
		hot.taste = seedTaste(hot.taste, interests, vectors, this.#host.services.clock());
		this.#keepTaste(hot);
		await within(FIRST_PAGE_PATIENCE_MS, "laying out the queue", this.#fill()).catch((error: unknown) =>
			this.#host.services.log.warn("queue_refill_failed", errorFields(error)),
		);
	}

	/** How a video came to be shown, or stands in the queue; null when neither is so. */
	story(videoId: string): { kind: "exploit" | "explore" | "fresh"; parts: Readonly<Record<string, number>> } | null {
		const slot = this.#host.store.showing(videoId) ?? this.#hot().queue.slots.find((queued) => queued.videoId === videoId) ?? null;
		return slot === null ? null : { kind: slot.kind, parts: slot.parts };
	}

	relationsChanged(viewer: string, relations: Relations): void {
		this.#meet(viewer, this.#circumstances);
		const hot = this.#hot();
		hot.relations = { following: new Set(relations.following), blocked: new Set(relations.blocked) };
		hot.queue = { ...hot.queue, slots: hot.queue.slots.filter((slot) => !relations.blocked.includes(slot.creatorId)) };
		this.#keepQueue(hot);
		this.#host.background("queue_refill_failed", this.#fill());
	}

	/** Forgets what was learned. What was shown is not shown again all the same. */
	reset(): void {
		this.#host.store.forgetTaste();
		dropHot(this);
		this.#moved = 0;
	}

	bequeath(): Inheritance {
		return { taste: this.#host.store.read("taste"), shown: this.#host.store.lastShown(2_000), exposures: this.#exposures.all() };
	}

	/** Takes over a guest's session, unless this one has learned something of its own. */
	inherit(viewer: string, from: Inheritance): void {
		this.#meet(viewer, this.#circumstances);
		const hot = this.#hot();
		const taste = from.taste === null ? null : decodeTaste(from.taste);
		if (hot.taste.signals === 0) this.#exposures.inherit(from.exposures);
		if (taste !== null && hot.taste.signals === 0) {
			hot.taste = taste;
			this.#keepTaste(hot);
		}
		for (const { videoId, at } of from.shown) this.#host.store.markSeen([videoId], at);
	}

	#learn(hot: Hot, signal: Parameters<typeof learn>[1], video: VideoFeatures, now: number): void {
		const before = hot.taste;
		hot.taste = learn(before, signal, video, now);
		if (hot.taste !== before) this.#moved += Math.abs(strength(signal)) >= 0.5 ? 1 : 0.2;
	}

	#afterLearning(hot: Hot, known: Known, seen: ReadonlySet<string> = new Set()): void {
		const slots = hot.queue.slots.filter((slot) => !seen.has(slot.videoId));
		const context = this.#context(hot.relations);
		const diversity = hot.queue.tuning?.parameters.diversity;
		hot.queue = {
			...hot.queue,
			slots: reorder(slots, known.videos, hot.taste, context, known.models.rank, known.recent, diversity),
		};
		this.#keepTaste(hot);
		this.#keepQueue(hot);
		if (this.#moved >= MOVED_ENOUGH && this.#worthFilling(hot.queue)) this.#host.background("queue_refill_failed", this.#fill());
	}

	/** One at a time: whoever needs a queue meanwhile waits for the same. */
	#fill(): Promise<void> {
		this.#filling ??= this.#gatherAndLayOut().finally(() => {
			this.#filling = null;
		});
		return this.#filling;
	}

	async #gatherAndLayOut(): Promise<void> {
		const { services, store, random } = this.#host;
		const started = services.clock();
		await this.#comeIntoSpace(await modelsOf(services));
		const hot = this.#hot();
		const relations = hot.relations ?? (await relationsOf(services, this.#who()));
		const context = this.#context(relations);
		const { taste } = hot;
		let tuning = this.#exposures.tuning(viewerKey(this.#who()), started);
		this.#moved = 0;
		const [gathered, { models, recent }] = await Promise.all([
			gather(services, taste, context, (ids) => store.shownAmong(ids), tuning.parameters.candidates),
			know(services, [], this.#recent()),
		]);
		const model = models.rank;
		const mine = this.#mine();
		const allowed = ({ video }: { video: VideoFeatures }) => !relations.blocked.has(video.creatorId) && video.creatorId !== mine;
		let slots = layOut(taste, gathered.candidates.filter(allowed), context, model, recent, random, tuning.parameters);
		const repeats = slots.length === 0;
		if (repeats) {
			const again = store.longestAgo(REPEAT_CANDIDATES, REST_SHARE).map((videoId) => ({ videoId, sources: {} }));
			tuning = this.#exposures.tuning(viewerKey(this.#who()), started, true);
			slots = layOut(taste, (await toCandidates(services, again)).filter(allowed), context, model, recent, random, tuning.parameters);
		}
		const liked = await likedOf(
			services,
			mine,
			slots.map(({ videoId }) => videoId),
		);
		// Pages were given and showings reported while candidates were gathered.
		const now = this.#hot();
		const shown = repeats ? new Set<string>() : store.shownAmong(slots.map(({ videoId }) => videoId));
		const left = slots.filter(({ videoId }) => !shown.has(videoId));
		if (left.length === 0 && gathered.failed.length > 0 && now.queue.slots.length > 0) return;
		now.relations ??= relations;
		const hasMore = !repeats && slots.length === QUEUE_LENGTH;
		now.queue = { slots: left, repeats, isFallback: gathered.isFallback, madeAt: services.clock(), hasMore, liked: [...liked], tuning };
		this.#keepQueue(now);
		services.log.info("queue_laid_out", {
			viewer: this.#viewer?.kind ?? "unknown",
			candidates: gathered.candidates.length,
			slots: left.length,
			repeats,
			isFallback: gathered.isFallback,
			failed: gathered.failed,
			ms: services.clock() - started,
		});
	}

	#worthFilling(queue: Queue): boolean {
		if (this.#filling !== null || queue.slots.length === 0) return true;
		if (queue.hasMore && queue.slots.length < LOW_WATER) return true;
		return this.#host.services.clock() - queue.madeAt >= SETTLE_MS;
	}

	/** Features of these, of the queue and of what was shown last. */
	async #know(videoIds: readonly string[]): Promise<Known> {
		const queued = this.#hot().queue.slots.map((slot) => slot.videoId);
		const known = await know(this.#host.services, [...videoIds, ...queued], this.#recent());
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
		this.#keepTaste(this.#hot());
	}

	#mine(): string | null {
		return this.#viewer?.kind === "user" ? this.#viewer.userId : null;
	}

	#recent(): string[] {
		return this.#host.store.lastShown(RECENT).map(({ videoId }) => videoId);
	}

	#context(relations: KnownRelations | null): RankContext {
		const { country, device } = this.#circumstances;
		return { now: this.#host.services.clock(), followed: relations?.following ?? new Set(), country, device, surface: "fyp" };
	}

	#upcoming(): string[] {
		return this.#hot()
			.queue.slots.slice(0, UPCOMING)
			.map(({ videoId }) => videoId);
	}

	#meet(viewer: string, { country, device }: Circumstances): void {
		const [kind, id = ""] = viewer.split(":");
		if (this.#viewer === null) {
			this.#viewer = kind === "user" ? { kind, userId: id, sessionId: "", teen: false } : { kind: "guest", guestId: id };
		}
		this.#circumstances = { country: country ?? this.#circumstances.country, device: device ?? this.#circumstances.device };
	}

	#who(): Viewer {
		return this.#viewer ?? { kind: "guest", guestId: "" };
	}

	/** The decoded state: from memory, else from what is stored. */
	#hot(): Hot {
		const known = hotOf(this);
		if (known !== undefined) return known;
		const { services, store } = this.#host;
		const hot: Hot = { taste: this.#storedTaste(), queue: EMPTY_QUEUE, relations: null };
		const stored = store.read("queue");
		if (stored !== null) {
			const queue = JSON.parse(stored) as Queue;
			const shown = queue.repeats ? new Set<string>() : store.shownAmong(queue.slots.map(({ videoId }) => videoId));
			hot.queue = { ...queue, slots: queue.slots.filter(({ videoId }) => !shown.has(videoId)) };
		}
		keepHot(this, hot);
		if (!this.#loaded)
			services.log.info("session_loaded", {
				viewer: this.#viewer?.kind ?? "unknown",
				signals: hot.taste.signals,
				queued: hot.queue.slots.length,
			});
		this.#loaded = true;
		return hot;
	}

	#storedTaste(): Taste {
		const { services, store } = this.#host;
		const text = store.read("taste");
		const taste = text === null ? null : decodeTaste(text);
		if (text !== null && taste === null) services.log.error("taste_unreadable", { bytes: text.length });
		return taste ?? emptyTaste(services.clock());
	}

	#keepTaste(hot: Hot): void {
		this.#host.store.write("taste", encodeTaste(hot.taste));
	}

	#keepQueue(hot: Hot): void {
		this.#host.store.write("queue", JSON.stringify(hot.queue));
	}
}
