import { type ReadonlySignal, useSignal } from "@preact/signals";
import { CircleHelp, EyeOff, Gauge, Hash, Keyboard, Link2, PictureInPicture2, Share2, UserRoundX } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import * as feeds from "../api/feeds.ts";
import { sentenceOf } from "../api/problem.ts";
import type { Deck } from "../player/deck.ts";
import { canFloat, toggleFloating } from "../player/pictureInPicture.ts";
import { SPEEDS, speed } from "../player/speed.ts";
import { isDesktop } from "../shell/media.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import type { FeedList } from "./feedList.ts";
import { canPassOn, copyLink, shareVideo } from "./share.ts";
import "../ui/segments.css";
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
			<button type="button" class="more-row" onClick={onClick}>
				{icon}
				<span>{children}</span>
			</button>
		</li>
	);
}

/** Says that the like of `card` is not wanted, takes it off the stage, and offers the way back. */
async function dismiss(list: FeedList, card: feeds.VideoCard, scope: feeds.NotInterestedScope): Promise<void> {
	const isMeant = (other: feeds.VideoCard) =>
		other.id === card.id ||
		(scope === "creator" && other.user.id === card.user.id) ||
		(scope === "topic" && other.hashtags.some((tag) => tag === card.hashtags[0]));
	list.remove(isMeant);
	const undo = () => {
		feeds.notInterested(card.id, scope, true).then(() => tell("Taken back"), tellFault);
	};
	try {
		await feeds.notInterested(card.id, scope);
		tell("You'll see less like this", { label: "Undo", run: undo });
	} catch (error) {
		tellFault(error, () => void dismiss(list, card, scope));
	}
	void list.topUp();
}

/** What else can be done with a clip. */
export function MoreSheet({ card, list, deck, isFeed, onHelp, onClose }: MoreSheetProps) {
	const showsWhy = useSignal(false);
	const act = (action: () => void) => () => {
		onClose();
		action();
	};
	if (showsWhy.value) {
		return (
			<Sheet title="Why this video" onClose={onClose}>
				<Why videoId={card.id} />
			</Sheet>
		);
	}
	return (
		<Sheet title="More" onClose={onClose}>
			<ul class="more">
				<Row icon={<Link2 size={22} />} onClick={act(() => void copyLink(card))}>
					Copy link
				</Row>
				{canPassOn() && (
					<Row icon={<Share2 size={22} />} onClick={act(() => void shareVideo(card))}>
						Share
					</Row>
				)}
				<Speed />
				{canFloat() && (
					<Row icon={<PictureInPicture2 size={22} />} onClick={act(() => void float(deck.value))}>
						Picture in picture
					</Row>
				)}
				{isFeed && (
					<>
						<Row icon={<EyeOff size={22} />} onClick={act(() => void dismiss(list, card, "video"))}>
							Not interested
						</Row>
						<Row icon={<UserRoundX size={22} />} onClick={act(() => void dismiss(list, card, "creator"))}>
							Less from {card.user.displayName}
						</Row>
						{card.hashtags[0] && (
							<Row icon={<Hash size={22} />} onClick={act(() => void dismiss(list, card, "topic"))}>
								Less of #{card.hashtags[0]}
							</Row>
						)}
						<Row icon={<CircleHelp size={22} />} onClick={() => (showsWhy.value = true)}>
							Why this video
						</Row>
					</>
				)}
				{isDesktop.value && (
					<Row icon={<Keyboard size={22} />} onClick={onHelp}>
						Keys
					</Row>
				)}
			</ul>
		</Sheet>
	);
}

async function float(deck: Deck | null): Promise<void> {
	const video = deck?.current?.video;
	if (!video) return;
	await toggleFloating(video).catch(() => tell("This browser keeps the video in its page"));
}

/** How fast clips play. */
const Speed = () => (
	<li class="more-row more-row--still">
		<Gauge size={22} />
		<span id="speed">Speed</span>
		<div class="segments more__speeds" role="radiogroup" aria-labelledby="speed">
			{SPEEDS.map((value) => (
				<label key={value}>
					<input type="radio" name="speed" checked={speed.value === value} onChange={() => (speed.value = value)} />
					<span class="numeric">{value}×</span>
				</label>
			))}
		</div>
	</li>
);

function Why({ videoId }: { videoId: string }) {
	const reasons = useSignal<{ text: string; share: number }[] | null>(null);
	const fault = useSignal<string | null>(null);
	useEffect(() => {
		feeds.why(videoId).then(
			(answer) => (reasons.value = answer.reasons),
			(error: unknown) => (fault.value = sentenceOf(error)),
		);
	}, [videoId]);
	return (
		<div class="sheet__content why">
			{fault.value && <p role="alert">{fault.value}</p>}
			{!reasons.value && !fault.value && <div class="skeleton why__bar" role="progressbar" aria-label="Loading" />}
			{reasons.value?.length === 0 && <p>It is one of the videos many people watch to the end right now.</p>}
			<ul>
				{reasons.value?.map(({ text, share }) => (
					<li key={text}>
						<p>
							<span>{text}</span>
							<span class="quiet numeric">{Math.round(share * 100)} %</span>
						</p>
						<div class="why__bar">
							<i style={{ width: `${Math.max(2, Math.min(100, share * 100))}%` }} />
						</div>
					</li>
				))}
			</ul>
			<p class="quiet">Every swipe changes this. Watch on, and the next one is a better guess.</p>
		</div>
	);
}
