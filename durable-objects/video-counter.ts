import { DurableObject } from "cloudflare:workers";
import { Alarms, alarmsUnder } from "../workers/platform/alarms.ts";
import type { Env } from "../workers/platform/env.ts";
import { errorFields } from "../workers/platform/log.ts";
import type { Services } from "../workers/platform/services.ts";
import { servicesOf } from "../workers/services.ts";
import type { Entry, Numbers } from "../workers/videos/engagement/counter/deltas.ts";
import { shareNumbers } from "../workers/videos/engagement/counter/flush.ts";
import { Flusher } from "../workers/videos/engagement/counter/flusher.ts";
import { Ledger } from "../workers/videos/engagement/counter/ledger.ts";
import { Milestones } from "../workers/videos/engagement/counter/milestones.ts";
import { type Applied, type BatchWriter, type CounterRpc, counterOf } from "../workers/videos/engagement/counter/protocol.ts";
import { HOT_BATCHES_PER_SECOND, Rate, SHARDS, shardName, shardOf } from "../workers/videos/engagement/counter/split.ts";
import { applyWithPulse, Watch } from "../workers/videos/engagement/counter/virality.ts";

const FLUSH_AGAIN_MS = 5_000;
/** A look that failed outside an alarm is repeated after this long, milliseconds. */
const LOOK_AGAIN_MS = 5_000;
/** Numbers reach the cards this often, milliseconds. */
const SHARE_AFTER_MS = 500;
/** While it is viral, it is looked at this often whether it still is, milliseconds. */
const LOOK_EVERY_MS = 60_000;
/** A sub-object hands on what it added up this often, milliseconds. */
const HAND_ON_AFTER_MS = 1_000;
const PRUNE_EVERY_MS = 3_600_000;

interface Name {
	readonly videoId: string;
	/** Of a sub-object; null for the video's own. */
	readonly shard: number | null;
}

/** One video's numbers: each batch counted once, flushed as absolute values. Its own sub-objects when it is hot. */
export class VideoCounter extends DurableObject<Env> implements CounterRpc {
	readonly #services: Services;
	#ledger: Ledger;
	#flusher: Flusher;
	#watch: Watch;
	#milestones: Milestones;
	#name: Name | null;
	#looking = false;
	readonly #rate = new Rate();
	#sharing: ReturnType<typeof setTimeout> | null = null;
	readonly #alarms: Alarms<"flush" | "handOn" | "look" | "milestone" | "prune">;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		this.#services = servicesOf(env);
		this.#ledger = new Ledger(ctx.storage.sql);
		this.#flusher = new Flusher(this.#services, this.#ledger);
		this.#watch = new Watch(this.#services, this.#ledger);
		this.#milestones = new Milestones(ctx.storage.kv);
		this.#name = ctx.storage.kv.get<Name>("name") ?? null;
		const handlers = {
			flush: () => this.#flushIfDue(),
			handOn: () => this.#handOn(),
			look: () => (this.#videoId !== null && this.#watch.isNeeded ? this.#look(this.#videoId) : undefined),
			milestone: () => this.#tellMilestones(),
			prune: () => this.#ledger.prune(this.#services.clock()),
		};
		this.#alarms = new Alarms(alarmsUnder(ctx.storage), handlers, this.#services);
	}

