import { useSignal, useSignalEffect } from "@preact/signals";
import { ChevronDown, ChevronUp, Eye, Film, Keyboard } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { WatchSource } from "../api/feeds.ts";
import { useOwnChanges } from "../own/changes.ts";
import type { Deck } from "../player/deck.ts";
import { isCleared } from "../player/viewing.ts";
import { lineIsFree } from "../shell/activity.ts";
import { onBackOnline } from "../shell/connection.ts";
import { Link } from "../shell/Link.tsx";
import { lazyPart } from "../shell/lazyPart.tsx";
import { lazySheet } from "../shell/lazySheet.tsx";
import { isDesktop, isWide } from "../shell/media.ts";
import { useTitle } from "../shell/title.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { ToastHost, tell, tellFault } from "../ui/toasts.tsx";
import { ActionRail } from "./ActionRail.tsx";
import { DetailsPanel } from "./DetailsPanel.tsx";
import { FirstSwipe } from "./FirstSwipe.tsx";
import * as feedWords from "./feed.words.ts";
import type { FeedList } from "./feedList.ts";
import { refreshFeed } from "./feeds.ts";
import { PlayerSkeleton } from "./PlayerSkeleton.tsx";
import { Stage } from "./Stage.tsx";
import "./player.css";

export interface PlayerProps {
	list: FeedList;
	source: WatchSource;
	/** Floats over the head of the stage. */
	header?: ComponentChildren;
	/** Shown when the list holds no clip at all. */
	empty?: ComponentChildren;
}
const MoreSheet = lazySheet(async () => (await import("./MoreSheet.tsx")).MoreSheet);
const CommentsSheet = lazySheet(async () => (await import("../comments/CommentsSheet.tsx")).CommentsSheet);
const ShareSheet = lazySheet(async () => (await import("../sharing/ShareSheet.tsx")).ShareSheet);
const DeskControls = lazyPart(async () => (await import("./DeskControls.tsx")).DeskControls);
const HelpSheet = lazySheet(async () => (await import("./HelpSheet.tsx")).HelpSheet);

type Open = "comments" | "more" | "share" | "help" | null;

