import { useEffect } from "preact/hooks";
import type { VideoTile } from "../api/videos.ts";
import type { FeedList } from "../feed/feedList.ts";

type Listener = (id: string, tile: VideoTile | null) => void;
const listeners = new Set<Listener>();

/** Hears of every change to one's own videos: the tile as it is now, or null when it was deleted. Answers the way to stop. */
export function onOwnVideo(listener: Listener): () => void {
	listeners.add(listener);
	return () => void listeners.delete(listener);
}

/** Tells every list and player of a change. */
export function tellChange(id: string, tile: VideoTile | null): void {
	for (const listener of [...listeners]) listener(id, tile);
}

/** Keeps the clips of a player as their creator left them: changed words and covers, deleted ones gone, and back when undone. */
export function useOwnChanges(list: FeedList): void {
	useEffect(() => {
		const ways = new Map<string, () => void>();
		return onOwnVideo((id, tile) => {
			if (tile === null) {
				ways.set(
					id,
					list.remove((card) => card.id === id),
				);
				return;
			}
			ways.get(id)?.();
			ways.delete(id);
			const { card } = tile;
			if (card !== null) list.cards.value = list.cards.value.map((other) => (other.id === id ? card : other));
		});
	}, [list]);
}
