import * as z from "zod";
import type { Services } from "../../platform/services.ts";
import { probeStore } from "./probe.ts";

/** Between two probes of a deployment, seconds. */
const EVERY_S = 3_600;
const OUTCOME_KEY = "probe:store";
const TURN_KEY = "probe:store:turn";

/** What the last probe found. `at` in milliseconds since 1970. */
const Outcome = z.object({ at: z.number(), found: z.array(z.string()) });
type Outcome = z.infer<typeof Outcome>;

/** Probes the store now, says loudly what it finds, and keeps it for health. @throws when the store can't be reached */
export async function probeNow(services: Services): Promise<readonly string[]> {
	const found = await probeStore(services);
	if (found.length > 0) services.log.error("store_probe_found", { found });
	else services.log.info("store_probe_passed");
	const outcome: Outcome = { at: services.clock(), found };
	await services.redis.soft((redis) => redis.set(OUTCOME_KEY, outcome, { ex: 2 * EVERY_S }));
	return found;
}

/** Probes the store when the last time is an hour ago, so also soon after a deployment. @returns how much it found */
export async function probeHourly(services: Services): Promise<number> {
	const turn = await services.redis.soft((redis) => redis.set(TURN_KEY, 1, { nx: true, ex: EVERY_S }));
	return turn === "OK" ? (await probeNow(services)).length : 0;
}

/** What the last probe found; null when there was none lately. */
export async function lastProbe({ redis }: Services): Promise<Outcome | null> {
	return Outcome.nullable()
		.catch(null)
		.parse(await redis.soft((client) => client.get(OUTCOME_KEY)));
}
