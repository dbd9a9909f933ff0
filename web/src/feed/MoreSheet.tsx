import { type ReadonlySignal, useSignal } from "@preact/signals";
import {
	CircleHelp,
	Expand,
	EyeOff,
	Flag,
	Hash,
	Keyboard,
	Link2,
	Music2,
	PencilLine,
	PictureInPicture2,
	Share2,
	SlidersHorizontal,
	UserRoundX,
} from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useLocation } from "wouter-preact";
import { account } from "../account/session.ts";
import type * as feeds from "../api/feeds.ts";
import { manage } from "../own/managed.ts";
import { ownTile } from "../own/ownVideos.ts";
import type { Deck } from "../player/deck.ts";
import { canFloat, toggleFloating } from "../player/pictureInPicture.ts";
import { isCleared } from "../player/viewing.ts";
import * as reportsWords from "../reports/reports.words.ts";
import { reportVideo } from "../reports/things.ts";
import { isDesktop } from "../shell/media.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { tell } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import * as feedWords from "./feed.words.ts";
import type { FeedList } from "./feedList.ts";
import { mute } from "./mute.ts";
import { GoesOn, QualityChoice, Speed } from "./PlaybackChoices.tsx";
import { canPassOn, copyLink, shareVideo } from "./share.ts";
import * as sheetsWords from "./sheets.words.ts";
import { Why } from "./Why.tsx";
import "./more-sheet.css";

interface MoreSheetProps {
	card: feeds.VideoCard;
	list: FeedList;
	deck: ReadonlySignal<Deck | null>;
	/** Only what a feed chose can be told apart as not interesting. */
	isFeed: boolean;
	onHelp(): void;
	onClose(): void;
}

function Row({ icon, onClick, children }: { icon: ComponentChildren; onClick(): void; children: ComponentChildren }) {
	return (
		<li>
			<button type="button" class="sheet-row" onClick={onClick}>
				{icon}
				<span>{children}</span>
			</button>
		</li>
	);
}

/** What else can be done with a clip. */
export function MoreSheet({ card, list, deck, isFeed, onHelp, onClose }: MoreSheetProps) {
	const [, navigate] = useLocation();
	const showsWhy = useSignal(false);
	const act = (action: () => void) => () => {
		onClose();
		action();
	};
	const moment = () => Math.round((deck.value?.onStage.value?.video.currentTime ?? 0) * 1000);
	if (showsWhy.value) {
		return (
			<Sheet title={sheetsWords.whyThis()} onClose={onClose}>
				<Why card={card} list={list} onClose={onClose} />
			</Sheet>
		);
	}
	const [topic] = card.hashtags;
	return (
		<Sheet title={feedWords.more()} onClose={onClose}>
			<ul class="more">
				{card.user.id === account.value?.id && (
					<Row icon={<PencilLine size={22} />} onClick={act(() => manage(ownTile(card), "menu", moment()))}>
						{sheetsWords.manage()}
					</Row>
				)}
				<Row icon={<Link2 size={22} />} onClick={act(() => void copyLink(card))}>
					{uiWords.copyLink()}
				</Row>
				{canPassOn() && (
					<Row icon={<Share2 size={22} />} onClick={act(() => void shareVideo(card))}>
						{uiWords.share()}
					</Row>
				)}
				<Speed />
				<QualityChoice />
				<GoesOn />
				<Row icon={<Expand size={22} />} onClick={act(() => (isCleared.value = true))}>
					{sheetsWords.clearScreen()}
				</Row>
				{canFloat() && (
					<Row icon={<PictureInPicture2 size={22} />} onClick={act(() => void float(deck.value))}>
						{sheetsWords.pictureInPicture()}
					</Row>
				)}
				{isFeed && (
					<>
						<Row icon={<CircleHelp size={22} />} onClick={() => (showsWhy.value = true)}>
							{sheetsWords.whyThis()}
						</Row>
						<Row icon={<EyeOff size={22} />} onClick={act(() => void mute(list, card, "video"))}>
							{sheetsWords.notInterested()}
						</Row>
						<Row icon={<UserRoundX size={22} />} onClick={act(() => void mute(list, card, "creator"))}>
							{sheetsWords.muteName({ displayName: card.user.displayName })}
						</Row>
						{topic && (
							<Row icon={<Hash size={22} />} onClick={act(() => void mute(list, card, "topic"))}>
								{sheetsWords.muteTag({ topic })}
							</Row>
						)}
						{card.musicId && (
							<Row icon={<Music2 size={22} />} onClick={act(() => void mute(list, card, "sound"))}>
								{sheetsWords.muteSound()}
							</Row>
						)}
						<Row icon={<SlidersHorizontal size={22} />} onClick={act(() => navigate("/settings/feed"))}>
							{sheetsWords.yourFeedRow()}
						</Row>
					</>
				)}
				{card.user.id !== account.value?.id && (
					<Row icon={<Flag size={22} />} onClick={act(() => reportVideo(card, list))}>
						{reportsWords.report()}
					</Row>
				)}
				{isDesktop.value && (
					<Row icon={<Keyboard size={22} />} onClick={onHelp}>
						{feedWords.keys()}
					</Row>
				)}
			</ul>
		</Sheet>
	);
}

async function float(deck: Deck | null): Promise<void> {
	const video = deck?.current?.video;
	if (!video) return;
	await toggleFloating(video).catch(() => tell(sheetsWords.keepsVideo()));
}
