import { locale } from "../language/language.ts";

const MINUTE_MS = 60_000;

/** A length of time in hours and minutes, as people say it: "1 hr 5 min". Less than a minute is none. */
export function span(milliseconds: number): string {
	const minutes = Math.floor(milliseconds / MINUTE_MS);
	const parts = [
		[Math.floor(minutes / 60), "hour"],
		[minutes % 60, "minute"],
	] as const;
	const told = parts.filter(([count, unit]) => count > 0 || (unit === "minute" && minutes === 0));
	return told
		.map(([count, unit]) => new Intl.NumberFormat(locale.value, { style: "unit", unit, unitDisplay: "short" }).format(count))
		.join(" ");
}

/** A day of the week, short: "Mon". @param day `YYYY-MM-DD` */
export const weekday = (day: string): string =>
	new Intl.DateTimeFormat(locale.value, { weekday: "short", timeZone: "UTC" }).format(new Date(day));
