import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { whenNoSheet } from "../ui/sheetHistory.ts";
import type { FeedList } from "./feedList.ts";

interface Held {
	readonly list: FeedList;
	/** What the list is of; another one is another list. */
	readonly of: string;
	/** The clip the address names: the one opened, then the one swiped to. */
	id: string;
}

/**
 * The list in which the address `id` was opened. The address follows the swipe: reloading, copying it and coming back to it find the
 * clip that was on stage. An address from elsewhere makes another list.
 */
export function useFollowedList(id: string, of: string, make: () => FeedList, addressOf: (id: string) => string): FeedList {
	const held = useRef<Held | null>(null);
	if (held.current === null || held.current.of !== of || held.current.id !== id) held.current = { list: make(), of, id };
	const now = held.current;
	useEffect(() => {
		let cancel = () => {};
		const stop = effect(() => {
			const card = now.list.current;
			cancel();
			if (!card || card.id === now.id) return;
			// The entry of an open sheet is no place of its own: what lies under it is.
			cancel = whenNoSheet(() => {
				now.id = card.id;
				history.replaceState(history.state, "", addressOf(card.id));
			});
		});
		return () => {
			stop();
			cancel();
		};
	}, [now]);
	return now.list;
}
