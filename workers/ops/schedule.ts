import type { Services } from "../platform/services.ts";

/** Runs what is due at a cron tick; each job is idempotent and logs its own outcome. */
export async function runSchedule(cron: string, services: Services): Promise<void> {
	services.log.info("schedule_tick", { cron });
}
