import { SIGN_UPS_AN_HOUR_OF_ADDRESS, SIGN_UPS_AN_HOUR_OF_NETWORK } from "../../contracts/limits.ts";
import { fieldInvalid } from "../../contracts/problems/gateway.ts";
import { tooManySignUps } from "../../contracts/problems/limits.ts";
import type { Services } from "../platform/services.ts";
import { addOne, networkOf } from "../trust/index.ts";

const HOUR_MS = 3_600_000;

/**
 * Counts an account that is about to be made: of its network address and of what surrounds that, within the hour. A class that signs up
 * together is let in; a script that makes accounts by the hundred is not, and has to rent a network for each handful. @throws `rate_limited`
 */
export async function limitSignUps(services: Services, headers: Headers): Promise<void> {
	const network = networkOf(services, headers);
	if (network === null) return;
	const now = services.clock();
	const hour = Math.floor(now / HOUR_MS);
	const factor = services.config.DAILY_LIMIT_FACTOR;
	const [ofAddress = 1, ofNetwork = 1] = await addOne(services, [
		[`crowd:${hour}:sign-ups:${network.address}`, "made"],
		[`crowd:${hour}:sign-ups:${network.network}`, "around"],
	]);
	if (ofAddress <= SIGN_UPS_AN_HOUR_OF_ADDRESS * factor && ofNetwork <= SIGN_UPS_AN_HOUR_OF_NETWORK * factor) return;
	services.log.warn("sign_ups_used_up", { ofAddress, ofNetwork });
	throw tooManySignUps(Math.ceil(((hour + 1) * HOUR_MS - now) / 1_000));
}

/**
 * Refuses an address of a service whose addresses are thrown away after minutes: whoever forgets their password could never come back, and a
 * confirmed address is one of the few things that a ring has to pay for. Also one of its subdomains. @throws `invalid_fields`
 */
export async function refuseDisposable(email: string): Promise<void> {
	// Loaded when an address is first given in this isolate: a list that no other request needs.
	const { isDisposableEmailDomain } = await import("disposable-email-domains-js");
	const labels = email
		.slice(email.lastIndexOf("@") + 1)
		.toLowerCase()
		.split(".");
	const hosts = labels.slice(0, -1).map((_, place) => labels.slice(place).join("."));
	if (!hosts.some((host) => isDisposableEmailDomain(host))) return;
	throw fieldInvalid(
		"body.email",
		"This is an address that is thrown away after a while. Give one that you keep: it brings you back in when you forget your password.",
	);
}
