/** Of a key press, what tells whether it belongs to an input method. */
export interface ComposingKey {
	readonly isComposing: boolean;
	readonly keyCode: number;
	/** Milliseconds, on the clock of the other events. */
	readonly timeStamp: number;
}

/** What browsers report for a key that went to an input method (UI Events §"keyCode values"). */
const PROCESSED = 229;
/** Safari ends a composition before it reports the key that ended it; both come of one press, milliseconds. */
const SAME_PRESS_MS = 60;

/**
 * Knows which keys go to an input method (Korean, Japanese, Chinese, accents): Enter then takes a suggestion, Escape drops it and
 * arrows choose among them, and none of them may send, close or swipe anything.
 */
export class Composition {
	private isOpen = false;
	private endedAt = Number.NEGATIVE_INFINITY;
	private keyIsDown = false;

	start(): void {
		this.isOpen = true;
	}

	/** @param at milliseconds, on the clock of the keys */
	end(at: number): void {
		this.isOpen = false;
		this.endedAt = at;
	}

	/** Whether this press belongs to the input method. */
	takes(key: ComposingKey): boolean {
		this.keyIsDown =
			this.isOpen ||
			key.isComposing ||
			key.keyCode === PROCESSED ||
			(key.timeStamp >= this.endedAt && key.timeStamp - this.endedAt < SAME_PRESS_MS);
		return this.keyIsDown;
	}

	/** The key went up: the next press is another one, however soon it comes. */
	release(): void {
		this.keyIsDown = false;
		this.endedAt = Number.NEGATIVE_INFINITY;
	}

	/** Whether a key of the input method is down: what the browser does of itself now (send a form, close a dialog) was not meant. */
	get isPressed(): boolean {
		return this.keyIsDown;
	}
}

/**
 * Keeps the keys of input methods from every handler of the page, those to come included: fields and shortcuts need not know of
 * them. Called once, before anything else listens. Answers the way to stop.
 */
export function guardComposition(target: EventTarget = window): () => void {
	const composition = new Composition();
	const stop = new AbortController();
	const options = { capture: true, signal: stop.signal };
	const hold = (event: Event) => {
		if (!composition.isPressed) return;
		event.preventDefault();
		event.stopImmediatePropagation();
	};
	target.addEventListener("compositionstart", () => composition.start(), options);
	target.addEventListener("compositionend", (event) => composition.end(event.timeStamp), options);
	target.addEventListener(
		"keydown",
		(event) => {
			const key = event as KeyboardEvent;
			if (!composition.takes(key)) return;
			event.stopImmediatePropagation();
			// The input method has had its key already; what is left to the browser would be to send the form.
			if (key.key === "Enter") event.preventDefault();
		},
		options,
	);
	target.addEventListener("keypress", hold, options);
	target.addEventListener(
		"keyup",
		(event) => {
			if (composition.isPressed) event.stopImmediatePropagation();
			composition.release();
		},
		options,
	);
	// By Enter in a line of a form, and by Escape in a dialog, without a handler of ours.
	target.addEventListener("submit", hold, options);
	target.addEventListener("cancel", hold, options);
	return () => stop.abort();
}
