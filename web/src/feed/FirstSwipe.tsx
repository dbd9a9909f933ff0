import { useSignal } from "@preact/signals";
import { ChevronsDown, ChevronsUp } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { isDesktop } from "../shell/media.ts";
import * as feedWords from "./feed.words.ts";
import type { FeedList } from "./feedList.ts";
import "./first-swipe.css";

const KEY = "reelay.swiped";
/** Long enough to see that it is a video, milliseconds. */
const SHOWN_AFTER_MS = 2600;

/** What shows that someone is at it already, or reads. */
const BUSY = ["pointerdown", "keydown", "wheel"] as const;

/** Teaches the first swipe, once; goes with it, and before it as soon as a finger is down or a key is pressed. */
export function FirstSwipe({ list }: { list: FeedList }) {
	const shown = useSignal(false);
	useEffect(() => {
		if (localStorage.getItem(KEY)) return;
		const stop = new AbortController();
		const timer = setTimeout(() => (shown.value = list.index.peek() === list.lead), SHOWN_AFTER_MS);
		const end = () => {
			clearTimeout(timer);
			stop.abort();
			shown.value = false;
		};
		for (const event of BUSY) addEventListener(event, end, { capture: true, passive: true, signal: stop.signal });
		return end;
	}, [list]);
	useEffect(() => {
		if (list.place === 0 || localStorage.getItem(KEY)) return;
		localStorage.setItem(KEY, "1");
		shown.value = false;
	}, [list.place]);
	if (!shown.value) return null;
	return (
		<div class="first-swipe" role="status">
			{isDesktop.value ? <ChevronsDown size={36} /> : <ChevronsUp size={36} />}
			<span>{isDesktop.value ? feedWords.pressForNext() : feedWords.swipeForNext()}</span>
		</div>
	);
}
