import { DurableObject } from "cloudflare:workers";
import type { Env } from "../workers/platform/env.ts";
import { errorFields } from "../workers/platform/log.ts";
import type { Services } from "../workers/platform/services.ts";
import { servicesOf } from "../workers/services.ts";
import type { Entry, Numbers } from "../workers/videos/engagement/counter/deltas.ts";
import { shareNumbers } from "../workers/videos/engagement/counter/flush.ts";
import { Flusher } from "../workers/videos/engagement/counter/flusher.ts";
import { Ledger } from "../workers/videos/engagement/counter/ledger.ts";
import { type Applied, type CounterRpc, counterOf, type Teller } from "../workers/videos/engagement/counter/protocol.ts";
import { HOT_BATCHES_PER_SECOND, Rate, SHARDS, shardName, shardOf } from "../workers/videos/engagement/counter/split.ts";
import { applyWithPulse, Watch } from "../workers/videos/engagement/counter/virality.ts";

const FLUSH_AGAIN_MS = 5_000;
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
	#name: Name | null;
	#looking = false;
	readonly #rate = new Rate();
	#sharing: ReturnType<typeof setTimeout> | null = null;
	#alarmAt = Number.POSITIVE_INFINITY;
	#prunedAt = Number.NEGATIVE_INFINITY;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		this.#services = servicesOf(env);
		this.#ledger = new Ledger(ctx.storage.sql);
		this.#flusher = new Flusher(this.#services, this.#ledger);
		this.#watch = new Watch(this.#services, this.#ledger);
		this.#name = ctx.storage.kv.get<Name>("name") ?? null;
	}

	/** Counts batches. Durable when it returns. */
	async apply(videoId: string, entries: readonly Entry[], teller: Teller | null = null): Promise<Applied> {
		this.#knowAs(videoId);
		await this.#flusher.loadBase(videoId);
		if (teller !== null) this.#flusher.confirm(teller.written);
		const { split } = this.#ledger.standing;
		const now = this.#services.clock();
		const own = entries.filter(({ batchId, at }) => shardOf(split, batchId, at) === null);
		const { applied, isWorthALook } = applyWithPulse(this.#ledger, own, now);
		if (split === null && this.#rate.add(entries.length, now) > HOT_BATCHES_PER_SECOND) this.#splitUp(videoId, now);
		if (applied.length > 0) this.#flusher.changed(now);
		const due = teller === null ? null : this.#flusher.handOut(now);
		if (applied.length > 0 || due !== null) void this.#wake(this.#flusher.waitMs(now));
		if (applied.length > 0 && teller === null) this.#shareSoon(videoId);
		if (isWorthALook) this.#lookSoon(videoId);
		return { applied, numbers: this.#ledger.numbers, split: this.#ledger.standing.split, due };
	}

	/** The teller could not write what was due: the counter does it itself. */
	async unwritten(): Promise<void> {
		this.#flusher.takeBack();
		await this.#wake(FLUSH_AGAIN_MS);
	}

	/** What a sub-object added up; counted here whatever the split. */
	async applySum(videoId: string, sum: Entry): Promise<void> {
		this.#knowAs(videoId);
		await this.#flusher.loadBase(videoId);
		const { applied, isWorthALook } = applyWithPulse(this.#ledger, [sum], this.#services.clock());
		if (applied.length > 0) this.#changed(videoId);
		if (isWorthALook) this.#lookSoon(videoId);
	}

	/** Counts batches that belong to this sub-object of a hot video. */
	async applyShard(videoId: string, shard: number, entries: readonly Entry[]): Promise<readonly string[]> {
		this.#knowAs(videoId, shard);
		const applied = this.#ledger.applyForward(entries);
		if (applied.length > 0) await this.#wake(HAND_ON_AFTER_MS);
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
		await this.ctx.storage.deleteAlarm();
		await this.ctx.storage.deleteAll();
		this.#alarmAt = Number.POSITIVE_INFINITY;
		this.#name = null;
		this.#ledger = new Ledger(this.ctx.storage.sql);
		this.#flusher = new Flusher(this.#services, this.#ledger);
		this.#watch = new Watch(this.#services, this.#ledger);
	}

	override async alarm(): Promise<void> {
		this.#alarmAt = Number.POSITIVE_INFINITY;
		const now = this.#services.clock();
		try {
			if (this.#shard !== null) await this.#handOn();
			else if (this.#flusher.isDue(now)) await this.flush();
			if (now - this.#prunedAt > PRUNE_EVERY_MS) {
				this.#ledger.prune(now);
				this.#prunedAt = now;
			}
		} catch (error) {
			this.#services.log.error("counters_not_flushed", { videoId: this.#videoId, ...errorFields(error) });
			await this.#wake(FLUSH_AGAIN_MS);
		}
		if (this.#shard !== null) return;
		await this.#look(this.#videoId);
		if (this.#ledger.isDirty) await this.#wake(this.#flusher.waitMs(now) || FLUSH_AGAIN_MS);
	}

	/** Judges the video's pulse while there is a reason to; what fails is done at the next look. */
	async #look(videoId: string | null): Promise<void> {
		if (videoId === null || !this.#watch.isNeeded) return;
		try {
			await this.#watch.look(videoId);
		} catch (error) {
			this.#services.log.warn("virality_not_judged", { videoId, ...errorFields(error) });
			return this.#wake(FLUSH_AGAIN_MS);
		}
		if (this.#watch.isNeeded) await this.#wake(LOOK_EVERY_MS);
	}

	/** The answer to who counts does not wait for it. */
	#lookSoon(videoId: string): void {
		if (this.#looking) return;
		this.#looking = true;
		const look = this.#watch
			.look(videoId)
			.catch((error: unknown) => this.#services.log.warn("virality_not_judged", { videoId, ...errorFields(error) }))
			.then(() => {
				this.#looking = false;
				return this.#watch.isNeeded ? this.#wake(LOOK_EVERY_MS) : undefined;
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
		await this.#wake(HAND_ON_AFTER_MS);
	}

	#changed(videoId: string): void {
		void this.#wake(this.#flusher.changed(this.#services.clock()));
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

	async #wake(inMs: number): Promise<void> {
		const at = this.#services.clock() + inMs;
		if (at >= this.#alarmAt) return;
		this.#alarmAt = at;
		await this.ctx.storage.setAlarm(at);
	}
}
