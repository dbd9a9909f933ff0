/**
 * Calls back when "/" is pressed where nobody types; where a box to search in is on the screen, that one is written in instead.
 * Answers the way to stop.
 */
export function onSearchKey(open: () => void): () => void {
	const onKey = (event: KeyboardEvent) => {
		if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
		if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
		event.preventDefault();
		const box = document.querySelector<HTMLInputElement>("input[type=search][name=q]");
		if (box === null) open();
		else box.focus();
	};
	addEventListener("keydown", onKey);
	return () => removeEventListener("keydown", onKey);
}
