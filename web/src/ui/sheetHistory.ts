/** What the browser's history keeps for an entry that only holds a sheet: how many are open with it. */
interface SheetEntry {
	sheets: number;
}
const isSheetEntry = (state: unknown): state is SheetEntry =>
	typeof state === "object" && state !== null && "sheets" in state && typeof state.sheets === "number";
const depthOf = (state: unknown): number => (isSheetEntry(state) ? state.sheets : 0);

let open = 0;

/**
 * Gives an opening sheet an entry of its own in the browser's history, so that "back" closes it and not the screen. Answers the way to give
 * the entry up when the sheet was closed otherwise. A link followed out of a sheet has to replace the entry, not add to it.
 */
export function enterSheet(onBack: () => void): () => void {
	const depth = depthOf(history.state) + 1;
	history.pushState({ sheets: depth } satisfies SheetEntry, "");
	open++;
	const onPop = (event: PopStateEvent) => {
		if (depthOf(event.state) < depth) onBack();
	};
	addEventListener("popstate", onPop);
	return () => {
		removeEventListener("popstate", onPop);
		open--;
		if (depthOf(history.state) >= depth) history.back();
	};
}

/** Runs `act` as soon as the entry of no sheet is the current one, at once if none is. Answers the way to give that up. */
export function whenNoSheet(act: () => void): () => void {
	if (depthOf(history.state) === 0) {
		act();
		return () => undefined;
	}
	const stop = new AbortController();
	addEventListener(
		"popstate",
		(event) => {
			if (depthOf(event.state) > 0) return;
			stop.abort();
			act();
		},
		{ signal: stop.signal },
	);
	return () => stop.abort();
}

// An entry whose sheet is long gone, as after a reload, is nowhere to stop at.
addEventListener("popstate", (event) => {
	if (open === 0 && depthOf(event.state) > 0) history.back();
});
