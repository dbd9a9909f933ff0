import { DurableObject } from "cloudflare:workers";
import type { Env } from "../workers/platform/env.ts";

/** One video's numbers. */
export class VideoCounter extends DurableObject<Env> {}
