import { tzOffset } from "@date-fns/tz";
import type { QuietHours } from "../../../../contracts/notifications.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** `07:30` → 450. */
const minutesOf = (time: string): number => {
	const [hours = 0, minutes = 0] = time.split(":").map(Number);
	return hours * 60 + minutes;
};

/** How far a zone's clocks are ahead of UTC at a moment, milliseconds. */
const offsetMs = (zone: string, at: number): number => tzOffset(zone, new Date(at)) * MINUTE_MS;

/** What the clocks of a zone show at a moment, as milliseconds since 1970 on those clocks. */
const wallOf = (zone: string, at: number): number => at + offsetMs(zone, at);

/**
 * The first moment at which the clocks of a zone show this or later: of an hour that comes twice the first time, of one that is left out
 * the moment after it.
 */
function momentOf(zone: string, wall: number): number {
	// A zone's offset changes by hours at most, so it is one of those a day before and after.
	const offsets = [offsetMs(zone, wall - DAY_MS), offsetMs(zone, wall + DAY_MS)];
	const moments = offsets.map((offset) => wall - offset).sort((a, b) => a - b);
	const shown = moments.find((moment) => wallOf(zone, moment) === wall);
	// Left out: the clocks jump over it, at the moment between the two.
	return shown ?? firstAfter(zone, wall, moments);
}

/** The clocks jump from before to after `wall` somewhere between the two moments. */
function firstAfter(zone: string, wall: number, [low = 0, high = 0]: readonly number[]): number {
	let [before, after] = [low - MINUTE_MS, high + MINUTE_MS];
	while (after - before > MINUTE_MS) {
		const middle = Math.floor((before + after) / 2 / MINUTE_MS) * MINUTE_MS;
		if (wallOf(zone, middle) < wall) before = middle;
		else after = middle;
	}
	return after;
}

/** The next moment after `at` at which the clocks of a zone show a time of day, on one of these days of the week (0: Sunday); any day when none are named. */
export function nextTimeOfDay(zone: string, time: string, at: number, day: number | null = null): number {
	const today = Math.floor(wallOf(zone, at) / DAY_MS) * DAY_MS;
	for (let ahead = -1; ahead <= 8; ahead++) {
		const wall = today + ahead * DAY_MS + minutesOf(time) * MINUTE_MS;
		const moment = momentOf(zone, wall);
		if (moment > at && (day === null || new Date(wall).getUTCDay() === day)) return moment;
	}
	throw new Error(`there is no ${time} in ${zone}`);
}

/**
 * Until when it is quiet, milliseconds since 1970; null when it is not quiet now. What the clocks show says so: quiet hours are an hour
 * shorter or longer in the night the clocks change.
 */
export function quietUntil(quiet: QuietHours | null, zone: string, at: number): number | null {
	if (quiet === null) return null;
	const now = Math.floor((wallOf(zone, at) % DAY_MS) / MINUTE_MS);
	const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
	const isQuiet = from < to ? now >= from && now < to : now >= from || now < to;
	return isQuiet ? nextTimeOfDay(zone, quiet.to, at) : null;
}
