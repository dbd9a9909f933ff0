import { createApp } from "./app.ts";
import { runSchedule } from "./ops/schedule.ts";
import type { Env } from "./platform/env.ts";
import { consume } from "./queues.ts";
import { servicesOf } from "./services.ts";

export { Conversation } from "../durable-objects/conversation.ts";
export { ExperimentLedger } from "../durable-objects/experiment-ledger.ts";
export { Inbox } from "../durable-objects/inbox.ts";
export { Ranker } from "../durable-objects/ranker.ts";
export { TranscoderContainer } from "../durable-objects/transcoder-container.ts";
export { UserSession } from "../durable-objects/user-session.ts";
export { VideoCounter } from "../durable-objects/video-counter.ts";
export { VideoRoom } from "../durable-objects/video-room.ts";

const app = createApp();

export default {
	fetch: (request, env, context) => app.fetch(request, env, context),
	queue: (batch, env) => consume(batch, servicesOf(env)),
	scheduled: (event, env) => runSchedule(event.cron, servicesOf(env)),
} satisfies ExportedHandler<Env>;
