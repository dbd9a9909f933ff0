import { effect } from "@preact/signals";
import { account } from "../account/session.ts";
import type { VideoCard } from "../api/feeds.ts";
import { holdOnDevice } from "../player/holdAhead.ts";
import { heldMedia } from "../player/holdMedia.ts";
import { engagementOf } from "./engagement.ts";
import type { FeedList } from "./feedList.ts";
import { KEPT_KEY, type Kept, ownerId } from "./keptFeed.ts";

/** Clips kept after the one on stage. */
const AHEAD = 3;
/** Who stays with a clip for so long, milliseconds, has looked at it: what comes next is kept then, and not at each swipe. */
const RESTED_MS = 2_500;

function keepCards(list: FeedList): readonly VideoCard[] {
	const at = list.index.peek();
	const cards = list.cards
		.peek()
		.slice(at, at + 1 + AHEAD)
		.map((card) => ({ ...card, ...engagementOf(card).peek() }));
	try {
		if (cards.length > 0) localStorage.setItem(KEPT_KEY, JSON.stringify({ ownerId: ownerId(), at: Date.now(), cards } satisfies Kept));
	} catch {
		// Full, or forbidden: the next start asks for the feed.
	}
	return cards;
}

let resting: ReturnType<typeof setTimeout> | undefined;
/** A clip of the feed came on stage: once it is looked at, it and the next ones are kept for a reload, and for a time without a connection. */
function keepAhead(list: FeedList): void {
	clearTimeout(resting);
	resting = setTimeout(() => void holdOnDevice(keepCards(list)), RESTED_MS);
}

/** Keeps what comes next of this feed, always. */
export function keepFeed(list: FeedList): void {
	effect(() => {
		if (list.cards.value[list.index.value]) keepAhead(list);
	});
	// What is liked by now, and where one is.
	addEventListener("pagehide", () => keepCards(list));
	let person = ownerId();
	effect(() => {
		const now = account.value?.id ?? null;
		if (now !== person) forgetKept();
		person = now;
	});
}

/** Another person looks. */
function forgetKept(): void {
	clearTimeout(resting);
	try {
		localStorage.removeItem(KEPT_KEY);
	} catch {
		// Forbidden: then nothing was kept.
	}
	void heldMedia.forget();
}
