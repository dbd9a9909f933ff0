import type { EventsMessage } from "../../../contracts/queues.ts";
import type { Services } from "../../platform/services.ts";
import type { SessionStore } from "./store.ts";

/**
 * Hands all waiting events to the queue, batch by batch. A batch keeps its name until the queue has taken it, so that one
 * handed on twice is counted once. @throws when the queue refuses: what is left stays for the next time.
 */
export async function drainOutbox(
	store: SessionStore,
	queue: Pick<Queue<EventsMessage>, "send">,
	services: Pick<Services, "clock">,
): Promise<void> {
	for (;;) {
		const batch = store.nextBatch((first) => `${store.name()}.${first}.${services.clock()}`);
		if (batch === null) return;
		const closedAt = Number(batch.batchId.split(".").at(-1));
		await queue.send({ v: 1, batchId: batch.batchId, closedAt, events: batch.events, exposures: batch.exposures });
		store.batchHandedOn(batch.batchId);
	}
}
