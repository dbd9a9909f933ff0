import type { Circumstances } from "./session/protocol.ts";

const PHONE = /Mobi|Android|iPhone|iPad/i;

/** Country by the connection, as Cloudflare tells it, and kind of device by the browser's name. */
export function circumstancesOf(request: Request): Circumstances {
	const country: unknown = request.cf?.country;
	const agent = request.headers.get("user-agent");
	return {
		country: typeof country === "string" && country !== "XX" && country !== "T1" ? country : null,
		device: agent === null ? null : PHONE.test(agent) ? "phone" : "desktop",
	};
}
