import { keptMs, type SweptName } from "../../../contracts/retention.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { BATCH, SWEEPS, type Sweep } from "./sweeps.ts";

/** Batches of one sweep in one night, at most: what is left goes the next. */
const BATCHES_A_NIGHT = 50;

/**
 * Deletes what is past its time by the table (`contracts/retention.ts`), in batches. A sweep that fails is logged and keeps no other from
 * running; what it left is found again the next night, for it is past its time all the same.
 * @returns how many rows were deleted
 */
export async function sweepRetention(services: Services, sweeps: Readonly<Record<SweptName, readonly Sweep[]>> = SWEEPS): Promise<number> {
	let all = 0;
	const startedAt = services.clock();
	for (const name of Object.keys(sweeps) as SweptName[]) {
		const before = new Date(services.clock() - keptMs(name));
		for (const sweep of sweeps[name]) {
			try {
				all += await inBatches(services, sweep, before);
			} catch (error) {
				services.log.error("schedule_job_failed", { job: `retention_${name}`, ms: services.clock() - startedAt, ...errorFields(error) });
			}
		}
	}
	return all;
}

async function inBatches(services: Services, sweep: Sweep, before: Date): Promise<number> {
	let gone = 0;
	for (let batch = 0; batch < BATCHES_A_NIGHT; batch++) {
		const deleted = await sweep(services, before);
		gone += deleted;
		if (deleted < BATCH) break;
	}
	return gone;
}
