import { env } from "cloudflare:test";
import { afterAll } from "vitest";
import type { Env } from "../../platform/env.ts";
import { servicesOf } from "../../services.ts";
import { ANSWERS_KEY, answers } from "./answered.ts";

/** Leaves what the file's tests were answered where the end of the run finds it (`workers-setup.ts`). */
afterAll(async () => {
	const [first, ...rest] = answers();
	if (first === undefined) return;
	await servicesOf(env as unknown as Env).redis.client.sadd(ANSWERS_KEY, first, ...rest);
});
