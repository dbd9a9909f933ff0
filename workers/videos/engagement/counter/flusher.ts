import { errorFields } from "../../../platform/log.ts";
import type { Services } from "../../../platform/services.ts";
import { type Due, readBase, shareNumbers, writeCreatorLikes, writeNumbers } from "./flush.ts";
import type { Ledger } from "./ledger.ts";

/** Numbers reach Postgres within this time while they change, milliseconds (docs/product.md#consistency). */
const FLUSH_AFTER_MS = 10_000;
/** Numbers are handed out at most this often, milliseconds: a row that everybody watches is written no more than that. */
const HAND_OUT_EVERY_MS = 5_000;
/**
 * Whoever took numbers to write tells of it with the next batch, and at once when it could not. After this long without a word,
 * milliseconds, they are written anyhow.
 */
const CONFIRM_WITHIN_MS = 5 * 60_000;

/**
 * How a ledger's numbers reach the video's row: taken along by who counts many videos at once, or written by the counter
 * itself. Absolute and versioned, so that doing both, or either twice, changes nothing.
 */
export class Flusher {
	readonly #services: Services;
	readonly #ledger: Ledger;
	#handed: { readonly version: number; readonly changes: number; readonly at: number } | null = null;
	/** When the first change came that was not handed out. */
	#since: number | null = null;

	constructor(services: Services, ledger: Ledger) {
		this.#services = services;
		this.#ledger = ledger;
	}

	/** Asks for the numbers the row had before this ledger; when nobody answers, they are asked for again before a flush. */
	async loadBase(videoId: string): Promise<void> {
		if (this.#ledger.standing.base !== null) return;
		try {
			const found = await readBase(this.#services, videoId);
			if (found === null || this.#ledger.standing.base !== null) return;
			const version = Math.max(found.version, this.#ledger.standing.version);
			this.#ledger.update({ base: found.base, version, flushedLikes: this.#ledger.standing.flushedLikes ?? found.base.likes });
		} catch (error) {
			this.#services.log.warn("counter_base_unavailable", { videoId, ...errorFields(error) });
		}
	}

	/** Numbers changed. @returns milliseconds until they are to be written, unless somebody takes them along before */
	changed(now: number): number {
		this.#since ??= now;
		return this.waitMs(now);
	}

	/**
	 * Numbers for the caller to write, with those of other videos; null when there are none, or it is too soon, or a change of
	 * likes asks for more than this row.
	 */
	handOut(now: number): Due | null {
		const { numbers, standing, isDirty } = this.#ledger;
		if (!isDirty || numbers === null || numbers.likes !== standing.flushedLikes) return null;
		if (this.#handed !== null && now - this.#handed.at < HAND_OUT_EVERY_MS) return null;
		const version = standing.version + 1;
		// Forgotten with the object's memory, the version is refused by the row the next time, and learned from it.
		this.#ledger.keepInMind({ version });
		this.#handed = { version, changes: standing.changes, at: now };
		this.#since = null;
		return { numbers, version };
	}

	/** The row took the numbers of this version. */
	confirm(version: number): void {
		if (this.#handed === null || version < this.#handed.version) return;
		this.#ledger.keepInMind({ flushed: Math.max(this.#ledger.standing.flushed, this.#handed.changes) });
	}

	/** What was handed out was not written. */
	takeBack(): void {
		this.#handed = null;
	}

	/** Whether it is the counter's own turn to write: nobody takes the numbers along, or not in time. */
	isDue(now: number): boolean {
		return this.#handed === null || this.waitMs(now) === 0;
	}

	/** Milliseconds until the counter must write by itself; 0 when it is time, or when it is not known since when it is due. */
	waitMs(now: number): number {
		if (this.#since !== null) return Math.max(0, this.#since + FLUSH_AFTER_MS - now);
		return this.#handed === null ? 0 : Math.max(0, this.#handed.at + CONFIRM_WITHIN_MS - now);
	}

	/** Writes what the row does not have. @returns false when the video is gone */
	async flush(videoId: string): Promise<boolean> {
		if (!this.#ledger.isDirty) return true;
		await this.loadBase(videoId);
		const { numbers, standing } = this.#ledger;
		if (numbers === null) throw new Error("the numbers can't be flushed before Postgres was asked for those before");
		const started = this.#services.clock();
		const version = standing.version + 1;
		this.#ledger.update({ version });
		const creator = await writeNumbers(this.#services, videoId, numbers, version);
		if (creator === null) return this.#catchUp(videoId);
		if (numbers.likes !== standing.flushedLikes) await writeCreatorLikes(this.#services, creator);
		this.#ledger.update({ flushed: standing.changes, flushedLikes: numbers.likes });
		this.#since = this.#ledger.isDirty ? this.#services.clock() : null;
		// Counted while Postgres was away, they could not be told to the cards before: what was there already was unknown.
		await shareNumbers(this.#services, new Map([[videoId, numbers]]));
		this.#services.log.info("counters_flushed", { videoId, ...numbers, version, ms: this.#services.clock() - started });
		return true;
	}

	/** No row took the numbers: the video is gone, or another flush was ahead. */
	async #catchUp(videoId: string): Promise<boolean> {
		const found = await readBase(this.#services, videoId);
		if (found === null) return false;
		this.#ledger.update({ version: Math.max(found.version, this.#ledger.standing.version) });
		return true;
	}
}
