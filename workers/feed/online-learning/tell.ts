import type { EventsMessage } from "../../../contracts/queues.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { within } from "../../platform/waiting.ts";
import { lessonsOf } from "./lessons.ts";
import { rankerOf } from "./stub.ts";

/** The ranker is waited for so long, milliseconds: counting does not hang on it. */
const PATIENCE_MS = 3_000;

/**
 * Tells the ranker what these messages teach. Never throws: lessons it can't take now are lost to it, and learned from the
 * archive by the trainer.
 */
export async function teach(services: Services, messages: readonly EventsMessage[]): Promise<void> {
	const batches = lessonsOf(messages);
	if (batches.length === 0) return;
	try {
		const learned = await within(PATIENCE_MS, "teaching the ranker", rankerOf(services).learn(batches));
		services.log.info("ranker_taught", { batches: batches.length, learned });
	} catch (error) {
		services.log.warn("ranker_not_taught", { batches: batches.length, ...errorFields(error), stack: undefined });
	}
}
