import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { lineWay } from "../language/language.ts";

/** Share of the screen's width a finger has to go. */
const FAR_ENOUGH = 0.25;

/** A finger's swipe to the right, in Arabic to the left, over the element goes back, as the one to the left led here. Up and down it scrolls as ever. */
export function useSwipeBack(element: RefObject<HTMLElement>, isThere: boolean): void {
	useEffect(() => {
		const over = element.current;
		if (!over || history.length <= 1) return;
		const stop = new AbortController();
		const { signal } = stop;
		let from: { id: number; x: number; y: number } | null = null;
		over.addEventListener(
			"pointerdown",
			({ pointerId, pointerType, clientX, clientY }) => {
				from = pointerType === "touch" && from === null ? { id: pointerId, x: clientX, y: clientY } : null;
			},
			{ signal },
		);
		// Taken over by the browser for scrolling.
		over.addEventListener("pointercancel", () => (from = null), { signal });
		over.addEventListener(
			"pointerup",
			({ pointerId, clientX, clientY }) => {
				const begun = from;
				from = null;
				if (begun?.id !== pointerId || document.querySelector("dialog[open]")) return;
				const [dx, dy] = [lineWay() * (clientX - begun.x), clientY - begun.y];
				if (dx > innerWidth * FAR_ENOUGH && dx > 2 * Math.abs(dy)) history.back();
			},
			{ signal },
		);
		return () => stop.abort();
	}, [isThere]);
}
