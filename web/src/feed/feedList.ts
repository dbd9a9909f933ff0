import { batch, type Signal, signal } from "@preact/signals";
import type { FeedPage, VideoCard } from "../api/feeds.ts";

/** The first page is larger: nothing was learned yet that a later one would know better. */
export const FIRST_PAGE = 6;
/** Small pages, asked for late: what was watched just now shapes what comes a few swipes on. */
export const LATER_PAGE = 4;
/** The next page is asked for when no more than this many clips are ahead: as many as the player holds. */
const AHEAD = 3;

/** Clips back from the stage that a page may not bring again. */
const JUST_SHOWN = 4;

export type FeedState = "loading" | "ready" | "end" | "failed";

/** Reads a page; `after` must be done before the server ranks it. */
export type ReadPage = (count: number, cursor: string | undefined) => Promise<FeedPage>;

/** The clips of one feed, in the order shown, and which one is on stage. */
export class FeedList {
	readonly cards: Signal<readonly VideoCard[]> = signal([]);
	readonly index: Signal<number> = signal(0);
	readonly state: Signal<FeedState> = signal("loading");
	readonly error: Signal<unknown> = signal(null);
	readonly isFallback: Signal<boolean> = signal(false);
	/** Being read anew while what was there stays. */
	readonly isRefreshing: Signal<boolean> = signal(false);
	private readonly read: ReadPage;
	protected cursor: string | undefined;
	/** Clips that joined before the one first shown: indexes move by it, places on the stage don't. Changes only together with `cards`. */
	lead = 0;
	private loading: Promise<void> | null = null;
	private epoch = 0;

	constructor(read: ReadPage) {
		this.read = read;
	}

	get current(): VideoCard | undefined {
		return this.cards.value[this.index.value];
	}

	/** Where the clip on stage stands, counted from the first that was shown: it never changes while that clip is on stage. */
	get place(): number {
		return this.index.value - this.lead;
	}

	/** Loads the first page, if nothing is there. */
	async begin(): Promise<void> {
		if (this.cards.value.length === 0) await this.more();
	}

	/** Begins anew, as after signing in or after interests were chosen; `keep` stays on stage and the new page follows it. */
	async restart(keep?: VideoCard): Promise<void> {
		this.epoch++;
		this.loading = null;
		this.cursor = undefined;
		batch(() => {
			this.isRefreshing.value = false;
			this.lead = 0;
			this.cards.value = keep ? [keep] : [];
			this.index.value = 0;
			this.state.value = "loading";
		});
		await this.more();
	}

	/** Reads the list anew; what is there stays until it has come. @throws what reading throws: then all is as it was */
	async refresh(): Promise<void> {
		const epoch = ++this.epoch;
		this.loading = null;
		this.isRefreshing.value = true;
		const page = await this.read(FIRST_PAGE, undefined).finally(() => {
			if (epoch === this.epoch) this.isRefreshing.value = false;
		});
		if (epoch !== this.epoch) return;
		batch(() => {
			this.lead = 0;
			this.cards.value = page.videos;
			this.index.value = 0;
			this.took(page);
		});
	}

	/** Moves the stage. Answers false at either end. */
	go(index: number): boolean {
		if (index < 0 || index >= this.cards.value.length) return false;
		this.index.value = index;
		return true;
	}

	/** Loads a page when few clips are ahead. `ready` is waited for first: the server learns from it. */
	async topUp(ready: Promise<unknown> = Promise.resolve()): Promise<void> {
		if (this.state.value === "end" || this.cards.value.length - 1 - this.index.value > AHEAD) return;
		await ready;
		await this.more();
	}

	/**
	 * Takes clips out, as when one was marked not interesting; the next one moves up. Those behind the stage stay: they were
	 * watched. @returns the way back, to the clip that was on stage unless another was swiped to since
	 */
	remove(matches: (card: VideoCard) => boolean): () => void {
		const [before, index, epoch] = [this.cards.value, this.index.value, this.epoch];
		const kept = before.filter((card, at) => at < index || !matches(card));
		this.cards.value = kept;
		this.index.value = Math.min(index, Math.max(0, kept.length - 1));
		const left = this.current?.id;
		return () => {
			if (epoch !== this.epoch) return;
			const [now, known] = [this.current?.id, new Set(before.map(({ id }) => id))];
			this.cards.value = [...before, ...this.cards.value.filter(({ id }) => !known.has(id))];
			this.index.value =
				now === left
					? index
					: Math.max(
							0,
							this.cards.value.findIndex(({ id }) => id === now),
						);
		};
	}

	more(): Promise<void> {
		if (this.loading) return this.loading;
		const loading = this.load(this.epoch).finally(() => {
			// Begun anew meanwhile, another page is on its way, and asked for once only.
			if (this.loading === loading) this.loading = null;
		});
		this.loading = loading;
		return loading;
	}

	/**
	 * The server never repeats a clip before it has shown all it has. What it repeats then is taken, unless it still lies ahead
	 * or was on stage just now.
	 */
	private notInHand(videos: readonly VideoCard[]): VideoCard[] {
		const near = new Set(this.cards.value.slice(Math.max(0, this.index.value - JUST_SHOWN)).map((card) => card.id));
		return videos.filter((card) => !near.has(card.id));
	}

	private async load(epoch: number): Promise<void> {
		if (this.state.value !== "ready") this.state.value = "loading";
		const count = this.cursor === undefined ? FIRST_PAGE : LATER_PAGE;
		try {
			const page = await this.read(count, this.cursor);
			if (epoch !== this.epoch) return;
			this.cards.value = [...this.cards.value, ...this.notInHand(page.videos)];
			this.took(page);
		} catch (error) {
			if (epoch !== this.epoch) return;
			this.error.value = error;
			this.state.value = "failed";
		}
	}

	private took(page: FeedPage): void {
		this.cursor = page.nextCursor ?? undefined;
		this.isFallback.value = page.isFallback ?? false;
		this.error.value = null;
		this.state.value = page.nextCursor === null || page.videos.length === 0 ? "end" : "ready";
	}
}
