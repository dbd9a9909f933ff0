import { consumeMail, consumeMailDeadLetters } from "./accounts/mail/consumer.ts";
import { WATCHED } from "./events.ts";
import { consumeExports, consumeExportsDeadLetters } from "./export/make.ts";
import { EXPORTED } from "./exported.ts";
import { consumeEvents, consumeEventsDeadLetters } from "./feed/events/consumer.ts";
import type { Services } from "./platform/services.ts";
import { consumeCleanup, consumeCleanupDeadLetters } from "./videos/cleanup/consumer.ts";
import { consumeTranscode, consumeTranscodeDeadLetters } from "./videos/pipeline/consumer.ts";

/** Which consumer reads which queue; the names are those of `wrangler.toml`. */
export const CONSUMERS: Readonly<Record<string, (batch: MessageBatch, services: Services) => Promise<void>>> = {
	"reelay-transcode": consumeTranscode,
	"reelay-transcode-dead": consumeTranscodeDeadLetters,
	"reelay-events": (batch, services) => consumeEvents(batch, services, WATCHED),
	"reelay-events-dead": consumeEventsDeadLetters,
	"reelay-cleanup": consumeCleanup,
	"reelay-cleanup-dead": consumeCleanupDeadLetters,
	"reelay-exports": (batch, services) => consumeExports(batch, services, EXPORTED),
	"reelay-exports-dead": consumeExportsDeadLetters,
	"reelay-mail": consumeMail,
	"reelay-mail-dead": consumeMailDeadLetters,
};

/** @throws for a queue that nobody reads */
export async function consume(batch: MessageBatch, services: Services): Promise<void> {
	const consumer = CONSUMERS[batch.queue];
	if (consumer === undefined) throw new Error(`no consumer for queue ${batch.queue}`);
	await consumer(batch, services);
}
