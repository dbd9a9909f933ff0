import { commit, resisted, Velocity, WheelGate } from "./swipe.ts";

/** Moved less than this, a touch is a tap, pixels. */
const TAP_SLOP = 9;
/** A second tap within this time makes a double tap, milliseconds. */
const DOUBLE_TAP_MS = 260;
/** Resting on the picture for this long is a hold, milliseconds. */
const HOLD_MS = 450;

export interface StageGestureHooks {
	canGo(step: -1 | 1): boolean;
	drag(offset: number): void;
	/** Let go: moves by `step` clips, or back to where it was, at `speed` stage heights per second. */
	release(step: -1 | 0 | 1, speed: number): void;
	step(step: -1 | 1): void;
	/** Called at once; a second tap that makes a double tap of it calls it again, which takes it back. */
	tap(): void;
	/** At a place of the page, pixels. Further taps in a row call it too. */
	doubleTap(x: number, y: number): void;
	/** The picture is held down, or let go. */
	hold(on: boolean): void;
}

const isControl = (target: EventTarget | null) => target instanceof Element && target.closest("button, a, input, [role=slider]") !== null;
/** What scrolls by itself keeps the finger and the wheel. */
const isScroller = (target: EventTarget | null) => target instanceof Element && target.closest("[data-scroll]") !== null;

/** Swipe, tap, double tap and wheel on the stage. Answers the way to stop listening. */
export function listenToStage(stage: HTMLElement, hooks: StageGestureHooks): () => void {
	const stop = new AbortController();
	const { signal } = stop;
	const wheel = new WheelGate();
	let touch: { id: number; x: number; y: number; dragging: boolean; held: boolean; velocity: Velocity; onControl: boolean } | null = null;
	let holdTimer = 0;
	let lastTap = { at: Number.NEGATIVE_INFINITY, took: false };
	const height = () => stage.clientHeight || 1;
	const offsetOf = (y: number) => (touch ? resisted((touch.y - y) / height(), hooks.canGo(-1), hooks.canGo(1)) : 0);

	const onTap = (event: PointerEvent) => {
		const again = event.timeStamp - lastTap.at < DOUBLE_TAP_MS;
		if (!again || lastTap.took) hooks.tap();
		if (again) hooks.doubleTap(event.clientX, event.clientY);
		lastTap = { at: event.timeStamp, took: !again };
	};
	stage.addEventListener(
		"pointerdown",
		(event) => {
			if (touch || event.button !== 0 || isScroller(event.target)) return;
			touch = {
				id: event.pointerId,
				x: event.clientX,
				y: event.clientY,
				dragging: false,
				held: false,
				velocity: new Velocity(),
				onControl: isControl(event.target),
			};
			const begun = touch;
			holdTimer = window.setTimeout(() => {
				if (touch !== begun || begun.dragging || begun.onControl) return;
				begun.held = true;
				hooks.hold(true);
			}, HOLD_MS);
		},
		{ signal },
	);
	stage.addEventListener(
		"pointermove",
		(event) => {
			if (!touch || touch.held || event.pointerId !== touch.id || event.pointerType === "mouse") return;
			const [dx, dy] = [event.clientX - touch.x, event.clientY - touch.y];
			if (!touch.dragging) {
				if (Math.abs(dy) < TAP_SLOP || Math.abs(dx) > Math.abs(dy)) return;
				touch.dragging = true;
				// From here on, so that the stage does not jump by the slop.
				touch.y += Math.sign(dy) * TAP_SLOP;
				stage.setPointerCapture(event.pointerId);
			}
			touch.velocity.add((touch.y - event.clientY) / height(), event.timeStamp);
			hooks.drag(offsetOf(event.clientY));
		},
		{ signal },
	);
	const end = (event: PointerEvent) => {
		if (!touch || event.pointerId !== touch.id) return;
		const { dragging, held, onControl, velocity, x, y } = touch;
		const offset = offsetOf(event.clientY);
		touch = null;
		clearTimeout(holdTimer);
		if (held) return hooks.hold(false);
		if (dragging) {
			const speed = velocity.at(event.timeStamp);
			const wanted = event.type === "pointercancel" ? 0 : commit(offset, speed);
			hooks.release(wanted !== 0 && hooks.canGo(wanted) ? wanted : 0, speed);
		} else if (!onControl && event.type === "pointerup" && Math.hypot(event.clientX - x, event.clientY - y) < TAP_SLOP) onTap(event);
	};
	stage.addEventListener("pointerup", end, { signal });
	stage.addEventListener("pointercancel", end, { signal });
	// A held finger would open the browser's own menu; a mouse asks for it with its other button.
	stage.addEventListener("contextmenu", (event) => touch && event.preventDefault(), { signal });
	stage.addEventListener(
		"wheel",
		(event) => {
			if (isScroller(event.target)) return;
			event.preventDefault();
			const step = wheel.step(event.deltaY, event.timeStamp);
			if (step !== 0) hooks.step(step);
		},
		{ signal, passive: false },
	);
	return () => {
		clearTimeout(holdTimer);
		stop.abort();
	};
}
