import type { EventsMessage, Exposure } from "../../../contracts/queues.ts";

export type OutboxEvent = EventsMessage["events"][number];
/** An exposure on its way; told apart from events by its kind. */
export type OutboxExposure = Exposure & { readonly kind: "exposure" };

type OutboxEntry = OutboxEvent | OutboxExposure;

export interface OutboxBatch {
	readonly seq: number;
	/** `{the store's name}.{chance}.{closedAt}`: the same each time it is handed on. */
	readonly batchId: string;
	readonly closedAt: number;
	readonly events: OutboxEvent[];
	readonly exposures: Exposure[];
}

interface Row extends Record<string, SqlStorageValue> {
	readonly seq: number;
	readonly batch: string | null;
	readonly event: string;
}

/** What waits for the queue. A batch keeps its name until it is gone from here, so that one handed on twice is counted once. */
export class Outbox {
	readonly #sql: SqlStorage;
	readonly #name: () => string;
	readonly #writeSoon: () => void;
	/** The batch told last, and those that the queue has taken and that are still there. */
	#offered: OutboxBatch | null = null;
	#taken: OutboxBatch[] = [];
	#isClosed = false;

	/** @param writeSoon has `putAway` called in a moment */
	constructor(sql: SqlStorage, name: () => string, writeSoon: () => void) {
		this.#sql = sql;
		this.#name = name;
		this.#writeSoon = writeSoon;
		sql.exec("create table if not exists outbox (seq integer primary key, batch text, event text not null)");
	}

	/** Puts in what a request told, or an exposure, under the name it is to be counted by. */
	add(events: readonly OutboxEntry[], at: number): void {
		if (events.length === 0) return;
		this.putAway();
		const batch = `${this.#name()}.${Math.floor(Math.random() * 2 ** 48).toString(36)}.${at}`;
		this.#sql.exec("insert into outbox (batch, event) values (?, ?)", batch, JSON.stringify(events));
	}

	/** The oldest batch that the queue has not taken. */
	next(): OutboxBatch | null {
		if (this.#isClosed) return null;
		const taken = this.#taken.at(-1)?.seq ?? 0;
		const [row] = this.#sql.exec<Row>("select seq, batch, event from outbox where seq > ? order by seq limit 1", taken).toArray();
		if (row === undefined) return null;
		// Rows of before held one event each, and a name only once they were under way.
		const entries = [JSON.parse(row.event) as OutboxEntry | OutboxEntry[]].flat();
		const batchId = row.batch ?? `${this.#name()}.${row.seq}.${entries[0]?.at ?? 0}`;
		const events: OutboxEvent[] = [];
		const exposures: Exposure[] = [];
		for (const entry of entries) {
			if (entry.kind !== "exposure") events.push(entry);
			else exposures.push({ experiment: entry.experiment, arm: entry.arm, unit: entry.unit, at: entry.at });
		}
		this.#offered = { seq: row.seq, batchId, closedAt: Number(batchId.split(".").at(-1)), events, exposures };
		return this.#offered;
	}

	/** The queue has taken the batch that was told last. Its row goes with the next write. */
	handedOn(batch: OutboxBatch): void {
		if (this.#isClosed || batch !== this.#offered) return;
		this.#offered = null;
		this.#taken.push(batch);
		this.#writeSoon();
	}

	/** Takes out what the queue has taken. */
	putAway(): void {
		const last = this.#taken.at(-1);
		if (last === undefined) return;
		this.#taken = [];
		// All before were taken, too: they are told in order.
		this.#sql.exec("delete from outbox where seq <= ?", last.seq);
	}

	/** The session is forgotten: its rows are gone, and those that come are another's. */
	close(): void {
		this.#isClosed = true;
		this.#taken = [];
	}
}

/**
 * Hands all waiting batches to the queue.
 * @throws when the queue refuses: what is left stays for the next time
 */
export async function drainOutbox(outbox: Outbox, queue: Pick<Queue<EventsMessage>, "send">): Promise<void> {
	for (let batch = outbox.next(); batch !== null; batch = outbox.next()) {
		const { batchId, closedAt, events, exposures } = batch;
		await queue.send({ v: 1, batchId, closedAt, events, exposures });
		outbox.handedOn(batch);
	}
}
