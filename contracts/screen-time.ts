import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Timestamp } from "./ids.ts";

/** How long one watched, and after how long one wants to be told. */

/** Minutes a day that can be chosen as a limit, and between breaks. */
export const DAILY_LIMITS_MIN = [30, 45, 60, 90, 120, 180] as const;
export const BREAKS_MIN = [10, 20, 30, 60] as const;
/** What a teen is reminded after who chose nothing, minutes (docs/policies/teens.md). */
export const TEEN_LIMIT_MIN = 60;
/** Days that are told of, today among them. */
export const SCREEN_TIME_DAYS = 7;

const Zone = z
	.string()
	.max(64)
	.refine((zone) => isZone(zone), "Give a time zone as Intl names it, for example Europe/Berlin.")
	.default("UTC")
	.describe("Of the one who asks: where a day begins");

function isZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat("en", { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}

const Choices = z.object({
	limitMin: z
		.int()
		.refine((minutes) => DAILY_LIMITS_MIN.some((one) => one === minutes), `One of ${DAILY_LIMITS_MIN.join(", ")}.`)
		.nullable()
		.describe("Minutes a day after which one is told; null for never. A teen can't choose never"),
	breakMin: z
		.int()
		.refine((minutes) => BREAKS_MIN.some((one) => one === minutes), `One of ${BREAKS_MIN.join(", ")}.`)
		.nullable()
		.describe("Minutes of watching on end after which one is told; null for never"),
});

export type ScreenTimeChoices = z.infer<typeof Choices>;

export const ScreenTime = Choices.extend({
	days: z.array(z.object({ day: z.iso.date(), watchedMs: z.int().min(0) })).describe("The last seven, today last, on all devices together"),
	todayMs: z.int().min(0),
	at: Timestamp,
});
export type ScreenTime = z.infer<typeof ScreenTime>;

export const screenTime = endpoint({
	id: "screenTime",
	method: "GET",
	path: "/api/v1/users/me/screen-time",
	tag: "Accounts",
	access: "user",
	status: 200,
	summary: "How long one watched each of the last seven days, and when one is told of it",
	query: z.object({ zone: Zone }),
	answer: ScreenTime,
});
export const changeScreenTime = endpoint({
	id: "changeScreenTime",
	method: "PUT",
	path: "/api/v1/users/me/screen-time",
	tag: "Accounts",
	access: "user",
	status: 200,
	summary: "Choose after how long one is told",
	query: z.object({ zone: Zone }),
	body: Choices,
	answer: ScreenTime,
	problems: ["not_allowed"],
});
