import { env } from "cloudflare:test";
import type { Conversation } from "../../durable-objects/conversation.ts";
import type { ExperimentLedger } from "../../durable-objects/experiment-ledger.ts";
import type { Inbox } from "../../durable-objects/inbox.ts";
import type { Ranker } from "../../durable-objects/ranker.ts";
import type { UserSession } from "../../durable-objects/user-session.ts";
import type { VideoCounter } from "../../durable-objects/video-counter.ts";
import type { VideoRoom } from "../../durable-objects/video-room.ts";
import { type Bindings, bindingsOf } from "./bindings.ts";
import type { Env } from "./env.ts";

/** What the test runtime binds, its objects by class, so that tests can look inside them. */
export interface TestEnv extends Env {
	USER_SESSION: DurableObjectNamespace<UserSession> & DurableObjectNamespace;
	VIDEO_COUNTER: DurableObjectNamespace<VideoCounter> & DurableObjectNamespace;
	INBOX: DurableObjectNamespace<Inbox> & DurableObjectNamespace;
	CONVERSATION: DurableObjectNamespace<Conversation> & DurableObjectNamespace;
	VIDEO_ROOM: DurableObjectNamespace<VideoRoom> & DurableObjectNamespace;
	EXPERIMENT_LEDGER: DurableObjectNamespace<ExperimentLedger> & DurableObjectNamespace;
	RANKER: DurableObjectNamespace<Ranker> & DurableObjectNamespace;
}

export const testEnv = env as unknown as TestEnv;

/** What features are given, with some of what the cloud binds replaced. */
export const bindingsWith = (replaced: Partial<Record<keyof Env, unknown>>): Bindings => bindingsOf({ ...testEnv, ...replaced } as Env);
