import { DurableObject } from "cloudflare:workers";
import type { LimitedAct } from "../contracts/limits.ts";
import { keptMs } from "../contracts/retention.ts";
import type { ScreenTimeChoices } from "../contracts/screen-time.ts";
import { type Leanings, NO_LEANINGS } from "../workers/discovery/search/index.ts";
import { EXPERIMENTS } from "../workers/experiments/index.ts";
import { type Hour, ScreenTimeLog } from "../workers/feed/screen-time/log.ts";
import { Delivery, type DeliveryAlarm } from "../workers/feed/session/delivery.ts";
import type { Watched } from "../workers/feed/session/impressions.ts";
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
	StatedPreferences,
	Story,
	TakenIn,
} from "../workers/feed/session/protocol.ts";
import { Session } from "../workers/feed/session/session.ts";
import { alarmsIn, isKept, SessionStore } from "../workers/feed/session/store.ts";
import type { SessionRpc } from "../workers/feed/session/stub.ts";
import { Alarms } from "../workers/platform/alarms.ts";
import type { Env } from "../workers/platform/env.ts";
import { errorFields } from "../workers/platform/log.ts";
import type { Services } from "../workers/platform/services.ts";
import type { AllowancesRpc } from "../workers/quotas/index.ts";
import { SpentToday } from "../workers/quotas/spent.ts";
import { servicesOf } from "../workers/services.ts";
import { readGiven } from "../workers/trust/index.ts";
import { StreamLeases, type StreamsRpc } from "../workers/videos/status/leases.ts";

/** What a page gave is written down this long after, milliseconds, unless something else is before. */
const PUT_AWAY_AFTER_MS = 500;
/** Forgotten is what is too old, this long after something was told, milliseconds. */
const PRUNE_AFTER_MS = 3_600_000;
/** … and from then on what gets too old, but no more often than this, milliseconds: also of who never comes back. */
const PRUNE_EVERY_MS = 86_400_000;
/** The decoded state is let go of when nobody asked for so long, milliseconds. */
const RESTS_AFTER_MS = 30_000;

/** A guest who was not here for so long is forgotten, milliseconds. */
export const GUEST_ENDS_AFTER_MS = keptMs("guest");

const isGuest = (viewer: string): boolean => viewer.startsWith("guest:");

interface Opened {
	readonly store: SessionStore;
	readonly session: Session;
	readonly alarms: Alarms<DeliveryAlarm | "prune" | "end">;
}

/** What a session avoids or was told of which nothing is kept. */
const NOTHING_AVOIDED: Avoided = { isPersonal: true, filters: { keywords: [], hashtags: [] }, muted: [] };
const NOTHING_TOLD: StatedPreferences = { isPersonal: true, interests: [], topics: [], filters: NOTHING_AVOIDED.filters, muted: [] };

/**
 * One viewer's session: a shell around the state machine that `Session` runs. Nothing is written by asking: a guest's begins with the first watch,
 * or with what they set by hand, and ends when they were not here for thirty days; a user's begins with the first page.
 */
