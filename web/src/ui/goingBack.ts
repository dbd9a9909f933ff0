/** What waits for the browser to be back from the entries of closed sheets; null while it is not on its way. */
let waiting: (() => void)[] | null = null;

/** The browser was asked to go back, or is about to be. */
export function startGoingBack(): void {
	waiting ??= [];
}
/** It is back, or has nowhere to go back from after all. */
export function endGoingBack(): void {
	const acts = waiting ?? [];
	waiting = null;
	for (const act of acts) act();
}

/** Runs `act` once the browser is back, at once if it is not on its way: a screen that is gone to before would be what it goes back from. */
export function onceBack(act: () => void): void {
	if (waiting === null) act();
	else waiting.push(act);
}
