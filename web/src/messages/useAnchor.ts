import { type ReadonlySignal, useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Room } from "./room.ts";

/** Nearer to the end than this counts as being there, pixels. */
const AT_END = 64;

/** Where each conversation was left: the message at the top of the window and how far off it stood; null at the end. */
const left = new Map<string, Place | null>();
interface Place {
	readonly key: string;
	/** Pixels from the window's top. */
	readonly offset: number;
}

export interface Anchor {
	readonly isAtEnd: ReadonlySignal<boolean>;
	/** To be called on each scroll. */
	note(): void;
	/** To be called after each drawing: whatever joined above or below, what is read stays in its place. */
	restore(): void;
	toEnd(): void;
	/** Brings the message of this number into the middle. */
	show(key: string): void;
}

/** Holds a list that grows at both ends to what is read in it, or to its end. */
export function useAnchor(list: RefObject<HTMLElement>, room: Room): Anchor {
	const isAtEnd = useSignal((left.get(room.id) ?? null) === null);
	const place = useRef<Place | null>(left.get(room.id) ?? null);
	const isPlaced = useRef(false);
	/** Where the list stood when it was last looked at or moved here, pixels: elsewhere, one has scrolled and the event is still to come. */
	const noted = useRef(0);
	const anchor = useMemo<Anchor>(() => {
		const rowOf = (key: string) => list.current?.querySelector<HTMLElement>(`[data-anchor="${key}"]`) ?? null;
		const offsetOf = (row: HTMLElement) => row.getBoundingClientRect().top - (list.current?.getBoundingClientRect().top ?? 0);
		const atTop = (): Place | null => {
			for (const row of list.current?.querySelectorAll<HTMLElement>("[data-anchor]") ?? []) {
				const offset = offsetOf(row);
				if (offset + row.offsetHeight > 0) return { key: row.dataset.anchor ?? "", offset };
			}
			return null;
		};
		const note = () => {
			const element = list.current;
			if (!element) return;
			isAtEnd.value = element.scrollHeight - element.scrollTop - element.clientHeight < AT_END;
			place.current = isAtEnd.peek() ? null : atTop();
			left.set(room.id, place.current);
			noted.current = element.scrollTop;
		};
		const move = (element: HTMLElement, to: number) => {
			element.scrollTop = to;
			noted.current = element.scrollTop;
		};
		return {
			isAtEnd,
			note,
			restore() {
				const element = list.current;
				if (!element || room.thread.peek().messages.length === 0) return;
				if (!isPlaced.current) {
					isPlaced.current = true;
					// What is new is read from its beginning.
					const divider = rowOf("unread");
					if (divider && place.current === null) {
						element.scrollTop += offsetOf(divider) - 80;
						return note();
					}
				} else if (element.scrollTop !== noted.current) return note();
				const row = place.current && rowOf(place.current.key);
				if (place.current && row) move(element, element.scrollTop + offsetOf(row) - place.current.offset);
				else if (isAtEnd.peek()) move(element, element.scrollHeight);
			},
			toEnd() {
				place.current = null;
				isAtEnd.value = true;
				left.set(room.id, null);
				if (list.current) move(list.current, list.current.scrollHeight);
			},
			show(key) {
				rowOf(key)?.scrollIntoView({ block: "center" });
				note();
			},
		};
	}, [room]);
	// Pictures that come, letters that grow, a keyboard that opens: nothing of it moves what is read.
	useEffect(() => {
		const element = list.current;
		if (!element) return;
		const observer = new ResizeObserver(() => anchor.restore());
		observer.observe(element);
		if (element.firstElementChild) observer.observe(element.firstElementChild);
		return () => observer.disconnect();
	}, [anchor]);
	return anchor;
}
