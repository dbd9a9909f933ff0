import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Deck } from "../player/deck.ts";
import { lazyPart } from "../shell/lazyPart.tsx";
import { clock } from "../ui/format.ts";
import * as feedWords from "./feed.words.ts";
import type { FeedList } from "./feedList.ts";
import { followPlayhead } from "./playhead.ts";
import { KEY_STEP_S } from "./shortcuts.ts";

const ScrubPreview = lazyPart(async () => (await import("./ScrubPreview.tsx")).ScrubPreview);

/** How far the clip is; drag or arrow keys move it. Its line runs past the components. */
export function ProgressBar({ deck, list }: { deck: ReadonlySignal<Deck | null>; list: FeedList }) {
	const bar = useRef<HTMLDivElement>(null);
	const line = useRef<HTMLElement>(null);
	const scrubbing = useSignal(false);
	const seconds = useSignal(0);
	/** Where the finger is, seconds. */
	const sought = useSignal(0);
	const card = list.cards.value[list.index.value];
	const duration = (card?.durationMs ?? 0) / 1000;
	const video = () => deck.value?.onStage.value?.video;

	useEffect(() => {
		const current = video();
		if (!current || !line.current) return;
		const stop = new AbortController();
		const tell = () => {
			seconds.value = Math.floor(current.currentTime);
		};
		for (const event of ["timeupdate", "seeking"]) current.addEventListener(event, tell, { signal: stop.signal });
		tell();
		const stopLine = followPlayhead(line.current, current, duration * 1000);
		return () => {
			stop.abort();
			stopLine();
		};
	}, [video(), duration]);

	const seekTo = (time: number) => {
		const current = video();
		sought.value = Math.max(0, Math.min(time, duration - 0.05));
		if (current) current.currentTime = sought.value;
	};
	const seekAt = (clientX: number) => {
		const box = bar.current?.getBoundingClientRect();
		if (box) seekTo(((clientX - box.left) / box.width) * duration);
	};
	return (
		<div
			ref={bar}
			class={scrubbing.value ? "progress progress--scrubbing" : "progress"}
			role="slider"
			tabIndex={0}
			aria-label={feedWords.position()}
			aria-valuemin={0}
			aria-valuemax={Math.round(duration)}
			aria-valuenow={Math.min(seconds.value, Math.round(duration))}
			aria-valuetext={feedWords.timeOf({ position: clock(seconds.value * 1000), length: clock(duration * 1000) })}
			onKeyDown={(event) => {
				const step = event.key === "ArrowRight" ? KEY_STEP_S : event.key === "ArrowLeft" ? -KEY_STEP_S : 0;
				if (step === 0) return;
				event.preventDefault();
				seekTo((video()?.currentTime ?? 0) + step);
			}}
			onPointerDown={(event) => {
				event.stopPropagation();
				event.currentTarget.setPointerCapture(event.pointerId);
				scrubbing.value = true;
				seekAt(event.clientX);
			}}
			onPointerMove={(event) => scrubbing.value && seekAt(event.clientX)}
			onPointerUp={() => (scrubbing.value = false)}
			onPointerCancel={() => (scrubbing.value = false)}
		>
			{scrubbing.value && (
				<>
					{card && <ScrubPreview key={card.id} card={card} atMs={sought.value * 1000} />}
					<p class="progress__time numeric">
						{clock(seconds.value * 1000)} / {clock(duration * 1000)}
					</p>
				</>
			)}
			<div class="progress__line">
				<i ref={line} />
			</div>
		</div>
	);
}
