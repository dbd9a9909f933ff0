import { countryIn } from "../platform/country.ts";
import type { Circumstances } from "./session/protocol.ts";

const PHONE = /Mobi|Android|iPhone|iPad/i;

/** Country and hour of the day by the connection, as Cloudflare tells them, and kind of device by the browser's name. */
export function circumstancesOf(request: Request, now = Date.now()): Circumstances {
	const agent = request.headers.get("user-agent");
	// Read once: the runtime makes it anew each time.
	const { cf } = request;
	return {
		country: countryIn(cf),
		device: agent === null ? null : PHONE.test(agent) ? "phone" : "desktop",
		hour: hourIn(cf?.timezone, now),
	};
}

/** Making a formatter costs more than a request may; there are some hundred time zones. */
const zones = new Map<string, { readonly formatter: Intl.DateTimeFormat; quarter: number; hour: number }>();
const ZONES_MAX = 600;
/** Every zone's hours turn at a quarter of ours: what was told within one still holds. */
const QUARTER_MS = 15 * 60_000;

/** Hour of the day in a time zone; of UTC where it is not known. */
function hourIn(timezone: unknown, now: number): number {
	if (typeof timezone !== "string") return new Date(now).getUTCHours();
	const quarter = Math.floor(now / QUARTER_MS);
	const known = zones.get(timezone);
	if (known?.quarter === quarter) return known.hour;
	try {
		const formatter = known?.formatter ?? new Intl.DateTimeFormat("en", { timeZone: timezone, hour: "numeric", hourCycle: "h23" });
		const hour = Number(formatter.format(now));
		if (known !== undefined || zones.size < ZONES_MAX) zones.set(timezone, { formatter, quarter, hour });
		return hour;
	} catch {
		// A name this runtime does not know.
		return new Date(now).getUTCHours();
	}
}
