import { effect, type Signal } from "@preact/signals";
import { ArrowDown } from "lucide-preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useLocation } from "wouter-preact";
import type { WatchSource } from "../api/feeds.ts";
import { mediaGrant } from "../api/videos.ts";
import { Deck } from "../player/deck.ts";
import { DECK_SIZE } from "../player/slots.ts";
import { setSound, soundBlocked, soundWanted } from "../player/sound.ts";
import { isCleared } from "../player/viewing.ts";
import { toggleFullScreen } from "../shell/fullScreen.ts";
import { useOverVideo } from "../shell/theme.ts";
import { PullMark } from "../ui/PullMark.tsx";
import { engagementOf, setLiked } from "./engagement.ts";
import * as feedWords from "./feed.words.ts";
import type { FeedList } from "./feedList.ts";
import { HeartBursts, type HeartBurstsHandle } from "./HeartBursts.tsx";
import { PauseMark } from "./PauseMark.tsx";
import { ProgressBar } from "./ProgressBar.tsx";
import { Slot } from "./Slot.tsx";
import { SoundPill } from "./SoundPill.tsx";
import { SpeedMark } from "./SpeedMark.tsx";
import { listenToKeys } from "./shortcuts.ts";
import { listenToStage } from "./stageGestures.ts";
import { Track } from "./track.ts";
import { usePull } from "./usePull.ts";
import { actDuringImpression, beginImpression, endImpression, stalledDuringImpression } from "./watching.ts";
import "./stage.css";

export interface StageProps {
	list: FeedList;
	source: WatchSource;
	/** Set while the stage stands. */
	deck: Signal<Deck | null>;
	onComments(): void;
	onShare(): void;
	onHelp(): void;
	onMore(): void;
	/** Someone wants to go on where nothing follows. */
	onEnd(): void;
	/** Pulled down on the first clip; without it there is nothing to read anew. */
	onRefresh?: (() => Promise<void>) | undefined;
}

const SLOTS = Array.from({ length: DECK_SIZE }, (_, slot) => slot);

/** The 9:16 stage: three recycled players, moved by finger, wheel and keys. */
export function Stage({ list, source, deck, onComments, onShare, onHelp, onMore, onEnd, onRefresh }: StageProps) {
	const stage = useRef<HTMLDivElement>(null);
	const hearts = useRef<HeartBurstsHandle>(null);
	const [, navigate] = useLocation();
	const open = useRef(navigate);
	open.current = navigate;
	const { pull, busy, hooks: pullHooks } = usePull(onRefresh);
	useOverVideo();

	useLayoutEffect(() => {
		const element = stage.current;
		if (!element) return;
		const slots = [...element.querySelectorAll<HTMLElement>(".slot")];
		const videos = [...element.querySelectorAll("video")];
		const track = new Track(slots, element);
		const player = new Deck(videos, {
			refresh: async (id) => (await mediaGrant(id)).manifest,
			onStall: stalledDuringImpression,
			onEnded: () => {
				// Whoever reads on beside the clip, or in a sheet over it, stays with it.
				if (canGo(1) && !document.querySelector("dialog[open]")) return go(1);
				player.seekBy(Number.NEGATIVE_INFINITY);
				player.resume();
			},
			onShow: (clip, video) => {
				const card = list.cards.peek().find(({ id }) => id === clip.id);
				if (card) void list.topUp(beginImpression(card, video, source));
			},
		});
		deck.value = player;
		track.place(list.index.peek() - list.lead);
		let isMoving = false;
		const go = (step: number, speed = 0) => {
			isMoving = true;
			const moved = step !== 0 && list.go(list.index.peek() + step);
			isMoving = false;
			track.settle(list.index.peek() - list.lead, speed);
			if (!moved && step > 0) onEnd();
		};
		const canGo = (step: -1 | 1) => list.cards.peek()[list.index.peek() + step] !== undefined;
		const like = (liked?: boolean) => {
			const card = list.current;
			if (card) void setLiked(card, liked ?? !engagementOf(card).value.liked);
		};
		const stops = [
			effect(() => {
				player.show(list.cards.value, list.index.value, list.lead);
				// Moved by something else than a swipe, as when the last clip was taken out.
				if (!isMoving && track.at !== list.place) track.place(list.place);
			}),
			listenToStage(element, {
				canGo,
				drag: (offset) => track.drag(offset),
				release: go,
				step: go,
				...pullHooks,
				slide: (share) => track.slide(share),
				slideAway: () => {
					const card = list.current;
					if (!card) return;
					actDuringImpression(card.id, "profileVisited");
					open.current(`/@${card.user.username}`);
				},
				tap: () => player.toggle(),
				hold: (on) => player.hurry(on),
				doubleTap: (x, y) => {
					hearts.current?.burst(x, y);
					like(true);
				},
			}),
			listenToKeys({
				step: go,
				toggle: () => player.toggle(),
				seek: (seconds) => player.seekBy(seconds),
				mute: () => setSound(!soundWanted.value || soundBlocked.value),
				like: () => like(),
				comments: onComments,
				help: onHelp,
				clear: () => (isCleared.value = !isCleared.value),
				fullScreen: () => void toggleFullScreen(),
			}),
		];
		return () => {
			for (const stop of stops) stop();
			void endImpression();
			track.stop();
			player.dispose();
			deck.value = null;
		};
	}, [list]);

	return (
		<div class="stage" ref={stage}>
			{SLOTS.map((slot) => (
				<Slot key={slot} slot={slot} list={list} deck={deck} onComments={onComments} onShare={onShare} onMore={onMore} />
			))}
			<PullMark way={pull.value} busy={busy.value || list.isRefreshing.value} icon={<ArrowDown size={20} />} />
			<HeartBursts handle={hearts} />
			<PauseMark deck={deck} />
			<SpeedMark />
			<SoundPill />
			<ProgressBar deck={deck} list={list} />
			<NowShowing list={list} />
		</div>
	);
}

function nameOf({ title, alt, user: { displayName } }: FeedList["cards"]["value"][number]): string {
	const named = { title: title || feedWords.untitledVideo(), displayName };
	return alt ? feedWords.titleByShowing({ ...named, alt }) : feedWords.titleBy(named);
}

/** Read out when another clip comes on stage. */
function NowShowing({ list }: { list: FeedList }) {
	const card = list.cards.value[list.index.value];
	return (
		<p class="visually-hidden" aria-live="polite">
			{card && nameOf(card)}
		</p>
	);
}
