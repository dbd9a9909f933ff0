import { sql } from "drizzle-orm";
import { inBackground } from "../../platform/background.ts";
import { type Changes, LEASE_MS } from "../../platform/changes.ts";
import { perIsolate } from "../../platform/isolate.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { singleFlight, within } from "../../platform/waiting.ts";

/**
 * Which videos changed lately, as Postgres tells it. Every isolate asks at most every half second while it serves, and
 * believes its copies for one second after it last asked. A deletion is acknowledged a second after it was written: by
 * then no isolate holds a copy that it may still serve. Only intervals count, no two clocks are compared. While Postgres
 * can't be asked nothing can be deleted either, but for what was just before: that Redis lists.
 */

/** From this age on the answer is renewed in the background, so that nobody waits for it. */
const RENEW_AFTER_MS = 500;
/** Overlap of one question with the one before, seconds: longer than any transaction of ours is open. */
const OVERLAP_S = 10;
/** The first question reaches back further than any copy in Redis lives, seconds. */
const FIRST_REACH_S = 25 * 3_600;
/** Postgres is waited for so long before Redis is asked instead, milliseconds. */
const PATIENCE_MS = 1_500;
/** When neither knew, no other question is asked for so long, milliseconds. */
const REST_MS = 300;
/** So many of the latest changes Redis lists for when Postgres can't be asked. */
const LISTED = 1_000;
const LIST_KEY = "videos:changed";

/** Tells all isolates of a change, for when they can't ask Postgres. */
export async function listChange(services: Services, videoId: string, changedAt: number): Promise<void> {
	await services.redis.soft((redis) =>
		redis
			.pipeline()
			.zadd(LIST_KEY, { score: changedAt, member: videoId })
			.zremrangebyrank(LIST_KEY, 0, -LISTED - 1)
			.exec(),
	);
}

interface ChangedRow extends Record<string, unknown> {
	readonly id: string | number;
	readonly changed: string | number;
}

class ChangeLog {
	readonly #services: Services;
	readonly #changed = new Map<string, number>();
	readonly #changedAt = (videoId: string): number => this.#changed.get(videoId) ?? 0;
	/** Before the last answered question was sent, by the isolate's clock. */
	#askedAt: number | null = null;
	/** The same of the last that Postgres answered. */
	#toldAt: number | null = null;
	#restUntil = 0;
	readonly #ask: () => Promise<boolean>;

	constructor(services: Services) {
		this.#services = services;
		this.#ask = singleFlight(services.clock, () => this.#question());
	}

	async current(): Promise<Changes> {
		const now = this.#services.clock();
		const age = this.#askedAt === null ? Number.POSITIVE_INFINITY : now - this.#askedAt;
		const mayAsk = now >= this.#restUntil;
		if (age < RENEW_AFTER_MS) return this.#view(true);
		if (age < LEASE_MS) {
			if (mayAsk) inBackground(this.#services.log, "changes_unavailable", this.#ask());
			return this.#view(true);
		}
		return this.#view(mayAsk && (await this.#askPatiently()));
	}

	/** The question may have been sent by a request that is gone by now: its answer is not waited for without end. */
	async #askPatiently(): Promise<boolean> {
		try {
			return await within(2 * PATIENCE_MS + 100, "asking for changed videos", this.#ask());
		} catch (error) {
			this.#services.log.warn("changes_unavailable", errorFields(error));
			return false;
		}
	}

	/** This isolate's own change needs no question. */
	note(videoId: string, changedAt: number): void {
		this.#changed.set(videoId, Math.max(changedAt, this.#changed.get(videoId) ?? 0));
	}

	/** Marks are the rows' own, milliseconds: those of the copies are in them. */
	#view(sure: boolean): Changes {
		return { sure, mark: () => 0, changedAt: this.#changedAt };
	}

	async #question(): Promise<boolean> {
		const { clock, log } = this.#services;
		const asked = clock();
		try {
			await this.#askPostgres(asked);
		} catch (error) {
			const listed = await this.#askRedis();
			log.warn("changes_unavailable", { listed, ...errorFields(error), stack: undefined });
			if (!listed) {
				this.#restUntil = clock() + REST_MS;
				return false;
			}
		}
		this.#forget(asked);
		this.#askedAt = asked;
		return true;
	}

	async #askPostgres(asked: number): Promise<void> {
		const reach = this.#toldAt === null ? FIRST_REACH_S : (asked - this.#toldAt) / 1000 + OVERLAP_S;
		const questions = this.#services.db.everyVideoShard().map((database) =>
			database.execute<ChangedRow>(
				sql`select id::text as id, (extract(epoch from changed_at) * 1000)::bigint::text as changed from videos
					where status <> 'processing' and changed_at > now() - make_interval(secs => ${reach}::float8)`,
			),
		);
		const answers = await within(PATIENCE_MS, "asking for changed videos", Promise.all(questions));
		for (const { rows } of answers) for (const row of rows) this.note(String(row.id), Number(row.changed));
		this.#toldAt = asked;
	}

	/** With more patience than a cache deserves: it is the last one who knows. */
	async #askRedis(): Promise<boolean> {
		try {
			const { client } = this.#services.redis;
			const question = client.zrange<(string | number)[]>(LIST_KEY, 0, -1, { withScores: true });
			const flat = await within(PATIENCE_MS, "asking Redis for changed videos", question);
			for (let place = 0; place + 1 < flat.length; place += 2) this.note(String(flat[place]), Number(flat[place + 1]));
			return true;
		} catch (error) {
			this.#services.log.warn("listed_changes_unavailable", { ...errorFields(error), stack: undefined });
			return false;
		}
	}

	/** Bounds the list: what no copy can be older than need not be remembered. */
	#forget(now: number): void {
		if (this.#changed.size < 10_000) return;
		for (const [id, at] of this.#changed) if (at < now - FIRST_REACH_S * 1000) this.#changed.delete(id);
	}
}

export const changeLogOf = perIsolate((services) => new ChangeLog(services));