	/** Counts batches. Durable when it returns. */
	async apply(videoId: string, entries: readonly Entry[], batchWriter: BatchWriter | null = null): Promise<Applied> {
		this.#knowAs(videoId);
		await this.#flusher.loadBase(videoId);
		if (batchWriter !== null) this.#flusher.confirm(batchWriter.written);
		const { split } = this.#ledger.standing;
		const now = this.#services.clock();
		const own = entries.filter(({ batchId, at }) => shardOf(split, batchId, at) === null);
		const { applied, isWorthALook } = applyWithPulse(this.#ledger, own, now);
		if (split === null && this.#rate.add(entries.length, now) > HOT_BATCHES_PER_SECOND) this.#splitUp(videoId, now);
		if (applied.length > 0) this.#flusher.changed(now);
		const due = batchWriter === null ? null : this.#flusher.handOut(now);
		if (applied.length > 0 || due !== null) this.#wakeToFlush(this.#flusher.waitMs(now));
		if (applied.length > 0 && batchWriter === null) this.#shareSoon(videoId);
		if (isWorthALook) this.#lookSoon(videoId);
		this.#lookForMilestones(now);
		return { applied, numbers: this.#ledger.numbers, split: this.#ledger.standing.split, due };
	}

	/** The batch writer could not write what was due: the counter does it itself. */
	unwritten(): void {
		this.#flusher.takeBack();
		this.#wakeToFlush(FLUSH_AGAIN_MS);
	}

	/** What a sub-object added up; counted here whatever the split. */
	async applySum(videoId: string, sum: Entry): Promise<void> {
		this.#knowAs(videoId);
		await this.#flusher.loadBase(videoId);
		const { applied, isWorthALook } = applyWithPulse(this.#ledger, [sum], this.#services.clock());
		if (applied.length > 0) this.#changed(videoId);
		if (isWorthALook) this.#lookSoon(videoId);
		this.#lookForMilestones(this.#services.clock());
	}

	/** Counts batches that belong to this sub-object of a hot video. */
	applyShard(videoId: string, shard: number, entries: readonly Entry[]): readonly string[] {
		this.#knowAs(videoId, shard);
		const applied = this.#ledger.applyForward(entries);
		if (applied.length > 0) this.#wakeWith("handOn", HAND_ON_AFTER_MS);
		return applied;
	}

	/** The video's numbers now. */
	async numbers(videoId: string): Promise<Numbers | null> {
		this.#knowAs(videoId);
		await this.#flusher.loadBase(videoId);
		return this.#ledger.numbers;
	}

	/** Sets likes right, from the rows they are made of, unless one came in since they were counted. */
	async correctLikes(videoId: string, likes: number, whileAt: number): Promise<boolean> {
		this.#knowAs(videoId);
		await this.#flusher.loadBase(videoId);
		const { numbers } = this.#ledger;
		const { base, sum } = this.#ledger.standing;
		if (numbers === null || base === null || numbers.likes !== whileAt) return false;
		if (numbers.likes === likes) return true;
		this.#ledger.update({ base: { ...base, likes: likes - sum.likes }, changes: this.#ledger.standing.changes + 1 });
		this.#changed(videoId);
		return true;
	}

	/** Writes to Postgres now rather than at the next alarm. */
	async flush(): Promise<void> {
		const videoId = this.#videoId;
		if (videoId === null || (await this.#flusher.flush(videoId))) return;
		this.#services.log.info("counters_forgotten", { videoId });
		await this.forget();
	}

	/** Forgets everything: the video is gone. */
	async forget(): Promise<void> {
		this.#alarms.forget();
		await this.ctx.storage.deleteAll();
		this.#name = null;
		this.#ledger = new Ledger(this.ctx.storage.sql);
		this.#flusher = new Flusher(this.#services, this.#ledger);
		this.#watch = new Watch(this.#services, this.#ledger);
		this.#milestones = new Milestones(this.ctx.storage.kv);
	}

	override alarm(): Promise<void> {
		return this.#alarms.ring();
	}

	/** Writes when nobody else took the numbers along; again when there is something to write yet. */
	async #flushIfDue(): Promise<void> {
		const now = this.#services.clock();
		if (this.#flusher.isDue(now)) await this.flush();
		if (this.#ledger.isDirty) this.#wakeToFlush(this.#flusher.waitMs(now) || FLUSH_AGAIN_MS);
	}

	/** Told by an alarm: who counts does not wait for it, and it is not lost. */
	#lookForMilestones(now: number): void {
		const { numbers } = this.#ledger;
		if (numbers !== null && this.#milestones.isReached(numbers)) this.#alarms.setNoLater("milestone", now);
	}

	async #tellMilestones(): Promise<void> {
		const { numbers } = this.#ledger;
		if (numbers !== null && this.#videoId !== null) await this.#milestones.tell(this.#services, this.#videoId, numbers);
	}

	/** Judges the video's pulse, and again while there is a reason to. */
	async #look(videoId: string): Promise<void> {
		await this.#watch.look(videoId);
		if (this.#watch.isNeeded) this.#alarms.setNoLater("look", this.#services.clock() + LOOK_EVERY_MS);
	}

	/** The answer to who counts does not wait for it. */
	#lookSoon(videoId: string): void {
		if (this.#looking) return;
		this.#looking = true;
		const look = this.#look(videoId)
			.catch((error: unknown) => {
				this.#services.log.warn("virality_not_judged", { videoId, ...errorFields(error) });
				this.#alarms.setNoLater("look", this.#services.clock() + LOOK_AGAIN_MS);
			})
			.finally(() => {
				this.#looking = false;
			});
		this.ctx.waitUntil(look);
	}

	/** From just after the latest batch counted here on, batches belong to sub-objects. */
	#splitUp(videoId: string, now: number): void {
		const from = Math.max(now, this.#ledger.latestBatchAt()) + 1;
		this.#ledger.update({ split: { from, shards: SHARDS } });
		this.#services.log.info("counter_split", { videoId, shards: SHARDS });
	}

	async #handOn(): Promise<void> {
		const videoId = this.#videoId;
		const shard = this.#shard;
		if (videoId === null || shard === null) return;
		const waiting = await this.ctx.storage.get<Entry>("waiting");
		const sum = waiting ?? this.#ledger.takeSum(shardName(videoId, shard), this.#services.clock());
		if (sum === null) return;
		// Kept until the video's own object has it, so that it is handed on under one name.
		if (waiting === undefined) await this.ctx.storage.put("waiting", sum);
		await counterOf(this.#services, videoId).applySum(videoId, sum);
		await this.ctx.storage.delete("waiting");
		this.#wakeWith("handOn", HAND_ON_AFTER_MS);
	}

	#changed(videoId: string): void {
		this.#wakeToFlush(this.#flusher.changed(this.#services.clock()));
		this.#shareSoon(videoId);
	}

	#shareSoon(videoId: string): void {
		this.#sharing ??= setTimeout(() => {
			this.#sharing = null;
			const { numbers } = this.#ledger;
			if (numbers !== null) this.ctx.waitUntil(shareNumbers(this.#services, new Map([[videoId, numbers]])));
		}, SHARE_AFTER_MS);
	}

	/** An object is not told its own name: it keeps the one it was first called by. */
	#knowAs(videoId: string, shard: number | null = null): void {
		if (this.#name !== null) return;
		this.#name = { videoId, shard };
		this.ctx.storage.kv.put("name", this.#name);
	}

	get #videoId(): string | null {
		return this.#name?.videoId ?? null;
	}

	get #shard(): number | null {
		return this.#name?.shard ?? null;
	}

	#wakeToFlush(inMs: number): void {
		this.#wakeWith("flush", inMs);
	}

	/** What is counted is pruned within the hour. */
	#wakeWith(name: "flush" | "handOn", inMs: number): void {
		const now = this.#services.clock();
		this.#alarms.setNoLater(name, now + inMs);
		this.#alarms.setNoLater("prune", now + PRUNE_EVERY_MS);
	}
}
