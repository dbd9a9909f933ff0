import { type ReadonlySignal, useSignal } from "@preact/signals";
import { Clock, Code, FolderPlus, Link2, QrCode, Repeat2, Send, Share2 } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import type { sharing as contract } from "../../../contracts/sharing.ts";
import { account, requireAccount } from "../account/session.ts";
import type { VideoCard } from "../api/feeds.ts";
import * as api from "../api/sharing.ts";
import { AddToCollection } from "../collections/AddToCollection.tsx";
import * as feedWords from "../feed/feed.words.ts";
import { canPassOn, copyLink, copyText, shareVideo } from "../feed/share.ts";
import * as messagesWords from "../messages/messages.words.ts";
import type { Deck } from "../player/deck.ts";
import { lazySheet } from "../shell/lazySheet.tsx";
import { clock } from "../ui/format.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import { Code as QrPicture } from "./Code.tsx";
import { DownloadRow } from "./DownloadRow.tsx";
import * as sharingWords from "./sharing.words.ts";
import "./share-sheet.css";

const SendToSheet = lazySheet(async () => (await import("../messages/SendToSheet.tsx")).SendToSheet);

interface ShareSheetProps {
	card: VideoCard;
	deck: ReadonlySignal<Deck | null>;
	onClose(): void;
}
type Choices = AnswerOf<typeof contract>;

function Row({
	icon,
	onClick,
	pressed,
	children,
}: {
	icon: ComponentChildren;
	onClick(): void;
	pressed?: boolean;
	children: ComponentChildren;
}) {
	return (
		<li>
			<button type="button" class="sheet-row" aria-pressed={pressed} onClick={onClick}>
				{icon}
				<span>{children}</span>
			</button>
		</li>
	);
}

/** The ways to pass a clip on. What needs no answer of the server is there at once, and without a connection. */
export function ShareSheet({ card, deck, onClose }: ShareSheetProps) {
	const choices = useSignal<Choices | null>(null);
	const inside = useSignal<"rows" | "code" | "collections" | "people">("rows");
	useEffect(() => {
		api.sharing(card.id).then(
			(answer) => (choices.value = answer),
			(error: unknown) => tellFault(error),
		);
	}, [card.id]);
	const act = (action: () => unknown) => () => {
		onClose();
		void action();
	};
	const moment = Math.floor(deck.value?.onStage.value?.video.currentTime ?? 0);
	const repost = async () => {
		const on = !(choices.value?.reposted ?? false);
		if (choices.value) choices.value = { ...choices.value, reposted: on };
		try {
			await api.setReposted(card.id, on);
			tell(on ? sharingWords.reposted() : sharingWords.repostBack(), on ? { label: uiWords.undo(), run: () => void undo() } : undefined);
		} catch (error) {
			if (choices.value) choices.value = { ...choices.value, reposted: !on };
			tellFault(error, () => void repost());
		}
	};
	const undo = () => api.setReposted(card.id, false).then(() => tell(sharingWords.repostBack()), tellFault);
	const wantsAccount = !account.value && card.allowReposts && card.visibility === "public";
	if (inside.value === "code") {
		return (
			<Sheet title={sharingWords.scan()} onClose={onClose}>
				<QrPicture
					url={`${location.origin}/v/${card.id}`}
					label={sharingWords.codeOfLink({ title: card.title || sharingWords.thisVideo() })}
				/>
			</Sheet>
		);
	}
	if (inside.value === "people") return <SendToSheet card={card} onClose={onClose} />;
	if (inside.value === "collections") {
		return (
			<Sheet title={sharingWords.saveToCollection()} onClose={onClose}>
				<AddToCollection videoId={card.id} />
			</Sheet>
		);
	}
	return (
		<Sheet title={uiWords.share()} onClose={onClose}>
			<ul class="share">
				{(choices.value?.mayRepost || wantsAccount) && (
					<Row
						icon={<Repeat2 size={22} />}
						pressed={choices.value?.reposted ?? false}
						onClick={() => requireAccount(sharingWords.joinToRepost(), repost) && void repost()}
					>
						{choices.value?.reposted ? sharingWords.takeRepostBack() : sharingWords.repost()}
					</Row>
				)}
				<Row
					icon={<Send size={22} />}
					onClick={() => {
						if (requireAccount(sharingWords.joinToSend(), () => undefined)) inside.value = "people";
					}}
				>
					{sharingWords.sendTo()}
				</Row>
				<Row icon={<Link2 size={22} />} onClick={act(() => copyLink(card))}>
					{uiWords.copyLink()}
				</Row>
				{moment > 0 && (
					<Row
						icon={<Clock size={22} />}
						onClick={act(() => copyText(`${location.origin}/v/${card.id}?t=${moment}`, feedWords.linkCopied()))}
					>
						{sharingWords.copyLinkAt({ time: clock(moment * 1000) })}
					</Row>
				)}
				<Row
					icon={<FolderPlus size={22} />}
					onClick={() => {
						if (requireAccount(sharingWords.joinToCollect(), () => undefined)) inside.value = "collections";
					}}
				>
					{sharingWords.saveToCollection()}
				</Row>
				<Row icon={<QrCode size={22} />} onClick={() => (inside.value = "code")}>
					{messagesWords.qrCode()}
				</Row>
				{choices.value?.embed && (
					<Row icon={<Code size={22} />} onClick={act(() => copyText(choices.value?.embed?.html ?? "", sharingWords.embedCopied()))}>
						{sharingWords.copyEmbed()}
					</Row>
				)}
				{choices.value?.mayDownload && <DownloadRow videoId={card.id} />}
				{canPassOn() && (
					<Row icon={<Share2 size={22} />} onClick={act(() => shareVideo(card))}>
						{sharingWords.moreWays()}
					</Row>
				)}
			</ul>
		</Sheet>
	);
}
