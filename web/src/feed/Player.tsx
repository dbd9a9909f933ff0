import { useSignal } from "@preact/signals";
import { ChevronDown, ChevronUp, Film, Keyboard } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { account } from "../account/session.ts";
import type { WatchSource } from "../api/feeds.ts";
import { isDesktop, isWide } from "../shell/media.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { ActionRail } from "./ActionRail.tsx";
import { Comments } from "./Comments.tsx";
import { DetailsPanel } from "./DetailsPanel.tsx";
import { FirstSwipe } from "./FirstSwipe.tsx";
import type { FeedList } from "./feedList.ts";
import { HelpSheet } from "./HelpSheet.tsx";
import { MoreSheet } from "./MoreSheet.tsx";
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
type Open = "comments" | "more" | "help" | null;

/** A feed being watched: the stage, what can be done, and what others say. */
export function Player({ list, source, header, empty }: PlayerProps) {
	const open = useSignal<Open>(null);
	const panel = useSignal(isWide.peek());
	useEffect(() => void list.begin(), [list]);
	const card = list.cards.value[list.index.value];
	const close = () => {
		open.value = null;
	};
	const comments = () => {
		if (isDesktop.value) panel.value = !panel.value;
		else open.value = "comments";
	};
	const step = (by: number) => dispatchEvent(new KeyboardEvent("keydown", { key: by > 0 ? "ArrowDown" : "ArrowUp" }));
	if (!card) {
		return (
			<main class="player">
				<div class="player__middle">
					<div class="player__frame player__frame--bare">
						{header}
						{list.state.value === "failed" && <FaultNotice error={list.error.value} onRetry={() => void list.more()} />}
						{list.state.value === "end" && (empty ?? <NothingYet />)}
						{list.state.value === "loading" && <StageSkeleton />}
					</div>
				</div>
			</main>
		);
	}
	return (
		<main class={panel.value && isDesktop.value ? "player player--panel" : "player"}>
			<h1 class="visually-hidden">Videos</h1>
			<div class="player__middle">
				<div class="player__frame">
					<Stage
						list={list}
						source={source}
						onComments={comments}
						onMore={() => (open.value = "more")}
						onHelp={() => (open.value = "help")}
					/>
					{header}
					<FirstSwipe list={list} />
				</div>
				{isDesktop.value && (
					<div class="player__beside">
						<div class="player__steps">
							<button
								type="button"
								class="button player__step"
								aria-label="Previous video"
								disabled={list.index.value === 0}
								onClick={() => step(-1)}
							>
								<ChevronUp size={22} />
							</button>
							<button type="button" class="button player__step" aria-label="Next video" onClick={() => step(1)}>
								<ChevronDown size={22} />
							</button>
						</div>
						<ActionRail card={card} onComments={comments} onMore={() => (open.value = "more")} />
						<button type="button" class="icon-button quiet player__keys" aria-label="Keys" onClick={() => (open.value = "help")}>
							<Keyboard size={20} />
						</button>
					</div>
				)}
			</div>
			{panel.value && isDesktop.value && <DetailsPanel card={card} onClose={() => (panel.value = false)} />}
			{open.value === "comments" && (
				<Sheet title="Comments" size="tall" onClose={close}>
					<Comments videoId={card.id} canDeleteAll={account.value?.id === card.user.id} />
				</Sheet>
			)}
			{open.value === "more" && <MoreSheet card={card} list={list} isFeed={source === "fyp"} onClose={close} />}
			{open.value === "help" && <HelpSheet onClose={close} />}
		</main>
	);
}

const NothingYet = () => (
	<Notice icon={<Film size={28} />} title="You've seen it all">
		There's nothing new just now. Upload something of your own, or come back in a while.
	</Notice>
);

const StageSkeleton = () => (
	<div class="stage-skeleton" role="progressbar" aria-label="Loading videos">
		<div class="skeleton stage-skeleton__name" />
		<div class="skeleton stage-skeleton__line" />
		<div class="skeleton stage-skeleton__line stage-skeleton__line--short" />
		<div class="stage-skeleton__rail">
			<div class="skeleton stage-skeleton__dot stage-skeleton__dot--face" />
			<div class="skeleton stage-skeleton__dot" />
			<div class="skeleton stage-skeleton__dot" />
			<div class="skeleton stage-skeleton__dot" />
		</div>
	</div>
);
