import { archiveHour } from "../../../contracts/archive.ts";
import { RETENTION } from "../../../contracts/retention.ts";
import type { Services } from "../../platform/services.ts";

/** Days looked at beyond it: a few nights may have been missed. */
const LOOKED_BACK_DAYS = 7;
const DAY_MS = 86_400_000;
/** Keys R2 deletes in one call, at most. */
const KEYS_A_CALL = 1_000;

/** Deletes archived events of days past their time. @returns how many objects */
export async function expireArchive(services: Pick<Services, "archive" | "clock">): Promise<number> {
	const { archive } = services;
	let deleted = 0;
	for (let day = RETENTION.watchArchive.days + 1; day <= RETENTION.watchArchive.days + LOOKED_BACK_DAYS; day++) {
		// `events/v1/2026/11/23/`: the folder of the day is that of its hours without the last part.
		const prefix = archiveHour(services.clock() - day * DAY_MS).replace(/\d\d\/$/, "");
		for (;;) {
			const { objects } = await archive.list({ prefix, limit: KEYS_A_CALL });
			if (objects.length === 0) break;
			await archive.delete(objects.map(({ key }) => key));
			deleted += objects.length;
		}
	}
	return deleted;
}
