import { lineWay } from "../language/language.ts";
import { slotOf } from "../player/slots.ts";
import { reducedMotion } from "../shell/media.ts";
import { SETTLE_MS, springAt } from "./swipe.ts";

/** Where the stage stands between clips, drawn straight onto the slots: no component renders while a finger moves. */
export class Track {
	private readonly slots: readonly HTMLElement[];
	private readonly stage: HTMLElement;
	private index = 0;
	/** Distance from the clip on stage, stage heights; positive towards the next. */
	private offset = 0;
	private frame = 0;

	constructor(slots: readonly HTMLElement[], stage: HTMLElement) {
		this.slots = slots;
		this.stage = stage;
		this.draw();
	}
	/** The place of the clip on stage. */
	get at(): number {
		return this.index;
	}
	/** Follows the finger. */
	drag(offset: number): void {
		cancelAnimationFrame(this.frame);
		this.offset = offset;
		this.draw();
	}
	/** Follows a finger towards the creator, to the left where lines run to the right, by a share of the stage's width; 0 goes back. */
	slide(share: number): void {
		const { style } = this.stage;
		style.transition = share === 0 && !reducedMotion.value ? `transform ${SETTLE_MS}ms cubic-bezier(0.2, 0.9, 0.25, 1)` : "";
		style.transform = share === 0 ? "" : `translate3d(${(-lineWay() * share * 100).toFixed(3)}%, 0, 0)`;
	}
	/** Makes `index` the clip on stage and settles there from wherever the stage is, at `speed` stage heights per second. */
	settle(index: number, speed = 0): void {
		const from = Math.max(-1, Math.min(1, this.offset - (index - this.index)));
		this.index = index;
		const duration = reducedMotion.value ? SETTLE_MS / 2 : SETTLE_MS;
		const begun = performance.now();
		cancelAnimationFrame(this.frame);
		const step = () => {
			this.offset = springAt(performance.now() - begun, from, speed, duration);
			this.draw();
			if (this.offset !== 0) this.frame = requestAnimationFrame(step);
		};
		step();
	}
	/** Stands at `index` without a move. */
	place(index: number): void {
		cancelAnimationFrame(this.frame);
		this.index = index;
		this.offset = 0;
		this.draw();
	}
	private draw(): void {
		for (const near of [-1, 0, 1]) {
			const slot = this.slots[slotOf(this.index + near)];
			if (slot) slot.style.transform = `translate3d(0, ${((near - this.offset) * 100).toFixed(3)}%, 0)`;
		}
	}
	stop(): void {
		cancelAnimationFrame(this.frame);
	}
}
