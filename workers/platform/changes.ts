import { inBackground } from "./background.ts";
import { perIsolate } from "./isolate.ts";
import type { Services } from "./services.ts";
import { singleFlight } from "./waiting.ts";

/**
 * The change log: what was changed lately, so that older copies are not believed. Kept in Redis for as long as copies in memory live.
 * Every isolate asks at most every half second while it serves, and believes its memory for one second after it last asked, so that who
 * notes a change and waits that second (`untilHeard`) knows that nobody is served an older copy. Without Redis, copies live out their
 * own short time. Videos have a log of their own, for their changes must be heard even then (videos/cards/changes.ts).
 */

/** Memory is believed this long after the last question, milliseconds. */
export const LEASE_MS = 1_000;
/** From this age on the answer is renewed in the background, so that nobody waits for it. */
const RENEW_AFTER_MS = 500;
/** No copy in an isolate's memory is older, milliseconds. */
const KEPT_MS = 70_000;
/** Changes are kept by the ten seconds they were made in; clocks may differ by as much. */
const BUCKET_MS = 10_000;

/** What changes: a session that ended, a user who left, the profile others see, a sound. */
type Kind = "session" | "user" | "profile" | "sound";
export type Changing = `${Kind}:${string}`;

/** What an isolate knows of changes. Copies bear the mark that was current before they were read. */
export interface Changes {
	/** False while nobody could say what changed: no copy is believed. */
	readonly sure: boolean;
	/** Mark for what is read from now on. */
	mark(): number;
	/** Mark of the last change heard of, 0 when none was: a copy with a lower mark is not believed. */
	changedAt(id: string): number;
}

const bucketOf = (at: number): number => Math.floor(at / BUCKET_MS);
const keyOf = (bucket: number): string => `changed:${bucket}`;

export class ChangeLog {
	readonly #services: Services;
	/** Changes heard of, each by its own name, in the order of their marks; when, in milliseconds. */
	readonly #heard = new Map<string, { readonly at: number; readonly mark: number }>();
	/** The last change of each. */
	readonly #marks = new Map<string, number>();
	#mark = 0;
	#askedAt: number | null = null;
	/** When Redis last answered: what was changed since the question before that is not known yet. */
	#answeredAt = 0;
	readonly #ask: () => Promise<void>;

	constructor(services: Services) {
		this.#services = services;
		this.#ask = singleFlight(services.clock, () => this.#question());
	}

	/** To be awaited before copies in memory are believed. */
	async current(): Promise<{ has(what: Changing): boolean }> {
		const age = this.#askedAt === null ? Number.POSITIVE_INFINITY : this.#services.clock() - this.#askedAt;
		if (age >= LEASE_MS) await this.#ask();
		else if (age >= RENEW_AFTER_MS) inBackground(this.#services.log, "changes_unavailable", this.#ask());
		return { has: (what) => this.#marks.has(what) };
	}

	/** The same for a read-through cache of one kind of things, by id. */
	async currentOf(kind: Kind): Promise<Changes> {
		await this.current();
		return {
			sure: true,
			mark: () => this.#mark,
			changedAt: (id) => this.#marks.get(`${kind}:${id}`) ?? 0,
		};
	}

	/** From now on this isolate, and within the lease every other, believes no copy of these. */
	async note(what: readonly Changing[]): Promise<void> {
		const { clock, newId, redis } = this.#services;
		const now = clock();
		// Named one by one: the same may change again, and the log is read with overlap.
		const [first, ...others] = what.map((one) => `${one} ${newId()}`);
		if (first === undefined) return;
		for (const change of [first, ...others]) this.#hear(change, now);
		const key = keyOf(bucketOf(now));
		await redis.soft((client) =>
			client
				.pipeline()
				.sadd(key, first, ...others)
				.expire(key, (KEPT_MS + 2 * BUCKET_MS) / 1_000)
				.exec(),
		);
	}

	#hear(change: string, at: number): void {
		if (this.#heard.has(change)) return;
		this.#mark += 1;
		this.#heard.set(change, { at, mark: this.#mark });
		this.#marks.set(nameOf(change), this.#mark);
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
		for (const change of found ?? []) this.#hear(String(change), asked);
		this.#forget(asked - KEPT_MS - 2 * BUCKET_MS);
		// Unanswered, it is asked again after the next lease and not by every request.
		this.#askedAt = asked;
	}

	#forget(before: number): void {
		for (const [change, { at, mark }] of this.#heard) {
			if (at >= before) return;
			this.#heard.delete(change);
			// It may have changed again since.
			if (this.#marks.get(nameOf(change)) === mark) this.#marks.delete(nameOf(change));
		}
	}
}

const nameOf = (change: string): string => change.slice(0, change.lastIndexOf(" "));

export const changesOf = perIsolate((services) => new ChangeLog(services));

/** When it returns, no isolate believes a copy of what was noted before. */
export const untilHeard = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LEASE_MS + 50));
