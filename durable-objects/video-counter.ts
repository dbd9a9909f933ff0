import { DurableObject } from "cloudflare:workers";
import type { Env } from "../workers/platform/env.ts";
import { errorFields } from "../workers/platform/log.ts";
import { type Services, servicesOf } from "../workers/platform/services.ts";
import type { Entry, Numbers } from "../workers/videos/engagement/counter/deltas.ts";
import { readBase, shareNumbers, writeCreatorLikes, writeNumbers } from "../workers/videos/engagement/counter/flush.ts";
import { Ledger } from "../workers/videos/engagement/counter/ledger.ts";
import { HOT_BATCHES_PER_SECOND, Rate, SHARDS, type Split, shardName, shardOf } from "../workers/videos/engagement/counter/split.ts";
import { takePulse, Watch } from "../workers/videos/engagement/counter/virality.ts";

/** Numbers reach Postgres this often while they change, milliseconds (brief §8). */
const FLUSH_AFTER_MS = 10_000;
const FLUSH_AGAIN_MS = 5_000;
/** Numbers reach the cards this often, milliseconds. */
const SHARE_AFTER_MS = 500;
/** While it is viral, it is looked at this often whether it still is, milliseconds. */
const LOOK_EVERY_MS = 60_000;
/** A sub-object hands on what it added up this often, milliseconds. */
const HAND_ON_AFTER_MS = 1_000;

export interface Applied {
	/** Batches counted by this call and not before. */
	readonly applied: readonly string[];
	/** The video's numbers now; null while only deltas are known. */
	readonly numbers: Numbers | null;
	/** Where batches belong. Those of them that belong elsewhere were not counted. */
	readonly split: Split | null;
}

