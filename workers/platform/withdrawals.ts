import { inBackground } from "./background.ts";
import { perServices } from "./cache.ts";
import type { Services } from "./services.ts";
import { singleFlight } from "./waiting.ts";

/**
 * What copies in isolates' memory may not be believed any more: sessions ended, people who left. Kept in Redis for as long as such copies
 * live. Every isolate asks at most every half second while it serves, and believes its memory for one second after it last asked, so that
 * who withdraws something and waits that second (`untilWithdrawn`) knows that nobody is served it any more. Without Redis, copies live
 * out their own short time.
 */

/** Memory is believed this long after the last question, milliseconds. */
export const LEASE_MS = 1_000;
/** From this age on the answer is renewed in the background, so that nobody waits for it. */
const RENEW_AFTER_MS = 500;
/** No copy in an isolate's memory is older, milliseconds. */
const KEPT_MS = 70_000;
/** Withdrawals are kept by the tenth of a minute they were made in; clocks may differ by as much. */
const BUCKET_MS = 10_000;

/** What is withdrawn: `session:<id>`, `user:<id>`. */
export type Withdrawable = `${"session" | "user"}:${string}`;

const bucketOf = (at: number): number => Math.floor(at / BUCKET_MS);
const keyOf = (bucket: number): string => `withdrawn:${bucket}`;

export class Withdrawals {
	readonly #services: Services;
	/** When this isolate heard of it, milliseconds. */
	readonly #known = new Map<string, number>();
	#askedAt: number | null = null;
	/** When Redis last answered: what was withdrawn since the question before that is not known yet. */
	#answeredAt = 0;
	readonly #ask: () => Promise<void>;

	constructor(services: Services) {
		this.#services = services;
		this.#ask = singleFlight(services.clock, () => this.#question());
	}

	/** To be awaited before copies in memory are believed. */
	async current(): Promise<{ has(what: Withdrawable): boolean }> {
		const age = this.#askedAt === null ? Number.POSITIVE_INFINITY : this.#services.clock() - this.#askedAt;
		if (age >= LEASE_MS) await this.#ask();
		else if (age >= RENEW_AFTER_MS) inBackground(this.#services.log, "withdrawals_unavailable", this.#ask());
		return { has: (what) => this.#known.has(what) };
	}

	/** From now on this isolate, and within a second every other, believes no copy of these. */
	async add(what: readonly Withdrawable[]): Promise<void> {
		const [first, ...others] = what;
		if (first === undefined) return;
		const { clock, redis } = this.#services;
		const now = clock();
		for (const one of what) this.#known.set(one, now);
		const key = keyOf(bucketOf(now));
		await redis.soft((client) =>
			client
				.pipeline()
				.sadd(key, first, ...others)
				.expire(key, (KEPT_MS + 2 * BUCKET_MS) / 1_000)
				.exec(),
		);
	}

	async #question(): Promise<void> {
		const { clock, redis } = this.#services;
		const asked = clock();
		const since = Math.max(asked - KEPT_MS, this.#answeredAt - BUCKET_MS);
		const keys = [];
		for (let bucket = bucketOf(since); bucket <= bucketOf(asked) + 1; bucket++) keys.push(keyOf(bucket));
		const [first = "", ...others] = keys;
		const found = await redis.soft((client) => client.sunion(first, ...others));
		if (found !== null) this.#answeredAt = asked;
		for (const one of found ?? []) this.#known.set(String(one), asked);
		for (const [one, at] of this.#known) if (at < asked - KEPT_MS - 2 * BUCKET_MS) this.#known.delete(one);
		// Unanswered, it is asked again after the next lease and not by every request.
		this.#askedAt = asked;
	}
}

export const withdrawalsOf = perServices((services) => new Withdrawals(services));

/** When it returns, no isolate believes a copy of what was withdrawn before. */
export const untilWithdrawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LEASE_MS + 50));
