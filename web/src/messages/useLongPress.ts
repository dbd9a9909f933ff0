import { useEffect, useMemo, useRef } from "preact/hooks";

/** A touch held down this long means more, milliseconds. */
const HELD_MS = 420;
/** Moved further, it scrolls, pixels. */
const SLOP = 10;

/** Handlers for an element that answers to a touch held down. A mouse has other ways. */
export function useLongPress(onHeld: () => void) {
	const held = useRef(onHeld);
	held.current = onHeld;
	const state = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
	const stop = () => {
		clearTimeout(state.current?.timer);
		state.current = null;
	};
	useEffect(() => stop, []);
	return useMemo(
		() => ({
			onPointerDown({ pointerType, clientX, clientY }: PointerEvent) {
				stop();
				if (pointerType === "mouse") return;
				const timer = setTimeout(() => {
					state.current = null;
					navigator.vibrate?.(8);
					held.current();
				}, HELD_MS);
				state.current = { timer, x: clientX, y: clientY };
			},
			onPointerMove({ clientX, clientY }: PointerEvent) {
				const begun = state.current;
				if (begun && Math.hypot(clientX - begun.x, clientY - begun.y) > SLOP) stop();
			},
			onPointerUp: stop,
			onPointerCancel: stop,
		}),
		[],
	);
}
