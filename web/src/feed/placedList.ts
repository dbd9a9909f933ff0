import { batch } from "@preact/signals";
import type { FeedPage, VideoCard } from "../api/feeds.ts";
import { getVideo } from "../api/videos.ts";
import { FeedList } from "./feedList.ts";

/** A list is searched for the opened clip no further than this many pages: its end is reached long before by nearly everyone. */
const PAGES_SEARCHED = 20;

/** What is in memory of the list already, from its beginning. */
export interface HeldPages {
	cards: readonly VideoCard[];
	/** Where it goes on; null at its end. */
	nextCursor: string | null;
}
type ReadList = (cursor: string | undefined) => Promise<Pick<FeedPage, "videos" | "nextCursor">>;

/**
 * A list opened in its midst. The opened clip is there at once; what comes before and after it joins as soon as its place is found, so
 * that one swipes both ways.
 */
export class PlacedList extends FeedList {
	private readonly startId: string;
	private readonly readList: ReadList;
	private readonly held: HeldPages | null;
	private finding: Promise<void> | null = null;
	private found = false;

	constructor(startId: string, readList: ReadList, held: HeldPages | null = null) {
		super(async (_, cursor) => readList(cursor));
		this.startId = startId;
		this.readList = readList;
		this.held = held;
	}

	override begin(): Promise<void> {
		return this.found ? Promise.resolve() : this.more();
	}

	/** Until its place is found, that is what is more. */
	override more(): Promise<void> {
		if (this.found) return super.more();
		this.finding ??= this.find().finally(() => {
			this.finding = null;
		});
		return this.finding;
	}

	private async find(): Promise<void> {
		this.state.value = "loading";
		try {
			let page: HeldPages | null = this.held;
			let seen: readonly VideoCard[] = [];
			for (let pages = 0; pages < PAGES_SEARCHED; pages++) {
				page = page ?? (await this.next(seen.length === 0 ? undefined : this.cursor));
				this.cursor = page.nextCursor ?? undefined;
				seen = [...seen, ...page.cards];
				const at = seen.findIndex(({ id }) => id === this.startId);
				if (at >= 0) return this.placeAt(at, seen, page.nextCursor);
				if (this.cards.value.length === 0) this.cards.value = [(await getVideo(this.startId)).video];
				if (page.nextCursor === null) break;
				page = null;
			}
			// Not in the list, or too far back in it: it stands alone.
			this.found = true;
			this.cursor = undefined;
			this.state.value = "end";
		} catch (error) {
			this.error.value = error;
			this.state.value = "failed";
		}
	}

	private async next(cursor: string | undefined): Promise<HeldPages> {
		const { videos, nextCursor } = await this.readList(cursor);
		return { cards: videos, nextCursor };
	}

	private placeAt(at: number, seen: readonly VideoCard[], nextCursor: string | null): void {
		this.found = true;
		batch(() => {
			this.lead = at;
			this.cards.value = seen;
			this.index.value = at;
			this.error.value = null;
			this.state.value = nextCursor === null ? "end" : "ready";
		});
	}
}
