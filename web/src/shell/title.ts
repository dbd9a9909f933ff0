import { effect, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { news } from "./activity.ts";

const HOUSE = "reelay";
/** Names the screen; null where the house is all there is to name. */
const screen = signal<string | null>(null);

effect(() => {
	const named = screen.value ? `${screen.value} · ${HOUSE}` : HOUSE;
	document.title = news.value > 0 ? `(${news.value > 99 ? "99+" : news.value}) ${named}` : named;
});

/** Names the screen in the browser's tab and history, with what waits, and to screen readers when it opens. Nothing names the house alone. */
export function useTitle(title?: string): void {
	useEffect(() => {
		screen.value = title ?? null;
		return () => {
			screen.value = null;
		};
	}, [title]);
}
