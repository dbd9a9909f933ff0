import { countryOf } from "../platform/country.ts";
import type { Circumstances } from "./session/protocol.ts";

const PHONE = /Mobi|Android|iPhone|iPad/i;

/** Country by the connection, as Cloudflare tells it, and kind of device by the browser's name. */
export function circumstancesOf(request: Request): Circumstances {
	const agent = request.headers.get("user-agent");
	return {
		country: countryOf(request),
		device: agent === null ? null : PHONE.test(agent) ? "phone" : "desktop",
	};
}
