import type { Services } from "./services.ts";

/** The copies of a read-through cache that all isolates share, in Redis; any of them may be lost. */
export interface SharedRule<Value, Stored> {
	readonly key: (id: string) => string;
	/** Seconds. */
	readonly ttlS: (value: Value, id: string) => number;
	readonly encode: (value: Value) => Stored;
	readonly decode: (stored: Stored) => Value;
	/** Which may be kept here; all that an isolate may keep, unless said. */
	readonly mayKeep?: (value: Value) => boolean;
}

/** One command asks for at most this many copies: answers stay below half a megabyte. */
const AT_ONCE = 120;
/** What stands in Redis in place of a copy that was just outdated … */
const FENCE = "outdated";
/** … for this long, seconds. */
const FENCE_S = 10;
/** A fence that did not get into Redis is put there again, this many times in all. */
const FENCE_ATTEMPTS = 3;

export class SharedCopies<Value, Stored> {
	readonly #services: Services;
	readonly #name: string;
	readonly #rule: SharedRule<Value, Stored> | undefined;

	/** @param rule none where nothing is shared: then it holds nothing, and says so at once */
	constructor(services: Services, name: string, rule: SharedRule<Value, Stored> | undefined) {
		this.#services = services;
		this.#name = name;
		this.#rule = rule;
	}

	/** @returns what is there; `answered` is false when Redis could not tell of all */
	async read(ids: readonly string[]): Promise<{ readonly values: ReadonlyMap<string, Value>; readonly answered: boolean }> {
		const values = new Map<string, Value>();
		const rule = this.#rule;
		if (rule === undefined) return { values, answered: true };
		const groups: (readonly string[])[] = [];
		for (let from = 0; from < ids.length; from += AT_ONCE) groups.push(ids.slice(from, from + AT_ONCE));
		const answers = await Promise.all(
			groups.map((group) => this.#services.redis.soft((redis) => redis.mget<(Stored | typeof FENCE | null)[]>(...group.map(rule.key)))),
		);
		for (const [place, group] of groups.entries()) {
			for (const [at, id] of group.entries()) {
				const stored = answers[place]?.[at] ?? null;
				if (stored !== null && stored !== FENCE) values.set(id, rule.decode(stored as Stored));
			}
		}
		return { values, answered: answers.every((answer) => answer !== null) };
	}

	/** Only where nothing is: neither over a fence nor over a newer value. */
	async fill(values: Iterable<readonly [id: string, value: Value]>): Promise<void> {
		const rule = this.#rule;
		const kept = rule === undefined ? [] : [...values].filter(([, value]) => rule.mayKeep?.(value) !== false);
		if (rule === undefined || kept.length === 0) return;
		await this.#services.redis.soft((redis) => {
			const pipeline = redis.pipeline();
			for (const [id, value] of kept) pipeline.set(rule.key(id), rule.encode(value), { ex: rule.ttlS(value, id), nx: true });
			return pipeline.exec();
		});
	}

	/** In place of whatever is there. */
	async put(id: string, value: Value): Promise<void> {
		const rule = this.#rule;
		if (rule !== undefined)
			await this.#services.redis.soft((redis) => redis.set(rule.key(id), rule.encode(value), { ex: rule.ttlS(value, id) }));
	}

	async remove(ids: readonly string[]): Promise<void> {
		const rule = this.#rule;
		if (rule !== undefined && ids.length > 0) await this.#services.redis.soft((redis) => redis.del(...ids.map(rule.key)));
	}

	/** Takes copies out, and keeps out for a while what was read before. */
	async fence(ids: readonly string[]): Promise<void> {
		const rule = this.#rule;
		if (rule === undefined || ids.length === 0) return;
		for (let attempt = 1; attempt <= FENCE_ATTEMPTS; attempt++) {
			const done = await this.#services.redis.soft((redis) => {
				const pipeline = redis.pipeline();
				for (const id of ids) pipeline.set(rule.key(id), FENCE, { ex: FENCE_S });
				return pipeline.exec();
			});
			if (done !== null) return;
		}
		// A copy in a Redis that comes back ends with its own time.
		this.#services.log.error("copy_not_outdated", { cache: this.#name, copies: ids.length });
	}
}
