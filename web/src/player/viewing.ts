import { type Signal, signal } from "@preact/signals";

/** How much data clips may take: as the line and the screen allow, little, or the best there is. */
export const QUALITIES = ["auto", "saver", "best"] as const;
export type Quality = (typeof QUALITIES)[number];

/** A choice that is kept on the device. */
function kept<Value extends string>(key: string, values: readonly Value[], usual: Value): Signal<Value> {
	const chosen = signal(usual);
	try {
		chosen.value = values.find((value) => value === localStorage.getItem(key)) ?? usual;
		chosen.subscribe((value) => localStorage.setItem(key, value));
	} catch {
		// A browser that keeps nothing: it holds for this visit.
	}
	return chosen;
}

export const quality = kept("reelay.quality", QUALITIES, "auto");
/** At its end a clip makes way for the next one, instead of beginning anew. */
export const goesOn = kept("reelay.goes-on", ["off", "on"], "off");
/** Nothing is shown but the picture; for as long as the page is open. */
export const isCleared = signal(false);
/** How loud clips are on the desk, 0–10; a phone has keys for it. */
export const volume = kept("reelay.volume", ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], "10");
