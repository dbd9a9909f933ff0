import { DurableObject } from "cloudflare:workers";
import type { Env } from "../workers/platform/env.ts";

/** One viewer's session. */
export class UserSession extends DurableObject<Env> {}
