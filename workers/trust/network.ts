import { createHmac } from "node:crypto";
import { LRUCache } from "lru-cache";
import { addressKey } from "../gateway/index.ts";
import { perIsolate } from "../platform/isolate.ts";
import type { Services } from "../platform/services.ts";

const DAY_MS = 86_400_000;
/** 72 bits: two of a day's addresses are never taken for one. */
const HASH_CHARACTERS = 12;

/** Where a request came from, as a name that says nothing the day after: a keyed hash, under another key each day. */
export interface Network {
	/** Of the address (of IPv6, the household's /64). */
	readonly address: string;
	/** Of what surrounds it, usually one provider's or one organisation's: of IPv4 the /24, of IPv6 the /48. */
	readonly network: string;
}

const known = perIsolate(() => new LRUCache<string, Network>({ max: 10_000 }));

/** Null where the address is not told: Cloudflare always does. */
export function networkOf(services: Services, headers: Headers): Network | null {
	if (!headers.has("cf-connecting-ip")) return null;
	const address = addressKey(headers);
	const name = `${Math.floor(services.clock() / DAY_MS)}.${address}`;
	const held = known(services).get(name);
	if (held !== undefined) return held;
	const hash = (text: string) =>
		createHmac("sha256", services.config.AUTH_SECRET)
			.update(`network:${name.split(".", 1)[0]}:${text}`)
			.digest("base64url")
			.slice(0, HASH_CHARACTERS);
	const made = { address: hash(address), network: hash(surroundings(address)) };
	known(services).set(name, made);
	return made;
}

/** The wider network of an address as `addressKey` gives it. */
function surroundings(address: string): string {
	if (address.includes(":")) return `${address.split(":").slice(0, 3).join(":")}::/48`;
	const parts = address.split(".");
	return parts.length === 4 ? `${parts.slice(0, 3).join(".")}.0/24` : address;
}
