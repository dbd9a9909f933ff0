/** Where each address was left, pixels from the top. */
const left = new Map<string, number>();
let shown = location.pathname;
let isReturn = false;

history.scrollRestoration = "manual";
addEventListener("scroll", () => left.set(location.pathname, scrollY), { passive: true });
// Closing a sheet goes back as well, but stays at the same address.
addEventListener("popstate", () => {
	isReturn = location.pathname !== shown;
});

/** To be called once the screen at `path` is drawn: a new one begins at its top, one returned to is found as it was left. */
export function scrollFor(path: string): void {
	scrollTo(0, isReturn ? (left.get(path) ?? 0) : 0);
	isReturn = false;
	shown = path;
}
