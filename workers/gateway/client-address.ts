/**
 * The key under which a network address is counted: an IPv4 address whole, of an IPv6 address the /64, which is what one
 * household gets. Cloudflare sets the header and drops what a client put there.
 */
export function addressKey(headers: Headers): string {
	const address = headers.get("cf-connecting-ip") ?? "unknown";
	if (!address.includes(":")) return address;
	const [head = "", tail] = address.toLowerCase().split("::");
	const groups = head === "" ? [] : head.split(":");
	if (tail !== undefined) {
		const rest = tail === "" ? [] : tail.split(":");
		while (groups.length + rest.length < 8) groups.push("0");
		groups.push(...rest);
	}
	return `${groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ""))
		.join(":")}::/64`;
}
