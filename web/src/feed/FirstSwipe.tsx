import { useSignal } from "@preact/signals";
import { ChevronsDown, ChevronsUp } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { isDesktop } from "../shell/media.ts";
import type { FeedList } from "./feedList.ts";
import "./first-swipe.css";

const KEY = "reelay.swiped";
/** Long enough to see that it is a video, milliseconds. */
const SHOWN_AFTER_MS = 2600;

/** Teaches the first swipe, once, and goes with it. */
export function FirstSwipe({ list }: { list: FeedList }) {
	const shown = useSignal(false);
	useEffect(() => {
		if (localStorage.getItem(KEY)) return;
		const timer = setTimeout(() => (shown.value = list.index.peek() === 0), SHOWN_AFTER_MS);
		return () => clearTimeout(timer);
	}, [list]);
	useEffect(() => {
		if (list.index.value === 0) return;
		localStorage.setItem(KEY, "1");
		shown.value = false;
	}, [list.index.value]);
	if (!shown.value) return null;
	return (
		<div class="first-swipe" role="status">
			{isDesktop.value ? <ChevronsDown size={36} /> : <ChevronsUp size={36} />}
			<span>{isDesktop.value ? "Press ↓ or scroll for the next one" : "Swipe up for the next one"}</span>
		</div>
	);
}
