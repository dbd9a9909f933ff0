import { DurableObject } from "cloudflare:workers";
import { Learner } from "../workers/feed/online-learning/learner.ts";
import type { LessonBatch } from "../workers/feed/online-learning/lessons.ts";
import { publishLive } from "../workers/feed/online-learning/live.ts";
import { Share } from "../workers/feed/online-learning/share.ts";
import type { RankerRpc } from "../workers/feed/online-learning/stub.ts";
import { MODEL_KEYS } from "../workers/feed/retrieval/models.ts";
import { Alarms, alarmsUnder } from "../workers/platform/alarms.ts";
import type { Env } from "../workers/platform/env.ts";
import { errorFields } from "../workers/platform/log.ts";
import type { Services } from "../workers/platform/services.ts";
import { servicesOf } from "../workers/services.ts";

/** What was learned reaches the sessions this often, milliseconds. */
const PUBLISH_EVERY_MS = 1_000;
/** … and KV, which takes a write a second and shows it after a minute, this often. */
const LASTING_EVERY_MS = 60_000;

/** The ranking model, corrected by what people watch while they watch it: a shell around `Learner`. One for all; see `rankerOf`. */
export class Ranker extends DurableObject<Env> implements RankerRpc {
	readonly #services: Services;
	readonly #learner: Learner;
	readonly #share = new Share();
	readonly #alarms: Alarms<"publish">;
	#publishing: ReturnType<typeof setTimeout> | null = null;
	#publishedAt = Number.NEGATIVE_INFINITY;
	#lookedAt = Number.NEGATIVE_INFINITY;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		this.#services = servicesOf(env);
		this.#learner = new Learner(ctx.storage.sql, this.#services.log);
		this.#alarms = new Alarms(alarmsUnder(ctx.storage), { publish: () => this.#publishLasting() }, this.#services);
	}

	/** Learns, each batch once. Durable when it returns. @returns how many lessons were new */
	async learn(batches: readonly LessonBatch[]): Promise<number> {
		await this.#firstBase();
		const now = this.#services.clock();
		this.#share.add(
			batches.reduce((sum, { lessons }) => sum + lessons.length, 0),
			now,
		);
		const learned = this.#learner.learn(batches, now);
		if (learned > 0) this.#publishSoon();
		return learned;
	}

	/** The trainer has a new model (JSON): goes on from it. @throws when it can't be read */
	async rebase(json: string): Promise<boolean> {
		const isNew = this.#learner.rebase(json, this.#services.clock());
		if (isNew) await this.#publish(true);
		return isNew;
	}

	override alarm(): Promise<void> {
		return this.#alarms.ring();
	}

	async #publishLasting(): Promise<void> {
		this.#learner.prune(this.#services.clock());
		await this.#publish(true);
	}

	/** A ranker that was never told of a base looks for what the trainer left. */
	async #firstBase(): Promise<void> {
		const now = this.#services.clock();
		if (this.#learner.baseId !== null || now - this.#lookedAt < LASTING_EVERY_MS) return;
		this.#lookedAt = now;
		const json = await this.#services.models.get(MODEL_KEYS.rank).catch(() => null);
		if (json === null || this.#learner.baseId !== null) return;
		try {
			this.#learner.rebase(json, this.#services.clock());
		} catch (error) {
			this.#services.log.warn("ranker_base_unusable", errorFields(error));
		}
	}

	#publishSoon(): void {
		this.#alarms.setNoLater("publish", this.#services.clock() + LASTING_EVERY_MS);
		if (this.#publishing !== null) return;
		const inMs = Math.max(0, this.#publishedAt + PUBLISH_EVERY_MS - this.#services.clock());
		this.#publishing = setTimeout(() => {
			this.#publishing = null;
			const work = this.#publish(false).catch((error: unknown) => this.#services.log.warn("ranker_not_published", errorFields(error)));
			this.ctx.waitUntil(work);
		}, inMs);
	}

	async #publish(lasting: boolean): Promise<void> {
		this.#publishedAt = this.#services.clock();
		const model = this.#learner.model();
		await publishLive(this.#services, this.ctx.id, { model, share: this.#share.value }, lasting);
		this.#services.log.info("ranker_published", { model: model.id, share: this.#share.value, lasting, ...this.#learner.calibration.means });
	}
}