/** One video's numbers: each batch counted once, flushed as absolute values. Its own sub-objects when it is hot. */
export class VideoCounter extends DurableObject<Env> {
	readonly #services: Services;
	#ledger: Ledger;
	#watch: Watch;
	#looking = false;
	readonly #rate = new Rate();
	#sharing: ReturnType<typeof setTimeout> | null = null;
	#alarmAt = Number.POSITIVE_INFINITY;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		this.#services = servicesOf(env);
		this.#ledger = new Ledger(ctx.storage.sql);
		this.#watch = new Watch(this.#services, this.#ledger);
	}

	/** Counts batches. Durable when it returns. */
	async apply(videoId: string, entries: readonly Entry[]): Promise<Applied> {
		this.#knowAs(videoId);
		await this.#loadBase(videoId);
		const { split } = this.#ledger.standing;
		const own = entries.filter(({ batchId, at }) => shardOf(split, batchId, at) === null);
		const applied = this.#ledger.apply(own);
		const now = this.#services.clock();
		if (split === null && this.#rate.add(entries.length, now) > HOT_BATCHES_PER_SECOND) this.#splitUp(videoId, now);
		if (applied.length > 0) this.#changed(videoId);
		if (takePulse(this.#ledger, own, applied, now)) this.#lookSoon(videoId);
		return { applied, numbers: this.#ledger.numbers, split: this.#ledger.standing.split };
	}

	/** What a sub-object added up; counted here whatever the split. */
	async applySum(videoId: string, sum: Entry): Promise<void> {
		this.#knowAs(videoId);
		await this.#loadBase(videoId);
		const applied = this.#ledger.apply([sum]);
		if (applied.length > 0) this.#changed(videoId);
		if (takePulse(this.#ledger, [sum], applied, this.#services.clock())) this.#lookSoon(videoId);
	}

	/** Counts batches that belong to this sub-object of a hot video. */
	async applyShard(videoId: string, shard: number, entries: readonly Entry[]): Promise<readonly string[]> {
		this.#knowAs(videoId, shard);
		const applied = this.#ledger.apply(entries);
		this.#ledger.keepMinutes(entries, applied);
		if (applied.length > 0) await this.#wake(HAND_ON_AFTER_MS);
		return applied;
	}

	/** The video's numbers now. */
	async numbers(videoId: string): Promise<Numbers | null> {
		this.#knowAs(videoId);
		await this.#loadBase(videoId);
		return this.#ledger.numbers;
	}

	/** Sets likes right, from the rows they are made of, unless one came in since they were counted. */
	async correctLikes(videoId: string, likes: number, whileAt: number): Promise<boolean> {
		this.#knowAs(videoId);
		await this.#loadBase(videoId);
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
		const videoId = this.#videoId();
		if (videoId === null || !this.#ledger.isDirty) return;
		await this.#loadBase(videoId);
		const { numbers, standing } = this.#ledger;
		if (numbers === null) throw new Error("the numbers can't be flushed before Postgres was asked for those before");
		const started = this.#services.clock();
		const version = standing.version + 1;
		this.#ledger.update({ version });
		const creator = await writeNumbers(this.#services, videoId, numbers, version);
		if (creator === null) return this.#catchUp(videoId);
		if (numbers.likes !== standing.flushedLikes) await writeCreatorLikes(this.#services, creator);
		this.#ledger.update({ flushed: standing.changes, flushedLikes: numbers.likes });
		// Counted while Postgres was away, they could not be told to the cards before: what was there already was unknown.
		await shareNumbers(this.#services, videoId, numbers);
		this.#services.log.info("counters_flushed", { videoId, ...numbers, version, ms: this.#services.clock() - started });
	}

	/** Forgets everything: the video is gone. */
	async forget(): Promise<void> {
		await this.ctx.storage.deleteAlarm();
		await this.ctx.storage.deleteAll();
		this.#alarmAt = Number.POSITIVE_INFINITY;
		this.#ledger = new Ledger(this.ctx.storage.sql);
		this.#watch = new Watch(this.#services, this.#ledger);
	}

	override async alarm(): Promise<void> {
		this.#alarmAt = Number.POSITIVE_INFINITY;
		try {
			if (this.#shard() === null) await this.flush();
			else await this.#handOn();
			this.#ledger.prune(this.#services.clock());
		} catch (error) {
			this.#services.log.error("counters_not_flushed", { videoId: this.#videoId(), ...errorFields(error) });
			await this.#wake(FLUSH_AGAIN_MS);
		}
		if (this.#shard() !== null) return;
		await this.#look(this.#videoId());
		if (this.#ledger.isDirty) await this.#wake(FLUSH_AGAIN_MS);
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

	/** No row took the numbers: the video is gone, or another flush was ahead. */
	async #catchUp(videoId: string): Promise<void> {
		const found = await readBase(this.#services, videoId);
		if (found === null) {
			this.#services.log.info("counters_forgotten", { videoId });
			return this.forget();
		}
		this.#ledger.update({ version: Math.max(found.version, this.#ledger.standing.version) });
	}

	async #loadBase(videoId: string): Promise<void> {
		if (this.#ledger.standing.base !== null) return;
		try {
			const found = await readBase(this.#services, videoId);
			if (found === null || this.#ledger.standing.base !== null) return;
			this.#ledger.update({ base: found.base, version: Math.max(found.version, this.#ledger.standing.version) });
		} catch (error) {
			// Deltas are kept; the base is asked for again before they are flushed.
			this.#services.log.warn("counter_base_unavailable", { videoId, ...errorFields(error) });
		}
	}

	/** From just after the latest batch counted here on, batches belong to sub-objects. */
	#splitUp(videoId: string, now: number): void {
		const from = Math.max(now, this.#ledger.latestBatchAt()) + 1;
		this.#ledger.update({ split: { from, shards: SHARDS } });
		this.#services.log.info("counter_split", { videoId, shards: SHARDS });
	}

	async #handOn(): Promise<void> {
		const videoId = this.#videoId();
		const shard = this.#shard();
		if (videoId === null || shard === null) return;
		const waiting = await this.ctx.storage.get<Entry>("waiting");
		const sum = waiting ?? this.#ledger.takeSum(shardName(videoId, shard), this.#services.clock());
		if (sum === null) return;
		// Kept until the video's own object has it, so that it is handed on under one name.
		if (waiting === undefined) await this.ctx.storage.put("waiting", sum);
		await this.env.VIDEO_COUNTER.get(this.env.VIDEO_COUNTER.idFromName(videoId)).applySum(videoId, sum);
		await this.ctx.storage.delete("waiting");
		await this.#wake(HAND_ON_AFTER_MS);
	}

	#changed(videoId: string): void {
		void this.#wake(FLUSH_AFTER_MS);
		this.#sharing ??= setTimeout(() => {
			this.#sharing = null;
			const { numbers } = this.#ledger;
			if (numbers !== null) this.ctx.waitUntil(shareNumbers(this.#services, videoId, numbers));
		}, SHARE_AFTER_MS);
	}

	/** An object is not told its own name: it keeps the one it was first called by. */
	#knowAs(videoId: string, shard: number | null = null): void {
		if (this.#videoId() === null) this.ctx.storage.kv.put("name", { videoId, shard });
	}

	#videoId(): string | null {
		return this.ctx.storage.kv.get<{ videoId: string }>("name")?.videoId ?? null;
	}

	#shard(): number | null {
		return this.ctx.storage.kv.get<{ shard: number | null }>("name")?.shard ?? null;
	}

	async #wake(inMs: number): Promise<void> {
		const at = this.#services.clock() + inMs;
		if (at >= this.#alarmAt) return;
		this.#alarmAt = at;
		await this.ctx.storage.setAlarm(at);
	}
}
