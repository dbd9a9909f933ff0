import { useEffect } from "preact/hooks";

const HOUSE = "reelay";

/** Names the screen in the browser's tab and history, and to screen readers when it opens. Nothing names the house alone. */
export function useTitle(title?: string): void {
	useEffect(() => {
		document.title = title ? `${title} · ${HOUSE}` : HOUSE;
		return () => {
			document.title = HOUSE;
		};
	}, [title]);
}
