import { DurableObject } from "cloudflare:workers";
import type { LimitedAct } from "../contracts/limits.ts";
import { drainOutbox } from "../workers/feed/session/outbox.ts";
import type {
	Act,
	Avoided,
	Changed,
	Circumstances,
	Inheritance,
	Page,
	PageRequest,
	PreferencesChange,
	Refusal,
	Relations,
	ShownEvent,
	Story,
	Told,
} from "../workers/feed/session/protocol.ts";
import { Session } from "../workers/feed/session/session.ts";
import type { Watched } from "../workers/feed/session/showings.ts";
import { SessionStore } from "../workers/feed/session/store.ts";
import { SpentToday } from "../workers/gateway/allowances/spent.ts";
import { EXPERIMENTS } from "../workers/gateway/experiments/index.ts";
import type { Env } from "../workers/platform/env.ts";
import { errorFields } from "../workers/platform/log.ts";
import { type Services, servicesOf } from "../workers/platform/services.ts";

/** What a page gave is written down so long after, milliseconds, unless something else is before. */
const PUT_AWAY_AFTER_MS = 500;
/** Showings go to the queue at once. What the queue refused goes so long after, milliseconds. */
const DRAIN_AGAIN_MS = 5_000;
/** … and what is still there because the object was lost in between: one alarm for all that is told meanwhile. */
const DRAIN_LOST_AFTER_MS = 60_000;
/** … and an exposure at most this long for a showing to go with it. */
const DRAIN_EXPOSURE_AFTER_MS = 10_000;
const PRUNE_EVERY_MS = 3_600_000;

/** One viewer's session: a shell around `Session`. */
export class UserSession extends DurableObject<Env> {
	readonly #services: Services;
	#store: SessionStore;
	#session: Session;
	/** Opened when first needed: most sessions only watch. */
	#spent: SpentToday | null = null;
	#draining: Promise<void> | null = null;
	/** Something was told while the last of what waited was being handed on. */
	#drainsAgain = false;
	#alarmAt = Number.POSITIVE_INFINITY;
	#isForExposure = false;
	#prunedAt = Number.NEGATIVE_INFINITY;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		this.#services = servicesOf(env);
		this.#store = this.#openStore();
		this.#session = this.#open();
	}

	#openStore(): SessionStore {
		return new SessionStore(this.ctx.storage.sql, (write) => {
			setTimeout(() => {
				try {
					write();
				} catch (error) {
					this.#services.log.error("session_not_written", errorFields(error));
				}
			}, PUT_AWAY_AFTER_MS);
		});
	}

	#open(): Session {
		return new Session({
			services: this.#services,
			store: this.#store,
			random: Math.random,
			experiments: EXPERIMENTS,
			background: (event, work) => this.ctx.waitUntil(work.catch((error: unknown) => this.#services.log.warn(event, errorFields(error)))),
			handOn: () => {
				this.#wakeIfLost();
				this.ctx.waitUntil(this.#drain());
			},
			handOnLater: () => {
				this.#isForExposure = this.#wake(DRAIN_EXPOSURE_AFTER_MS);
			},
		});
	}

	page(request: PageRequest): Promise<Page> {
		return this.#session.page(request);
	}

	watch(viewer: string, events: readonly ShownEvent[], circumstances: Circumstances): Promise<{ accepted: number; duplicates: number }> {
		return this.#session.watch(viewer, events, circumstances);
	}

	act(viewer: string, act: Act): Promise<void> {
		return this.#session.act(viewer, act);
	}

	notInterested(viewer: string, refusal: Refusal): Promise<void> {
		return this.#session.steering(viewer).refuse(refusal);
	}

	history(limit: number, after: Watched | null): Watched[] {
		return this.#session.history(limit, after);
	}

	forgetWatched(videoId: string | null): void {
		this.#session.forgetWatched(videoId);
	}

	setInterests(viewer: string, interests: readonly string[], vectors: readonly number[][]): Promise<void> {
		return this.#session.setInterests(
			viewer,
			interests,
			vectors.map((vector) => Float32Array.from(vector)),
		);
	}

	story(videoId: string, topics: readonly string[]): Story | null {
		return this.#session.story(videoId, topics);
	}

	/** When this feed last gave the video; null when it did not lately. */
	givenAt(videoId: string): number | null {
		return this.#session.givenAt(videoId);
	}

	preferences(): Told {
		return this.#session.steering().told();
	}

	prefer(viewer: string, asked: PreferencesChange): Promise<Changed> {
		return this.#session.steering(viewer).change(asked);
	}

	avoided(): Avoided {
		return this.#session.steering().avoided();
	}

	relationsChanged(viewer: string, relations: Relations): void {
		this.#session.relationsChanged(viewer, relations);
	}

	/** Counts something new against the user's day. @returns false when `limit` is used up */
	spend(act: LimitedAct, subject: string, limit: number): boolean {
		return this.#today().spend(act, subject, limit, this.#services.clock());
	}

	giveBack(act: LimitedAct, subject: string): void {
		this.#today().giveBack(act, subject);
	}

	#today(): SpentToday {
		this.#spent ??= new SpentToday(this.ctx.storage.sql);
		return this.#spent;
	}

	reset(): readonly string[] {
		return this.#session.reset();
	}

	bequeath(): Inheritance {
		return this.#session.bequeath();
	}

	inherit(viewer: string, from: Inheritance): Promise<void> {
		return this.#session.inherit(viewer, from);
	}

	/** Forgets everything. */
	async forget(): Promise<void> {
		this.#store.close();
		await this.ctx.storage.deleteAlarm();
		await this.ctx.storage.deleteAll();
		this.#alarmAt = Number.POSITIVE_INFINITY;
		this.#store = this.#openStore();
		this.#session = this.#open();
		this.#spent = null;
	}

	override async alarm(): Promise<void> {
		this.#alarmAt = Number.POSITIVE_INFINITY;
		this.#isForExposure = false;
		const now = this.#services.clock();
		if (now - this.#prunedAt > PRUNE_EVERY_MS) {
			this.#store.prune(now);
			this.#prunedAt = now;
		}
		await this.#drain();
		this.#store.putAway();
	}

	/** One at a time, so that no batch is handed on twice without need. Never throws: what is refused goes at the next alarm. */
	#drain(): Promise<void> {
		if (this.#draining !== null) {
			this.#drainsAgain = true;
			return this.#draining;
		}
		this.#drainsAgain = false;
		this.#draining = drainOutbox(this.#store.outbox, this.env.EVENTS_QUEUE)
			.catch((error: unknown) => {
				this.#services.log.error("outbox_not_drained", errorFields(error));
				this.#wake(DRAIN_AGAIN_MS);
			})
			.finally(() => {
				this.#draining = null;
				if (this.#drainsAgain) this.ctx.waitUntil(this.#drain());
			});
		return this.#draining;
	}

	/** An alarm that an exposure waits for is put off: it goes now, and no object is kept in memory for nothing. */
	#wakeIfLost(): void {
		if (this.#isForExposure) this.#alarmAt = Number.POSITIVE_INFINITY;
		this.#isForExposure = false;
		this.#wake(DRAIN_LOST_AFTER_MS);
	}

	/** @returns false when the alarm goes off before anyhow */
	#wake(inMs: number): boolean {
		const at = this.#services.clock() + inMs;
		if (at >= this.#alarmAt) return false;
		this.#alarmAt = at;
		void this.ctx.storage.setAlarm(at);
		return true;
	}
}
