/** Country of a request by its connection, as Cloudflare tells it: two letters; null when unknown, or behind Tor. */
export function countryOf(request: Request): string | null {
	const country: unknown = request.cf?.country;
	return typeof country === "string" && /^[A-Z]{2}$/.test(country) && country !== "XX" ? country : null;
}
