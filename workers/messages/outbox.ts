import pMap from "p-map";
import type { MessageEvent } from "../../contracts/messages.ts";
import { errorFields, type Log } from "../platform/log.ts";
import type { Told } from "./core/reduce.ts";

/** Inboxes told at the same time: between them who writes, and who is told ahead, have their turn. */
const AT_ONCE = 2;

type Sql = Pick<SqlStorage, "exec">;

/** An event on its way to somebody's inbox. */
export interface OutboxEvent {
	/** Grows by each event of the conversation; an inbox takes them in this order, each once. */
	readonly n: number;
	readonly event: MessageEvent;
	readonly replaces: string;
}

/** Hands events to a person's inbox. Returns once the inbox has stored them. */
export type Deliver = (userId: string, events: readonly OutboxEvent[]) => Promise<void>;

/** Events in one call at most: one that failed is repeated whole. */
const BATCH = 100;
/** Acknowledged events are deleted by so many, or by the alarm: told again after a crash they change nothing. */
const PRUNE_FROM = 200;

/**
 * What a conversation's people have yet to be told. Kept with the change it tells of, in one commit, and handed to each person's inbox in
 * order until it is acknowledged. What comes while a call is under way, or while rounds are paced, gathers for the next one, so that a busy
 * conversation makes fewer calls; and one slow inbox holds up nobody else.
 */
export class Outbox {
	readonly #sql: Sql;
	readonly #deliver: Deliver;
	readonly #log: Pick<Log, "warn">;
	readonly #waiting = new Map<string, OutboxEvent[]>();
	readonly #underWay = new Map<string, Promise<boolean>>();
	/** How many people have not acknowledged an event, by its number, in order. */
	readonly #left = new Map<number, number>();
	#isThere: boolean;
	#done = 0;

	constructor(sql: Sql, deliver: Deliver, log: Pick<Log, "warn">) {
		this.#sql = sql;
		this.#deliver = deliver;
		this.#log = log;
		this.#isThere = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'outbox'").toArray().length > 0;
		if (this.#isThere) this.#load();
	}

	/** Whether everybody was told everything. */
	get isEmpty(): boolean {
		return this.#waiting.size === 0;
	}

	/** To be called in the same turn as the change is written. */
	add(told: readonly Told[]): void {
		this.#make();
		for (const { to, event, replaces } of told) {
			if (to.length === 0) continue;
			const { n } = this.#sql
				.exec<{ n: number }>(
					"INSERT INTO outbox (audience, event, replaces) VALUES (?, ?, ?) RETURNING n",
					JSON.stringify(to),
					JSON.stringify(event),
					replaces,
				)
				.one();
			this.#enqueue(to, { n, event, replaces });
		}
	}

	/** How many people wait to be told something. */
	get audience(): number {
		return this.#waiting.size;
	}

	/** One round: everybody who waits is told what there is now. Never throws. @returns whether every call was acknowledged */
	async drain(): Promise<boolean> {
		const served = await pMap([...this.#waiting.keys()], (userId) => this.#underWay.get(userId) ?? this.#begin(userId), {
			concurrency: AT_ONCE,
		});
		return served.every(Boolean);
	}

	/** Tells one person all there is. Never throws: what fails is told again by the next round. */
	async serve(userId: string): Promise<void> {
		await this.#underWay.get(userId);
		if (this.#waiting.has(userId)) await (this.#underWay.get(userId) ?? this.#begin(userId));
	}

	#begin(userId: string): Promise<boolean> {
		const running = this.#serve(userId).finally(() => this.#underWay.delete(userId));
		this.#underWay.set(userId, running);
		return running;
	}

	/** Forgets what everybody acknowledged. */
	prune(): void {
		if (this.#done === 0) return;
		const [oldest] = this.#left.keys();
		if (oldest === undefined) this.#sql.exec("DELETE FROM outbox");
		else this.#sql.exec("DELETE FROM outbox WHERE n < ?", oldest);
		this.#done = 0;
	}

	async #serve(userId: string): Promise<boolean> {
		const all = this.#waiting.get(userId)?.slice() ?? [];
		for (let from = 0; from < all.length; from += BATCH) {
			const batch = all.slice(from, from + BATCH);
			try {
				await this.#deliver(userId, batch);
			} catch (error) {
				this.#log.warn("messages_not_delivered", { memberId: userId, events: batch.length, ...errorFields(error) });
				return false;
			}
			this.#acknowledge(userId, batch);
		}
		return true;
	}

	#acknowledge(userId: string, batch: readonly OutboxEvent[]): void {
		const rest = this.#waiting.get(userId)?.slice(batch.length) ?? [];
		if (rest.length === 0) this.#waiting.delete(userId);
		else this.#waiting.set(userId, rest);
		for (const { n } of batch) {
			const left = (this.#left.get(n) ?? 1) - 1;
			if (left > 0) this.#left.set(n, left);
			else {
				this.#left.delete(n);
				this.#done++;
			}
		}
		if (this.#done >= PRUNE_FROM) this.prune();
	}

	#enqueue(to: readonly string[], event: OutboxEvent): void {
		this.#left.set(event.n, to.length);
		for (const userId of to) {
			const waiting = this.#waiting.get(userId);
			if (waiting === undefined) this.#waiting.set(userId, [event]);
			else waiting.push(event);
		}
	}

	#make(): void {
		if (this.#isThere) return;
		// AUTOINCREMENT: inboxes tell by the number what they have; none is given twice, though acknowledged events are deleted.
		this.#sql.exec(`CREATE TABLE outbox (
			n INTEGER PRIMARY KEY AUTOINCREMENT,
			audience TEXT NOT NULL,
			event TEXT NOT NULL,
			replaces TEXT NOT NULL
		)`);
		this.#isThere = true;
	}

	#load(): void {
		const rows = this.#sql
			.exec<{ n: number; audience: string; event: string; replaces: string }>("SELECT n, audience, event, replaces FROM outbox ORDER BY n")
			.toArray();
		for (const { n, audience, event, replaces } of rows) {
			this.#enqueue(JSON.parse(audience) as string[], { n, event: JSON.parse(event) as MessageEvent, replaces });
		}
	}
}
