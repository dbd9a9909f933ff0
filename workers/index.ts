import { consumeMail, consumeMailDeadLetters } from "./accounts/mail/consumer.ts";
import { createApp } from "./app.ts";
import { consumeEvents } from "./feed/events/consumer.ts";
import { runSchedule } from "./ops/schedule.ts";
import type { Env } from "./platform/env.ts";
import type { Services } from "./platform/services.ts";
import { servicesOf } from "./services.ts";
import { consumeCleanup } from "./videos/cleanup/consumer.ts";
import { consumeTranscode, consumeTranscodeDeadLetters } from "./videos/pipeline/consumer.ts";

export { ExperimentLedger } from "../durable-objects/experiment-ledger.ts";
export { Inbox } from "../durable-objects/inbox.ts";
export { Ranker } from "../durable-objects/ranker.ts";
export { TranscoderContainer } from "../durable-objects/transcoder-container.ts";
export { UserSession } from "../durable-objects/user-session.ts";
export { VideoCounter } from "../durable-objects/video-counter.ts";

const app = createApp();

/** Which consumer reads which queue; the names are those of `wrangler.toml`. */
const CONSUMERS: Record<string, (batch: MessageBatch, services: Services) => Promise<void>> = {
	"reelay-transcode": consumeTranscode,
	"reelay-transcode-dead": consumeTranscodeDeadLetters,
	"reelay-events": consumeEvents,
	"reelay-cleanup": consumeCleanup,
	"reelay-mail": consumeMail,
	"reelay-mail-dead": consumeMailDeadLetters,
};

export default {
	fetch: (request, env, context) => app.fetch(request, env, context),
	async queue(batch, env) {
		const consume = CONSUMERS[batch.queue];
		if (consume === undefined) throw new Error(`no consumer for queue ${batch.queue}`);
		await consume(batch, servicesOf(env));
	},
	scheduled: (event, env) => runSchedule(event.cron, servicesOf(env)),
} satisfies ExportedHandler<Env>;
