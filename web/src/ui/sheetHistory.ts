import { endGoingBack, startGoingBack } from "./goingBack.ts";

/** What the browser's history keeps for an entry that only holds a sheet: how many are open with it. */
interface SheetEntry {
	sheets: number;
}
const isSheetEntry = (state: unknown): state is SheetEntry =>
	typeof state === "object" && state !== null && "sheets" in state && typeof state.sheets === "number";
const depthOf = (state: unknown): number => (isSheetEntry(state) ? state.sheets : 0);

/** An open sheet. Its entry is the `depth`-th of a sheet in a row; none yet while the browser is on its way back. */
interface OpenSheet {
	depth: number | null;
	onBack(): void;
}

let open: readonly OpenSheet[] = [];
/** The lowest entry that a closed sheet left behind. */
let vacant: number | null = null;
/** The browser was asked to go back and has not yet: what is pushed now would be what it goes back from. */
let isGoingBack = false;

function goBack(steps: number): void {
	isGoingBack = true;
	startGoingBack();
	history.go(-steps);
}

function takeEntry(sheet: OpenSheet): void {
	if (vacant === null) {
		sheet.depth = depthOf(history.state) + 1;
		history.pushState({ sheets: sheet.depth } satisfies SheetEntry, "");
		return;
	}
	sheet.depth = vacant;
	const above = depthOf(history.state) - vacant;
	vacant = null;
	if (above > 0) goBack(above);
	else endGoingBack();
}

function giveVacantUp(): void {
	if (vacant === null) return;
	const steps = depthOf(history.state) - vacant + 1;
	vacant = null;
	if (steps > 0) goBack(steps);
	else endGoingBack();
}

/**
 * Gives an opening sheet an entry of its own in the browser's history, so that "back" closes it and not the screen. Answers the way to give
 * the entry up when the sheet was closed otherwise. A link followed out of a sheet has to replace the entry, not add to it.
 *
 * A sheet that takes the place of another within one rendering takes its entry as well; one that opens while the browser is still going
 * back gets its entry once it is there. Otherwise the way back from the first sheet would close the second.
 */
export function enterSheet(onBack: () => void): () => void {
	const sheet: OpenSheet = { depth: null, onBack };
	open = [...open, sheet];
	if (!isGoingBack) takeEntry(sheet);
	return () => {
		open = open.filter((other) => other !== sheet);
		if (sheet.depth === null || depthOf(history.state) < sheet.depth) return;
		vacant = Math.min(vacant ?? sheet.depth, sheet.depth);
		startGoingBack();
		queueMicrotask(giveVacantUp);
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
		() => {
			// Not the event's own state: a sheet that waited for it may have an entry by now.
			if (depthOf(history.state) > 0) return;
			stop.abort();
			act();
		},
		{ signal: stop.signal },
	);
	return () => stop.abort();
}

addEventListener("popstate", (event) => {
	const depth = depthOf(event.state);
	isGoingBack = false;
	for (const sheet of open.toReversed()) if (sheet.depth !== null && sheet.depth > depth) sheet.onBack();
	// An entry whose sheet is long gone, as after a reload, is nowhere to stop at.
	if (open.length === 0 && depth > 0) return goBack(1);
	for (const sheet of open) if (sheet.depth === null) takeEntry(sheet);
	if (vacant === null) endGoingBack();
});
