import { SCREEN_TIME_DAYS } from "../../../contracts/screen-time.ts";
import type { Hour } from "./log.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Hours as the last days of a time zone, today last. An hour belongs to the day it begins in: where zones differ by half an hour, half an
 * hour of a night may stand on the day before.
 * @param now milliseconds since 1970
 */
export function daysOf(hours: readonly Hour[], zone: string, now: number): { day: string; watchedMs: number }[] {
	const dayOf = dayIn(zone);
	const sums = new Map<string, number>();
	for (const { hour, ms } of hours) {
		const day = dayOf(hour * HOUR_MS);
		sums.set(day, (sums.get(day) ?? 0) + ms);
	}
	const today = Date.parse(dayOf(now));
	return Array.from({ length: SCREEN_TIME_DAYS }, (_, place) => {
		const day = new Date(today - (SCREEN_TIME_DAYS - 1 - place) * DAY_MS).toISOString().slice(0, 10);
		return { day, watchedMs: sums.get(day) ?? 0 };
	});
}

function dayIn(zone: string): (at: number) => string {
	const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
	return (at) => parts.format(at);
}
