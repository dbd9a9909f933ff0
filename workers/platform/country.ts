/** Country of a request by its connection, as Cloudflare tells it: two letters; null when unknown, or behind Tor. */
export const countryOf = (request: Request): string | null => countryIn(request.cf);

/** The same of what Cloudflare tells. */
export function countryIn(cf: Request["cf"]): string | null {
	const country: unknown = cf?.country;
	return typeof country === "string" && /^[A-Z]{2}$/.test(country) && country !== "XX" ? country : null;
}