export class UserSession extends DurableObject<Env> implements SessionRpc, AllowancesRpc, StreamsRpc {
	readonly #services: Services;
	#opened: Opened | null = null;
	/** When the viewer was last here, as far as this object's memory goes. */
	#metAt: number | null = null;
	/** Opened when first needed: most sessions only watch. */
	#spent: SpentToday | null = null;
	#screenTime: ScreenTimeLog | null = null;
	readonly #streams = new StreamLeases();

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		this.#services = servicesOf(env);
	}

	/** The session; null while nothing of it is kept. */
	#kept(): Opened | null {
		if (this.#opened === null && isKept(this.ctx.storage.sql)) this.#opened = this.#open();
		return this.#opened;
	}

	/** The session, begun now where it was not. @param viewer `user:<id>` or `guest:<id>` */
	#begun(viewer: string): Opened {
		this.#metAt = this.#services.clock();
		const kept = this.#kept();
		if (kept !== null) return kept;
		const opened = this.#open();
		this.#opened = opened;
		if (isGuest(viewer)) {
			opened.store.write("guest", String(this.#metAt));
			opened.alarms.set("end", this.#metAt + GUEST_ENDS_AFTER_MS);
		} else opened.alarms.set("prune", this.#metAt + PRUNE_EVERY_MS);
		return opened;
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

	#open(): Opened {
		const { clock, log, queues } = this.#services;
		const store = this.#openStore();
		const alarms: Opened["alarms"] = new Alarms(
			alarmsIn(store, this.ctx.storage),
			{
				outbox: () => this.#deliverLost(delivery),
				exposure: () => delivery.drain(),
				prune: () => this.#prune(store, alarms),
				end: () => this.#endGuest(),
			},
			this.#services,
		);
		const background = (work: Promise<void>) => this.ctx.waitUntil(work);
		const delivery = new Delivery({ outbox: store.outbox, queue: queues.events, alarms, clock, log, background });
		const session = new Session({
			services: this.#services,
			store,
			random: Math.random,
			experiments: EXPERIMENTS,
			background: (event, work) => this.ctx.waitUntil(work.catch((error: unknown) => log.warn(event, errorFields(error)))),
			delivery,
		});
		return { store, session, alarms };
	}

	/** A minute after something was told: nothing should be left. Whoever was not here since is let go of from memory. */
	async #deliverLost(delivery: Delivery): Promise<void> {
		await delivery.drain();
		if (this.#services.clock() - (this.#metAt ?? 0) > RESTS_AFTER_MS) this.#opened?.session.rest();
	}

	/** Null for a guest who has not watched anything yet. */
	async page(request: PageRequest): Promise<Page | null> {
		if (isGuest(request.viewer) && this.#kept() === null) return null;
		return this.#begun(request.viewer).session.page(request);
	}

	async watch(viewer: string, events: readonly ShownEvent[], circumstances: Circumstances): Promise<TakenIn> {
		const given = this.#kept() === null ? await readGiven(this.#services, viewer) : [];
		const isFirst = this.#kept() === null;
		const { session, alarms } = this.#begun(viewer);
		alarms.setNoLater("prune", this.#services.clock() + PRUNE_AFTER_MS);
		if (isFirst) session.takeOver(given);
		const taken = await session.watch(viewer, events, circumstances);
		if (!isGuest(viewer)) this.#noteScreenTime(events, taken);
		return taken;
	}

	/** What is told twice is mostly told again as a whole: then none of it is new. */
	#noteScreenTime(events: readonly ShownEvent[], { accepted }: TakenIn): void {
		for (const { watchMs, at } of events) this.#screenTimeLog().add(Math.round((watchMs * accepted) / events.length), at);
	}

	#screenTimeLog(): ScreenTimeLog {
		this.#screenTime ??= new ScreenTimeLog(this.ctx.storage.sql);
		return this.#screenTime;
	}

	screenTime(): { readonly hours: Hour[]; readonly choices: ScreenTimeChoices | null } {
		const kept = this.#kept();
		if (kept === null) return { hours: [], choices: null };
		const chosen = kept.store.read("screenTime");
		return {
			hours: this.#screenTimeLog().hours(this.#services.clock()),
			choices: chosen === null ? null : (JSON.parse(chosen) as ScreenTimeChoices),
		};
	}

	chooseScreenTime(viewer: string, choices: ScreenTimeChoices): void {
		this.#begun(viewer).store.write("screenTime", JSON.stringify(choices));
	}

	/** Told outside the player: it is no reason for a guest's session to begin. */
	async act(viewer: string, act: Act): Promise<void> {
		if (isGuest(viewer) && this.#kept() === null) return;
		await this.#begun(viewer).session.act(viewer, act);
	}

	notInterested(viewer: string, refusal: Refusal): Promise<void> {
		return this.#begun(viewer).session.refuse(viewer, refusal);
	}

	history(limit: number, after: Watched | null): Watched[] {
		return this.#kept()?.store.impressions.history(limit, after) ?? [];
	}

	forgetWatched(videoId: string | null): void {
		this.#kept()?.store.impressions.forgetWatched(videoId);
	}

	/** @returns false when the feed is not personal: nothing was chosen */
	setInterests(viewer: string, interests: readonly string[], vectors: readonly number[][]): Promise<boolean> {
		return this.#begun(viewer).session.setInterests(
			viewer,
			interests,
			vectors.map((vector) => Float32Array.from(vector)),
		);
	}

	story(videoId: string, topics: readonly string[]): Story | null {
		return this.#kept()?.session.story(videoId, topics) ?? null;
	}

	/** When this feed last gave the video; null when it did not lately. */
	givenAt(videoId: string): number | null {
		return this.#kept()?.session.givenAt(videoId) ?? null;
	}

	preferences(): StatedPreferences {
		return this.#kept()?.session.told() ?? NOTHING_TOLD;
	}

	prefer(viewer: string, asked: PreferencesChange): Promise<Changed> {
		return this.#begun(viewer).session.prefer(viewer, asked);
	}

	leanings(): Leanings {
		return this.#kept()?.session.leanings() ?? NO_LEANINGS;
	}

	avoided(): Avoided {
		return this.#kept()?.session.avoided() ?? NOTHING_AVOIDED;
	}

	relationsChanged(viewer: string, relations: Relations): void {
		this.#kept()?.session.relationsChanged(viewer, relations);
	}

	/** Counts something new against the user's day. @returns how many are counted by now; null when `limit` is used up */
	spend(act: LimitedAct, subject: string, limit: number): number | null {
		return this.#today().spend(act, subject, limit, this.#services.clock());
	}

	/** @returns false when `most` were given back today */
	giveBack(act: LimitedAct, subject: string, most: number): boolean {
		return this.#today().giveBack(act, subject, most, this.#services.clock());
	}

	/** Whether the user may follow one more video on its way, or this one on. */
	holdStream(id: string): boolean {
		return this.#streams.hold(id, this.#services.clock());
	}

	releaseStream(id: string): void {
		this.#streams.release(id);
	}

	#today(): SpentToday {
		this.#spent ??= new SpentToday(this.ctx.storage.sql);
		return this.#spent;
	}

	reset(): readonly string[] {
		return this.#kept()?.session.reset() ?? [];
	}

	bequeath(): Inheritance {
		return this.#kept()?.session.bequeath() ?? { taste: null, preferences: null, shown: [], exposures: [] };
	}

	inherit(viewer: string, from: Inheritance): Promise<void> {
		return this.#begun(viewer).session.inherit(viewer, from);
	}

	/** Forgets everything. */
	async forget(): Promise<void> {
		this.#opened?.store.close();
		this.#opened?.alarms.forget();
		await this.ctx.storage.deleteAlarm();
		await this.ctx.storage.deleteAll();
		this.#opened = null;
		this.#spent = null;
		this.#screenTime = null;
	}

	override async alarm(): Promise<void> {
		const kept = this.#kept();
		await kept?.alarms.ring();
		if (kept !== null && kept === this.#opened) kept.store.putAway();
	}

	#prune(store: SessionStore, alarms: Opened["alarms"]): void {
		const now = this.#services.clock();
		const next = store.prune(now);
		if (store.read("guest") === null) this.#screenTimeLog().hours(now);
		if (next !== null) alarms.set("prune", Math.max(next, now + PRUNE_EVERY_MS));
	}

	/** A guest's session ends, unless they were here meanwhile. A user's does not: it has no such alarm. */
	async #endGuest(): Promise<void> {
		const kept = this.#kept();
		const begun = kept?.store.read("guest") ?? null;
		if (kept === null || begun === null) return;
		const endsAt = Math.max(this.#metAt ?? 0, Number(begun), kept.store.lastUsed()) + GUEST_ENDS_AFTER_MS;
		if (endsAt > this.#services.clock()) return kept.alarms.set("end", endsAt);
		this.#services.log.info("guest_session_ended", {});
		return this.forget();
	}
}
