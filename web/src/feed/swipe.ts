/** Faster than this at release, a short drag counts as a swipe, stage heights per second. */
const FLING_SPEED = 0.45;
/** Dragged this far, it counts however slow, stage heights. */
const COMMIT_DISTANCE = 0.25;
/** Share of the finger's way the stage follows beyond the first or last clip. */
const RUBBER = 0.3;
/** Settling time of a swipe, milliseconds (LOOK: 220). */
export const SETTLE_MS = 220;

/** Where a released drag goes: -1 back, 0 stays, 1 on. `offset` in stage heights, positive towards the next clip; speed per second. */
export function commit(offset: number, speed: number): -1 | 0 | 1 {
	if (Math.abs(speed) >= FLING_SPEED && Math.sign(speed) === Math.sign(offset)) return offset > 0 ? 1 : -1;
	if (Math.abs(speed) >= FLING_SPEED) return 0;
	if (Math.abs(offset) < COMMIT_DISTANCE) return 0;
	return offset > 0 ? 1 : -1;
}

/** Offset the stage takes for the finger's: one to one, but held back at the ends of the list. */
export function resisted(offset: number, canGoBack: boolean, canGoOn: boolean): number {
	return (offset < 0 && !canGoBack) || (offset > 0 && !canGoOn) ? offset * RUBBER : offset;
}

/**
 * Position of a critically damped spring that has come to rest (within a thousandth) after `settleMs`, `t` milliseconds after it was let
 * go at `from` with `speed` (units per second) towards 0.
 */
export function springAt(t: number, from: number, speed: number, settleMs = SETTLE_MS): number {
	if (t >= settleMs) return 0;
	// e^(-9.2)·(1+9.2) ≈ 0.001
	const stiffness = 9.2 / (settleMs / 1000);
	const seconds = t / 1000;
	return (from + (speed + stiffness * from) * seconds) * Math.exp(-stiffness * seconds);
}

/** Speed of a finger from its last moves: the mean over the last 120 ms, so that a held finger has none. */
export class Velocity {
	private samples: { at: number; value: number }[] = [];
	add(value: number, at: number): void {
		this.samples = [...this.samples.filter((sample) => at - sample.at < 120), { at, value }];
	}
	/** Units per second at time `at`. */
	at(at: number): number {
		const recent = this.samples.filter((sample) => at - sample.at < 120);
		const [first, last] = [recent[0], recent.at(-1)];
		if (!first || !last || last.at === first.at) return 0;
		return ((last.value - first.value) / (last.at - first.at)) * 1000;
	}
}

/** Turns the flood of wheel events of one push, trackpad inertia included, into one step. */
export class WheelGate {
	private sum = 0;
	private lastAt = Number.NEGATIVE_INFINITY;
	private lastSize = 0;
	private openAt = 0;
	/** `deltaY` in pixels, `at` in milliseconds. */
	step(deltaY: number, at: number): -1 | 0 | 1 {
		const size = Math.abs(deltaY);
		if (at - this.lastAt > 160) {
			this.sum = 0;
			this.openAt = Math.min(this.openAt, at);
		}
		// Inertia only ever slows down: a push that grows again is a new one.
		const isInertia =
			at < this.openAt || (at - this.lastAt <= 160 && this.openAt > 0 && size <= this.lastSize * 1.4 && at - this.openAt < 600);
		this.lastAt = at;
		this.lastSize = size;
		if (isInertia) return 0;
		this.sum += deltaY;
		if (Math.abs(this.sum) < 30) return 0;
		const direction = this.sum > 0 ? 1 : -1;
		this.sum = 0;
		this.openAt = at + 350;
		return direction;
	}
}
