import { tracing } from "cloudflare:workers";
import { EVENTS } from "./events.ts";
import type { Env } from "./platform/env.ts";
import { openServices, type Services } from "./platform/services.ts";
import { spansOf } from "./platform/spans.ts";

/** What features are given, once per isolate: for the Worker's roots, the objects' constructors and tests. */
export const servicesOf = (env: Env): Services => openServices(env, EVENTS, spansOf(tracing));
