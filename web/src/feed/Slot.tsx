import { type ReadonlySignal, useComputed, useSignal } from "@preact/signals";
import { CircleAlert, CloudOff, RotateCw, WifiOff } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { Deck } from "../player/deck.ts";
import { clipIndexOf } from "../player/slots.ts";
import { online } from "../shell/connection.ts";
import { Blurhash } from "../ui/Blurhash.tsx";
import { Picture } from "../ui/Picture.tsx";
import { ActionRail } from "./ActionRail.tsx";
import { Caption } from "./Caption.tsx";
import type { FeedList } from "./feedList.ts";

/** Narrower than this (width by height), a picture fills a phone's screen; wider ones are shown whole. */
const FILLS_BELOW = 0.68;

/** The cover is fetched only for a clip whose picture takes longer than this, milliseconds: else both would share the line. */
const COVER_AFTER_MS = 600;

interface SlotProps {
	slot: number;
	list: FeedList;
	deck: ReadonlySignal<Deck | null>;
	onComments(): void;
	onMore(): void;
}

/** One recycled player with what floats over it. */
export function Slot({ slot, list, deck, onComments, onMore }: SlotProps) {
	const card = useComputed(() => list.cards.value[clipIndexOf(slot, list.place) + list.lead]);
	const isOnStage = useComputed(() => clipIndexOf(slot, list.place) === list.place);
	const playback = deck.value?.playbacks[slot];
	const shown = card.value;
	const coverDue = useSignal<string | null>(null);
	useEffect(() => {
		const timer = setTimeout(() => {
			coverDue.value = shown?.id ?? null;
		}, COVER_AFTER_MS);
		return () => clearTimeout(timer);
	}, [shown?.id]);
	const fills = shown ? shown.width / shown.height < FILLS_BELOW : true;
	// The neighbours' covers wait: until the clip on stage has its picture, the line is its own.
	const stageFramed = deck.value?.current?.framed.value ?? false;
	const showsCover = shown && !playback?.framed.value && (isOnStage.value || stageFramed) && coverDue.value === shown.id;
	return (
		<article class={fills ? "slot slot--fills" : "slot"} inert={!isOnStage.value} aria-label={shown?.title || "Video"}>
			{shown && <Blurhash hash={shown.blurhash} />}
			<video playsInline loop muted preload="auto" tabIndex={-1} aria-label={shown ? `Video: ${shown.title}` : undefined} />
			{showsCover && <Picture class="slot__cover" src={shown.thumbnail} fetchpriority="low" />}
			{isOnStage.value && playback?.waiting.value && !playback.failed.value && !playback.stranded.value && (
				<span class="slot__waiting spinner" role="progressbar" aria-label="Loading" />
			)}
			{playback?.stranded.value && !playback.failed.value && isOnStage.value && (
				<div class="slot__fault" role="alert">
					{online.value ? <CloudOff size={32} /> : <WifiOff size={32} />}
					<p>{online.value ? "Reelay can't be reached right now." : "You're offline. This video plays once you're connected."}</p>
					<button type="button" class="button" onClick={() => deck.value?.retry()}>
						<RotateCw size={18} /> Try again
					</button>
				</div>
			)}
			{playback?.failed.value && (
				<div class="slot__fault" role="alert">
					<CircleAlert size={32} />
					<p>This video can't be played right now.</p>
					<button type="button" class="button" onClick={() => deck.value?.retry()}>
						<RotateCw size={18} /> Try again
					</button>
				</div>
			)}
			{shown && (
				<>
					<div class="slot__shade" />
					<div class="slot__foot">
						<Caption card={shown} />
						<ActionRail card={shown} onComments={onComments} onMore={onMore} />
					</div>
				</>
			)}
		</article>
	);
}
