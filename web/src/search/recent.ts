import { signal } from "@preact/signals";
import { account } from "../account/session.ts";

/** Searches kept, the latest first; they never leave the device. */
const KEPT = 12;
const keyOf = (owner: string): string => `reelay.searches.${owner}`;
const owner = (): string => account.value?.id ?? "guest";

/** Rises with each change, so that who shows them reads them again. */
const changed = signal(0);

/** What was searched for on this device by who uses it now, the latest first. */
export function recentSearches(): readonly string[] {
	void changed.value;
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(keyOf(owner())) ?? "[]");
		return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, KEPT) : [];
	} catch {
		// Not ours, or a browser that keeps nothing.
		return [];
	}
}

function keep(searches: readonly string[]): void {
	try {
		if (searches.length === 0) localStorage.removeItem(keyOf(owner()));
		else localStorage.setItem(keyOf(owner()), JSON.stringify(searches));
	} catch {
		// Full, or forbidden: there are none to come back to.
	}
	changed.value++;
}

export const rememberSearch = (text: string): void =>
	keep([text, ...recentSearches().filter((one) => one.toLowerCase() !== text.toLowerCase())].slice(0, KEPT));
export const forgetSearch = (text: string): void => keep(recentSearches().filter((one) => one !== text));
export const forgetSearches = (): void => keep([]);
