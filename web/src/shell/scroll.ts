/** Where each address was left, pixels from the top. */
const left = new Map<string, number>();
/** What is shown later than this was not waited for, milliseconds. */
const PATIENCE_MS = 4_000;
let shown = location.pathname;
let isReturn = false;
let endWaiting: () => void = () => undefined;

history.scrollRestoration = "manual";
addEventListener("scroll", () => left.set(location.pathname, scrollY), { passive: true });
// Closing a sheet goes back as well, but stays at the same address.
addEventListener("popstate", () => {
	isReturn = location.pathname !== shown;
});

/** To be called once the screen at `path` is drawn: a new one begins at its top, one returned to is found as it was left. */
export function scrollFor(path: string): void {
	endWaiting();
	const place = isReturn ? (left.get(path) ?? 0) : 0;
	isReturn = false;
	shown = path;
	scrollTo(0, place);
	if (scrollY < place - 1) goThereOnceItIsLongEnough(place);
}

/** A screen that loads anew is short at first: the place is there once enough of it is. Whoever scrolls meanwhile is not carried away. */
function goThereOnceItIsLongEnough(place: number): void {
	const grown = new ResizeObserver(() => {
		scrollTo(0, place);
		if (scrollY >= place - 1) endWaiting();
	});
	const moves = ["wheel", "touchstart", "keydown", "pointerdown"] as const;
	const patience = setTimeout(() => endWaiting(), PATIENCE_MS);
	endWaiting = () => {
		grown.disconnect();
		clearTimeout(patience);
		for (const move of moves) removeEventListener(move, endWaiting);
		endWaiting = () => undefined;
	};
	for (const move of moves) addEventListener(move, endWaiting, { passive: true });
	grown.observe(document.body);
}
