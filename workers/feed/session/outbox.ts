import type { EventsMessage } from "../../../contracts/queues.ts";
import type { SessionStore } from "./store.ts";

/**
 * Hands all waiting batches to the queue. Each keeps its name until the queue has taken it, so that one handed on twice is
 * counted once. @throws when the queue refuses: what is left stays for the next time.
 */
export async function drainOutbox(store: SessionStore, queue: Pick<Queue<EventsMessage>, "send">): Promise<void> {
	for (let batch = store.nextBatch(); batch !== null; batch = store.nextBatch()) {
		const { batchId, closedAt, events, exposures } = batch;
		await queue.send({ v: 1, batchId, closedAt, events, exposures });
		store.handedOn(batch);
	}
}
