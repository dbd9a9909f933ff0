import { waitUntil } from "cloudflare:workers";
import type { EventAt } from "../../contracts/telemetry.ts";
import { errorFields, type Log } from "./log.ts";

/** Goes on after the answer was given. What fails is logged under `event`. */
export function inBackground(log: Log, event: EventAt<"warn">, work: Promise<unknown>): void {
	waitUntil(work.catch((error: unknown) => log.warn(event, errorFields(error))));
}
