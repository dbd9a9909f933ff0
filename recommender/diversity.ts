import type { VideoFeatures } from "./types.ts";

/** What diversity looks at; `VideoFeatures` is one. */
export type Shown = Pick<VideoFeatures, "creatorId" | "topics" | "soundId">;

/** What each earlier impression of the same costs right before, in spreads of the scores at choice; it fades with distance. */
const REPEAT_COST = { creator: 0.9, topic: 0.25, sound: 0.25 } as const;
/** Kept of the cost per place between. */
const FADE = 0.88;

/** Remembers what was lately placed, and what placing more of the same costs. One runs across pages. */
export class Variety {
	readonly #creators = new Map<string, { weight: number; place: number }>();
	readonly #topics = new Map<string, { weight: number; place: number }>();
	readonly #sounds = new Map<string, { weight: number; place: number }>();
	readonly #spread: number;
	#place = 0;

	/** `recent`: shown before, oldest first. `spread`: of the scores that costs are set against. */
	constructor(recent: readonly Shown[], spread = 1) {
		this.#spread = spread;
		for (const shown of recent) this.place(shown);
	}

	place(shown: Shown): void {
		this.#place++;
		this.#mark(this.#creators, shown.creatorId);
		const topic = shown.topics[0];
		if (topic !== undefined) this.#mark(this.#topics, topic);
		if (shown.soundId !== null) this.#mark(this.#sounds, shown.soundId);
	}

	cost(shown: Shown): number {
		const topic = shown.topics[0];
		return (
			this.#spread *
			(REPEAT_COST.creator * this.#weight(this.#creators, shown.creatorId) +
				(topic === undefined ? 0 : REPEAT_COST.topic * this.#weight(this.#topics, topic)) +
				(shown.soundId === null ? 0 : REPEAT_COST.sound * this.#weight(this.#sounds, shown.soundId)))
		);
	}

	#weight(of: Map<string, { weight: number; place: number }>, key: string): number {
		const held = of.get(key);
		return held === undefined ? 0 : held.weight * FADE ** (this.#place - held.place);
	}

	#mark(of: Map<string, { weight: number; place: number }>, key: string): void {
		of.set(key, { weight: this.#weight(of, key) + 1, place: this.#place });
	}
}
