import type { EventsMessage, Exposure } from "../../../contracts/queues.ts";

export type OutboxEvent = EventsMessage["events"][number];

/** What one request tells: impressions, or exposures, or both. */
export interface Outgoing {
	readonly events?: readonly OutboxEvent[];
	readonly exposures?: readonly Exposure[];
	/** It goes under a name of its own, by which it can be joined with nothing else. */
	readonly isNobodys?: boolean;
}

/** A message on its way. */
export interface Waiting {
	readonly seq: number;
	readonly message: EventsMessage;
}

interface Row extends Record<string, SqlStorageValue> {
	readonly seq: number;
	readonly message: string;
}

/** What waits for the queue. A message is written as it will be sent, under an id of its own, so that one handed on twice is counted once. */
export class Outbox {
	readonly #sql: SqlStorage;
	readonly #pseudonym: () => string;
	readonly #writeSoon: () => void;
	/** The message told last, and the latest of those that the queue has taken and that are still there. */
	#offered: Waiting | null = null;
	#takenTo = 0;
	#isClosed = false;

	/** @param writeSoon has `putAway` called in a moment */
	constructor(sql: SqlStorage, pseudonym: () => string, writeSoon: () => void) {
		this.#sql = sql;
		this.#pseudonym = pseudonym;
		this.#writeSoon = writeSoon;
		sql.exec("create table if not exists outbox_messages (seq integer primary key, message text not null)");
	}

	/** Puts in what a request told. @param at milliseconds since 1970 */
	add({ events = [], exposures = [], isNobodys = false }: Outgoing, at: number): void {
		if (events.length + exposures.length === 0) return;
		this.putAway();
		const message: EventsMessage = {
			v: 1,
			batchId: crypto.randomUUID(),
			pseudonym: isNobodys ? crypto.randomUUID() : this.#pseudonym(),
			closedAt: at,
			events: [...events],
			exposures: [...exposures],
		};
		this.#sql.exec("insert into outbox_messages (message) values (?)", JSON.stringify(message));
	}

	/** The oldest message that the queue has not taken. */
	next(): Waiting | null {
		if (this.#isClosed) return null;
		const [row] = this.#sql
			.exec<Row>("select seq, message from outbox_messages where seq > ? order by seq limit 1", this.#takenTo)
			.toArray();
		this.#offered = row === undefined ? null : { seq: row.seq, message: JSON.parse(row.message) as EventsMessage };
		return this.#offered;
	}

	/** The queue has taken the message that was told last. Its row goes with the next write. */
	handedOn(waiting: Waiting): void {
		if (this.#isClosed || waiting !== this.#offered) return;
		this.#offered = null;
		this.#takenTo = waiting.seq;
		this.#writeSoon();
	}

	/** Takes out what the queue has taken. */
	putAway(): void {
		if (this.#takenTo === 0) return;
		// All before were taken, too: they are told in order. Rows are numbered from the first again when none is left.
		this.#sql.exec("delete from outbox_messages where seq <= ?", this.#takenTo);
		this.#takenTo = 0;
	}

	/** The session is forgotten: its rows are gone, and those that come are another's. */
	close(): void {
		this.#isClosed = true;
		this.#takenTo = 0;
	}
}

/**
 * Hands all waiting messages to the queue.
 * @throws when the queue refuses: what is left stays for the next time
 */
export async function drainOutbox(outbox: Pick<Outbox, "next" | "handedOn">, queue: Pick<Queue<EventsMessage>, "send">): Promise<void> {
	for (let waiting = outbox.next(); waiting !== null; waiting = outbox.next()) {
		await queue.send(waiting.message);
		outbox.handedOn(waiting);
	}
}
