import { type ReadonlySignal, signal } from "@preact/signals";

function matches(query: string): ReadonlySignal<boolean> {
	const list = matchMedia(query);
	const state = signal(list.matches);
	list.addEventListener("change", () => {
		state.value = list.matches;
	});
	return state;
}

/** Wide enough for the rail at the left. */
export const isDesktop = matches("(min-width: 900px)");
/** Wide enough for the details panel beside the stage. */
export const isWide = matches("(min-width: 1180px)");
/** The person points with a finger. */
export const byFinger = matches("(pointer: coarse)");
export const reducedMotion = matches("(prefers-reduced-motion: reduce)");
