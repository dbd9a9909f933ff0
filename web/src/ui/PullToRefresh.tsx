import { useSignal } from "@preact/signals";
import { ArrowDown } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { PullMark } from "./PullMark.tsx";
import { PULL_ENOUGH, pulled } from "./pull.ts";

/** Moved less than this, a touch is none of ours, pixels. */
const SLOP = 8;

/** A page pulled down from its top reads itself anew. Follows the finger; a screen that scrolls within itself keeps its own touches. */
export function PullToRefresh({ onRefresh }: { onRefresh(): Promise<unknown> }) {
	const way = useSignal(0);
	const busy = useSignal(false);
	const refresh = useRef(onRefresh);
	refresh.current = onRefresh;
	useEffect(() => {
		const stop = new AbortController();
		const { signal } = stop;
		let from: { x: number; y: number; isOurs: boolean } | null = null;
		const begin = ({ touches }: TouchEvent) => {
			const touch = touches[0];
			const isFree = scrollY <= 0 && touches.length === 1 && !busy.peek() && !document.querySelector("dialog[open]");
			from = touch && isFree ? { x: touch.clientX, y: touch.clientY, isOurs: false } : null;
		};
		const move = (event: TouchEvent) => {
			const touch = event.touches[0];
			if (!from || !touch) return;
			const [dx, dy] = [touch.clientX - from.x, touch.clientY - from.y];
			if (!from.isOurs) {
				if (Math.max(Math.abs(dx), Math.abs(dy)) < SLOP) return;
				if (dy < Math.abs(dx)) {
					from = null;
					return;
				}
				from = { ...from, y: from.y + SLOP, isOurs: true };
			}
			if (event.cancelable) event.preventDefault();
			way.value = pulled(touch.clientY - from.y);
		};
		const end = async () => {
			const isEnough = from?.isOurs === true && way.peek() >= PULL_ENOUGH;
			from = null;
			way.value = 0;
			if (!isEnough) return;
			busy.value = true;
			await refresh.current().catch(() => undefined);
			busy.value = false;
		};
		const cancel = () => {
			from = null;
			way.value = 0;
		};
		addEventListener("touchstart", begin, { signal, passive: true });
		addEventListener("touchmove", move, { signal, passive: false });
		addEventListener("touchend", () => void end(), { signal });
		addEventListener("touchcancel", cancel, { signal });
		return () => stop.abort();
	}, []);
	return <PullMark way={way.value} busy={busy.value} icon={<ArrowDown size={20} />} />;
}
