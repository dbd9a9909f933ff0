import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { CircleAlert, CloudOff, RotateCw, WifiOff } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { VideoCard } from "../api/feeds.ts";
import type { Deck } from "../player/deck.ts";
import { clipIndexOf } from "../player/slots.ts";
import { online } from "../shell/connection.ts";
import { inOwnTask } from "../shell/ownTask.ts";
import * as shellWords from "../shell/shell.words.ts";
import { Blurhash } from "../ui/Blurhash.tsx";
import { Picture } from "../ui/Picture.tsx";
import * as uiWords from "../ui/ui.words.ts";
import { ActionRail } from "./ActionRail.tsx";
import { Caption } from "./Caption.tsx";
import * as feedWords from "./feed.words.ts";
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
	onShare(): void;
	onMore(): void;
}

/**
 * The card of a slot. On stage it is there at once; a neighbour's words and buttons are drawn in a task of their own, so that the
 * swipe's frame does not wait for what is not seen yet.
 */
function useSlotCard(slot: number, list: FeedList, isOnStage: ReadonlySignal<boolean>): ReadonlySignal<VideoCard | undefined> {
	const due = useComputed(() => list.cards.value[clipIndexOf(slot, list.place) + list.lead]);
	const drawn = useSignal(isOnStage.peek() ? due.peek() : undefined);
	useSignalEffect(() => {
		const card = due.value;
		const draw = () => {
			drawn.value = card;
		};
		if (!isOnStage.value) return inOwnTask(draw);
		draw();
	});
	return drawn;
}

/** One recycled player with what floats over it. A swipe draws only the slot that takes another clip: what else changes is by signals. */
export function Slot({ slot, list, deck, onComments, onShare, onMore }: SlotProps) {
	const isOnStage = useComputed(() => clipIndexOf(slot, list.place) === list.place);
	const isAside = useComputed(() => !isOnStage.value);
	const card = useSlotCard(slot, list, isOnStage).value;
	const fills = card ? card.width / card.height < FILLS_BELOW : true;
	return (
		<article class={fills ? "slot slot--fills" : "slot"} inert={isAside} aria-label={card?.title || feedWords.video()}>
			{card && <Blurhash hash={card.blurhash} />}
			<video
				playsInline
				loop
				muted
				preload="auto"
				tabIndex={-1}
				aria-label={card ? feedWords.videoNamed({ title: card.alt || card.title || feedWords.untitled() }) : undefined}
			/>
			{card && <Cover slot={slot} deck={deck} card={card} isOnStage={isOnStage} />}
			<PlaybackState slot={slot} deck={deck} isOnStage={isOnStage} />
			{card && (
				<>
					<div class="slot__shade" />
					<div class="slot__foot">
						<Caption card={card} />
						<ActionRail card={card} onComments={onComments} onShare={onShare} onMore={onMore} />
					</div>
				</>
			)}
		</article>
	);
}

interface PlaybackProps {
	slot: number;
	deck: ReadonlySignal<Deck | null>;
	isOnStage: ReadonlySignal<boolean>;
}

/** The clip's cover, as long as its picture is late. */
function Cover({ slot, deck, card, isOnStage }: PlaybackProps & { card: VideoCard }) {
	const due = useSignal<string | null>(null);
	useEffect(() => {
		const timer = setTimeout(() => {
			due.value = card.id;
		}, COVER_AFTER_MS);
		return () => clearTimeout(timer);
	}, [card.id]);
	const playback = deck.value?.playbacks[slot];
	// The neighbours' covers wait: until the clip on stage has its picture, the line is its own.
	const stageFramed = deck.value?.onStage.value?.framed.value ?? false;
	// While the player already has the clip that takes this one's place, the one before needs no cover.
	if (playback && playback.clipId !== card.id) return null;
	if (playback?.framed.value || !(isOnStage.value || stageFramed) || due.value !== card.id) return null;
	return <Picture class="slot__cover" src={card.thumbnail} fetchpriority="low" />;
}

/** That a clip is awaited, can't be had just now, or can't be played. */
function PlaybackState({ slot, deck, isOnStage }: PlaybackProps) {
	const playback = deck.value?.playbacks[slot];
	if (!playback) return null;
	const retry = (
		<button type="button" class="button" onClick={() => deck.value?.retry()}>
			<RotateCw size={18} /> {uiWords.tryAgain()}
		</button>
	);
	if (playback.failed.value) {
		return (
			<div class="slot__fault" role="alert">
				<CircleAlert size={32} />
				<p>{feedWords.cannotPlay()}</p>
				{retry}
			</div>
		);
	}
	if (!isOnStage.value) return null;
	if (playback.stranded.value) {
		return (
			<div class="slot__fault" role="alert">
				{online.value ? <CloudOff size={32} /> : <WifiOff size={32} />}
				<p>{online.value ? feedWords.unreachable() : feedWords.offlineVideo()}</p>
				{retry}
			</div>
		);
	}
	return playback.waiting.value ? <span class="slot__waiting spinner" role="progressbar" aria-label={shellWords.loading()} /> : null;
}
