import { countryOf } from "../platform/country.ts";
import type { Circumstances } from "./session/protocol.ts";

const PHONE = /Mobi|Android|iPhone|iPad/i;

/** Country and hour of the day by the connection, as Cloudflare tells them, and kind of device by the browser's name. */
export function circumstancesOf(request: Request, now = Date.now()): Circumstances {
	const agent = request.headers.get("user-agent");
	return {
		country: countryOf(request),
		device: agent === null ? null : PHONE.test(agent) ? "phone" : "desktop",
		hour: hourIn(request.cf?.timezone, now),
	};
}

/** Making a formatter costs more than a request may; there are some hundred time zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const ZONES_MAX = 600;

/** Hour of the day in a time zone; of UTC where it is not known. */
function hourIn(timezone: unknown, now: number): number {
	if (typeof timezone !== "string") return new Date(now).getUTCHours();
	try {
		let formatter = formatters.get(timezone);
		if (formatter === undefined) {
			formatter = new Intl.DateTimeFormat("en", { timeZone: timezone, hour: "numeric", hourCycle: "h23" });
			if (formatters.size < ZONES_MAX) formatters.set(timezone, formatter);
		}
		return Number(formatter.format(now));
	} catch {
		// A name this runtime does not know.
		return new Date(now).getUTCHours();
	}
}