/** A feed being watched: the stage, what can be done, and what others say. */
export function Player({ list, source, header, empty }: PlayerProps) {
	const open = useSignal<Open>(null);
	const panel = useSignal(isWide.peek());
	const deck = useSignal<Deck | null>(null);
	useEffect(() => void list.begin(), [list]);
	useEffect(() => onBackOnline(() => void (list.current ? list.topUp() : list.begin())), [list]);
	useOwnChanges(list);
	useSignalEffect(() => {
		// The first clip has the line for itself.
		if (!deck.value?.onStage.value?.framed.value) return;
		for (const sheet of [CommentsSheet, MoreSheet, ShareSheet, HelpSheet]) sheet.preload();
		lineIsFree.value = true;
		beginAtMoment(deck.value);
	});
	const card = list.cards.value[list.index.value];
	// A feed is called after the house; who opened one video finds its name in the tab and in the history.
	useTitle(source === "fyp" || source === "following" ? undefined : card?.title || undefined);
	const close = () => {
		open.value = null;
	};
	const step = (by: number) => dispatchEvent(new KeyboardEvent("keydown", { key: by > 0 ? "ArrowDown" : "ArrowUp" }));
	// The same at every render, so that a swipe does not draw the stage and its slots anew.
	const acts = useMemo(() => {
		const follows = () => list.cards.value[list.index.value + 1] !== undefined;
		// Swiped faster than the next page came: the swipe is done once it is there, unless another one was made meanwhile.
		const goOn = async () => {
			const { current } = list;
			if (!follows() && list.state.value !== "end") await list.more();
			if (deck.peek() === null || list.current !== current) return;
			if (follows()) step(1);
			else if (list.state.value === "failed") tellFault(list.error.value, () => void goOn());
			else tell(feedWords.thatsAll());
		};
		return {
			refresh: () => refreshFeed(list),
			comments: () => {
				if (isDesktop.value) panel.value = !panel.value;
				else open.value = "comments";
			},
			openComments: () => {
				if (isDesktop.value) panel.value = true;
				else open.value = "comments";
			},
			share: () => {
				open.value = "share";
			},
			more: () => {
				open.value = "more";
			},
			help: () => {
				open.value = "help";
			},
			end: () => void goOn(),
		};
	}, [list]);
	useEffect(() => {
		// A notice led to a comment: it is opened with its video.
		if (list.cards.value[0] && linkedComment(list.cards.value[0].id)) acts.openComments();
	}, [list.cards.value[0]?.id]);
	if (!card && list.state.value === "loading") return <PlayerSkeleton header={header} hasPanel={panel.value} />;
	if (!card) {
		return (
			<main class="player">
				<div class="player__middle">
					<div class="player__frame player__frame--bare">
						{header}
						{list.state.value === "failed" && <FaultNotice error={list.error.value} onRetry={() => void list.more()} />}
						{list.state.value === "end" && (empty ?? <NothingYet onAgain={() => void list.restart()} />)}
					</div>
				</div>
			</main>
		);
	}
	return (
		<main class={`player${panel.value && isDesktop.value ? " player--panel" : ""}${isCleared.value ? " player--clear" : ""}`}>
			<h1 class="visually-hidden">{feedWords.videos()}</h1>
			<div class="player__middle">
				<div class="player__frame">
					<Stage
						list={list}
						source={source}
						deck={deck}
						onComments={acts.comments}
						onShare={acts.share}
						onMore={acts.more}
						onHelp={acts.help}
						onEnd={acts.end}
						onRefresh={source === "fyp" || source === "following" ? acts.refresh : undefined}
					/>
					{header}
					<FirstSwipe list={list} />
					<ToastHost at="stage" />
					{isCleared.value && (
						<button
							type="button"
							class="player__back icon-button"
							aria-label={feedWords.showAll()}
							onClick={() => (isCleared.value = false)}
						>
							<Eye size={22} />
						</button>
					)}
				</div>
				{isDesktop.value && (
					<div class="player__beside">
						<div class="player__steps">
							<button
								type="button"
								class="button player__step"
								aria-label={feedWords.previousVideo()}
								disabled={list.index.value === 0}
								onClick={() => step(-1)}
							>
								<ChevronUp size={22} />
							</button>
							<button type="button" class="button player__step" aria-label={feedWords.nextVideo()} onClick={() => step(1)}>
								<ChevronDown size={22} />
							</button>
						</div>
						<ActionRail card={card} onComments={acts.comments} onShare={acts.share} onMore={acts.more} />
						<DeskControls />
						<button type="button" class="icon-button quiet player__keys" aria-label={feedWords.keys()} onClick={acts.help}>
							<Keyboard size={20} />
						</button>
					</div>
				)}
			</div>
			{panel.value && isDesktop.value && <DetailsPanel card={card} linked={linkedComment(card.id)} onClose={() => (panel.value = false)} />}
			{open.value === "comments" && <CommentsSheet key={card.id} card={card} linked={linkedComment(card.id)} onClose={close} />}
			{open.value === "more" && (
				<MoreSheet card={card} list={list} deck={deck} isFeed={source === "fyp"} onHelp={acts.help} onClose={close} />
			)}
			{open.value === "share" && <ShareSheet card={card} deck={deck} onClose={close} />}
			{open.value === "help" && <HelpSheet onClose={close} />}
		</main>
	);
}

const begun = new Set<string>();

/** A link at a moment begins there, once. */
function beginAtMoment({ onStage }: Deck): void {
	const seconds = Number(/^\d{1,5}$/.exec(new URLSearchParams(location.search).get("t") ?? "")?.[0] ?? 0);
	if (seconds === 0 || !location.pathname.startsWith("/v/") || begun.has(location.href)) return;
	begun.add(location.href);
	if (onStage.value) onStage.value.video.currentTime = seconds;
}

/** The comment that the page's address leads to, if it is one of this video. */
function linkedComment(videoId: string): string | null {
	const { pathname, search } = location;
	const id = new URLSearchParams(search).get("comment");
	return pathname === `/v/${videoId}` && id !== null && /^\d{1,19}$/.test(id) ? id : null;
}

/** The list holds nothing: to whoever saw clips before, and to whoever comes before the first was posted. */
const NothingYet = ({ onAgain }: { onAgain(): void }) => (
	<Notice
		icon={<Film size={28} />}
		title={feedWords.nothingNew()}
		action={
			<>
				<button type="button" class="button button--primary" onClick={onAgain}>
					{feedWords.lookAgain()}
				</button>
				<Link href="/upload" class="button">
					{feedWords.uploadVideo()}
				</Link>
			</>
		}
	>
		{feedWords.nothingNewNote()}
	</Notice>
);
