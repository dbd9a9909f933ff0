import { lineWay } from "../language/language.ts";
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
	/** Let go: moves by `step` clips, if there is one, or back to where it was, at `speed` stage heights per second. */
	release(step: -1 | 0 | 1, speed: number): void;
	/** Follows a finger that goes down where no clip is before, pixels; 0 when it has gone back or was taken away. */
	pull(distance: number): void;
	/** Let go of after `distance` pixels. */
	pullDone(distance: number): void;
	/** Follows a finger that goes to the left, 0 to 1 of the stage's width. */
	slide(share: number): void;
	/** Let go of, far enough to the left or fast enough. */
	slideAway(): void;
	step(step: -1 | 1): void;
	/** Called at once; a second tap that makes a double tap of it calls it again, which takes it back. */
	tap(): void;
	/** At a place of the page, pixels. Further taps in a row call it too. */
	doubleTap(x: number, y: number): void;
	/** The picture is held down, or let go. */
	hold(on: boolean): void;
}

interface Touch {
	readonly id: number;
	readonly x: number;
	y: number;
	/** Of the stage as the finger came down, pixels. */
	readonly width: number;
	readonly height: number;
	/** Where it goes: up and down between clips, or to the left towards the creator; null until that shows. */
	along: "clips" | "creator" | null;
	held: boolean;
	readonly velocity: Velocity;
	readonly onControl: boolean;
}

const isControl = (target: EventTarget | null) => target instanceof Element && target.closest("button, a, input, [role=slider]") !== null;
/** What scrolls by itself keeps the finger and the wheel. */
const isScroller = (target: EventTarget | null) => target instanceof Element && target.closest("[data-scroll]") !== null;

/** Swipes, taps, double tap, hold and wheel on the stage. Answers the way to stop listening. */
export function listenToStage(stage: HTMLElement, hooks: StageGestureHooks): () => void {
	const stop = new AbortController();
	const { signal } = stop;
	const wheel = new WheelGate();
	let touch: Touch | null = null;
	let holdTimer = 0;
	let lastTap = { at: Number.NEGATIVE_INFINITY, took: false };
	/** Towards the creator: to the left, in Arabic to the right. */
	const leftOf = (x: number) => (touch ? Math.max(0, (lineWay() * (touch.x - x)) / touch.width) : 0);
	const wayOf = (y: number) => (touch ? (touch.y - y) / touch.height : 0);
	const offsetOf = (y: number) => resisted(wayOf(y), hooks.canGo(-1), hooks.canGo(1));

	const pullOf = (y: number) => (touch && !hooks.canGo(-1) ? Math.max(0, y - touch.y) : 0);

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
				// Once for the touch: asked for at each of its moves, it would have the page laid out in between.
				width: stage.clientWidth || 1,
				height: stage.clientHeight || 1,
				along: null,
				held: false,
				velocity: new Velocity(),
				onControl: isControl(event.target),
			};
			const begun = touch;
			holdTimer = window.setTimeout(() => {
				if (touch !== begun || begun.along !== null || begun.onControl) return;
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
			if (touch.along === null) {
				if (Math.max(Math.abs(dx), Math.abs(dy)) < TAP_SLOP) return;
				const isUpright = Math.abs(dy) >= Math.abs(dx);
				if (!isUpright && lineWay() * dx > 0) return;
				touch.along = isUpright ? "clips" : "creator";
				// From here on, so that the stage does not jump by the slop.
				if (isUpright) touch.y += Math.sign(dy) * TAP_SLOP;
				stage.setPointerCapture(event.pointerId);
			}
			if (touch.along === "creator") {
				touch.velocity.add((-lineWay() * dx) / touch.width, event.timeStamp);
				hooks.slide(leftOf(event.clientX));
				return;
			}
			touch.velocity.add((touch.y - event.clientY) / touch.height, event.timeStamp);
			hooks.drag(offsetOf(event.clientY));
			hooks.pull(pullOf(event.clientY));
		},
		{ signal },
	);
	const end = (event: PointerEvent) => {
		if (!touch || event.pointerId !== touch.id) return;
		const { along, held, onControl, velocity, x, y } = touch;
		// The finger's own way, also where the stage holds back: whoever wants to go on at the end is told.
		const offset = along === "creator" ? leftOf(event.clientX) : wayOf(event.clientY);
		const pull = along === "clips" && event.type === "pointerup" ? pullOf(event.clientY) : 0;
		touch = null;
		clearTimeout(holdTimer);
		if (held) return hooks.hold(false);
		const speed = velocity.at(event.timeStamp);
		const wanted = event.type === "pointercancel" ? 0 : commit(offset, speed);
		if (along === "creator") {
			if (wanted > 0) hooks.slideAway();
			else hooks.slide(0);
		} else if (along === "clips") {
			hooks.release(wanted, speed);
			hooks.pullDone(pull);
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
